/** @file The hand-off's page over a real core: nothing is chosen, names block, and no text turns clean by waiting. */
import { screen, waitFor, within } from '@testing-library/react'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { soundPack } from '../../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { CharterPack } from '../../../../contract/charters'
import { HandOffRecord } from '../../../../contract/hand-off'
import { DebriefId } from '../../../../contract/primitives'
import { forgetRoomNames, keepRoomNames } from '../../meeting'
import { wipePageStores } from '../../page-store'
import { HandOffPage } from './HandOffPage'
import { handOffText } from './hand-off-text'

const quiet = (): CharterPack => ({
  ...soundPack(),
  id: 'quiet-circle',
  handOff: {
    isAllowed: false,
    text: 'Nothing of what happens in a group is passed on.',
    source: { from: 'ourDefault', why: 'A test needs one.' },
  },
})

const asking = (): CharterPack => ({
  ...soundPack(),
  debriefPrompts: [
    {
      id: 'air-time',
      section: 'Air',
      text: 'Air time felt',
      answer: { kind: 'choice', options: ['Shared', 'Uneven'] },
    },
    {
      id: 'next',
      section: 'Next',
      text: 'What next?',
      answer: { kind: 'choice', options: ['A walk', 'Rest'] },
    },
  ],
})

let real: RealCore
beforeEach(async () => {
  real = openRealCore(undefined, [asking(), quiet()])
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.recipients.add({
    name: 'Lead volunteer',
    key: await identityToRecipient(await generateIdentity()),
  })
  connectTo(real.core)
})
afterEach(() => {
  forgetRoomNames()
  wipePageStores()
  real.core.close()
})

const openPage = async (text: string, more: { charterId?: string; isDraft?: boolean } = {}) => {
  const { id } = await real.client.debrief.save({
    debriefId: DebriefId.parse(crypto.randomUUID()),
    isNew: true,
    charterId: 'test-circle',
    content: { text, answers: {}, tags: [] },
    isDraft: false,
    ...more,
  })
  return renderInConsole(<HandOffPage debriefId={id} />)
}
const choose = async (user: Awaited<ReturnType<typeof openPage>>['user']) => {
  await user.click(await screen.findByRole('checkbox', { name: 'Debrief' }))
  await user.click(await screen.findByRole('radio', { name: /^Lead volunteer/ }))
}
const sealButton = () => screen.queryByRole('button', { name: 'Seal and save the file' })

describe('a hand-off', () => {
  it('has nothing chosen at first, and shows exactly what leaves once it is', async () => {
    const { user } = await openPage('I listened well.')
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Debrief' })
    expect(box.checked).toBe(false)
    expect(screen.getByText(/^The names of the room are gone from memory/)).toBeTruthy()
    expect(sealButton()).toBeNull()
    await choose(user)
    const preview = within(await screen.findByRole('region', { name: 'Exactly what leaves' }))
    expect(await preview.findByText(/I listened well\.[\s\S]*"holdspaceHandOff":2/)).toBeTruthy()
    await user.click(box)
    await waitFor(() => expect(sealButton()).toBeNull())
  })

  it('is held back by a name of the room, also once the names have left memory', async () => {
    keepRoomNames(['Juniper Ashe'])
    const { user } = await openPage('Juniper spoke, and I listened.')
    await choose(user)
    expect(await screen.findByText('One place to look at before it can leave.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Keep it' })).toBeNull()
    expect(sealButton()).toBeNull()
    act(() => forgetRoomNames())
    expect(await screen.findByText(/^In “.*Debrief.*” stood a name of the room/)).toBeTruthy()
    expect(sealButton()).toBeNull()
  })

  it('asks about what is like an identifier, and takes the answer', async () => {
    const { user } = await openPage('Write to me at someone@example.org.')
    await choose(user)
    const keep = await screen.findByRole('button', { name: 'Keep it' })
    expect(sealButton()).toBeNull()
    await user.click(keep)
    expect(await screen.findByRole('button', { name: 'Seal and save the file' })).toBeTruthy()
  })

  it('shows nothing that was stored after it was looked at, and looks again when it is asked to', async () => {
    const debriefId = DebriefId.parse(crypto.randomUUID())
    const store = (text: string, isNew: boolean) =>
      real.client.debrief.save({
        debriefId,
        isNew,
        charterId: 'test-circle',
        content: { text, answers: {}, tags: [] },
        isDraft: false,
      })
    await store('I listened well.', true)
    const { user } = renderInConsole(<HandOffPage debriefId={debriefId} />)
    await screen.findByRole('checkbox', { name: 'Debrief' })
    await store('Write to someone@example.org.', false)
    await choose(user)
    expect(await screen.findByText('It was changed since it was shown')).toBeTruthy()
    expect(sealButton()).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('button', { name: 'Keep it' })).toBeTruthy()
    expect(sealButton()).toBeNull()
  })

  it('looks at words that were typed before their question had choices, and at no choice', async () => {
    const { id } = await real.client.debrief.save({
      debriefId: DebriefId.parse(crypto.randomUUID()),
      isNew: true,
      charterId: 'test-circle',
      content: {
        text: '',
        answers: { 'air-time': 'someone@example.org had most of it', next: 'A walk' },
        tags: [],
      },
      isDraft: false,
    })
    const { user } = renderInConsole(<HandOffPage debriefId={id} />)
    await user.click(await screen.findByRole('checkbox', { name: 'What next?' }))
    await user.click(await screen.findByRole('radio', { name: /^Lead volunteer/ }))
    expect(await screen.findByRole('button', { name: 'Seal and save the file' })).toBeTruthy()
    await user.click(await screen.findByRole('checkbox', { name: 'Air time felt' }))
    expect(await screen.findByRole('button', { name: 'Keep it' })).toBeTruthy()
    expect(sealButton()).toBeNull()
  })

  it('does not look at what was not chosen', async () => {
    await openPage('Write to me at someone@example.org.')
    await screen.findByRole('checkbox', { name: 'Debrief' })
    expect(screen.queryByRole('button', { name: 'Keep it' })).toBeNull()
    expect(screen.getByText('Nothing is chosen yet.')).toBeTruthy()
  })

  it('is refused in the words of a charter that allows none', async () => {
    await openPage('I listened well.', { charterId: 'quiet-circle' })
    expect(await screen.findByText('Nothing of what happens in a group is passed on.')).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('is not offered for a draft', async () => {
    await openPage('I listened', { isDraft: true })
    expect(await screen.findByText('Save the debrief first')).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })
})

it('ends its text with the line as it was made, byte by byte', () => {
  const line = JSON.stringify({
    holdspaceHandOff: 2,
    number: '1A2B3C4D-5E6F',
    madeAt: '2026-11-27T08:00:00.000Z',
    expiresOn: '2026-12-27',
    charter: { id: 'test-circle', version: '2026-01-01' },
    answers: [
      { path: 'text', question: null, words: 'שלום\n“quoted”' },
      { path: 'answers.own-share', question: 'How much did I speak?', words: 'A third' },
    ],
    replyTo: null,
  } satisfies HandOffRecord)
  const text = handOffText(line, {
    t: (key, values) => `${key} ${JSON.stringify(values ?? {})}`,
    language: 'en',
    pack: { organization: 'Test organization' },
  })
  expect(text.endsWith(`\n${line}\n`)).toBe(true)
  expect(text.split('\n').filter((one) => one === line)).toHaveLength(1)
  expect(text).toContain('\n\nHow much did I speak?\nA third\n')
  expect(text).toContain('December 27, 2026')
  expect(HandOffRecord.parse(JSON.parse(line)).answers).toHaveLength(2)
})
