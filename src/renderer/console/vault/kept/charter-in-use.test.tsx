/**
 * @file A charter that groups work under, forgotten on What is kept: they are named first, each can be given another
 * charter, and one that nobody works under goes as anything else does. By role and key over a real core.
 * @vitest-environment jsdom
 */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { soundPack } from '../../../../../tests/fixtures/charter-pack'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { fileText, fingerprintOf, makeSigningKey, signCharter } from '../../../../main/charters/signed-file'
import { wipePageStores } from '../../page-store'
import { KeptPage } from '../KeptPage'

const key = makeSigningKey()
let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  const pack = { ...soundPack(), id: 'harbour', name: 'Harbour evenings', organization: 'Harbour Peers' }
  await real.client.charters.files.take({
    text: fileText(signCharter(JSON.stringify(pack), key)),
    fingerprint: fingerprintOf(key.publicKey),
  })
})
afterEach(() => {
  wipePageStores()
  real.core.close()
})

const addGroups = async (...names: string[]) => {
  for (const name of names)
    await real.client.sessions.createGroup({ ...groupDraft, charterId: 'harbour', name })
}
const chartersOfGroups = async () =>
  (await real.client.sessions.groups()).map(({ name, charterId }) => `${name}: ${charterId}`).sort()
const isHere = async () => (await real.client.charters.list()).charters.some(({ id }) => id === 'harbour')

const pressForget = async () => {
  const { user } = renderInConsole(<KeptPage />)
  const card = await screen.findByRole('region', { name: 'Settings' })
  await user.click(within(card).getByRole('button', { name: 'Show entries: Settings' }))
  const line = (await within(card).findByText('Charter from a file, Harbour evenings')).closest('li')
  if (!line) throw new Error('It has no line.')
  within(line).getByRole('button', { name: 'Forget now' }).focus()
  await user.keyboard('{Enter}')
  return { user, card }
}
const question = async () => within(await screen.findByRole('region', { name: 'Groups under this charter' }))

it('names the groups and what becomes of them, forgets nothing by itself, and lets it be', async () => {
  await addGroups('Tuesday circle', 'Sunday circle')
  await real.client.charters.choose({ charterId: 'harbour' })
  const { user, card } = await pressForget()
  const asked = await question()
  const heading = await asked.findByRole('heading', { name: '2 groups work under this charter' })
  expect(document.activeElement).toBe(heading)
  asked.getByText(/their rooms do not open and their sessions cannot be cancelled here/)
  asked.getByText(/^It is also the charter that you work with/)
  expect(asked.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  await user.click(asked.getByRole('button', { name: 'Keep it' }))
  expect(screen.queryByRole('region', { name: 'Groups under this charter' })).toBeNull()
  expect(document.activeElement?.textContent).toBe('Forget now')
  expect(within(card).getByText('Charter from a file, Harbour evenings')).toBeDefined()
  expect(await isHere()).toBe(true)
})

it('gives each another charter, keeps what else is known of it, and is then forgotten like anything', async () => {
  await addGroups('Tuesday circle', 'Sunday circle')
  const before = await real.client.sessions.groups()
  const { user } = await pressForget()
  const asked = await question()
  await user.click(asked.getByRole('button', { name: 'Give it this charter: Sunday circle' }))
  asked.getByText('Choose a charter first.')
  await user.selectOptions(asked.getByLabelText('Another charter for Sunday circle'), 'Test circle')
  expect(await chartersOfGroups()).toEqual(['Sunday circle: harbour', 'Tuesday circle: harbour'])
  await user.click(asked.getByRole('button', { name: 'Give it this charter: Sunday circle' }))
  await asked.findByRole('heading', { name: '1 group works under this charter' })
  await user.selectOptions(asked.getByLabelText('Another charter for Tuesday circle'), 'Test circle')
  await user.click(asked.getByRole('button', { name: 'Give it this charter: Tuesday circle' }))
  const none = await asked.findByRole('heading', { name: 'No group works under this charter any more' })
  await waitFor(() => expect(document.activeElement).toBe(none))
  expect(await real.client.sessions.groups()).toEqual(
    before.map((group) => ({ ...group, charterId: 'test-circle' })),
  )
  for (const session of await real.client.sessions.upcoming()) expect(session.charterId).toBe('test-circle')
  await user.click(asked.getByRole('button', { name: 'Forget now' }))
  await screen.findByRole('button', { name: 'Undo' })
})

it('can be forgotten all the same, and a charter that nobody works under asks nothing', async () => {
  await addGroups('Tuesday circle')
  const { user } = await pressForget()
  await user.click((await question()).getByRole('button', { name: 'Forget it all the same' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  for (const { id } of await real.client.sessions.groups())
    await real.client.vault.forget({ kind: 'groups', id })
  const lines = await screen.findAllByText('Charter from a file, Harbour evenings')
  const line = lines[0]?.closest('li')
  if (!line) throw new Error('It has no line.')
  await user.click(within(line).getByRole('button', { name: 'Forget now' }))
  await screen.findByRole('button', { name: 'Undo' })
  expect(screen.queryByRole('region', { name: 'Groups under this charter' })).toBeNull()
})

it('says why where a group cannot have the other charter as it is, and where to put that right', async () => {
  const careful = soundPack()
  careful.settings.needsApprovedServer.value = true
  const other = { ...careful, id: 'careful', name: 'Careful circle', organization: 'Careful Peers' }
  const otherKey = makeSigningKey()
  await real.client.charters.files.take({
    text: fileText(signCharter(JSON.stringify(other), otherKey)),
    fingerprint: fingerprintOf(otherKey.publicKey),
  })
  await addGroups('Tuesday circle')
  const { user } = await pressForget()
  const asked = await question()
  await user.selectOptions(
    await asked.findByLabelText('Another charter for Tuesday circle'),
    'Careful circle',
  )
  await user.click(asked.getByRole('button', { name: 'Give it this charter: Tuesday circle' }))
  const alert = within(await asked.findByRole('alert'))
  alert.getByText('The group keeps its charter')
  alert.getByText(/asks for an approved server/)
  expect(alert.getByRole('link', { name: 'Open the group' }).getAttribute('href')).toMatch(/\/groups\//)
  expect(await chartersOfGroups()).toEqual(['Tuesday circle: harbour'])
})
