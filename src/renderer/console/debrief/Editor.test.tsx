/**
 * @file The editor over a real core: what is typed is stored, a name of the room is not, and both are said.
 */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { readUnstorable } from '../at-stake'
import { forgetRoomNames, keepRoomNames } from '../meeting'
import { wipePageStores } from '../page-store'
import { DebriefPage } from './DebriefPage'
import { debriefWritings } from './writings'

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'test-circle' })
  connectTo(real.core)
})
afterEach(() => {
  forgetRoomNames()
  wipePageStores()
  real.core.close()
})

const stored = async () => {
  const { entries } = await real.client.debrief.list({ query: '', limit: 5 })
  return Promise.all(entries.map(({ id }) => real.client.debrief.get({ debriefId: id })))
}
const openEditor = async () => {
  const { user, unmount } = renderInConsole(<DebriefPage debriefId={null} />)
  const box = await screen.findByRole('textbox', { name: 'Debrief' })
  return { user, unmount, box }
}

it('stores what is typed, as one draft, and finishes it by key', async () => {
  const { user, box } = await openEditor()
  await user.type(box, 'I listened well.')
  await waitFor(async () => expect((await stored())[0]?.content.text).toBe('I listened well.'))
  expect(await screen.findByText(/^Draft kept at/)).toBeTruthy()
  await user.keyboard('{Alt>}{s}{/Alt}')
  expect(await screen.findByText(/^Debrief saved at/)).toBeTruthy()
  expect(await stored()).toMatchObject([{ isDraft: false, content: { text: 'I listened well.' } }])
})

it('stores what it is about, by key, and reads it back', async () => {
  const { user, unmount } = await openEditor()
  screen.getByRole('checkbox', { name: 'Silence' }).focus()
  await user.keyboard(' ')
  await user.click(screen.getByRole('checkbox', { name: 'A conflict' }))
  // In the order of the list, however it was chosen.
  await waitFor(async () => expect((await stored())[0]?.content.tags).toEqual(['conflict', 'silence']))
  await user.click(screen.getByRole('checkbox', { name: 'A conflict' }))
  await waitFor(async () => expect((await stored())[0]?.content.tags).toEqual(['silence']))
  unmount()
  const id = (await real.client.debrief.list({ query: '', limit: 1, tag: 'silence' })).entries[0]?.id ?? null
  renderInConsole(<DebriefPage debriefId={id} />)
  expect(await screen.findByRole('checkbox', { name: 'Silence' })).toHaveProperty('checked', true)
})

it('says beside the field that a name keeps it from being stored, and stores it once it is reworded', async () => {
  keepRoomNames(['Juniper Ashe'])
  const { user, box } = await openEditor()
  await user.type(box, 'Juniper spoke')
  expect(await screen.findByText('Not stored while a name stands here.')).toBeTruthy()
  expect(box.getAttribute('aria-invalid')).toBe('true')
  await user.click(screen.getByRole('button', { name: 'Save debrief' }))
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Juniper/))
  expect(readUnstorable()).toEqual(['words'])
  expect(await stored()).toEqual([])
  await user.clear(box)
  await user.type(box, 'Somebody spoke')
  await waitFor(async () => expect((await stored())[0]?.content.text).toBe('Somebody spoke'))
  await waitFor(() => expect(readUnstorable()).toEqual([]))
  expect(screen.queryByText('Not stored while a name stands here.')).toBeNull()
})

it('is taken up again as it was when its page was left before it could be stored', async () => {
  keepRoomNames(['Juniper Ashe'])
  const first = await openEditor()
  await first.user.type(first.box, 'Juniper spoke')
  first.unmount()
  const second = await openEditor()
  expect(second.box).toHaveProperty('value', 'Juniper spoke')
})

it('keeps every word that is pasted, and says that it is too long to be stored', async () => {
  const { user, box } = await openEditor()
  const pasted = 'I listened well. '.repeat(1000)
  await user.click(box)
  await user.paste(pasted)
  expect(box).toHaveProperty('value', pasted)
  expect(await screen.findByText('Not stored until it is shorter.')).toBeTruthy()
  expect(screen.getByText(/^\d+ characters too many$/)).toBeTruthy()
  expect(await stored()).toEqual([])
})

it('writes nothing in the place of a word that was typed on since', async () => {
  keepRoomNames(['Juniper Ashe'])
  const { user, box } = await openEditor()
  await user.type(box, 'J')
  const [forInitial] = await screen.findAllByRole('button', { name: 'Write “somebody”' })
  fireEvent.change(box, { target: { value: 'Juniper spoke' } })
  fireEvent.click(forInitial ?? box)
  expect(box).toHaveProperty('value', 'Juniper spoke')
})

it('says what it wrote in the place of a name, and puts the words back', async () => {
  keepRoomNames(['Juniper Ashe'])
  const { user, box } = await openEditor()
  await user.type(box, 'Juniper spoke')
  // On a busy machine the initial may have been found as it was typed.
  await screen.findByText('Juniper', { selector: 'bdi' })
  await user.click(await screen.findByRole('button', { name: 'Write “somebody”' }))
  expect(box).toHaveProperty('value', 'Somebody spoke')
  expect(screen.getByText('It reads “Somebody” now.').closest('[role=status]')).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(box).toHaveProperty('value', 'Juniper spoke')
  expect(document.activeElement).toBe(box)
})

it('puts no name back once the names of the room have gone, neither into its place nor with a discarded debrief', async () => {
  keepRoomNames(['Juniper Ashe'])
  const { user, box } = await openEditor()
  await user.type(box, 'Juniper spoke. Junipper too')
  await screen.findByText('Junipper', { selector: 'bdi' })
  await user.click((await screen.findAllByRole('button', { name: 'Write “somebody”' }))[0] ?? box)
  act(forgetRoomNames)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(box).toHaveProperty('value', 'Somebody spoke. Junipper too')

  act(() => keepRoomNames(['Juniper Ashe']))
  await user.type(box, ' and Juniper')
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  act(forgetRoomNames)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(debriefWritings.laidAside()).toHaveLength(1))
  const [again] = debriefWritings.laidAside()
  expect(again?.autosave.snapshot().value.content.text).toBe('Somebody spoke. Junipper too and […]')
  expect([...(again?.check().open.values() ?? [])].flat()).toMatchObject([{ likeness: 'misspelt' }])
  await again?.autosave.flush()
  expect((await stored())[0]?.content.text).toBe('Somebody spoke. […] too and […]')
})

it('asks about a word that is like a name before it stores it, and says so beside it', async () => {
  keepRoomNames(['Juniper Ashe'])
  const { user, box } = await openEditor()
  await user.type(box, 'Junipper spoke first')
  expect(await screen.findByText(/is stored as \[…\] until you answer/)).toBeTruthy()
  await waitFor(async () => expect((await stored())[0]?.content.text).toBe('[…] spoke first'))
  await user.click(screen.getByRole('button', { name: 'Keep it' }))
  await waitFor(async () => expect((await stored())[0]?.content.text).toBe('Junipper spoke first'))
})
