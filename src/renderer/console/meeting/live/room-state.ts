/** @file Everything the console knows of one room, and how an event or poll changes it. Memory only. */
import type { FromRoom, MeetingEvent, RoomCommand } from '../../../../contract/room-protocol'
import { createAlarms } from '../guard/alarms'
import type { Clock } from '../guard/clock'
import { createCommands } from '../guard/commands'
import { createDoor } from '../guard/door'
import { createKnocks } from '../guard/knocks'
import { createMessages } from '../guard/messages'
import { createOutgoing, type MessageRecipient, type OutgoingMessage } from '../guard/outgoing'
import type { RoomPasswords } from '../guard/passwords'
import { createPersonActs } from '../guard/person-acts'
import { createQuiet } from '../guard/quiet'
import { createRemovals } from '../guard/removals'
import type { RosterChange } from '../roster/person'
import { createRoster } from '../roster/roster'
import { watchControl } from './control'

/** Names held for the debrief's linter, at most. */
const NAMES_MAX = 3000
/** Messages whose sender no event or poll has shown yet, at most. */
const UNPLACED_MAX = 50

/** Polls waited for, at most: a silent page must not make this grow. */
const POLLS_MAX = 20

/** What the state of a room is made with. */
export interface RoomStateOptions {
  clock: Clock
  passwords: RoomPasswords
  /** Hands a command to the present connection; null when there is none. */
  send: (command: RoomCommand) => number | null
  mutesNewcomers: () => boolean
  /** A name for somebody without a visible one, by number. */
  fallbackName: (ordinal: number) => string
  onChange: () => void
}

/** Makes the state of a room nobody is in. */
export const createRoomState = (options: RoomStateOptions) => {
  const { clock, passwords, fallbackName, onChange } = options
  const roster = createRoster(fallbackName)
  const commands = createCommands({ clock, send: options.send })
  const alarms = createAlarms(onChange)
  const { send } = commands
  const door = createDoor({
    clock,
    send,
    passwords,
    onLobbyOffSent: () => knocks.lobbyTurnedOff(),
    onChange,
  })
  const quiet = createQuiet({ clock, send, roster, onChange })
  const acts = createPersonActs({ clock, send, roster, mutesNewcomers: options.mutesNewcomers, onChange })
  const removals = createRemovals({ clock, send, roster, door, onChange })
  const knocks = createKnocks({ clock, send, onChange })
  const messages = createMessages(onChange)
  const outgoing = createOutgoing(onChange)
  const control = watchControl({ clock, roster, alarms, onModerator: () => acts.becameModerator(), onChange })

  const names = new Set<string>()
  const polls = new Map<number, number>()
  let unplaced: { fromId: string; text: string; atMs: number }[] = []
  let missedPolls = 0
  let knockCount = 0

  const noteName = (name: string, fallback: string): void => {
    // A cut name is looked for without the mark that says it was cut.
    if (name !== fallback && names.size < NAMES_MAX) names.add(name.replace(/…$/, ''))
  }

  const receiveChanges = (changes: readonly RosterChange[]): void => {
    if (changes.length === 0) return
    for (const change of changes) {
      if (change.kind === 'tooMany') alarms.raise('tooMuch')
      if (change.kind === 'appeared') knocks.appeared(change.person.id, change.person.name)
      if ((change.kind === 'appeared' || change.kind === 'renamed') && !change.person.isSelf) {
        noteName(change.person.name, fallbackName(change.person.ordinal))
      }
    }
    control.receive(changes)
    acts.receive(changes, control.now() === 'moderator')
    quiet.look()
  }

  const placeMessages = (): void => {
    const all = unplaced
    unplaced = []
    for (const { fromId, text, atMs } of all) {
      const from = roster.get(fromId)
      if (from) messages.receive(from, text, atMs)
    }
  }

  const receiveMessage = (event: Extract<MeetingEvent, { name: 'messageReceived' }>): void => {
    // What is said to everyone stays in the meeting's own chat.
    if (!event.isPrivate || event.fromId === roster.ownId()) return
    const from = roster.get(event.fromId)
    if (from) {
      if (!messages.receive(from, event.text, clock.nowMs())) alarms.raise('tooMuch')
    } else if (unplaced.length < UNPLACED_MAX) {
      unplaced.push({ fromId: event.fromId, text: event.text, atMs: clock.nowMs() })
    }
  }

  const receiveRecording = (isOn: boolean, kind: 'recording' | 'transcribing'): void => {
    if (isOn) {
      alarms.raise(kind)
      alarms.lower('recordingWasOn')
    } else if (alarms.isRaised(kind)) {
      alarms.lower(kind)
      alarms.raise('recordingWasOn')
    }
  }

  /** Hears one event about the people, the door, or the room. */
  const receiveEvent = (event: MeetingEvent): void => {
    receiveChanges(roster.apply(event))
    door.receive(event)
    quiet.receive(event)
    removals.receive(event)
    switch (event.name) {
      case 'joined':
        control.joined()
        break
      case 'left':
        // It may come back by itself, to a room that has changed in the meantime.
        forgetShown()
        break
      case 'knocking': {
        if (roster.has(event.id)) break
        knockCount += 1
        const fallback = fallbackName(knockCount)
        if (!knocks.receive(event.id, event.displayName, fallback)) alarms.raise('tooMuch')
        const heard = knocks.all().find((knock) => knock.id === event.id)
        if (heard) noteName(heard.name, fallback)
        break
      }
      case 'messageReceived':
        receiveMessage(event)
        break
      case 'recordingChanged':
        receiveRecording(event.isOn, 'recording')
        break
      case 'transcribingChanged':
        receiveRecording(event.isOn, 'transcribing')
        break
      default:
        break
    }
    onChange()
  }

  const receivePoll = (polled: Extract<FromRoom, { kind: 'polled' }>): void => {
    const askedAtMs = polls.get(polled.pollId)
    if (askedAtMs === undefined) return
    for (const pollId of polls.keys()) if (pollId <= polled.pollId) polls.delete(pollId)
    door.receivePoll(polled.isLobbyOn, askedAtMs)
    if (polled.people !== null) receiveChanges(roster.applyPoll(polled.pollId, polled.people))
    quiet.receivePoll(polled, askedAtMs)
    if (polled.people === null) {
      missedPolls += 1
    } else {
      missedPolls = 0
      removals.receivePoll(polled.people, askedAtMs)
      placeMessages()
    }
    onChange()
  }

  /** Sends what stands in `message`; answers those of their messages that waited when it was sent off. */
  const sendOff = ({ key, to, text }: OutgoingMessage): boolean => {
    if (to.kind === 'everyone') {
      return send({ name: 'sendToEveryone', text }, (result) => outgoing.receive(key, result, clock.nowMs()))
    }
    const answered = messages.all().filter(({ fromId }) => fromId === to.id)
    return acts.sendMessage(to.id, text, (result) => {
      outgoing.receive(key, result, clock.nowMs())
      // Words that were not sent answer nobody: what was asked stays.
      if (result.kind === 'sent') for (const message of answered) messages.settle(message.key)
    })
  }

  const write = (to: MessageRecipient, text: string): number | null => {
    const message = outgoing.add(to, text)
    return sendOff(message) ? message.key : null
  }

  const sendPrivateMessage = (id: string, text: string): number | null => {
    const person = roster.get(id)
    const words = text.trim()
    if (!person || person.isSelf || words === '') return null
    return write({ kind: 'person', id, name: person.name }, words)
  }

  const sendToEveryone = (text: string): number | null => {
    const words = text.trim()
    return words === '' ? null : write({ kind: 'everyone' }, words)
  }

  const sendAgain = (key: number): boolean => {
    const message = outgoing.get(key)
    if (message?.status.kind !== 'notSent') return false
    if (message.to.kind === 'person' && !roster.has(message.to.id)) return false
    outgoing.again(key)
    return sendOff(message)
  }

  /** Forgets who is here and what was shown; removals and waiting messages stay through a rejoin. */
  const forgetShown = (): void => {
    roster.clear()
    // First: what was on its way and not answered is said not to have been sent, before it is forgotten.
    commands.disconnected()
    acts.clear()
    knocks.clear()
    door.forgetShown()
    quiet.forgetShown()
    control.forget()
    polls.clear()
    unplaced = []
    missedPolls = 0
  }

  return {
    roster,
    commands,
    alarms,
    door,
    quiet,
    acts,
    removals,
    knocks,
    messages,
    outgoing,
    sendPrivateMessage,
    sendToEveryone,
    sendAgain,
    control,
    receiveEvent,
    receivePoll,
    pollAsked(pollId: number): void {
      roster.pollAsked(pollId)
      polls.set(pollId, clock.nowMs())
      const oldest = polls.size > POLLS_MAX ? polls.keys().next() : null
      if (oldest !== null && !oldest.done) polls.delete(oldest.value)
    },
    /** Three polls without an answer: the list may be old. */
    isRosterStale: (): boolean => missedPolls >= 3,
    forgetShown,
    /**
     * Forgets everything for good.
     *
     * @returns the names that were in the room, for the debrief's linter: the one thing that outlives it.
     */
    wipe(): readonly string[] {
      const kept = [...names]
      forgetShown()
      removals.clear()
      messages.clear()
      outgoing.clear()
      alarms.clear()
      door.stop()
      quiet.stop()
      passwords.forget()
      names.clear()
      return kept
    },
  }
}
/** Everything known of one room. */
export type RoomState = ReturnType<typeof createRoomState>
