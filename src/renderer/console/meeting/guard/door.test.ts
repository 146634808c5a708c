/** @file The door: order, pauses, newest wish, and what may be called confirmed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingEvent } from '../../../../contract/room-protocol'
import { createRoster } from '../roster/roster'
import type { Clock } from './clock'
import { NOT_SHOWN_AFTER_MS } from './command-status'
import { ANSWER_LIMIT_MS } from './commands'
import { DOOR_PAUSE_MS, doorOf } from './door-runs'
import { createGuard } from './guard'
import { holdClock } from './held-clock'
import { knocksOf } from './knocks'
import { createPasswords, type PasswordKeeper, type RoomPasswords } from './passwords'
import { type StandInPort, standInPort } from './stand-in-port'

const settled = async () => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
}

/** A vault that keeps one password, as the contract does. */
const keeper = (kept: string | null = null): PasswordKeeper & { kept: () => string | null } => {
  let count = 0
  let now = kept
  return {
    kept: () => now,
    read: async () => now,
    make: async () => {
      count += 1
      now = `${'x'.repeat(22)}${String(count).padStart(2, '0')}`
      return now
    },
    clear: async () => {
      now = null
    },
  }
}
const first = `${'x'.repeat(22)}01`

/** The guard, as the lock's presses and what it hears. */
const doorWith = (clock: Clock, port: StandInPort, passwords: RoomPasswords) => {
  const roster = createRoster((number) => `Someone ${number}`)
  roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
  const guard = createGuard({
    clock,
    send: port.commands.send,
    passwords,
    roster,
    fallbackName: (number) => `Someone ${number}`,
    onAskToUnmute: () => undefined,
    onModerator: () => undefined,
    onChange: () => undefined,
  })
  return {
    step: guard.step,
    lock: () => guard.press({ kind: 'lock' }),
    unlock: () => guard.press({ kind: 'unlock' }),
    shutForRemoval: () =>
      guard.feed({ kind: 'signal', signal: { kind: 'removing', id: 'gone', name: 'Gone' } }),
    receive: (event: MeetingEvent) => guard.feed({ kind: 'event', event, changes: [] }),
    receivePoll: (isLobbyOn: boolean, askedStep: number) =>
      guard.feed({
        kind: 'polled',
        polled: {
          kind: 'polled',
          pollId: 1,
          people: null,
          isAudioModerated: null,
          isVideoModerated: null,
          isLobbyOn,
        },
        askedStep,
        changes: [],
      }),
    forgetShown: () => guard.feed({ kind: 'out' }),
    state: () => doorOf(guard.state().door),
    knocks: () => knocksOf(guard.state().knocks),
  }
}

const made = async (kept: string | null = null) => {
  const clock = holdClock()
  const port = standInPort(clock)
  const vault = keeper(kept)
  const passwords = createPasswords(vault)
  await passwords.start()
  const door = doorWith(clock, port, passwords)
  const left = () => port.left.filter(({ command }) => command.name !== 'kickParticipant')
  const said = () =>
    left().map(({ command }) =>
      command.name === 'toggleLobby'
        ? command.isOn
          ? 'on'
          : 'off'
        : command.name === 'password'
          ? command.password
          : '?',
    )
  return { clock, port, vault, passwords, door, said, left }
}
const knock = { name: 'knocking', id: 'k', displayName: '' } as const

describe('lock', () => {
  it('hands the password over in the same task, pauses, then turns the lobby on', async () => {
    const { clock, door, said } = await made()
    door.lock()
    expect(said()).toEqual([first])
    expect(door.state().status.kind).toBe('queued')
    clock.advance(DOOR_PAUSE_MS - 1)
    expect(said()).toEqual([first])
    clock.advance(1)
    expect(said()).toEqual([first, 'on'])
    expect(door.state()).toMatchObject({ wish: 'locked', status: { kind: 'sent' } })
  })

  it('is not shown after ten seconds, and a knock then still proves it', async () => {
    const { clock, door } = await made()
    door.lock()
    clock.advance(DOOR_PAUSE_MS + NOT_SHOWN_AFTER_MS)
    expect(door.state().status.kind).toBe('notShown')
    door.receive(knock)
    expect(door.state().status).toMatchObject({ kind: 'confirmed', proof: 'knock' })
  })

  it('is not proved by a knock that came before the lobby command', async () => {
    const { clock, door } = await made()
    door.receive(knock)
    door.lock()
    door.receive(knock)
    clock.advance(DOOR_PAUSE_MS)
    expect(door.state().status.kind).toBe('sent')
  })

  it('only locks when pressed again, and sends again', async () => {
    const { clock, door, said } = await made()
    door.lock()
    door.lock()
    clock.advance(30_000)
    // The password only once: sent again it could cost the lobby (docs/meeting-api.md).
    expect(said()).toEqual([first, 'on', 'on'])
    door.lock()
    expect(said()).toEqual([first, 'on', 'on', 'on'])
  })

  it('says the lobby again at once within the pause after it', async () => {
    const { clock, door, said } = await made()
    door.lock()
    clock.advance(DOOR_PAUSE_MS + 500)
    door.lock()
    expect(said()).toEqual([first, 'on', 'on'])
  })

  it('keeps its password where a removal comes while that waits: the door first, then the password', async () => {
    const { clock, door, said } = await made()
    door.shutForRemoval()
    door.lock()
    expect(said()).not.toContain(first)
    door.shutForRemoval()
    clock.advance(30_000)
    expect(said().filter((one) => one === first)).toEqual([first])
    expect(said().at(-1)).toBe('on')
  })

  it('locks by the lobby alone while the vault has no password, and adds it when it comes', async () => {
    const { clock, door, said, passwords } = await made()
    passwords.forget()
    const fresh = createPasswords(keeper())
    const port = standInPort(clock)
    const bare = doorWith(clock, port, fresh)
    bare.lock()
    expect(port.left.map(({ command }) => command.name)).toEqual(['toggleLobby'])
    await settled()
    clock.advance(2 * DOOR_PAUSE_MS)
    expect(port.left.map(({ command }) => command.name)).toEqual(['toggleLobby', 'password', 'toggleLobby'])
    expect(door.state().wish).toBe('none')
    expect(said()).toEqual([])
  })

  it('is not sent without a port, and says so', async () => {
    const { clock, port, door } = await made()
    port.shut()
    door.lock()
    expect(door.state().status.kind).toBe('notSent')
    clock.advance(60_000)
    expect(port.left).toEqual([])
  })

  it('goes on to the lobby when the script does not know the password', async () => {
    const { clock, port, door, said, passwords } = await made()
    port.answerWith('notSent')
    door.lock()
    expect(door.state().status.kind).toBe('queued')
    clock.advance(DOOR_PAUSE_MS)
    expect(said()).toEqual([first, 'on'])
    expect(door.state().status).toEqual({ kind: 'notSent', why: 'refused' })
    expect(passwords.isOnRoom()).toBe(false)
  })

  it('says that it is being sent until the room page has said so, and that nothing came of it after a while', async () => {
    const { clock, port, door } = await made()
    port.answerWith(null)
    door.lock()
    clock.advance(DOOR_PAUSE_MS)
    expect(door.state().status.kind).toBe('sending')
    door.receive(knock)
    expect(door.state().status.kind).toBe('sending')
    clock.advance(ANSWER_LIMIT_MS)
    expect(door.state().status).toEqual({ kind: 'notSent', why: 'unanswered' })
    port.answerLast('sent')
    expect(door.state().status.kind).toBe('sent')
  })

  it('takes nothing off and forgets nothing when unlocking is refused', async () => {
    const { clock, port, door, passwords, vault, said } = await made()
    door.lock()
    clock.advance(DOOR_PAUSE_MS)
    const kept = vault.kept()
    port.answerWith('notSent')
    door.unlock()
    clock.advance(60_000)
    await settled()
    expect(said().at(-1)).toBe('off')
    expect([vault.kept(), passwords.isOnRoom()]).toEqual([kept, true])
    expect(door.state().status).toEqual({ kind: 'notSent', why: 'refused' })
  })

  it('keeps the password in the vault when taking it off the room was refused', async () => {
    const { clock, port, door, passwords, vault } = await made()
    door.lock()
    clock.advance(DOOR_PAUSE_MS)
    const kept = vault.kept()
    door.unlock()
    port.answerWith('notSent')
    clock.advance(60_000)
    await settled()
    expect([vault.kept(), passwords.isOnRoom()]).toEqual([kept, true])
    expect(door.state().status).toEqual({ kind: 'notSent', why: 'refused' })
  })

  it('lapses when a later API shows the lobby off', async () => {
    const { clock, door } = await made()
    door.lock()
    clock.advance(DOOR_PAUSE_MS)
    door.receive({ name: 'lobbyChanged', isEnabled: true })
    expect(door.state().status).toMatchObject({ kind: 'confirmed', proof: 'lobbyShown' })
    door.receive({ name: 'lobbyChanged', isEnabled: false })
    expect(door.state().status.kind).toBe('lapsed')
  })

  it('does not take a poll that was asked before the command for a proof', async () => {
    const { clock, door } = await made()
    const askedStep = door.step()
    door.lock()
    clock.advance(DOOR_PAUSE_MS)
    door.receivePoll(true, askedStep)
    expect(door.state().status.kind).toBe('sent')
    door.receivePoll(true, door.step())
    expect(door.state().status.kind).toBe('confirmed')
  })

  it('takes nothing of a poll that was asked before somebody knocked: the answer is of before', async () => {
    const { door } = await made()
    const askedStep = door.step()
    door.receive(knock)
    door.receivePoll(false, askedStep)
    expect(door.state().isLobbyShownOn).toBeNull()
    expect(door.knocks()[0]?.doubt).toBe('none')
    door.receivePoll(false, door.step())
    expect(door.state().isLobbyShownOn).toBe(false)
    expect(door.knocks()[0]?.doubt).toBe('mayBeInside')
  })

  it('says no longer that the waiting room is off once somebody knocks', async () => {
    const { door } = await made()
    door.receive({ name: 'lobbyChanged', isEnabled: false })
    expect(door.state().isLobbyShownOn).toBe(false)
    door.receive(knock)
    expect(door.state().isLobbyShownOn).toBeNull()
  })
})

describe('unlock and removal', () => {
  it('is not known any more once somebody knocks: another moderator may have shut the door', async () => {
    const { clock, door } = await made()
    door.lock()
    clock.advance(10_000)
    door.unlock()
    clock.advance(DOOR_PAUSE_MS)
    door.receive({ name: 'ownLobbyShown', isOn: false })
    expect(door.state().status.kind).toBe('confirmed')
    door.receive(knock)
    expect(door.state().status).toMatchObject({ kind: 'lapsed', why: 'changedByOther' })
  })

  it('is the reverse, and forgets the password', async () => {
    const { clock, door, said, vault } = await made()
    door.lock()
    clock.advance(10_000)
    door.unlock()
    expect(said()).toEqual([first, 'on', 'off'])
    clock.advance(DOOR_PAUSE_MS)
    expect(said()).toEqual([first, 'on', 'off', ''])
    await settled()
    // The next one is made ahead of need; the one that was on the room is gone from the vault.
    expect(vault.kept()).not.toBe(first)
    door.lock()
    expect(said().at(-1)).toBe(vault.kept())
  })

  it('never mixes: a lock during an unlock ends it where it stands', async () => {
    const { clock, door, said } = await made()
    door.unlock()
    clock.advance(500)
    door.lock()
    expect(said()).toEqual(['off', 'on'])
    clock.advance(20_000)
    expect(said()).toEqual(['off', 'on', first, 'on'])
  })

  it('shuts at once for a removal, and replaces the password after the pause', async () => {
    const { clock, door, said, vault } = await made()
    door.lock()
    clock.advance(10_000)
    door.shutForRemoval()
    expect(said()).toEqual([first, 'on', 'on'])
    clock.advance(DOOR_PAUSE_MS)
    await settled()
    expect(said()).toEqual([first, 'on', 'on', vault.kept()])
    clock.advance(DOOR_PAUSE_MS)
    expect(said()).toEqual([first, 'on', 'on', vault.kept(), 'on'])
    expect(vault.kept()).not.toBe(first)
  })

  it('hands over the password that the vault keeps, even when locking follows unlocking at once', async () => {
    const { clock, door, said, vault } = await made()
    door.lock()
    clock.advance(10_000)
    door.unlock()
    clock.advance(DOOR_PAUSE_MS)
    door.lock()
    await settled()
    clock.advance(10_000)
    await settled()
    expect(vault.kept()).not.toBe(first)
    expect(
      said()
        .filter((word) => word.length === 24)
        .at(-1),
    ).toBe(vault.kept())
    expect(said().at(-1)).toBe('on')
  })

  it('sends no password for a removal where the room has none', async () => {
    const { clock, door, said } = await made()
    door.shutForRemoval()
    clock.advance(20_000)
    await settled()
    expect(said()).toEqual(['on'])
  })

  it('knows after coming back that it does not know, and keeps the password for the prompt', async () => {
    const kept = 'k'.repeat(24)
    const { door, passwords } = await made(kept)
    door.forgetShown()
    expect(door.state().wish).toBe('unknown')
    expect(passwords.candidates()).toEqual([kept])
  })
})

describe('any sequence of wishes and events', () => {
  const act = fc.oneof(
    fc.constantFrom('lock', 'unlock', 'removal', 'knock', 'shownOn', 'shownOff', 'shut', 'open'),
    fc.constantFrom('answersSent', 'answersNotSent', 'answersNothing', 'sentLate'),
    fc.integer({ min: 1, max: 12_000 }),
  )
  it('keeps two seconds between the forms, and confirms nothing without its proof', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const { clock, port, door, left } = await made()
        // What the server has shown of the lobby, until we send it off: the proof is kept through locking again.
        let shownOn: boolean | null = null
        let leftCount = 0
        for (const one of acts) {
          if (typeof one === 'number') clock.advance(one)
          if (one === 'lock') door.lock()
          if (one === 'unlock') door.unlock()
          if (one === 'removal') door.shutForRemoval()
          if (one === 'shut') port.shut()
          if (one === 'open') port.open()
          if (one === 'answersSent') port.answerWith('sent')
          if (one === 'answersNotSent') port.answerWith('notSent')
          if (one === 'answersNothing') port.answerWith(null)
          if (one === 'sentLate') port.answerLast('sent')
          if (one === 'knock') door.receive(knock)
          if (one === 'shownOn') door.receive({ name: 'lobbyChanged', isEnabled: true })
          if (one === 'shownOff') door.receive({ name: 'lobbyChanged', isEnabled: false })
          await settled()
          const after = door.state()
          const news = left().slice(leftCount)
          leftCount = left().length
          if (news.some(({ command }) => command.name === 'toggleLobby' && !command.isOn)) shownOn = null
          if (one === 'knock' && after.wish === 'locked') shownOn = true
          if (one === 'shownOn') shownOn = true
          if (one === 'shownOff') shownOn = false
          if (after.status.kind === 'confirmed') {
            expect(shownOn).toBe(after.wish === 'locked')
            // The lobby command that is confirmed did leave.
            const isOn = after.wish === 'locked'
            expect(
              port.left.some(({ command }) => command.name === 'toggleLobby' && command.isOn === isOn),
            ).toBe(true)
          }
        }
        clock.advance(60_000)
        await settled()
        for (const [index, { atMs, command }] of left().entries()) {
          const previous = left()[index - 1]
          if (previous && previous.command.name !== command.name) {
            expect(atMs - previous.atMs).toBeGreaterThanOrEqual(DOOR_PAUSE_MS)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
