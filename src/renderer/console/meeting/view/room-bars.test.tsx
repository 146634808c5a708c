/**
 * @file The bars of an open room on other pages and on the lock screen: what waits is in sight, the keys act, and a
 * stranger before the lock screen reads no name and no word.
 */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { Announcer } from '../../announcer'
import { ChangedKeys } from '../../ui/keys'
import { SHOWN_WITHIN_MS } from '../guard/own-microphone'
import { closeCrisisCards, showOpenRoom, showSteppedOut } from '../open-room'
import { LockedRoom } from './LockedRoom'
import { playRoom } from './played-room.fixture'
import { RoomBar } from './RoomBar'

const hides: (() => void)[] = []
afterEach(() => {
  for (const hide of hides.splice(0)) act(hide)
})

const shown = async (which: 'page' | 'lock', changedKeys: Readonly<Record<string, string>> = {}) => {
  const played = await playRoom('Wren', 'Oak')
  const cardsPlace = document.createElement('div')
  cardsPlace.textContent = 'The cards'
  played.draw()
  hides.push(showOpenRoom({ room: played.room, cardsPlace }))
  const onBack = vi.fn()
  const { user } = renderInConsole(
    <ChangedKeys value={changedKeys}>
      {which === 'page' ? <RoomBar onBack={onBack} /> : <LockedRoom />}
      <Announcer />
    </ChangedKeys>,
  )
  return {
    ...played,
    user,
    onBack,
    bar: screen.getByRole('region', { name: 'The open room' }),
    look: () => act(() => void played.draw()),
    lines: () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent),
  }
}
type Shown = Awaited<ReturnType<typeof shown>>
const muchHappens = ({ write, knock, page, look }: Shown) => {
  write('guest-1', 'I am not safe')
  write('guest-2', 'Hello')
  knock('k1', 'Sol')
  page().event({ name: 'recordingChanged', isOn: true, mode: 'file' })
  page().event({ name: 'handRaised', id: 'guest-2', raisedAtMs: 5 })
  look()
}

describe('the bar on another page', () => {
  it('says as of when the lock was shown, where there may be no line to the meeting', async () => {
    const one = await shown('page')
    one.page().event({ name: 'ownLobbyShown', isOn: true })
    one.look()
    expect(one.bar.textContent).toContain('The server shows the door shut')
    one.room.setOffline(true)
    one.look()
    expect(one.bar.textContent).toContain('Perhaps no line to the meeting')
    expect(one.bar.textContent).toMatch(/As of \d+:\d\d.*: /)
  })

  it('names what waits, the most urgent first, the newest of each kind with how many more', async () => {
    const one = await shown('page')
    expect(one.lines()).toEqual([])
    muchHappens(one)
    expect(one.lines()).toEqual([
      'This meeting is being recorded or streamed',
      'Oak wrote privately: Helloand 1 more',
      'Sol waits to enter',
      'Oak raised a hand',
    ])
  })

  it.each([
    ['L', 'Lock the room', 'password'],
    ['Q', 'Quiet the room', 'toggleModeration'],
    ['U', 'Pause the room', 'sendToEveryone'],
  ])('Alt %s acts, and so does its button: %s', async (letter, name, command) => {
    const byKey = await shown('page')
    await byKey.user.keyboard(`{Alt>}[Key${letter}]{/Alt}`)
    expect(byKey.left()).toContain(command)
    cleanup()
    const byButton = await shown('page')
    await byButton.user.click(within(byButton.bar).getByRole('button', { name }))
    expect(byButton.left()).toContain(command)
  })

  it('a key that comes too early, or without the role, does nothing and says why', async () => {
    const one = await shown('page')
    act(() => one.page().event({ name: 'roleChanged', id: 'me', role: 'none' }))
    one.look()
    for (const letter of ['L', 'Q', 'U']) await one.user.keyboard(`{Alt>}[Key${letter}]{/Alt}`)
    expect(one.left()).toEqual([])
    const said = () => document.querySelector('[aria-live="assertive"]')?.textContent
    for (const name of ['Lock', 'Quiet', 'Pause'])
      await waitFor(() => expect(said()).toContain(`${name} the room: You are not the moderator here`))
  })

  it('leads back by its button and by Alt R', async () => {
    const { user, onBack, bar } = await shown('page')
    await user.click(within(bar).getByRole('button', { name: 'Back to the room' }))
    await user.keyboard('{Alt>}[KeyR]{/Alt}')
    expect(onBack).toHaveBeenCalledTimes(2)
  })

  it('opens the crisis cards in place, and what waits stays above them', async () => {
    const one = await shown('page')
    await one.user.keyboard('{Alt>}[KeyC]{/Alt}')
    expect(one.bar.textContent).toContain('The cards')
    one.write('guest-1', 'I am not safe')
    one.look()
    const words = one.bar.textContent ?? ''
    expect(words.indexOf('I am not safe')).toBeGreaterThan(-1)
    expect(words.indexOf('I am not safe')).toBeLessThan(words.indexOf('The cards'))
    act(closeCrisisCards)
    expect(one.bar.textContent).not.toContain('The cards')
  })

  it('acts on nothing once we are out, and says why', async () => {
    const { user, left, page, look, bar } = await shown('page')
    page().event({ name: 'kicked', kickedId: 'me', isSelf: true })
    look()
    const before = left().length
    await user.keyboard('{Alt>}[KeyL]{/Alt}{Alt>}[KeyQ]{/Alt}')
    expect(left()).toHaveLength(before)
    expect(within(bar).getByRole('button', { name: 'Lock the room' })).toHaveProperty('disabled', true)
    expect(bar.textContent).toContain('Somebody removed you from the room')
    expect(bar.textContent).toContain('Not in the room')
  })
})

describe('the bar above the lock screen', () => {
  it('says kinds and numbers, and no name and no word of anybody', async () => {
    const one = await shown('lock')
    muchHappens(one)
    expect(one.lines()).toEqual([
      '1 warning about the room',
      '2 private messages wait',
      '1 person waits to enter',
      '1 hand is raised',
    ])
    for (const private_ of ['Wren', 'Oak', 'Sol', 'safe', 'Hello']) {
      expect(document.body.textContent).not.toContain(private_)
    }
    expect(one.bar.textContent).toContain('Unlock the console to answer.')
  })

  it('locks and quiets the room by key', async () => {
    const { user, left } = await shown('lock')
    await user.keyboard('{Alt>}[KeyL]{/Alt}{Alt>}[KeyQ]{/Alt}')
    expect(left()).toEqual(expect.arrayContaining(['password', 'toggleModeration']))
  })

  it('asks before the end, and gives the keyboard back', async () => {
    const { user, left, bar } = await shown('lock')
    const end = within(bar).getByRole('button', { name: 'End for everyone' })
    await user.click(end)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Not yet' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(document.activeElement).toBe(end)
    expect(left()).not.toContain('endConference')
  })
})

describe('either bar', () => {
  it.each(['page', 'lock'] as const)(
    'says, by numbers alone, what was not sent and who is still to be asked about: %s',
    async (which) => {
      const { page, look, room, settled, lines } = await shown(which)
      page().answerWith('notSent')
      room.sendPrivateMessage('guest-1', 'I see you')
      await settled()
      look()
      act(() => showSteppedOut(2))
      expect(lines()).toEqual(['1 message of yours was not sent', '2 people stepped out: are they safe?'])
      expect(document.body.textContent).not.toContain('I see you')
    },
  )

  it.each(['page', 'lock'] as const)('shows how our own microphone stands: %s', async (which) => {
    const { page, look, bar, room, clock } = await shown(which)
    expect(bar.textContent).toContain('Your microphone: not known')
    page().event({ name: 'ownAudioMuted', isMuted: false })
    look()
    expect(bar.textContent).toContain('Your microphone is on')
    room.flipMicrophone()
    clock.advance(SHOWN_WITHIN_MS)
    look()
    expect(bar.textContent).toContain('The meeting does not show that your microphone changed')
    page().event({ name: 'ownAudioMuted', isMuted: true })
    look()
    expect(bar.textContent).toContain('Your microphone is off')
    page().event({ name: 'kicked', kickedId: 'me', isSelf: true })
    look()
    expect(bar.textContent).not.toContain('Your microphone')
  })

  it.each(['page', 'lock'] as const)('prints each key as the person has it: %s', async (which) => {
    const { bar, user, left } = await shown(which, { 'Alt+L': 'F8' })
    const lock = within(bar).getByRole('button', { name: 'Lock the room' })
    expect([lock.title, lock.getAttribute('aria-keyshortcuts')]).toEqual(['Lock the room (F8)', 'F8'])
    await user.keyboard('{F8}')
    expect(left()).toContain('password')
    expect(within(bar).getByRole('button', { name: 'Quiet the room' }).title).toBe('Quiet the room (Alt Q)')
  })
})
