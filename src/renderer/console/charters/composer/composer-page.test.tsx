/** @file The composer by role and key over a real core: what is typed is stored, and what is wrong is said beside it. */
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { CharterDraftId } from '../../../../contract/primitives'
import { ComposeListPage } from './ComposeListPage'
import { ComposerPage } from './ComposerPage'

let real: RealCore
const draftId = CharterDraftId.parse('2b2b2b2b-0000-4000-8000-000000000001')
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  connectTo(real.core)
  await real.client.charters.drafts.begin({ draftId, from: { kind: 'copy', charterId: 'test-circle' } })
})
afterEach(() => real.core.close())

const stored = async () => (await real.client.charters.drafts.get({ draftId })).pack
const open = (page: string) => renderInConsole(<ComposerPage draftId={draftId} page={page} />)

it('keeps what is typed as it is typed, too long as well, and says so beside it', async () => {
  const { user } = open('about')
  const name = await screen.findByRole('textbox', { name: 'Name of the charter' })
  expect(name.getAttribute('aria-invalid')).not.toBe('true')
  await user.click(name)
  await user.tab()
  expect(await screen.findByText('Fill this in.')).toBeDefined()
  await user.click(name)
  await user.paste(`Quay ${'x'.repeat(80)}`)
  expect(await screen.findByText('At most 80 characters.')).toBeDefined()
  await expect.poll(async () => (await stored()).name).toBe(`Quay ${'x'.repeat(80)}`)
})

it('adds, moves, takes out and takes back by keyboard', async () => {
  const { user } = open('opening')
  const list = within(await screen.findByRole('region', { name: 'Lines said aloud' }))
  const last = list.getAllByRole('button', { name: 'Change' }).at(-1)
  if (!last) throw new Error('There are no lines.')
  last.focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await expect
    .poll(async () => (await stored()).openingScript.map(({ id }) => id))
    .toEqual(['kept', 'recorded', 'out', 'drops', 'after'])
  expect(document.activeElement?.textContent).toBe('Change')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await expect.poll(async () => (await stored()).openingScript).toHaveLength(6)
  expect(document.activeElement).toBe(screen.getByLabelText('What it makes known'))
  // The one that says how to step out.
  const [, , out] = list.getAllByRole('button', { name: 'Take out' })
  if (!out) throw new Error('There is no such line.')
  await user.click(out)
  expect(await screen.findByText(/^One line must say how to step out\./)).toBeDefined()
  await user.click(list.getByRole('button', { name: 'Undo' }))
  expect(screen.queryByText(/^One line must say how to step out\./)).toBeNull()
  await expect
    .poll(async () => (await stored()).openingScript.map(({ id }) => id).slice(0, 4))
    .toEqual(['kept', 'recorded', 'out', 'drops'])
})

it('leaves the first crisis card and removal where they are', async () => {
  open('cards')
  const cards = within(await screen.findByRole('region', { name: 'Crisis cards' }))
  expect(cards.getAllByRole('listitem')).toHaveLength(1)
  expect(cards.queryByRole('button', { name: 'Take out' })).toBeNull()
})

it('offers what is said instead where a line has a blank, and keeps it', async () => {
  const { user } = open('cards')
  const cards = within(await screen.findByRole('region', { name: 'Crisis cards' }))
  await user.click(cards.getByRole('button', { name: 'Change' }))
  const say = await cards.findByRole('textbox', { name: 'Words to say' })
  await user.click(say)
  await user.keyboard('{Control>}{End}{/Control}{Enter}There is help: {{crisisLines}.')
  await user.type(await cards.findByRole('textbox', { name: 'Instead of line 4' }), 'Stay with me.')
  await expect
    .poll(async () => (await stored()).crisisCards[0]?.say.at(-1))
    .toEqual({ text: 'There is help: {crisisLines}.', otherwise: 'Stay with me.' })
})

it('is not published while something is to be put right, and leads to it', async () => {
  const { user } = open('publish')
  await screen.findByText('3 things are still to be put right')
  expect(screen.queryByRole('button', { name: 'Publish it' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Sentence about it' }))
  expect(location.hash).toBe(`#/charter/compose/${draftId}/about`)
})

it('is published, and the next version shows what is different', async () => {
  const pack = { ...(await stored()), name: 'Quay', organization: 'Quay Peers', about: 'By the quay.' }
  await real.client.charters.drafts.save({ draftId, text: JSON.stringify(pack) })
  const first = open('publish')
  await first.user.click(await screen.findByRole('button', { name: 'Publish it' }))
  await screen.findByRole('heading', { name: 'Quay is published' })
  await first.user.click(screen.getByRole('button', { name: 'Work with it from now on' }))
  await screen.findByText('You work with Quay now.')
  first.unmount()
  await real.client.charters.drafts.begin({ draftId, from: { kind: 'version', charterId: 'quay' } })
  await real.client.charters.drafts.save({
    draftId,
    text: JSON.stringify({ ...pack, id: 'quay', about: 'At the harbor.' }),
  })
  open('publish')
  const changes = within(await screen.findByRole('region', { name: 'What is different' }))
  expect(changes.getByText('Now: At the harbor.')).toBeDefined()
})

it('says that the notice is shorter than was promised, and gives a day that is not', async () => {
  const begun = await stored()
  const settings = { ...begun.settings, noticeDays: { ...begun.settings.noticeDays, value: 30 } }
  const pack = { ...begun, name: 'Quay', organization: 'Quay Peers', about: 'By the quay.', settings }
  await real.client.charters.drafts.save({ draftId, text: JSON.stringify(pack) })
  await real.client.charters.drafts.publish({ draftId })
  await real.client.charters.drafts.begin({ draftId, from: { kind: 'version', charterId: 'quay' } })
  const { user } = open('publish')
  expect(await screen.findByText('It holds as soon as you publish it.')).toBeDefined()
  expect(screen.getByText('Announced 0 days before it holds')).toBeDefined()
  await user.click(screen.getByRole('button', { name: /^Let it hold from / }))
  expect(await screen.findByText(/^It holds from .*Until then what is published goes on\.$/)).toBeDefined()
  expect(screen.queryByText(/days before it holds/)).toBeNull()
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await expect.poll(async () => (await stored()).takesEffectOn).toBe(day)
  await user.click(screen.getByRole('button', { name: 'Publish this version' }))
  await screen.findByRole('heading', { name: 'Quay is published' })
  expect(screen.getByText(/Until then the version before goes on/)).toBeDefined()
  expect(await real.client.charters.versions.coming()).toMatchObject([{ takesEffectOn: day, isDue: false }])
})

it('is thrown away from the list, and taken back', async () => {
  const { user } = renderInConsole(<ComposeListPage />)
  await user.click(await screen.findByRole('button', { name: 'Throw away' }))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('button', { name: 'Go on writing' })).toBeDefined()
  expect(await real.client.charters.drafts.list()).toHaveLength(1)
})
