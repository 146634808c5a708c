/** @file The list of debriefs over a real core: narrowed by time, and "I need a debrief" with somebody behind each kind. */
import { screen, waitFor, within } from '@testing-library/react'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { shippedPack } from '../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { DebriefId } from '../../../contract/primitives'
import { DebriefListPage } from './DebriefListPage'

const DAY_MS = 86_400_000
let real: RealCore
const write = async (daysAgo: number, text: string, isDraft = false) => {
  real.clock.set(new Date(Date.now() - daysAgo * DAY_MS).toISOString())
  const debriefId = DebriefId.parse(crypto.randomUUID())
  const content = { text, answers: {}, tags: [] }
  await real.client.debrief.save({ debriefId, isNew: true, charterId: 'heartsupport', content, isDraft })
  return debriefId
}
beforeEach(async () => {
  real = openRealCore(new Date(Date.now() - 300 * DAY_MS).toISOString(), [shippedPack('heartsupport')])
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'heartsupport' })
  await real.client.conduct.saveCrisisSettings({
    region: 'US',
    onCall: { role: 'Lead on duty', number: '+1 555 0100' },
  })
  connectTo(real.core)
})
afterEach(() => real.core.close())

it('shows what was begun in the time that is chosen, with a search too', async () => {
  await write(60, 'An older evening, and quiet.')
  await write(3, 'A newer evening, and quiet.')
  const { user } = renderInConsole(<DebriefListPage />)
  await screen.findByText('2 debriefs.')
  await user.selectOptions(screen.getByLabelText('From when'), 'The last month')
  await screen.findByText('1 debrief.')
  expect(screen.queryByText('An older evening, and quiet.')).toBeNull()
  await user.type(screen.getByLabelText('Search debriefs'), 'quiet')
  await screen.findByText('1 with these words.')
  await user.selectOptions(screen.getByLabelText('From when'), 'All')
  await screen.findByText('2 with these words.')
  await user.selectOptions(screen.getByLabelText('From when'), 'The last three months')
  await waitFor(() => expect(screen.getByText('2 with these words.')).toBeTruthy())
})

it('keeps the way to a new one where it was first shown, when it turns out that there is none yet', async () => {
  renderInConsole(<DebriefListPage />)
  const link = await screen.findByRole('link', { name: 'New debrief' })
  await screen.findByText('Nothing written yet')
  expect(link.isConnected).toBe(true)
})

it('says of one that cannot be read that it is there, leads to where it can be forgotten, and shows the others', async () => {
  await write(3, 'A whole evening.')
  const id = await write(2, 'A hurt evening.')
  real.core.vault.access.write((vault) => vault.run(sql`UPDATE debriefs SET content = '{' WHERE id = ${id}`))
  const { user } = renderInConsole(<DebriefListPage />)
  await screen.findByText('A whole evening.')
  const hurt = screen.getByRole('link', { name: /The words of this one cannot be read/ })
  expect(hurt.getAttribute('href')).toBe('/kept')
  await user.type(screen.getByLabelText('Search debriefs'), 'evening')
  await screen.findByText('2 with these words.')
  expect(await real.client.vault.kept()).toContainEqual(
    expect.objectContaining({
      kind: 'debriefs',
      entries: [
        expect.objectContaining({ id, isDamaged: true }),
        expect.not.objectContaining({ isDamaged: true }),
      ],
    }),
  )
})

it('shows what is about the situation that is chosen', async () => {
  await write(3, 'A quarrel.')
  const id = await write(2, 'A silence.')
  const debrief = await real.client.debrief.get({ debriefId: DebriefId.parse(id) })
  await real.client.debrief.save({
    debriefId: debrief.id,
    isNew: false,
    charterId: debrief.charterId,
    content: { ...debrief.content, tags: ['silence'] },
    isDraft: false,
  })
  const { user } = renderInConsole(<DebriefListPage />)
  await screen.findByText('2 debriefs.')
  await user.selectOptions(screen.getByLabelText('What it is about'), 'Silence')
  await screen.findByText('1 debrief.')
  expect(screen.queryByText('A quarrel.')).toBeNull()
  await user.selectOptions(screen.getByLabelText('What it is about'), 'A conflict')
  await screen.findByText('0 debriefs.')
  await user.selectOptions(screen.getByLabelText('What it is about'), 'Anything')
  await screen.findByText('2 debriefs.')
})

it('has one button for a debrief, by keyboard, and behind each kind somebody or something', async () => {
  const saved = await write(2, 'An evening.')
  await write(1, 'A draft.', true)
  const before = await real.client.vault.kept()
  const { user } = renderInConsole(<DebriefListPage />)
  const button = await screen.findByRole('button', { name: 'I need a debrief' })
  expect(button.getAttribute('aria-expanded')).toBe('false')
  button.focus()
  await user.keyboard('{Enter}')
  const region = screen.getByRole('region', { name: 'I need a debrief' })
  const radios = within(region).getAllByRole('radio')
  expect(radios).toHaveLength(5)
  expect(document.activeElement).toBe(radios[0])
  for (const name of [/stays with me/, /conflict/, /Two roles/, /not well/]) {
    await user.click(within(region).getByRole('radio', { name }))
    expect(await within(region).findByText('+1 555 0100')).toBeTruthy()
    if (name.source === 'not well') expect(within(region).getByRole('list', { name: /lines/i })).toBeTruthy()
    else expect(await within(region).findByText(/^A conflict, a disagreement, misconduct/)).toBeTruthy()
  }
  await user.click(within(region).getByRole('radio', { name: /read what I wrote/ }))
  const link = await within(region).findByRole('link', { name: /Choose what of your newest debrief/ })
  expect(link.getAttribute('href')).toContain(`/debrief/${saved}/hand-off`)
  expect(await real.client.vault.kept()).toEqual(before)
})
