/**
 * @file What was asked of one person's connection: mute, ask to unmute, a private message. Each its own
 * status; newcomers are muted as they appear and may unmute themselves.
 */
import type { Person, RosterChange } from '../roster/person'
import type { Roster } from '../roster/roster'
import type { Clock } from './clock'
import type { CommandStatus } from './command-status'
import type { SendCommand, SendResult } from './commands'
import { createStatusTracker, type StatusTracker } from './status-tracker'

/** Where the asks about one person stand. */
export interface PersonActs {
  mute: CommandStatus
  /** Sent at most: whether somebody was asked is shown by nothing. */
  ask: CommandStatus
  /** Sent at most: delivery of a message is never shown (issue, step 5). */
  message: CommandStatus
}

/** Newcomers wait this long for our role to be shown, in milliseconds; later they have settled in by themselves. */
export const NEWCOMER_WAIT_MS = 30_000

/** Asks about people. */
export interface PersonActsOf {
  of(id: string): PersonActs | null
  /** All of them; a new map whenever one changed. */
  all(): ReadonlyMap<string, PersonActs>
  mute(id: string): void
  askToUnmute(id: string): void
  /**
   * @param onResult - what became of it; not called when there is nobody to write to or nothing written.
   * @returns false when it did not leave.
   */
  sendMessage(id: string, text: string, onResult: (result: SendResult) => void): boolean
  /** Hears what the roster made of an event or poll. */
  receive(changes: readonly RosterChange[], isModerator: boolean): void
  /** We joined: whoever was told before us was inside before us, after a broken line too, and is no newcomer. */
  joined(): void
  /** We became the moderator: newcomers who waited for that are muted now. */
  becameModerator(): void
  clear(): void
}

interface Machines {
  mute: StatusTracker
  ask: StatusTracker
  message: StatusTracker
}

/** Makes it, for nobody yet. */
export const createPersonActs = (options: {
  clock: Clock
  send: SendCommand
  roster: Pick<Roster, 'get'>
  /** The charter's `muteOnEntry`. */
  mutesNewcomers: () => boolean
  onChange: () => void
}): PersonActsOf => {
  const { clock, send, roster, mutesNewcomers } = options
  const machines = new Map<string, Machines>()
  const waiting = new Map<string, number>()
  let cached: ReadonlyMap<string, PersonActs> | null = null

  const onChange = (): void => {
    cached = null
    options.onChange()
  }
  const machinesOf = (id: string): Machines => {
    const known = machines.get(id)
    if (known) return known
    const made: Machines = {
      mute: createStatusTracker(clock, onChange),
      ask: createStatusTracker(clock, onChange, false),
      message: createStatusTracker(clock, onChange, false),
    }
    machines.set(id, made)
    return made
  }
  const actsOf = (of: Machines): PersonActs => ({
    mute: of.mute.now(),
    ask: of.ask.now(),
    message: of.message.now(),
  })

  /** Only people the roster shows, and never ourselves: on our own id the script would open our microphone. */
  const somebodyElse = (id: string): Person | null => {
    const person = roster.get(id)
    return person && !person.isSelf ? person : null
  }

  const mute = (id: string): void => {
    const person = somebodyElse(id)
    if (!person) return
    const { mute: machine, ask } = machinesOf(id)
    // What they were asked before is over with it.
    if (ask.now().kind !== 'idle') ask.reset()
    const onResult = machine.attempt({
      onSent: () => {
        if (roster.get(id)?.mute === 'muted') machine.confirm('muteShown')
      },
    })
    send({ name: 'muteParticipant', id: person.id }, onResult)
  }

  const muteNewcomer = (person: Person): void => {
    if (person.role === 'moderator' || person.mute === 'muted') return
    mute(person.id)
  }

  const drop = (id: string): void => {
    waiting.delete(id)
    const gone = machines.get(id)
    if (!gone) return
    for (const machine of [gone.mute, gone.ask, gone.message]) machine.reset()
    machines.delete(id)
    onChange()
  }

  const receiveOne = (change: RosterChange, isModerator: boolean): void => {
    switch (change.kind) {
      case 'appeared': {
        const { person, wasHereBeforeUs } = change
        if (!mutesNewcomers() || wasHereBeforeUs || person.isSelf) return
        if (isModerator) muteNewcomer(person)
        else waiting.set(person.id, clock.nowMs())
        return
      }
      case 'mute': {
        const known = machines.get(change.person.id)
        if (change.person.mute === 'muted') {
          known?.mute.confirm('muteShown')
          return
        }
        // They opened their microphone themselves, as they may: what we asked before is over.
        if (known?.mute.now().kind === 'confirmed') known.mute.reset()
        if (known && known.ask.now().kind !== 'idle') known.ask.reset()
        return
      }
      case 'gone':
        drop(change.person.id)
        return
      case 'role':
      case 'renamed':
      case 'tooMany':
        return
    }
  }

  return {
    of: (id) => {
      const known = machines.get(id)
      return known ? actsOf(known) : null
    },
    all: () => {
      cached ??= new Map([...machines].map(([id, of]) => [id, actsOf(of)]))
      return cached
    },
    mute,
    askToUnmute(id) {
      const person = somebodyElse(id)
      if (!person) return
      const { ask } = machinesOf(id)
      send({ name: 'askToUnmute', id: person.id }, ask.attempt())
    },
    sendMessage(id, text, onResult) {
      const person = somebodyElse(id)
      if (!person || text.trim() === '') return false
      const { message } = machinesOf(id)
      // The id is the roster's and never empty: an empty recipient would reach everyone (trap 9).
      const command = { name: 'sendPrivateMessage', toId: person.id, text: text.trim() } as const
      const track = message.attempt()
      return send(command, (result) => {
        track(result)
        onResult(result)
      })
    },
    receive: (changes, isModerator) => {
      for (const change of changes) receiveOne(change, isModerator)
    },
    joined: () => waiting.clear(),
    becameModerator() {
      const oldestMs = clock.nowMs() - NEWCOMER_WAIT_MS
      for (const [id, sinceMs] of waiting) {
        const person = somebodyElse(id)
        if (person && sinceMs >= oldestMs) muteNewcomer(person)
      }
      waiting.clear()
    },
    clear() {
      for (const of of machines.values()) for (const machine of [of.mute, of.ask, of.message]) machine.reset()
      machines.clear()
      waiting.clear()
      cached = null
    },
  }
}
