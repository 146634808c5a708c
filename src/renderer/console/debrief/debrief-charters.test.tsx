/** @file A debrief is offered by the charter of its session, not by the one that is chosen now: over a real core. */
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { soundPack } from '../../../../tests/fixtures/charter-pack'
import { groupDraft } from '../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { newDebriefCharter } from '../new-debrief'
import { DebriefListPage } from './DebriefListPage'
import { DebriefPage } from './DebriefPage'

const without = () => {
  const pack = soundPack()
  const { debrief } = pack.settings
  return {
    ...pack,
    id: 'quiet-circle',
    name: 'Quiet circle',
    settings: { ...pack.settings, debrief: { ...debrief, value: 'off' as const } },
  }
}

let real: RealCore
beforeEach(async () => {
  real = openRealCore(undefined, [soundPack(), without()])
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'quiet-circle' })
  connectTo(real.core)
})
afterEach(() => real.core.close())

it('is written under the charter of the session, though the chosen one has none', async () => {
  newDebriefCharter.set('test-circle')
  renderInConsole(<DebriefPage debriefId={null} />)
  expect(await screen.findByRole('textbox', { name: 'Debrief' })).toBeDefined()
})

it('is not written under a charter of a session that has none, whatever is chosen', async () => {
  await real.client.charters.choose({ charterId: 'test-circle' })
  newDebriefCharter.set('quiet-circle')
  renderInConsole(<DebriefPage debriefId={null} />)
  expect(await screen.findByText('Your charter keeps no debriefs')).toBeDefined()
})

it('is not offered on the list where no charter of one’s own has any', async () => {
  renderInConsole(<DebriefListPage />)
  expect((await screen.findAllByText(/has no debrief, so none is offered/)).length).toBe(1)
  expect(screen.queryByRole('link', { name: 'New debrief' })).toBeNull()
})

it('is offered on the list for the charter of a group that has one', async () => {
  await real.client.sessions.createGroup({ ...groupDraft, charterId: 'test-circle' })
  const { user } = renderInConsole(<DebriefListPage />)
  const link = await screen.findByRole('link', { name: 'New debrief' })
  // The address names no charter.
  expect(link.getAttribute('href')).toMatch(/\/debrief\/new$/)
  // Which charters there are is read a moment later.
  await expect
    .poll(async () => {
      await user.click(screen.getByRole('link', { name: 'New debrief' }))
      return newDebriefCharter.read()
    })
    .toBe('test-circle')
})
