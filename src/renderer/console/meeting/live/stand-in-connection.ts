/** @file For tests: the other end of a room connection, played by the test. */
import type { FromRoom, MeetingEvent, PolledPerson, RoomCommand } from '../../../../contract/room-protocol'
import type {
  CloseReason,
  ConnectionState,
  JoinRequest,
  RoomConnection,
  RoomNotice,
} from '../connection/types'

/** A connection, and what plays the room page. */
export interface PlayedConnection {
  connection: RoomConnection
  joined: readonly JoinRequest[]
  sent: readonly RoomCommand[]
  /** Commands and polls as they left, in order. */
  log: readonly ({ kind: 'command'; command: RoomCommand } | { kind: 'poll'; pollId: number })[]
  say(message: FromRoom): void
  event(event: MeetingEvent): void
  tell(notice: RoomNotice): void
  /** Answers the last poll. */
  answerPoll(
    people: readonly PolledPerson[] | null,
    more?: { isAudioModerated?: boolean; isVideoModerated?: boolean; isLobbyOn?: boolean },
  ): void
  /** From now on the room page says this of every command, soon; null: nothing. */
  answerWith(kind: 'sent' | 'notSent' | null): void
  isLeft(): boolean
}

/** Plays one. */
export const playConnection = (): PlayedConnection => {
  const listeners = new Set<(notice: RoomNotice) => void>()
  const joined: JoinRequest[] = []
  const sent: RoomCommand[] = []
  const log: PlayedConnection['log'][number][] = []
  let state: ConnectionState = 'open'
  let polls = 0
  let answer: 'sent' | 'notSent' | null = 'sent'
  let left: Promise<CloseReason> | null = null
  const tell = (notice: RoomNotice) => {
    for (const listener of listeners) listener(notice)
  }
  const close = (reason: CloseReason) => {
    if (state === 'closed') return
    state = 'closed'
    tell({ kind: 'state', state: 'closed', reason })
    listeners.clear()
  }
  const say = (message: FromRoom) => tell({ kind: 'message', message })
  return {
    connection: {
      state: () => state,
      join: (request) => joined.push(request) === 1,
      send: (command) => {
        if (state !== 'open') return null
        const commandId = sent.push(command)
        log.push({ kind: 'command', command })
        const kind = answer
        if (kind !== null) void Promise.resolve().then(() => say({ kind, commandId }))
        return commandId
      },
      poll: () => {
        if (state !== 'open') return null
        polls += 1
        log.push({ kind: 'poll', pollId: polls })
        return polls
      },
      leave: () => {
        left ??= Promise.resolve('left' as const).then((reason) => {
          close(reason)
          return reason
        })
        return left
      },
      close: () => close('closed'),
      focusFrame: () => undefined,
      setShown: () => undefined,
      cutOff: () => close('keyboardTaken'),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    joined,
    sent,
    log,
    say,
    event: (event) => say({ kind: 'event', event }),
    tell,
    answerPoll: (people, { isAudioModerated, isVideoModerated, isLobbyOn } = {}) =>
      say({
        kind: 'polled',
        pollId: polls,
        people: people === null ? null : [...people],
        isAudioModerated: isAudioModerated ?? null,
        isVideoModerated: isVideoModerated ?? null,
        isLobbyOn: isLobbyOn ?? null,
      }),
    answerWith: (kind) => {
      answer = kind
    },
    isLeft: () => left !== null,
  }
}
