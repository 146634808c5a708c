/** @file A charter file from hand to hand: by role and key over a real core, with the packs that ship. */
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { soundPack } from '../../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { keepSavedFiles } from '../../../../../tests/fixtures/saved-files'
import type { CharterPack } from '../../../../contract/charters'
import { fileText, fingerprintOf, makeSigningKey, signCharter } from '../../../../main/charters/signed-file'
import { CharterPage } from '../CharterPage'
import { ChooseCharter } from '../ChooseCharter'

const key = makeSigningKey()
const sixth = (change: Partial<CharterPack> = {}): CharterPack => ({
  ...soundPack(),
  id: 'harbour',
  name: 'Harbour evenings',
  organization: 'Harbour Peers',
  version: '2026-11-01',
  clauses: [
    { id: 'three', text: 'Be kind.', reference: 'Section 3', carriedBy: 'people', how: 'Between people.' },
  ],
  ...change,
})
const fileOf = (pack: unknown, by = key) =>
  new File([fileText(signCharter(JSON.stringify(pack), by))], 'ours.charter.json', {
    type: 'application/json',
  })

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
})
afterEach(() => real.core.close())

const openList = async () => {
  const rendered = renderInConsole(<ChooseCharter />)
  await rendered.user.click(await screen.findByRole('button', { name: 'Mine is not here' }))
  const open = async (file: File) => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')
    if (!input) throw new Error('No file can be chosen.')
    await rendered.user.upload(input, file)
  }
  return { ...rendered, open }
}

it('is compared, read, taken in, and then chosen like any other', async () => {
  const { user, open } = await openList()
  await open(fileOf(sixth()))
  const found = within(await screen.findByRole('article', { name: 'Harbour evenings' }))
  expect(document.activeElement).toBe(found.getByRole('heading', { name: 'Harbour evenings' }))
  const groups = within(found.getByRole('list', { name: 'Groups to compare' })).getAllByRole('listitem')
  expect(groups.map(({ textContent }) => textContent).join(' ')).toBe(fingerprintOf(key.publicKey))
  await user.click(found.getByRole('button', { name: 'Read it first' }))
  await user.click(found.getByRole('button', { name: 'Show' }))
  expect(found.getByText('Section 3')).toBeDefined()

  await user.click(found.getByRole('button', { name: 'Take in this charter' }))
  expect(found.getByText('Tick this first.')).toBeDefined()
  expect((await real.client.charters.list()).charters.map(({ id }) => id)).not.toContain('harbour')

  await user.click(found.getByRole('checkbox', { name: 'All eight groups were the same, read aloud' }))
  await user.click(found.getByRole('button', { name: 'Take in this charter' }))
  expect(await screen.findByText('Harbour evenings is in the list now.')).toBeDefined()
  const choice = await screen.findByRole<HTMLInputElement>('radio', { name: /^Harbour evenings/ })
  expect(choice.checked).toBe(true)
  expect(await screen.findByText(/From a signed file\.$/)).toBeDefined()
  expect(document.activeElement?.textContent).toBe('Harbour evenings is in the list now.')
  await user.click(screen.getByRole('button', { name: 'Use this charter' }))
  await expect.poll(() => real.client.charters.chosen()).toMatchObject({ id: 'harbour' })
})

it('that is newer shows what is different, and asks that it was read', async () => {
  const first = fileText(signCharter(JSON.stringify(sixth()), key))
  await real.client.charters.files.take({ text: first, fingerprint: fingerprintOf(key.publicKey) })
  const { user, open } = await openList()
  const { settings } = sixth()
  await open(
    fileOf(
      sixth({
        version: '2026-11-15',
        afterRemovalLine: 'We breathe first.',
        settings: { ...settings, lock: { ...settings.lock, value: { kind: 'atStart' }, isLocked: true } },
      }),
    ),
  )
  const found = within(await screen.findByRole('article', { name: 'Harbour evenings' }))
  expect(found.queryByRole('checkbox', { name: /^All eight groups/ })).toBeNull()
  const lines = within(found.getByRole('list', { name: 'What is different' })).getAllByRole('listitem')
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    'Locking the room ChangedWas: When you decideNow: At the startLocked now',
    'Line after a removal ChangedWas: We go on together.Now: We breathe first.',
  ])
  await user.click(found.getByRole('button', { name: 'Take in this version' }))
  expect(found.getByText('Tick this first.')).toBeDefined()
  await user.click(found.getByRole('checkbox', { name: 'I have read what is different' }))
  await user.click(found.getByRole('button', { name: 'Take in this version' }))
  await expect
    .poll(() => real.client.charters.get({ charterId: 'harbour' }))
    .toMatchObject({ afterRemovalLine: 'We breathe first.' })
})

it('that is refused says where, in words, and what is wrong, and can be opened again', async () => {
  const { open } = await openList()
  await open(fileOf({ ...sixth(), crisisCards: [{ ...soundPack().crisisCards[0], say: [3] }] }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('It is not a charter as Holdspace knows it.')
  expect(alert.textContent).toContain('Where: Crisis cards, number 1, words to say, number 1.')
  expect(alert.textContent).not.toMatch(/crisisCards|undefined|Invalid input/)
  const changed = (await fileOf(sixth()).text()).replace('Harbour evenings', 'Harbour mornings')
  await open(new File([changed], 'b.json'))
  expect(await screen.findByText(/something was changed on the way/)).toBeDefined()
  await open(new File(['x'.repeat(1_300_000)], 'c.json'))
  expect(await screen.findByText('It is larger than any charter.')).toBeDefined()
  await open(fileOf(sixth()))
  expect(await screen.findByRole('article', { name: 'Harbour evenings' })).toBeDefined()
})

it('is made of a charter that is here, signed, and saved to hand on', async () => {
  await real.client.charters.choose({ charterId: 'test-circle' })
  const saved = keepSavedFiles()
  const first = renderInConsole(<CharterPage />)
  await first.user.click(await screen.findByRole('button', { name: 'Make it our own' }))
  await expect.poll(() => location.hash).toMatch(/^#\/charter\/compose\/[0-9a-f-]{36}$/)
  const [draft] = await real.client.charters.drafts.list()
  if (!draft) throw new Error('No draft was begun.')
  const { draftId } = draft
  const { pack } = await real.client.charters.drafts.get({ draftId })
  const own = { ...pack, name: 'Quay circle', organization: 'Quay Peers', about: 'By the quay.' }
  await real.client.charters.drafts.save({ draftId, text: JSON.stringify(own) })
  const { id: charterId } = await real.client.charters.drafts.publish({ draftId })
  await real.client.charters.choose({ charterId })
  first.unmount()
  const { user } = renderInConsole(<CharterPage />)
  await user.click(await screen.findByRole('button', { name: 'Save the charter as a file' }))
  expect(await screen.findByText(/quay-circle-2026-11-21\.charter\.json was handed/)).toBeDefined()
  const text = await saved[0]?.text()
  const elsewhere = openRealCore()
  await elsewhere.client.vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  expect(await elsewhere.client.charters.files.examine({ text: text ?? '' })).toMatchObject({
    kind: 'ready',
    pack: { organization: 'Quay Peers' },
  })
  elsewhere.core.close()
  vi.restoreAllMocks()
})
