/**
 * @file What was asked of one person's connection: mute, ask to unmute, a private message. Each its own
 * standing; newcomers are muted as they appear and may unmute themselves.
 */
import type { Person, RosterChange } from '../roster/person'
import type { Roster } from '../roster/roster'
import type { Clock } from './clock'
import type { Hand } from './commands'
import { createStanding, type Standing, type StandingMachine } from './standing'

/** Where the asks about one person stand. */
export interface PersonActs {
  mute: Standing
  /** Sent at most: whether somebody was asked is shown by nothing. */
  ask: Standing
  /** Sent at most: delivery of a message is never shown (issue, step 5). */
  message: Standing
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
  /** @returns false when it did not leave. */
  sendMessage(id: string, text: string): boolean
  /** Hears what the roster made of an event or poll. */
  hear(changes: readonly RosterChange[], isModerator: boolean): void
  /** We became the moderator: newcomers who waited for that are muted now. */
  becameModerator(): void
  clear(): void
}

interface Machines {
  mute: StandingMachine
  ask: StandingMachine
  message: StandingMachine
}

/** Makes it, for nobody yet. */
export const createPersonActs = (options: {
  clock: Clock
  hand: Hand
  roster: Pick<Roster, 'get'>
  /** The charter's `muteOnEntry`. */
  mutesNewcomers: () => boolean
  onChange: () => void
}): PersonActsOf => {
  const { clock, hand, roster, mutesNewcomers } = options
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
      mute: createStanding(clock, onChange),
      ask: createStanding(clock, onChange, false),
      message: createStanding(clock, onChange, false),
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
    const { mute: machine } = machinesOf(id)
    if (!hand({ name: 'muteParticipant', id: person.id }, () => machine.notSent())) return
    machine.sent()
    if (person.mute === 'muted') machine.confirm('muteShown')
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

  const hearOne = (change: RosterChange, isModerator: boolean): void => {
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
      if (hand({ name: 'askToUnmute', id: person.id }, () => ask.notSent())) ask.sent()
    },
    sendMessage(id, text) {
      const person = somebodyElse(id)
      if (!person || text.trim() === '') return false
      const { message } = machinesOf(id)
      // The id is the roster's and never empty: an empty recipient would reach everyone (trap 9).
      const command = { name: 'sendPrivateMessage', toId: person.id, text: text.trim() } as const
      if (!hand(command, () => message.notSent())) return false
      message.sent()
      return true
    },
    hear: (changes, isModerator) => {
      for (const change of changes) hearOne(change, isModerator)
    },
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
