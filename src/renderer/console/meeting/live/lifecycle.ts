/**
 * @file The way in and out of one room: page, script, joining, trouble, coming back, leaving. One connection at
 * a time; what an earlier one still says is not heard.
 */
import type { FromRoom, MeetingEvent, RoomCommand } from '../../../../contract/room-protocol'
import type { JoinRequest, RoomConnection, RoomNotice } from '../connection/types'
import type { Clock } from '../guard/clock'
import { createTimers } from '../guard/clock'
import type { RoomPasswords } from '../guard/passwords'
import { createLineWatch, type LineWatchOptions } from './line-watch'
import type { RoomState } from './room-state'
import { readError, type Stage, type Trouble } from './stage'

/** How often the roster is asked for, in milliseconds (trap 10). */
export const POLL_EVERY_MS = 3000
/** After acts that a poll can show, it is asked this soon, in milliseconds. */
const POLL_SOON_MS = 400
/** Joining that takes longer than this is said to be slow, in milliseconds. */
export const SLOW_AFTER_MS = 20_000
/** After "left" without an end, the meeting has this long to come back by itself, in milliseconds (measured: 24 s). */
export const RETURN_LIMIT_MS = 120_000
/** How long the meeting has to act on "end for everyone" once it was sent before we leave, in milliseconds. */
export const END_WAIT_MS = 1500

/** Whether the meeting's frame took the keyboard since the facilitator last said to have seen it. */
export type KeyboardState = { kind: 'ours' } | { kind: 'taken'; times: number }

/** What the frame says by itself as its line breaks, without any server. */
const saidOfABrokenLine: ReadonlySet<MeetingEvent['name']> = new Set([
  'participantLeft',
  'left',
  'errorOccurred',
  'hinted',
  'ownAudioMuted',
  'participantMuted',
  'readyToClose',
  'handRaised',
])

/** What the way in and out is made with. */
export interface LifecycleOptions {
  clock: Clock
  /** Readies a room page and connects to it. Rejects with the contract's errors. */
  openRoom: () => Promise<{ connection: RoomConnection; join: JoinRequest }>
  passwords: RoomPasswords
  /** Asks the meeting server whether it is there. */
  askServer: LineWatchOptions['ask']
  /** The state it feeds; made after it, because commands go out through here. */
  room: () => RoomState
  onChange: () => void
}

/** Makes it, outside. */
export const createLifecycle = (options: LifecycleOptions) => {
  const { clock, openRoom, passwords, room, onChange } = options
  let connection: RoomConnection | null = null
  let attempt = 0
  let stage: Stage = { kind: 'entering' }
  let enteredAtMs = clock.nowMs()
  let isSilent = false
  let isLineBroken = false
  let isEndRefused = false
  let isShown = true
  let keyboard: KeyboardState = { kind: 'ours' }
  let passwordTries = 0
  let hasAskedForPasswords = false
  let isEndShown = false
  let onEndAnswer: ((answer: 'gone' | 'refused') => void) | null = null
  const timers = createTimers<'poll' | 'pollSoon' | 'slow' | 'return'>(clock)

  const line = createLineWatch({ clock, ask: options.askServer, onChange })

  const become = (next: Stage): void => {
    const wasInside = stage.kind === 'inRoom'
    stage = next
    if (!wasInside && next.kind === 'inRoom') line.start()
    if (wasInside && next.kind !== 'inRoom') line.stop()
    onChange()
  }
  const join = (heard: Extract<Stage, { kind: 'joining' }>['heard']): void => {
    const sinceMs = stage.kind === 'joining' ? stage.sinceMs : enteredAtMs
    const isSlow = stage.kind === 'joining' && stage.isSlow
    become({ kind: 'joining', isSlow, sinceMs, heard })
  }
  const beSlow = (): void => {
    if (stage.kind === 'entering') join('nothing')
    if (stage.kind === 'joining') become({ ...stage, isSlow: true })
  }
  /** We were inside, and may come back by ourselves. */
  const awaitReturn = (): void => {
    timers.stop('poll')
    timers.stop('pollSoon')
    become({ kind: 'joining', isSlow: false, sinceMs: clock.nowMs(), heard: 'room' })
    timers.start('slow', SLOW_AFTER_MS, beSlow)
    timers.start('return', RETURN_LIMIT_MS, () => fail('connectionLost'))
  }
  const beInside = (): void => {
    timers.stop('slow')
    timers.stop('return')
    become({ kind: 'inRoom' })
    keepPolling()
  }
  const isOver = (): boolean => stage.kind === 'leaving' || stage.kind === 'left'

  const poll = (): void => {
    const pollId = connection?.poll() ?? null
    if (pollId !== null) room().pollAsked(pollId)
  }
  const keepPolling = (): void => {
    poll()
    timers.start('poll', POLL_EVERY_MS, keepPolling)
  }
  const pollSoon = (): void => timers.start('pollSoon', POLL_SOON_MS, poll)

  const fail = (why: Trouble, error: unknown = null): void => {
    if (isOver() || stage.kind === 'trouble') return
    timers.stopAll()
    room().lineBroke()
    become({ kind: 'trouble', why, error })
    // The camera and microphone are let go; the view offers the way on.
    void connection?.leave()
  }

  const answerPasswordPrompt = (): void => {
    const password = passwords.candidates()[passwordTries]
    passwordTries += 1
    if (password === undefined) fail('wrongPassword')
    else {
      room().commands.send({ name: 'password', password }, (result) => {
        if (result.kind === 'notSent' && result.why !== 'unanswered') fail('wrongPassword')
      })
    }
  }

  const breakLine = (): void => {
    room().lineBroke()
    if (stage.kind !== 'inRoom') return
    isLineBroken = true
    awaitReturn()
  }

  const knockAtOwnLobby = (): void => {
    // We are outside: what was shown, or is said by a frame that stands there, is of no room that we are in.
    breakLine()
    // Somebody inside may take their time to let us in: nothing gives that up but the person.
    timers.stop('slow')
    timers.stop('return')
    if (stage.kind === 'ownLobby') return
    become({ kind: 'ownLobby' })
    // A right password passes the lobby (trap 4); whether this server's frame takes it here is not known.
    const password = passwords.isOnRoom() ? passwords.current() : null
    if (password !== null) room().commands.send({ name: 'password', password }, () => undefined)
  }

  const receiveStageEvent = (event: MeetingEvent): void => {
    const isOutside = stage.kind === 'joining' || stage.kind === 'ownLobby'
    if (isLineBroken && isOutside && !saidOfABrokenLine.has(event.name)) {
      // Only a server that is there says this.
      isLineBroken = false
      beInside()
    }
    // Who speaks is told by the line of sound, or by the frame itself: the room's may be dead beside it.
    if (!saidOfABrokenLine.has(event.name) && event.name !== 'dominantSpeaker') line.heardNews()
    switch (event.name) {
      case 'joined':
        passwordTries = 0
        isLineBroken = false
        beInside()
        return
      case 'left':
        isLineBroken = false
        // Not proof of an end (docs/meeting-api.md): it may come back by itself.
        if (stage.kind === 'inRoom') awaitReturn()
        return
      case 'readyToClose':
        fail('ended')
        return
      case 'kicked':
        if (event.isSelf) fail('kickedSelf')
        return
      case 'passwordRequired':
        answerPasswordPrompt()
        return
      case 'errorOccurred': {
        const read = readError(event.errorName, event.isFatal)
        if (read === 'ownLobby') knockAtOwnLobby()
        else if (read === 'lineBroke') breakLine()
        else if (read !== null) fail(read)
        return
      }
      default:
        return
    }
  }

  const receiveMessage = (message: FromRoom): void => {
    switch (message.kind) {
      case 'constructed':
        if (stage.kind === 'entering' || (stage.kind === 'joining' && stage.heard === 'nothing'))
          join('script')
        return
      case 'alive':
        if (stage.kind === 'entering' || stage.kind === 'joining') join('frame')
        return
      case 'slow':
        beSlow()
        return
      case 'failed':
        // Inside, the script and its frame have long shown that they work.
        if (stage.kind !== 'inRoom') fail(message.reason)
        return
      case 'event':
        if (stage.kind === 'left' || stage.kind === 'trouble') return
        if (stage.kind === 'leaving') {
          // Who was here is remembered until the session is closed: only the end itself is heard.
          const { event } = message
          if (
            stage.isForEveryone &&
            event.name === 'errorOccurred' &&
            event.errorName === 'conference.destroyed'
          ) {
            isEndShown = true
            onEndAnswer?.('gone')
          }
          if (message.event.name === 'left' || message.event.name === 'readyToClose') onEndAnswer?.('gone')
          return
        }
        room().receiveEvent(message.event)
        receiveStageEvent(message.event)
        return
      case 'polled':
        if (stage.kind === 'inRoom') room().receivePoll(message)
        return
      case 'sent':
      case 'notSent':
        room().commands.receive(message)
        return
      case 'pong':
      case 'closed':
        return
    }
  }

  const receive = (notice: RoomNotice): void => {
    switch (notice.kind) {
      case 'message':
        receiveMessage(notice.message)
        return
      case 'alarm':
        if (!isOver()) room().guard.raise('pageMisbehaves')
        return
      case 'keyboardTaken':
        keyboard = {
          kind: 'taken',
          times: keyboard.kind === 'taken' ? keyboard.times + 1 : 1,
        }
        onChange()
        return
      case 'state':
        isSilent = notice.state === 'silent'
        if (notice.state === 'closed') {
          onEndAnswer?.('gone')
          if (notice.reason === 'neverReady') fail('pageUnreachable')
          else if (notice.reason === 'secondLoad') fail('pageReloaded')
          else if (notice.reason === 'keyboardTaken' || notice.reason === 'flooded') fail(notice.reason)
        }
        onChange()
        return
    }
  }

  const enter = async (): Promise<void> => {
    attempt += 1
    const mine = attempt
    const isStale = (): boolean => mine !== attempt
    enteredAtMs = clock.nowMs()
    become({ kind: 'entering' })
    timers.start('slow', SLOW_AFTER_MS, beSlow)
    if (!hasAskedForPasswords) {
      hasAskedForPasswords = true
      await passwords.start()
      room().guard.feed({ kind: 'out' })
      if (isStale()) return
    }
    try {
      const opened = await openRoom()
      if (isStale()) {
        opened.connection.close()
        return
      }
      connection = opened.connection
      connection.setShown(isShown)
      // A notice of an earlier connection must not speak for this one.
      opened.connection.subscribe((notice) => {
        if (!isStale()) receive(notice)
      })
      if (!opened.connection.join(opened.join)) fail('ticket')
    } catch (error) {
      if (!isStale()) fail('ticket', error)
    }
  }

  const drop = (): void => {
    attempt += 1
    timers.stopAll()
    room().commands.disconnected()
    onEndAnswer = null
    connection = null
    isSilent = false
  }

  return {
    stage: (): Stage => stage,
    isSilent: (): boolean => isSilent,
    /** When the room or its server was heard last, where what is said of it may be old. */
    doubtedSinceMs: (): number | null => line.doubtedSinceMs(),
    /** This computer is on no network, or is on one again. */
    setOffline: (isOffline: boolean): void => line.setOffline(isOffline),
    isEndRefused: (): boolean => isEndRefused,
    send: (command: RoomCommand): number | null => connection?.send(command) ?? null,
    focusFrame: (): void => connection?.focusFrame(),
    keyboard: (): KeyboardState => keyboard,
    setShown: (next: boolean): void => {
      isShown = next
      connection?.setShown(next)
    },
    cutOff: (): void => connection?.cutOff(),
    dismissKeyboard: (): void => {
      keyboard = { kind: 'ours' }
      onChange()
    },
    enter,
    pollSoon,
    rejoin: async (): Promise<void> => {
      if (isOver()) return
      const old = connection
      drop()
      passwordTries = 0
      room().forgetShown()
      become({ kind: 'entering' })
      // At most three seconds: the meeting should not see us twice.
      await old?.leave()
      if (!isOver()) await enter()
    },
    /** Asks the meeting to end for everyone; false when that was not sent, and we are still inside. */
    end: async (): Promise<boolean> => {
      const before = stage
      isEndRefused = false
      isEndShown = false
      become({ kind: 'leaving', isForEveryone: true })
      const answer = new Promise<'gone' | 'refused'>((resolve) => {
        onEndAnswer = resolve
        room().commands.send({ name: 'endConference' }, (result) => {
          if (result.kind === 'sent') clock.after(END_WAIT_MS, () => resolve('gone'))
          else resolve('refused')
        })
      })
      const answered = await answer
      onEndAnswer = null
      isEndRefused = answered === 'refused'
      if (isEndRefused) become(before)
      return !isEndRefused
    },
    /** Leaves properly (trap 16): three seconds at most. */
    leave: async (isForEveryone: boolean): Promise<void> => {
      timers.stopAll()
      room().lineBroke()
      become({ kind: 'leaving', isForEveryone })
      await connection?.leave()
      drop()
      stage = { kind: 'left', isForEveryone, isEndShown: isForEveryone && isEndShown }
    },
    /** No time to hang up: the frame takes camera and microphone with it. */
    abandon: (): void => {
      connection?.close()
      line.stop()
      drop()
      stage = { kind: 'left', isForEveryone: false, isEndShown: false }
    },
  }
}
/** The way in and out. */
export type Lifecycle = ReturnType<typeof createLifecycle>
