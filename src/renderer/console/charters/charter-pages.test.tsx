/**
 * @file Choosing a charter and reading it, by role and key over a real core with the packs that ship.
 */
import { screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { shippedPack } from '../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { CharterPack } from '../../../contract/charters'
import { CharterPage } from './CharterPage'
import { ChooseCharter } from './ChooseCharter'
import { oursOf } from './ours'

const ids = ['heartfelt', 'heartsupport', 'heypeers', 'uk-peer-group', 'agency-team'] as const
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
const opened = async (chosenId?: (typeof ids)[number]) => {
  const real = openRealCore(undefined, ids.map(shippedPack))
  closing.push(() => real.core.close())
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  if (chosenId !== undefined) await real.client.charters.choose({ charterId: chosenId })
  connectTo(real.core)
  return real
}

it('offers all five, each with its sentence, none chosen before; one key chooses, another uses it', async () => {
  const real = await opened()
  const { user } = renderInConsole(<ChooseCharter />)
  const choices = await screen.findAllByRole('radio')
  expect(choices).toHaveLength(5)
  expect(choices.filter((choice) => choice instanceof HTMLInputElement && choice.checked)).toEqual([])
  for (const id of ids) expect(document.body.textContent).toContain(shippedPack(id).about)
  await user.click(screen.getByRole('button', { name: 'Use this charter' }))
  expect(document.body.textContent).toContain('Choose one first.')
  expect(await real.client.charters.chosen()).toBeNull()
  screen.getByRole('radio', { name: /^UK peer support group/ }).focus()
  await user.keyboard(' ')
  await user.click(screen.getByRole('button', { name: 'Use this charter' }))
  await expect.poll(() => real.client.charters.chosen()).toMatchObject({ id: 'uk-peer-group' })
})

it('says what to do today to whoever does not find their own', async () => {
  await opened()
  const { user } = renderInConsole(<ChooseCharter />)
  const opener = await screen.findByRole('button', { name: 'Mine is not here' })
  opener.focus()
  await user.keyboard('{Enter}')
  expect(opener.getAttribute('aria-expanded')).toBe('true')
  expect(document.body.textContent).toContain('Choose the one whose ways are nearest to yours')
})

it('says which settings no group decides for itself', async () => {
  await opened('uk-peer-group')
  renderInConsole(<CharterPage />)
  const list = (await screen.findByText('Microphones on entry')).closest('dl')
  const locked = within(list ?? document.body)
    .getAllByText('The same for every group.')
    .map((one) => one.parentElement?.querySelector('dt')?.textContent)
  // Cameras, steps and counting are locked too, and no group could decide them: it says nothing more of those.
  expect(locked).toEqual(['Locking the room', 'When somebody steps out'])
})

it('says each value with its sentence, whom one turns to, and that a text bears no date', async () => {
  await opened('uk-peer-group')
  renderInConsole(<CharterPage />)
  await screen.findByText('People feel safe here and can rely on the group.')
  expect(document.body.textContent).toContain('text bears no date')
  expect(screen.getByText('Whoever leads on safeguarding').parentElement?.textContent).toContain(
    'danger of harm',
  )
})

it('names where a clause stands in words, and no id, letter or word that begins small', async () => {
  for (const id of ids) {
    await opened(id)
    const { container, user, unmount } = renderInConsole(<CharterPage />)
    await screen.findByRole('heading', { name: 'What follows from it here' })
    for (const opener of screen.getAllByRole('button', { name: 'Show' })) await user.click(opener)
    const clauseIds = shippedPack(id).clauses.map(({ id: clauseId }) => clauseId)
    expect(
      clauseIds.filter((one) => new RegExp(`\\b${one}\\b`, 'i').test(container.textContent ?? '')),
    ).toEqual([])
    expect(container.textContent).not.toMatch(/text [A-Z]\)/)
    const values = [...container.querySelectorAll('dt + dd')].map(({ textContent }) => textContent ?? '')
    expect(values.length).toBeGreaterThan(10)
    expect(values.filter((value) => /^\p{Ll}/u.test(value))).toEqual([])
    unmount()
  }
})

it('marks whom a charter asks to be consulted first', async () => {
  await opened('agency-team')
  renderInConsole(<CharterPage />)
  const role = await screen.findByText('Your clinical supervisor')
  expect(role.parentElement?.textContent).toContain('Asked first, where there is time')
})

it('gathers what is ours on one list with a line to sign, and leaves out what the text says', async () => {
  await opened('heartfelt')
  const { user } = renderInConsole(<CharterPage />)
  const opener = await screen.findByRole('button', { name: 'Show what is ours' })
  await user.click(opener)
  const list = within(document.getElementById(opener.getAttribute('aria-controls') ?? '') ?? document.body)
  const said = list.getAllByRole('listitem').map((item) => item.textContent ?? '')
  expect(said.some((words) => words.includes('I know who is on call today'))).toBe(true)
  expect(said.some((words) => words.includes('I will call for help, even if that means'))).toBe(true)
  expect(said.some((words) => words.includes('Use any name you like'))).toBe(false)
  expect(list.getByText(/^Read and agreed to for Heartfelt Peer Supports, on/)).toBeDefined()
})

/** A charter all of whose parts are ours, with those that a charter may leave out. */
const allOurs = (): CharterPack => {
  const source = { from: 'ourDefault' as const, why: 'Ours.' }
  const duty = shippedPack('heartfelt').ownDuties ?? []
  const pack = {
    ...shippedPack('uk-peer-group'),
    ownDuties: duty,
    handOff: { isAllowed: true, text: 'It may be handed on.', source },
    reportCopy: { mayBeShredded: false, source },
  }
  const marked: unknown = JSON.parse(JSON.stringify(pack), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'clauseId' in value ? source : value,
  )
  return CharterPack.parse(marked)
}

it('lists of ours exactly what a pack says is ours, for every pack', () => {
  for (const pack of [...ids.map(shippedPack), allOurs()]) {
    const listed = oursOf(pack).flatMap(({ ours }) => ours.filter(({ why }) => why !== null))
    const { settings, ...rest } = pack
    const marked = JSON.stringify({
      ...rest,
      ladder: settings.ladder.value.filter(({ say }) => say !== null),
    })
    expect(listed).toHaveLength(marked.split('"from":"ourDefault"').length - 1)
  }
})

it('lists as ours what holds where a charter says nothing: handing on, and the copy of a report', () => {
  const unsaidIn = (pack: CharterPack) =>
    oursOf(pack).flatMap(({ ours }) => ours.flatMap(({ why, text }) => (why === null ? [text] : [])))
  const { handOff: _handOff, reportCopy: _reportCopy, ...quiet } = allOurs()
  expect(unsaidIn(quiet)).toEqual([{ unworded: 'mayHandOn' }, { unworded: 'copyMayGo' }])
  expect(unsaidIn(allOurs())).toEqual([])
  quiet.settings.debrief.value = 'off'
  expect(unsaidIn(quiet)).toEqual([{ unworded: 'copyMayGo' }])
})

it('says that nobody of the organization has read it until a day is noted, and takes it back', async () => {
  const real = await opened('uk-peer-group')
  const { user } = renderInConsole(<CharterPage />)
  const own = within(await screen.findByRole('region', { name: 'Read by the organization' }))
  expect(own.getByText('Nobody of the organization has read it, as far as is noted here.')).toBeDefined()
  await user.click(own.getByRole('button', { name: "Note the organization's reading" }))
  expect(own.getByText('Choose a day.')).toBeDefined()
  expect(await real.client.charters.readings({ charterId: 'uk-peer-group' })).toEqual([])
  await user.type(own.getByLabelText('Day on which the organization read it'), '2026-11-20')
  await user.click(own.getByRole('button', { name: "Note the organization's reading" }))
  expect(await own.findByText(/Read by the organization on November 20, 2026\./)).toBeDefined()
  await user.click(own.getByRole('button', { name: "Take back the organization's reading" }))
  expect(await own.findByText(/Nobody of the organization has read it/)).toBeDefined()
})
