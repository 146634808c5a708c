/** @file A version that waits for its day, by role and key over a real core: said, read, acknowledged, and put off. */
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { soundPack } from '../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import type { CharterPack } from '../../../contract/charters'
import { fileText, fingerprintOf, makeSigningKey, signCharter } from '../../../main/charters/signed-file'
import { ChooseCharter } from './ChooseCharter'
import { NewVersion } from './NewVersion'

const key = makeSigningKey()
const sixth = (change: Partial<CharterPack> = {}): CharterPack => {
  const pack = soundPack()
  return {
    ...pack,
    id: 'harbour',
    name: 'Harbour evenings',
    organization: 'Harbour Peers',
    version: '2026-11-01',
    settings: { ...pack.settings, noticeDays: { ...pack.settings.noticeDays, value: 30 } },
    ...change,
  }
}
const next = sixth({
  version: '2026-11-15',
  takesEffectOn: '2026-12-01',
  changeNotes: [{ id: 'n-1', text: 'We close more gently.' }],
  afterRemovalLine: 'We breathe first.',
})
const textOf = (pack: CharterPack) => fileText(signCharter(JSON.stringify(pack), key))

let real: RealCore
const take = (pack: CharterPack) =>
  real.client.charters.files.take({ text: textOf(pack), fingerprint: fingerprintOf(key.publicKey) })
const actingVersion = async () => (await real.client.charters.get({ charterId: 'harbour' })).version
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  await take(sixth())
})
afterEach(() => real.core.close())

it('says from when it holds, and that its notice is shorter than the charter promises', async () => {
  const { user } = renderInConsole(<ChooseCharter />)
  await user.click(await screen.findByRole('button', { name: 'Mine is not here' }))
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('No file can be chosen.')
  await user.upload(input, new File([textOf(next)], 'ours.charter.json'))
  const found = within(await screen.findByRole('article', { name: 'Harbour evenings' }))
  expect(found.getByText('From December 1, 2026 a new version of this charter holds')).toBeDefined()
  expect(found.getByText('Announced 16 days before it holds')).toBeDefined()
  expect(found.getByText(/^The charter promises/).textContent).toContain('30 days.')
  expect(found.getByText('We close more gently.')).toBeDefined()
  // What is different is shown now, and read and acknowledged when the day has come.
  expect(found.getByRole('list', { name: 'What is different' })).toBeDefined()
  expect(found.queryByRole('checkbox', { name: 'I have read what is different' })).toBeNull()
  await user.click(found.getByRole('button', { name: 'Take in this version' }))
  expect(
    await screen.findByText('The new version of Harbour evenings is here, and waits until December 1, 2026.'),
  ).toBeDefined()
  expect(await actingVersion()).toBe('2026-11-01')
})

it('is only announced before its day', async () => {
  await take(next)
  renderInConsole(<NewVersion charterId="harbour" />)
  expect(await screen.findByText('From December 1, 2026 a new version of this charter holds')).toBeDefined()
  expect(screen.getByText('Until then the version of November 1, 2026 goes on.')).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})

it('is read from its day on, put off as often as one likes, and holds once that was said', async () => {
  await take(next)
  real.clock.set('2026-12-02T20:00:00.000Z')
  const { user } = renderInConsole(<NewVersion charterId="harbour" />)
  expect(await screen.findByText('Since December 1, 2026 a new version of this charter holds')).toBeDefined()
  expect(screen.getByText(/rooms open under the version of November 1, 2026, the last that/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Read what is different' }))
  expect(await screen.findByText('We close more gently.')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Later' }))
  expect(await actingVersion()).toBe('2026-11-01')
  await user.click(screen.getByRole('button', { name: 'Read what is different' }))
  const lines = within(await screen.findByRole('list', { name: 'What is different' }))
  expect(lines.getByText('Now: We breathe first.')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'I have read what is different' }))
  const said = await screen.findByText('The version of November 15, 2026 holds here from now on.')
  await expect.poll(() => document.activeElement).toBe(said)
  expect(await actingVersion()).toBe('2026-11-15')
  await expect.poll(() => screen.queryByRole('button')).toBeNull()
})

it('is offered to be read as soon as its day has come, on a page that stays open', async () => {
  await take(next)
  vi.useFakeTimers({ shouldAdvanceTime: true })
  try {
    renderInConsole(<NewVersion charterId="harbour" />)
    await screen.findByText('From December 1, 2026 a new version of this charter holds')
    real.clock.set('2026-12-01T20:00:00.000Z')
    await vi.advanceTimersByTimeAsync(60_000)
    await screen.findByText('Since December 1, 2026 a new version of this charter holds')
    screen.getByRole('button', { name: 'Read what is different' })
  } finally {
    vi.useRealTimers()
  }
})

it('says nothing where nothing waits', async () => {
  await take(next)
  renderInConsole(<NewVersion charterId="test-circle" />)
  await expect.poll(() => real.client.charters.versions.coming()).toHaveLength(1)
  expect(screen.queryByText(/new version of this charter/)).toBeNull()
})
