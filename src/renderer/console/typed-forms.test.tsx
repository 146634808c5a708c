/**
 * @file Forms that save by a button: what is typed into them is stored as one types, stands in the form again after a lock
 * or a kill, and goes when it is saved, emptied or discarded. What may not be stored is said beside it, and leaving asks.
 * @vitest-environment jsdom
 */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { soundPack } from '../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../tests/fixtures/render'
import type { ReportId } from '../../contract/primitives'
import type { UnfinishedFormName } from '../../contract/unfinished-forms'
import { describeAtStake, flushAtStake, holdsIdleLock, readAtStake, readUnstorable } from './at-stake'
import { clearWordsLostAtLock, useWordsLostAtLock } from './autosave'
import { setConnection } from './client'
import { CrisisInPlace } from './conduct/CrisisInPlace'
import { ThemesPage } from './desk/ThemesPage'
import { DutiesPage } from './duties/DutiesPage'
import { keepRoomNames } from './meeting'
import { wipePageStores } from './page-store'
import { KeepKey } from './recipients'
import { ReportPage } from './reporting/ReportPage'
import { GroupPage } from './sessions/GroupPage'
import { letGoForgotten } from './typed-forms'

let real: RealCore
beforeEach(async () => {
  real = openRealCore(undefined, [soundPack()])
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
})
afterEach(() => {
  act(clearWordsLostAtLock)
  real.core.close()
})

const Lost = () => (useWordsLostAtLock() ? <p>lost at the lock</p> : null)
const kept = async (form: UnfinishedFormName): Promise<string> =>
  JSON.stringify((await real.client.unfinished.list({ form })).map(({ typed }) => typed))
const isKept = (form: UnfinishedFormName, words: string) =>
  waitFor(async () => expect(await kept(form)).toContain(words))
const isGone = (form: UnfinishedFormName) => waitFor(async () => expect(await kept(form)).toBe('[]'))
/** What a kill, a reload and a lock leave of the page: nothing. */
const endPage = (rendered: { unmount: () => void }) => {
  rendered.unmount()
  act(wipePageStores)
}
const sealOne = async (): Promise<ReportId> => {
  const { id, changedAt } = await real.client.reporting.start({ charterId: 'test-circle' })
  await real.client.reporting.seal({ reportId: id, changedAt })
  return id
}
const box = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name })

it('a group: stored as one types and given back; nothing is asked, and what was left or emptied is gone', async () => {
  const first = renderInConsole(<GroupPage groupId={null} />)
  await first.user.type(await box('Group name'), 'Tuesday circle')
  await isKept('group', 'Tuesday circle')
  await waitFor(() => expect(readAtStake()).toEqual([]))
  endPage(first)
  const second = renderInConsole(<GroupPage groupId={null} />)
  expect((await box('Group name')).value).toBe('Tuesday circle')
  expect(screen.getByText(/^Not saved yet\. Typed on /)).toBeTruthy()
  await second.user.clear(await box('Group name'))
  await isGone('group')
  await waitFor(() => expect(readAtStake(), 'nothing differs any more').toEqual([]))
  await second.user.type(await box('Group name'), 'Circle')
  await isKept('group', 'Circle')
  await second.user.click(screen.getByRole('button', { name: 'Back without saving' }))
  await isGone('group')
  endPage(second)
  renderInConsole(<GroupPage groupId={null} />)
  expect((await box('Group name')).value).toBe('')
})

it('a call log: the number that was given on the telephone is there again, and goes as it is noted', async () => {
  const reportId = await sealOne()
  const first = renderInConsole(<ReportPage reportId={reportId} />)
  await first.user.click(await screen.findByRole('button', { name: 'Note that you gave it' }))
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(readAtStake(), 'an open form is no word').toEqual([])
  await first.user.type(await box('Reference they gave'), '24-1187')
  await isKept('handOver', '24-1187')
  endPage(first)
  const second = renderInConsole(<ReportPage reportId={reportId} />)
  expect((await box('Reference they gave')).value).toBe('24-1187')
  expect(screen.getByText(/^Not saved yet\. Typed on /)).toBeTruthy()
  await second.user.type(await box('Agency, or role of the person'), 'County hotline')
  const form = within(screen.getByRole('group', { name: 'Note that you gave it' }))
  const [who, how, what] = form.getAllByRole('combobox')
  if (!who || !how || !what) throw new Error('There are three choices.')
  await second.user.selectOptions(who, 'hotline')
  await second.user.selectOptions(how, 'phone')
  await second.user.selectOptions(what, 'waiting')
  fireEvent.change(form.getByLabelText('When'), { target: { value: '2026-11-20T19:00' } })
  await second.user.click(form.getByRole('button', { name: 'Note it' }))
  await screen.findByText('Noted.', { exact: false })
  await isGone('handOver')
  const { seal } = await real.client.reporting.get({ reportId })
  expect(seal?.receipt.handOvers).toMatchObject([{ reference: '24-1187' }])
})

it('contacts: the form is open again with what was typed, and saving lets it go', async () => {
  const first = renderInConsole(<CrisisInPlace />)
  await first.user.click(await screen.findByRole('button', { name: 'Choose your region' }))
  await first.user.type(await box('Role of the person on call'), 'Lead volunteer')
  await isKept('contacts', 'Lead volunteer')
  endPage(first)
  const second = renderInConsole(<CrisisInPlace />)
  expect((await box('Role of the person on call')).value).toBe('Lead volunteer')
  await second.user.clear(await box('Role of the person on call'))
  await isGone('contacts')
  expect(screen.getByRole('textbox', { name: 'Their number' }), 'the form stays').toBeTruthy()
  await second.user.type(await box('Role of the person on call'), 'Lead volunteer')
  await second.user.type(screen.getByRole('textbox', { name: 'Their number' }), '303 555 0188')
  await second.user.selectOptions(screen.getByRole('combobox', { name: 'Region' }), 'Colorado, United States')
  await second.user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('button', { name: 'Change region or on-call contact' })
  await isGone('contacts')
  expect((await real.client.conduct.crisisSettings()).onCall?.role).toBe('Lead volunteer')
})

it('a key: given back, discarded in one press; the secret half is never stored, and leaving asks about it', async () => {
  const first = renderInConsole(<KeepKey />)
  await first.user.type(await box('Agency or role'), 'Lead')
  await isKept('recipientKey', 'Lead')
  endPage(first)
  const second = renderInConsole(<KeepKey />)
  expect((await box('Agency or role')).value).toBe('Lead')
  await second.user.click(screen.getByRole('button', { name: 'Discard what was typed' }))
  expect((await box('Agency or role')).value).toBe('')
  await isGone('recipientKey')
  await second.user.click(screen.getByRole('button', { name: 'Undo' }))
  expect((await box('Agency or role')).value).toBe('Lead')
  await isKept('recipientKey', 'Lead')
  await second.user.clear(await box('Agency or role'))
  await isGone('recipientKey')
  const [, key] = screen.getAllByRole('textbox')
  if (!key) throw new Error('There is a box for the key.')
  await second.user.click(key)
  await second.user.paste('AGE-SECRET-KEY-1QQQQQQQQQQ')
  await screen.findByText('What you type here is not stored as it stands now. Leaving will ask.')
  expect(await flushAtStake()).toEqual(['words'])
  expect(readUnstorable()).toEqual(['words'])
  expect(holdsIdleLock(), 'quickly typed again').toBe(false)
  expect(await kept('recipientKey')).toBe('[]')
})

it('a duty: its form is open again; with a name of the room in it nothing is stored, and it says so', async () => {
  const first = renderInConsole(<DutiesPage />)
  await first.user.click(await screen.findByRole('button', { name: 'New duty' }))
  await first.user.type(await box('What you call it'), 'Renew the certificate')
  await isKept('duty', 'Renew the certificate')
  endPage(first)
  const second = renderInConsole(<DutiesPage />)
  expect((await box('What you call it')).value).toBe('Renew the certificate')
  act(() => keepRoomNames(['Maren Hill']))
  await second.user.type(await box('What you call it'), ' with Maren')
  await screen.findByText('What you type here is not stored: it holds a name of the room.')
  expect(await kept('duty')).not.toContain('Maren')
  await second.user.click(screen.getByRole('button', { name: 'Cancel' }))
  await isGone('duty')
})

it('a group with a name of the room in it is held back, and stored once it is said without', async () => {
  act(() => keepRoomNames(['Maren Hill']))
  const { user } = renderInConsole(<GroupPage groupId={null} />)
  await user.type(await box('Group name'), 'Circle of Maren')
  await screen.findByText('What you type here is not stored: it holds a name of the room.')
  expect(await flushAtStake()).toEqual(['words'])
  expect(await kept('group')).not.toContain('Maren')
  await user.clear(await box('Group name'))
  await user.type(await box('Group name'), 'Circle')
  await isKept('group', 'Circle')
})

it('a lesson card: its form is open again with what was typed', async () => {
  const first = renderInConsole(<ThemesPage />)
  await first.user.click(await screen.findByRole('button', { name: 'New card' }))
  const words = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What was learned' })
  await first.user.type(await words(), 'Wait a breath before you answer.')
  await isKept('lesson', 'Wait a breath before you answer.')
  endPage(first)
  renderInConsole(<ThemesPage />)
  expect((await words()).value).toBe('Wait a breath before you answer.')
})

it('a lock takes nothing that was typed: it is stored first, and stands there again', async () => {
  const first = renderInConsole(
    <>
      <GroupPage groupId={null} />
      <Lost />
    </>,
  )
  await first.user.type(await box('Group name'), 'Tuesday')
  // The first flush may find the check of names still being loaded.
  await isKept('group', 'T')
  await waitFor(async () => expect(await flushAtStake()).toEqual([]))
  act(wipePageStores)
  expect(screen.queryByText('lost at the lock')).toBeNull()
  first.unmount()
  renderInConsole(<GroupPage groupId={null} />)
  expect((await box('Group name')).value).toBe('Tuesday')
})

it('where storing fails it says so beside the form, keeps what was typed, and what the lock takes is said', async () => {
  const first = renderInConsole(
    <>
      <GroupPage groupId={null} />
      <Lost />
    </>,
  )
  const name = await box('Group name')
  act(() => setConnection('lost'))
  await first.user.type(name, 'Tuesday')
  await screen.findByText('What you type here is not stored yet')
  expect(describeAtStake('words')).toEqual(['A group that is not saved'])
  expect(name.value).toBe('Tuesday')
  expect(await flushAtStake()).toEqual(['words'])
  act(wipePageStores)
  expect(screen.getByText('lost at the lock')).toBeTruthy()
})

it('what is forgotten on What is kept goes from the page too, and does not come back', async () => {
  const first = renderInConsole(<GroupPage groupId={null} />)
  await first.user.type(await box('Group name'), 'Tuesday')
  await isKept('group', 'Tuesday')
  await waitFor(() => expect(readAtStake()).toEqual([]))
  const [entry] = await real.client.unfinished.list({ form: 'group' })
  if (!entry) throw new Error('It was kept.')
  await real.client.vault.forget({ kind: 'unfinishedForms', id: entry.id })
  act(() => letGoForgotten('unfinishedForms', entry.id))
  await waitFor(async () => expect((await box('Group name')).value).toBe(''))
  await isGone('group')
})
