/**
 * @file One meeting in the room page: joins through the server's script, passes commands to it and events from
 * it, polls, and leaves properly. It keeps nothing, stores nothing, logs nothing.
 */
import type { FromRoom, ToRoom } from '../../contract/room-protocol'
import { callsFor, commandNames } from './command-calls'
import type { MeetingApi } from './meeting-api'
import { eventNames, readMeetingEvent, signsOfLife } from './meeting-events'
import { isOfThisMeeting, type JoinOrder, meetingOptions } from './meeting-options'
import { pollMeeting } from './roster-poll'
import { loadMeetingScript } from './script-loader'

/**
 * When the frame's first sign of life is said to be late, in milliseconds. The real one was measured at 10 to 24 seconds
 * on one machine: late is not broken.
 */
export const FRAME_SLOW_MS = 20_000
/** When it is given up, in milliseconds (our default). */
export const FRAME_LIMIT_MS = 120_000
/** How long to wait for readyToClose, in milliseconds; the console removes the frame after 3000 anyway. */
export const HANGUP_LIMIT_MS = 2600
/** Polls under way at once; a hanging meeting must not pile them up. */
const POLLS_MAX = 4

/** What a session needs from its page. */
export interface SessionOptions {
  /** The one meeting origin this page was made for. */
  meetingOrigin: string
  /** Where the script puts its frame. */
  parentNode: HTMLElement
  /** To the console. */
  say: (message: FromRoom) => void
}

/** Takes the console's words one by one. */
export interface MeetingSession {
  receive(message: ToRoom): void
}

const stringList = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((name): name is string => typeof name === 'string' && name.length <= 64).slice(0, 300)
    : []

const tryCall = (callable: () => unknown): unknown => {
  try {
    return callable()
  } catch {
    // The script is the server's; what it throws is its own affair.
    return undefined
  }
}

/** Makes the session of one page: it joins one meeting, once. */
export const createMeetingSession = ({ meetingOrigin, parentNode, say }: SessionOptions): MeetingSession => {
  let api: MeetingApi | null = null
  let knownCommands: ReadonlySet<string> = new Set()
  let ownId: string | null = null
  let isJoinAsked = false
  let isLeaving = false
  let pollsUnderWay = 0
  let onReadyToClose: (() => void) | null = null

  const listen = (meeting: MeetingApi, onSign: () => void): void => {
    for (const eventName of [...eventNames, ...signsOfLife]) {
      tryCall(() =>
        meeting.on(eventName, (payload) => {
          onSign()
          const event = readMeetingEvent(eventName, payload, ownId)
          if (event === null) return
          if (event.name === 'joined') ownId = event.id
          if (event.name === 'readyToClose') onReadyToClose?.()
          say({ kind: 'event', event })
        }),
      )
    }
  }

  const join = async (order: JoinOrder): Promise<void> => {
    if (isJoinAsked) return
    isJoinAsked = true
    if (!isOfThisMeeting(order, meetingOrigin)) {
      say({ kind: 'failed', reason: 'scriptUnreachable' })
      return
    }
    const script = await loadMeetingScript(order.scriptUrl, () => say({ kind: 'slow' }))
    if (isLeaving) return
    if (script.kind !== 'loaded') {
      say({ kind: 'failed', reason: script.kind })
      return
    }
    try {
      const meeting = new script.construct(order.domain, meetingOptions(order, parentNode))
      const lateness = setTimeout(() => say({ kind: 'slow' }), FRAME_SLOW_MS)
      const silence = setTimeout(() => say({ kind: 'failed', reason: 'frameSilent' }), FRAME_LIMIT_MS)
      let isAlive = false
      listen(meeting, () => {
        if (isAlive) return
        isAlive = true
        clearTimeout(lateness)
        clearTimeout(silence)
        say({ kind: 'alive' })
      })
      const listed = stringList(tryCall(() => meeting.getSupportedCommands?.()))
      // Scripts from before 2023 cannot list their commands.
      const commands = listed.length > 0 ? listed : [...commandNames]
      knownCommands = new Set(commands)
      api = meeting
      say({ kind: 'constructed', commands })
    } catch {
      say({ kind: 'failed', reason: 'scriptBroken' })
    }
  }

  const command = ({ commandId, command: asked }: Extract<ToRoom, { kind: 'command' }>): void => {
    const meeting = api
    const calls = meeting === null || isLeaving ? null : callsFor(asked, ownId)
    const isKnown = calls?.every((call) => call.isFollowUp || knownCommands.has(call.name)) ?? false
    if (meeting === null || calls === null || !isKnown) {
      say({ kind: 'notSent', commandId })
      return
    }
    try {
      for (const call of calls) {
        if (knownCommands.has(call.name)) meeting.executeCommand(call.name, ...call.args)
      }
      say({ kind: 'sent', commandId })
    } catch {
      say({ kind: 'notSent', commandId })
    }
  }

  const poll = async (pollId: number): Promise<void> => {
    if (api === null || pollsUnderWay >= POLLS_MAX) {
      say({
        kind: 'polled',
        pollId,
        people: null,
        isAudioModerated: null,
        isVideoModerated: null,
        isLobbyOn: null,
      })
      return
    }
    pollsUnderWay += 1
    const result = await pollMeeting(api)
    pollsUnderWay -= 1
    say({ kind: 'polled', pollId, ...result })
  }

  const leave = async (): Promise<void> => {
    if (isLeaving) return
    isLeaving = true
    const meeting = api
    if (meeting !== null) {
      const closed = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, HANGUP_LIMIT_MS)
        onReadyToClose = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      // False: without the feedback dialog, which would hold the end up (trap 16).
      tryCall(() => meeting.executeCommand('hangup', false))
      await closed
      tryCall(() => meeting.dispose?.())
      api = null
    }
    parentNode.replaceChildren()
    say({ kind: 'closed' })
  }

  return {
    receive(message) {
      switch (message.kind) {
        case 'join':
          void join(message)
          return
        case 'command':
          command(message)
          return
        case 'poll':
          void poll(message.pollId)
          return
        case 'ping':
          say({ kind: 'pong', pingId: message.pingId })
          return
        case 'leave':
          void leave()
          return
      }
    },
  }
}
