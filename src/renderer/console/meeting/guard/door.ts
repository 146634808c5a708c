/**
 * @file The door: lock, unlock, and shutting it when somebody is removed. One run at a time; a newer wish ends
 * the older run where it stands, so their commands never mix. Lock only ever locks.
 *
 * Order: password, two seconds, lobby on; unlock the reverse (trap 3; docs/meeting-api.md).
 */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import type { Clock } from './clock'
import type { Hand } from './commands'
import type { RoomPasswords } from './passwords'
import { createStanding, type Standing } from './standing'

/** Between a password and a lobby command, in milliseconds: back to back they overwrite each other (trap 3). */
export const DOOR_PAUSE_MS = 2000

/** What the facilitator last wished, and where it stands. */
export interface DoorState {
  /** `unknown`: after coming back to a room that may have been locked before. */
  wish: 'none' | 'unknown' | 'locked' | 'unlocked'
  standing: Standing
  /** What a later API shows of the lobby; null where it cannot say. */
  isLobbyShownOn: boolean | null
}

/** The door of one room. */
export interface Door {
  state(): DoorState
  lock(): void
  unlock(): void
  /** Lobby on at once, and a new password after the pause where the room may have one (trap 6). */
  shutForRemoval(): void
  hear(event: MeetingEvent): void
  /** What a poll shows of the lobby, and when that poll was asked. */
  hearPoll(isLobbyOn: boolean | null, askedAtMs: number): void
  /** We come back after a drop: what was sent may be gone (trap 4). */
  forgetShown(): void
  stop(): void
}

type Form = 'password' | 'lobby'
type RunKind = 'lock' | 'unlock' | 'removal'
interface Step {
  form: Form
  perform(): void
}

/** Makes the door, with nothing wished. */
export const createDoor = (options: {
  clock: Clock
  hand: Hand
  passwords: RoomPasswords
  onChange: () => void
}): Door => {
  const { clock, hand, passwords, onChange } = options
  let wish: DoorState['wish'] = 'none'
  let isLobbyShownOn: boolean | null = null
  let last: { form: Form; atMs: number } | null = null
  let lobbyOnSentAtMs: number | null = null
  let lobbyOffSentAtMs: number | null = null
  let run: { kind: RunKind; steps: Step[] } | null = null
  let again: RunKind | null = null
  let stopWaiting: (() => void) | null = null
  const standing = createStanding(clock, onChange)

  const onNotSent = (): void => {
    stopRun()
    standing.notSent()
  }
  const stopRun = (): void => {
    stopWaiting?.()
    stopWaiting = null
    run = null
    again = null
  }

  const sendLobby = (isOn: boolean): void => {
    last = { form: 'lobby', atMs: clock.nowMs() }
    if (!hand({ name: 'toggleLobby', isOn }, onNotSent)) return
    lobbyOnSentAtMs = isOn ? clock.nowMs() : null
    lobbyOffSentAtMs = isOn ? null : clock.nowMs()
    standing.sent()
  }
  const sendPassword = (password: string): boolean => {
    last = { form: 'password', atMs: clock.nowMs() }
    // A script that refuses the password must not keep the lobby, which is what locks, from being sent.
    if (!hand({ name: 'password', password }, () => undefined)) {
      onNotSent()
      return false
    }
    if (password !== '') passwords.markSent()
    return true
  }

  const lobby = (isOn: boolean): Step => ({ form: 'lobby', perform: () => sendLobby(isOn) })
  const password = (text: string): Step => ({ form: 'password', perform: () => void sendPassword(text) })

  const isPausing = (form: Form): boolean =>
    last !== null && last.form === form && clock.nowMs() - last.atMs < DOOR_PAUSE_MS

  const stepsOf = (kind: RunKind): Step[] => {
    switch (kind) {
      case 'lock': {
        const ready = passwords.current()
        if (ready === null) return [lobby(true)]
        // A password sent while the lobby may be on, to a client that has not heard of it, would destroy the lobby
        // and let in everyone who waits (docs/meeting-api.md): once both were sent, only the lobby is said again.
        if (lobbyOnSentAtMs === null && !isPausing('lobby')) return [password(ready), lobby(true)]
        return passwords.isOnRoom() ? [lobby(true)] : [lobby(true), password(ready), lobby(true)]
      }
      case 'unlock':
        return [
          lobby(false),
          {
            form: 'password',
            perform: () => {
              if (sendPassword('')) void passwords.takenOff()
            },
          },
        ]
      case 'removal':
        // The lobby once more at the end: should the new password have cost it, it comes back.
        return passwords.isOnRoom()
          ? [lobby(true), { form: 'password', perform: () => void replacePassword() }]
          : [lobby(true)]
    }
  }

  const replacePassword = async (): Promise<void> => {
    const mine = run
    const renewed = await passwords.renew()
    // A newer wish may have come while the vault wrote: then the door is its business.
    if (renewed === null || wish !== 'locked' || (run !== mine && run !== null)) return
    stopRun()
    run = { kind: 'removal', steps: [password(renewed), lobby(true)] }
    advance()
  }

  const advance = (): void => {
    stopWaiting = null
    while (run) {
      const step = run.steps[0]
      if (!step) {
        run = null
        if (again) start(again)
        return
      }
      const waitMs = last && last.form !== step.form ? last.atMs + DOOR_PAUSE_MS - clock.nowMs() : 0
      if (waitMs > 0) {
        stopWaiting = clock.after(waitMs, advance)
        return
      }
      run.steps.shift()
      step.perform()
    }
  }

  const start = (kind: RunKind): void => {
    again = null
    run = { kind, steps: stepsOf(kind) }
    advance()
  }

  const lockWithoutPassword = async (): Promise<void> => {
    if (passwords.current() !== null) return
    const made = await passwords.renew()
    if (made === null || wish !== 'locked') return
    stopRun()
    run = { kind: 'lock', steps: [password(made), lobby(true)] }
    advance()
  }

  const request = (kind: RunKind, next: 'locked' | 'unlocked'): void => {
    wish = next
    if (run && (run.kind === kind || (run.kind === 'removal' && kind === 'lock'))) {
      again = kind
      onChange()
      return
    }
    stopRun()
    standing.queued()
    start(kind)
  }

  const shown = (isOn: boolean): void => {
    isLobbyShownOn = isOn
    const isWished =
      wish === 'locked' ? lobbyOnSentAtMs !== null : wish === 'unlocked' && lobbyOffSentAtMs !== null
    if (isWished && isOn === (wish === 'locked')) standing.confirm('lobbyShown')
    else if (isWished) standing.lapse()
    onChange()
  }

  return {
    state: () => ({ wish, standing: standing.now(), isLobbyShownOn }),
    lock() {
      request('lock', 'locked')
      void lockWithoutPassword()
    },
    unlock: () => request('unlock', 'unlocked'),
    shutForRemoval: () => request('removal', 'locked'),
    hear(event) {
      if (event.name === 'knocking' && wish === 'locked' && lobbyOnSentAtMs !== null)
        standing.confirm('knock')
      if (event.name === 'lobbyChanged') shown(event.isEnabled)
    },
    hearPoll(isLobbyOn, askedAtMs) {
      // A poll asked before the command, or in the same millisecond, speaks of the time before.
      const sentAtMs = lobbyOnSentAtMs ?? lobbyOffSentAtMs
      if (isLobbyOn !== null && (sentAtMs === null || askedAtMs > sentAtMs)) shown(isLobbyOn)
    },
    forgetShown() {
      stopRun()
      last = null
      lobbyOnSentAtMs = null
      lobbyOffSentAtMs = null
      isLobbyShownOn = null
      wish = wish === 'none' && !passwords.isOnRoom() ? 'none' : 'unknown'
      standing.reset()
    },
    stop() {
      stopRun()
      standing.reset()
    },
  }
}
