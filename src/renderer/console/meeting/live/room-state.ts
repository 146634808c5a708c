/** @file Everything the console knows of one room, and how an event or poll changes it. Memory only. */
import type { FromRoom, MeetingEvent, RoomCommand } from '../../../../contract/room-protocol'
import { noTurns, noteHands, type TurnAct, takeTurnAct } from '../floor/turns'
import { createVoiceShare } from '../floor/voice-share'
import type { Clock } from '../guard/clock'
import { createCommands } from '../guard/commands'
import { createGuard } from '../guard/guard'
import { knocksOf } from '../guard/knocks'
import { createMessages } from '../guard/messages'
import { createOutgoing } from '../guard/outgoing'
import { createMicrophone } from '../guard/own-microphone'
import type { RoomPasswords } from '../guard/passwords'
import { createPersonActs } from '../guard/person-acts'
import type { Named } from '../guard/quiet'
import { isCredible } from '../guard/slice'
import { shownName } from '../roster/display-name'
import type { RosterChange } from '../roster/person'
import { createRoster } from '../roster/roster'
import { type AgreedAbout, agreedKey } from './agreed'
import { createWriting } from './writing'

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
  const { send } = commands
  const acts = createPersonActs({ clock, send, roster, mutesNewcomers: options.mutesNewcomers, onChange })
  const guard = createGuard({
    clock,
    send,
    passwords,
    roster,
    fallbackName,
    onModerator: () => acts.becameModerator(),
    onAskToUnmute: (id) => acts.askToUnmute(id),
    onChange,
  })
  const messages = createMessages(onChange)
  const outgoing = createOutgoing(onChange)
  const voices = createVoiceShare(clock)
  const microphone = createMicrophone({
    clock,
    send,
    muteNow: () => roster.get(roster.ownId() ?? '')?.mute ?? 'unknown',
    onChange,
  })
  let turns = noTurns
  let agreed: ReadonlySet<string> = new Set()
  let heldBoth: readonly Named[] | null = null

  const names = new Set<string>()
  const polls = new Map<number, number>()
  let unplaced: { fromId: string; displayName: string; text: string; atMs: number }[] = []
  let missedPolls = 0
  let isBroken = false

  const isModerator = (): boolean => guard.state().control.control === 'moderator'

  const floorWorld = () => ({
    nowMs: clock.nowMs(),
    people: roster.people(),
    spokenMs: voices.now().byId,
  })

  const noteName = (name: string, fallback: string): void => {
    // A cut name is looked for without the mark that says it was cut.
    if (name !== fallback && names.size < NAMES_MAX) names.add(name.replace(/…$/, ''))
  }

  const noteNames = (changes: readonly RosterChange[]): void => {
    for (const change of changes) {
      if ((change.kind === 'appeared' || change.kind === 'renamed') && !change.person.isSelf) {
        noteName(change.person.name, fallbackName(change.person.ordinal))
      }
    }
  }

  const keepMessage = (from: { id: string; name: string }, text: string, atMs: number): void => {
    if (!messages.receive(from, text, atMs)) guard.raise('tooMuch')
  }

  /** Whom nothing has shown by now is named by the message itself: a word counts for more than a name. */
  const placeMessages = (): void => {
    const all = unplaced
    unplaced = []
    for (const { fromId, displayName, text, atMs } of all) {
      const fallback = fallbackName(roster.size() + 1)
      const name = roster.lastNameOf(fromId) ?? shownName(displayName, fallback)
      noteName(name, fallback)
      keepMessage({ id: fromId, name }, text, atMs)
    }
  }

  const receiveMessage = (event: Extract<MeetingEvent, { name: 'messageReceived' }>): void => {
    const { fromId, displayName, text, isPrivate } = event
    // What is said to everyone stays in the meeting's own chat.
    if (!isPrivate || fromId === roster.ownId()) return
    // Whoever has just left is heard as well.
    const name = roster.lastNameOf(fromId)
    if (name !== undefined) keepMessage({ id: fromId, name }, text, clock.nowMs())
    else if (unplaced.length < UNPLACED_MAX) unplaced.push({ fromId, displayName, text, atMs: clock.nowMs() })
    else guard.raise('tooMuch')
  }

  /** Hears one event about the people, the door, or the room. */
  const receiveEvent = (event: MeetingEvent): void => {
    // It may come back by itself, to a room that has changed in the meantime.
    if (event.name === 'left') forgetShown()
    const changes = roster.apply(event)
    noteNames(changes)
    guard.feed({ kind: 'event', event, changes })
    if (event.name === 'joined') acts.joined()
    acts.receive(changes, isModerator())
    voices.receive(event, roster.ownId())
    microphone.look()
    if (event.name === 'handRaised') turns = noteHands(turns, floorWorld())
    if (event.name === 'knocking') {
      const knock = knocksOf(guard.state().knocks).find(({ id }) => id === event.id)
      // Without a name of their own there is nothing to be looked for.
      if (knock && event.displayName.trim() !== '') noteName(knock.name, '')
    }
    if (event.name === 'messageReceived') receiveMessage(event)
    onChange()
  }

  const receivePoll = (polled: Extract<FromRoom, { kind: 'polled' }>): void => {
    const askedStep = polls.get(polled.pollId)
    if (askedStep === undefined) return
    for (const pollId of polls.keys()) if (pollId <= polled.pollId) polls.delete(pollId)
    const changes = polled.people === null ? [] : roster.applyPoll(polled.pollId, polled.people)
    noteNames(changes)
    guard.feed({ kind: 'polled', polled, askedStep, changes })
    acts.receive(changes, isModerator())
    if (isCredible(polled.people, roster.ownId())) {
      missedPolls = 0
      isBroken = false
    } else {
      missedPolls += 1
    }
    if (polled.people !== null) placeMessages()
    microphone.look()
    onChange()
  }

  const { sendPrivateMessage, sendPrivateLine, sendToEveryone, sendAgain } = createWriting({
    clock,
    send,
    roster,
    acts,
    messages,
    outgoing,
  })

  /** Forgets who is here and what was shown; removals and waiting messages stay through a rejoin. */
  const forgetShown = (): void => {
    placeMessages()
    roster.clear()
    heldBoth = null
    // First: what was on its way and not answered is said not to have been sent, before it is forgotten.
    commands.disconnected()
    acts.clear()
    voices.pause()
    microphone.clear()
    guard.feed({ kind: 'out' })
    polls.clear()
    missedPolls = 0
    isBroken = false
  }
  /** The line is lost, and who was here may still be: nothing shown counts any more, and the list is old. */
  const lineBroke = (): void => {
    roster.lineBroke()
    commands.disconnected()
    voices.pause()
    microphone.clear()
    guard.feed({ kind: 'out' })
    polls.clear()
    isBroken = roster.size() > 0
    onChange()
  }

  return {
    roster,
    commands,
    guard,
    acts,
    messages,
    outgoing,
    sendPrivateMessage,
    sendPrivateLine,
    sendToEveryone,
    sendAgain,
    voices,
    microphone,
    turns: () => turns,
    takeTurnAct: (act: TurnAct): void => {
      turns = takeTurnAct(turns, act, floorWorld())
      onChange()
    },
    agreed: () => agreed,
    heldBoth: () => heldBoth,
    /** @returns false when these are not two others who are here: nothing left then. */
    holdBoth: (firstId: string, secondId: string, lines: { toAll: string; toEach: string }): boolean => {
      const [first, second] = [roster.get(firstId), roster.get(secondId)]
      if (!first || !second || first.isSelf || second.isSelf || firstId === secondId) return false
      heldBoth = [first, second].map(({ id, name }) => ({ id, name }))
      for (const { id } of heldBoth) acts.mute(id)
      sendToEveryone(lines.toAll)
      for (const { id } of heldBoth) sendPrivateLine(id, lines.toEach)
      onChange()
      return true
    },
    settleHold: (): void => {
      heldBoth = null
      onChange()
    },
    /** Notes that something was settled with one person, or takes it back. */
    setAgreed: (about: AgreedAbout, personId: string, isAgreed: boolean): void => {
      const next = new Set(agreed)
      if (!isAgreed) next.delete(agreedKey(about, personId))
      else if (roster.has(personId)) next.add(agreedKey(about, personId))
      agreed = next
      onChange()
    },
    receiveEvent,
    receivePoll,
    pollAsked(pollId: number): void {
      roster.pollAsked(pollId)
      polls.set(pollId, guard.step())
      const oldest = polls.size > POLLS_MAX ? polls.keys().next() : null
      if (oldest !== null && !oldest.done) polls.delete(oldest.value)
    },
    /** Three polls without an answer, or the line broke since the last one: the list may be old. */
    isRosterStale: (): boolean => missedPolls >= 3 || isBroken,
    forgetShown,
    lineBroke,
    /**
     * Forgets everything for good.
     *
     * @returns the names that were in the room, for the debrief's linter: the one thing that outlives it.
     */
    wipe(): readonly string[] {
      const kept = [...names]
      forgetShown()
      guard.wipe()
      messages.clear()
      outgoing.clear()
      voices.clear()
      turns = noTurns
      agreed = new Set()
      passwords.forget()
      names.clear()
      return kept
    },
  }
}
/** Everything known of one room. */
export type RoomState = ReturnType<typeof createRoomState>
