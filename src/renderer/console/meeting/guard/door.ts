/**
 * @file The door: lock, unlock, and shutting it when somebody is removed. One run at a time; a newer wish ends
 * the older run where it stands, so their commands never mix. Lock only ever locks.
 *
 * Order: password, two seconds, lobby on; unlock the reverse (trap 3; docs/meeting-api.md).
 */
import type { MeetingEvent } from '../../../../contract/room-protocol'
import type { Clock } from './clock'
import { type CommandStatus, createCommandStatus } from './command-status'
import type { SendCommand, SendResult } from './commands'
import type { RoomPasswords } from './passwords'

/** Between a password and a lobby command, in milliseconds: back to back they overwrite each other (trap 3). */
export const DOOR_PAUSE_MS = 2000

/** What the facilitator last wished, and where it stands. */
export interface DoorState {
  /** `unknown`: after coming back to a room that may have been locked before. */
  wish: 'none' | 'unknown' | 'locked' | 'unlocked'
  status: CommandStatus
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
  receive(event: MeetingEvent): void
  /** What a poll shows of the lobby, and when that poll was asked. */
  receivePoll(isLobbyOn: boolean | null, askedAtMs: number): void
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
  send: SendCommand
  passwords: RoomPasswords
  /** The lobby was turned off: whoever waited may be inside. */
  onLobbyOffSent: () => void
  onChange: () => void
}): Door => {
  const { clock, send, passwords, onLobbyOffSent, onChange } = options
  let wish: DoorState['wish'] = 'none'
  let isLobbyShownOn: boolean | null = null
  let last: { form: Form; atMs: number } | null = null
  let lobbyOnSentAtMs: number | null = null
  let lobbyOffSentAtMs: number | null = null
  let run: { kind: RunKind; steps: Step[] } | null = null
  let again: RunKind | null = null
  let stopWaiting: (() => void) | null = null
  const status = createCommandStatus(clock, onChange)

  const stopRun = (): void => {
    stopWaiting?.()
    stopWaiting = null
    run = null
    again = null
  }

  const sendLobby = (isOn: boolean): void => {
    const atMs = clock.nowMs()
    last = { form: 'lobby', atMs }
    lobbyOnSentAtMs = isOn ? atMs : null
    lobbyOffSentAtMs = isOn ? null : atMs
    const track = status.attempt(isOn ? {} : { onSent: onLobbyOffSent })
    send({ name: 'toggleLobby', isOn }, (result) => {
      track(result)
      if (result.kind === 'sent' || result.why === 'unanswered') return
      // It did not reach the meeting: what follows it must not either, and nothing of it can be shown.
      if (last?.atMs === atMs) stopRun()
      if (lobbyOnSentAtMs === atMs) lobbyOnSentAtMs = null
      if (lobbyOffSentAtMs === atMs) lobbyOffSentAtMs = null
    })
  }
  const sendPassword = (password: string, onResult: (result: SendResult) => void): void => {
    last = { form: 'password', atMs: clock.nowMs() }
    send({ name: 'password', password }, onResult)
  }

  const lobby = (isOn: boolean): Step => ({ form: 'lobby', perform: () => sendLobby(isOn) })
  /** On the way to a shut door. A script that refuses it must not keep the lobby, which is what locks, away. */
  const password = (text: string): Step => ({
    form: 'password',
    perform: () =>
      sendPassword(text, (result) => {
        if (result.kind === 'sent') {
          passwords.markSent()
        } else if (result.why === 'noConnection') {
          stopRun()
          status.attempt()(result)
        }
      }),
  })
  /** On the way to an open door. The kept one is forgotten only when taking it off was handed over. */
  const noPassword: Step = {
    form: 'password',
    perform: () =>
      sendPassword('', (result) => {
        if (wish !== 'unlocked') return
        if (result.kind === 'sent') void passwords.takenOff()
        else status.attempt()(result)
      }),
  }

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
        return [lobby(false), noPassword]
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
    status.queued()
    start(kind)
  }

  const shown = (isOn: boolean): void => {
    isLobbyShownOn = isOn
    const isWished =
      wish === 'locked' ? lobbyOnSentAtMs !== null : wish === 'unlocked' && lobbyOffSentAtMs !== null
    if (isWished && isOn === (wish === 'locked')) status.confirm('lobbyShown')
    else if (isWished) status.lapse()
    onChange()
  }

  return {
    state: () => ({ wish, status: status.now(), isLobbyShownOn }),
    lock() {
      request('lock', 'locked')
      void lockWithoutPassword()
    },
    unlock: () => request('unlock', 'unlocked'),
    shutForRemoval: () => request('removal', 'locked'),
    receive(event) {
      if (event.name === 'knocking' && wish === 'locked' && lobbyOnSentAtMs !== null) status.confirm('knock')
      if (event.name === 'lobbyChanged') shown(event.isEnabled)
    },
    receivePoll(isLobbyOn, askedAtMs) {
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
      status.reset()
    },
    stop() {
      stopRun()
      status.reset()
    },
  }
}
