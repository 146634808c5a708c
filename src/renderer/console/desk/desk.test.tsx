/** @file The desk over a real core: its inbox, what the charter asks of an answer, shared themes, cards without names. */
import { screen, waitFor, within } from '@testing-library/react'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shippedPack } from '../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import type { DeskTheme } from '../../../contract/desk'
import type { HandOffRecord } from '../../../contract/hand-off'
import { sealTextTo } from '../../../main/recipients/service'
import { forgetRoomNames, keepRoomNames } from '../meeting'
import { wipePageStores } from '../page-store'
import { DeskPage } from './DeskPage'
import { ReceivedPage } from './ReceivedPage'
import { ThemesPage } from './ThemesPage'

const NUMBER = '3C2AC753-9CBE'
let real: RealCore
let key: string
beforeEach(async () => {
  // Its clock stands: what the page makes in the next minutes must not lie ahead of it.
  real = openRealCore(new Date(Date.now() + 600_000).toISOString(), [shippedPack('heartsupport')])
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  key = (await real.client.recipients.own.make({ replacesId: null }))[0]?.key ?? ''
  connectTo(real.core)
})
afterEach(() => {
  forgetRoomNames()
  wipePageStores()
  real.core.close()
})
const theirKey = async () => identityToRecipient(await generateIdentity())
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const fileOf = async (more: Partial<HandOffRecord> = {}) => {
  const record: HandOffRecord = {
    holdspaceHandOff: 2,
    number: NUMBER,
    madeAt: new Date().toISOString(),
    expiresOn: dayAfter(30),
    charter: { id: 'heartsupport', version: '2026-01-01' },
    answers: [{ path: 'text', question: null, words: 'A hard story came, and I was unsure.' }],
    replyTo: await theirKey(),
    ...more,
  }
  return sealTextTo(`Hand-off\n\n${JSON.stringify(record)}\n`, key)
}
const receive = async (number: string, themes: DeskTheme[]) => {
  await real.client.desk.open({ file: await fileOf({ number }) })
  await real.client.desk.setThemes({ number, themes })
}

describe('the inbox', () => {
  it('lists what was opened with where it stands, and shows one’s own key with its words', async () => {
    await receive(NUMBER, ['crisis'])
    renderInConsole(<DeskPage />)
    const entry = await screen.findByRole('link', { name: new RegExp(NUMBER) })
    expect(entry.textContent).toContain('New')
    expect(entry.textContent).toContain('Somebody in crisis')
    expect(
      within(await screen.findByRole('list', { name: 'Words of the key' })).getAllByRole('listitem'),
    ).toHaveLength(8)
    expect(await screen.findByText(key)).toBeTruthy()
  })

  it('says exactly why a file is not taken in', async () => {
    const file = await fileOf()
    await real.client.desk.open({ file })
    const { user } = renderInConsole(<DeskPage />)
    await screen.findByRole('link', { name: new RegExp(NUMBER) })
    const input = () => document.querySelector<HTMLInputElement>('input[type="file"]')
    const choose = async (text: string) => {
      const control = input()
      if (control) await user.upload(control, new File([text], 'handoff.txt.age', { type: 'text/plain' }))
    }
    await choose(file)
    expect(await screen.findByText('The very same file was taken in before.')).toBeTruthy()
    await choose(file.slice(0, 200))
    expect(await screen.findByText(/^Its end is missing/)).toBeTruthy()
    expect(screen.getByText('Nothing here was changed, and the file is as it was.')).toBeTruthy()
  })
})

describe('an answer', () => {
  it('has the parts that the charter asks for, and leaves only when the linter is content', async () => {
    await real.client.desk.open({ file: await fileOf() })
    const { user } = renderInConsole(<ReceivedPage number={NUMBER} />)
    const first = await screen.findByRole('textbox', { name: 'What I value in how you supported' })
    expect(screen.getAllByRole('textbox')).toHaveLength(4)
    await waitFor(async () => expect((await real.client.desk.get({ number: NUMBER })).status).toBe('read'))
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:answer')
    const seal = screen.getByRole<HTMLButtonElement>('button', { name: 'Seal and save the answer' })
    expect(seal.disabled).toBe(true)
    await user.type(first, 'Write to me at someone@example.org.')
    const keep = await screen.findByRole('button', { name: 'Keep it' })
    expect(seal.disabled).toBe(true)
    await user.click(keep)
    await waitFor(() => expect(seal.disabled).toBe(false))
    await user.click(seal)
    expect(await screen.findByText(/^feedback-3C2AC753-9CBE\.txt\.age was given/)).toBeTruthy()
    expect(await real.client.desk.get({ number: NUMBER })).toMatchObject({
      status: 'answered',
      feedback: [{ words: 'Write to me at someone@example.org.' }, {}, {}, {}],
    })
  })

  it('with a name of the room in it is not stored', async () => {
    keepRoomNames(['Juniper Ashe'])
    await real.client.desk.open({ file: await fileOf() })
    const { user } = renderInConsole(<ReceivedPage number={NUMBER} />)
    await user.type(
      await screen.findByRole('textbox', { name: 'What I value in how you supported' }),
      'Juniper',
    )
    expect(await screen.findByText('Not stored yet: it holds a name of the room.')).toBeTruthy()
    expect(
      (await real.client.desk.get({ number: NUMBER })).feedback.map(({ words }) => words).join(''),
    ).not.toContain('Juniper')
  })
})

describe('the monthly meeting', () => {
  it('prints the themes that three share, and no other', async () => {
    for (const number of ['10000000-0000', '20000000-0000', '30000000-0000'])
      await receive(number, ['silence'])
    await receive('40000000-0000', ['crisis'])
    renderInConsole(<ThemesPage />)
    expect(await screen.findByText('Silence')).toBeTruthy()
    expect(screen.queryByText('Somebody in crisis')).toBeNull()
    expect(document.body.textContent).not.toMatch(/0000-|\b[34] /)
  })

  it('keeps no lesson with a name of the room, and one without', async () => {
    keepRoomNames(['Juniper Ashe'])
    const { user } = renderInConsole(<ThemesPage />)
    await user.click(await screen.findByRole('button', { name: 'New card' }))
    await user.type(await screen.findByRole('textbox', { name: 'Title' }), 'On silence')
    const box = screen.getByRole('textbox', { name: 'What was learned' })
    await user.type(box, 'Juniper needed a pause.')
    const keep = screen.getByRole<HTMLButtonElement>('button', { name: 'Keep the card' })
    await screen.findByText('Juniper')
    expect(keep.disabled).toBe(true)
    await user.clear(box)
    await user.type(box, 'A pause is an answer too.')
    await waitFor(() => expect(keep.disabled).toBe(false))
    await user.click(keep)
    expect(await screen.findByRole('region', { name: 'On silence' })).toBeTruthy()
    expect(await real.client.desk.lessons.list()).toMatchObject([{ title: 'On silence' }])
  })
})
