/**
 * @file The report's first line: the number of the place, whose number it is, and never a guess.
 */
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import type { Region } from '../../../contract/conduct'
import { usePlaceHelp } from '../conduct'
import { registerWords } from '../words'
import words from '../words/en/reporting.json'
import { EmergencyLine } from './EmergencyLine'

registerWords('reporting', words)

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'test-circle' })
  connectTo(real.core)
})
afterEach(() => real.core.close())

const Line = ({ region, onChoose }: { region: Region | null; onChoose?: () => void }) => {
  const help = usePlaceHelp(region)
  return onChoose ? <EmergencyLine help={help} onChoose={onChoose} /> : <EmergencyLine help={help} />
}
const line = () => screen.getByRole('region', { name: 'Emergency' }).textContent

it('names no number as the right one where no place is known, whatever the charter’s jurisdiction', async () => {
  let isAsked = false
  const { user, findByText } = renderInConsole(<Line region={null} onChoose={() => (isAsked = true)} />)
  await findByText(/112 or 911 reaches help in most countries/)
  expect(line()).toContain('Call the emergency number of the place where the person is')
  expect(line()).toContain('no region is chosen')
  await user.click(screen.getByRole('button', { name: 'Choose where the person is' }))
  expect(isAsked).toBe(true)
})

it('takes the facilitator’s region and says whose number it is', async () => {
  await real.client.conduct.saveCrisisSettings({ region: 'GB-ENG', onCall: null })
  const { findByText } = renderInConsole(<Line region={null} />)
  await findByText('In danger now? Call 999 or 112')
  expect(line()).toContain('The number for your region: England, United Kingdom.')
  expect(line()).toContain('Not checked by us.')
  expect(line()).not.toContain('911')
})

it('takes the person’s own place before the region', async () => {
  await real.client.conduct.saveCrisisSettings({ region: 'GB-ENG', onCall: null })
  const { findByText } = renderInConsole(<Line region="AU" onChoose={() => {}} />)
  await findByText('In danger now? Call 000')
  expect(line()).toContain('The number for where the person is: Australia.')
  expect(screen.queryByRole('button')).toBeNull()
})

it('says that it has no number for a place', async () => {
  const { findByText } = renderInConsole(<Line region="JP" />)
  await findByText(/We have no emergency number for this place: Japan\./)
  expect(line()).not.toContain('Call 112')
})

it('is there before anything is read', () => {
  connectTo(real.core)
  renderInConsole(<Line region="US" />)
  expect(line()).toContain('Call the emergency number of the place where the person is')
})
