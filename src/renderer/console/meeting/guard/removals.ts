/**
 * @file Removing somebody: lobby on, kick at once, the reason asked afterwards, and a way back. A kick is not a
 * ban (trap 6). Kept in this page's memory, and for this session only.
 */
import type { MeetingEvent, PolledPerson } from '../../../../contract/room-protocol'
import { nameKey } from '../roster/display-name'
import type { Roster } from '../roster/roster'
import type { Clock } from './clock'
import { type CommandStatus, createCommandStatus, type StatusTracker } from './command-status'
import type { SendCommand } from './commands'
import type { Door } from './door'

/** One removal. */
export interface Removal {
  id: string
  name: string
  status: CommandStatus
  /** When it was last asked for, in milliseconds since the epoch. */
  removedAtMs: number
  /** The facilitator said that they may come back. */
  isWelcomeBack: boolean
  /** The facilitator is done with it: it only marks a knock by the same name. */
  isSettled: boolean
}

/** Removals of this session. */
export interface Removals {
  all(): readonly Removal[]
  remove(id: string): void
  letBackIn(id: string): void
  settle(id: string): void
  /** The latest removal of somebody shown by this name, or null. */
  ofName(name: string): Removal | null
  receive(event: MeetingEvent): void
  /** @param askedAtMs when that poll was asked: only one asked afterwards proves anything. */
  receivePoll(people: readonly PolledPerson[], askedAtMs: number): void
  clear(): void
}

/** Most removals remembered; the oldest goes. */
const REMOVALS_MAX = 50

/** Makes it, with nobody removed. */
export const createRemovals = (options: {
  clock: Clock
  send: SendCommand
  roster: Pick<Roster, 'get'>
  door: Pick<Door, 'shutForRemoval'>
  onChange: () => void
}): Removals => {
  const { clock, send, roster, door } = options
  type Entry = Omit<Removal, 'status'> & { machine: StatusTracker }
  let entries: Entry[] = []
  let cached: readonly Removal[] | null = null
  const onChange = (): void => {
    cached = null
    options.onChange()
  }
  const find = (id: string): Entry | undefined => entries.find((entry) => entry.id === id)

  return {
    all() {
      cached ??= entries.map(({ machine, id, name, removedAtMs, isWelcomeBack, isSettled }) => ({
        id,
        name,
        removedAtMs,
        isWelcomeBack,
        isSettled,
        status: machine.now(),
      }))
      return cached
    },
    remove(id) {
      const known = find(id)
      const person = roster.get(id)
      if (person?.isSelf || (!person && !known)) return
      door.shutForRemoval()
      const entry: Entry = known ?? {
        id,
        name: person?.name ?? '',
        machine: createCommandStatus(clock, onChange),
        isWelcomeBack: false,
        isSettled: false,
        removedAtMs: 0,
      }
      if (!known) entries = [...entries, entry].slice(-REMOVALS_MAX)
      entry.isWelcomeBack = false
      entry.isSettled = false
      entry.removedAtMs = clock.nowMs()
      send({ name: 'kickParticipant', id }, entry.machine.attempt())
      onChange()
    },
    letBackIn(id) {
      const entry = find(id)
      if (!entry) return
      entry.isWelcomeBack = true
      onChange()
    },
    settle(id) {
      const entry = find(id)
      if (!entry) return
      entry.isSettled = true
      onChange()
    },
    ofName(name) {
      const key = nameKey(name)
      const entry = entries.findLast((candidate) => nameKey(candidate.name) === key)
      return entry ? { ...entry, status: entry.machine.now() } : null
    },
    receive(event) {
      if (event.name === 'kicked' && !event.isSelf) find(event.kickedId)?.machine.confirm('kickedEvent')
    },
    receivePoll(people, askedAtMs) {
      const listed = new Set(people.map((person) => person.id))
      for (const entry of entries) {
        if (!listed.has(entry.id) && askedAtMs > entry.removedAtMs) entry.machine.confirm('goneFromPoll')
      }
    },
    clear() {
      for (const { machine } of entries) machine.reset()
      entries = []
      cached = null
    },
  }
}
