/**
 * @file The people in the room, in order of arrival, from events and polls. In this page's memory only.
 *
 * Events come late, twice, out of order or not at all; the poll (`getRoomsInfo`) is the one dependable roster
 * (trap 10). A poll speaks for the moment it was asked: what an event said since then stands.
 */
import {
  type MeetingEvent,
  PEOPLE_MAX,
  type PolledPerson,
  type Role,
} from '../../../../contract/room-protocol'
import { nameKey, shownName } from './display-name'
import type { Person, RosterChange } from './person'

/** The roster. Nothing it is told makes it throw. */
export interface Roster {
  ownId(): string | null
  has(id: string): boolean
  get(id: string): Person | undefined
  size(): number
  /** The name under which somebody was here last; undefined where nobody of that id was. */
  lastNameOf(id: string): string | undefined
  /** In order of arrival. The same array until something changed. */
  people(): readonly Person[]
  apply(event: MeetingEvent): readonly RosterChange[]
  /** Notes that a poll was asked now. */
  pollAsked(pollId: number): void
  /** Takes a poll's answer over. One that was never asked, or is older than the last, changes nothing. */
  applyPoll(pollId: number, people: readonly PolledPerson[]): readonly RosterChange[]
  /** The line broke: our own role is not known until it is shown, and joining anew, as whoever, is no trick. */
  lineBroke(): void
  /** Drops everybody. */
  clear(): void
}

interface Entry {
  person: Person
  /** The name as it came last: a poll says everybody's again, and cleaning hundreds of them holds up a frame. */
  rawName: string
  /** `nameKey` of the name, kept because every arrival is compared with everybody. */
  key: string
  arrivedAt: number
  saidAt: { name: number; role: number; mute: number }
  /** The server has spoken of their microphone: until then a polled mute means only that it knows of none (trap 10). */
  hasTrack: boolean
}

interface Early {
  at: number
  role?: Role
  roleAt?: number
  isMuted?: boolean
  muteAt?: number
  raisedAtMs?: number | null
}

/** Facts about people not yet seen, and people who just left: kept until the next poll, and no more than this. */
const LOOSE_MAX = 500

/**
 * Makes an empty roster.
 *
 * @param fallbackName - for somebody without a visible name, by their number of arrival.
 */
export const createRoster = (fallbackName: (ordinal: number) => string): Roster => {
  // Steps count what was heard, so that a poll can be compared with events without trusting any clock.
  let step = 0
  let lastOrdinal = 0
  let ownId: string | null = null
  let lastPollId = 0
  /** Our own microphone, told before we had joined. */
  let isOwnMutedEarly: boolean | null = null
  let cached: readonly Person[] | null = null
  /** When the line broke, until a poll lists us or we join anew. */
  let brokenAt: number | null = null
  const entries = new Map<string, Entry>()
  const early = new Map<string, Early>()
  const goneAt = new Map<string, number>()
  const lastNames = new Map<string, string>()
  const askedAt = new Map<number, number>()

  const bound = (map: Map<unknown, unknown>): void => {
    const oldest = map.size > LOOSE_MAX ? map.keys().next() : null
    if (oldest !== null && !oldest.done) map.delete(oldest.value)
  }

  const twinOf = (id: string, key: string): number | null => {
    let highest = 0
    for (const { person, key: other } of entries.values()) {
      if (person.id !== id && other === key) highest = Math.max(highest, person.twin ?? 1)
    }
    return highest === 0 ? null : highest + 1
  }

  const change = (entry: Entry, changed: Partial<Person>): Person => {
    entry.person = { ...entry.person, ...changed }
    cached = null
    return entry.person
  }

  const rename = (entry: Entry, raw: string): RosterChange[] => {
    if (raw === entry.rawName) return []
    entry.rawName = raw
    const name = shownName(raw, fallbackName(entry.person.ordinal))
    if (name === entry.person.name) return []
    entry.key = nameKey(name)
    return [{ kind: 'renamed', person: change(entry, { name, twin: twinOf(entry.person.id, entry.key) }) }]
  }
  const setRole = (entry: Entry, role: Person['role']): RosterChange[] => {
    const before = entry.person.role
    return before === role ? [] : [{ kind: 'role', before, person: change(entry, { role }) }]
  }
  const setMute = (entry: Entry, isMuted: boolean): RosterChange[] => {
    const before = entry.person.mute
    const mute = isMuted ? 'muted' : 'unmuted'
    return before === mute ? [] : [{ kind: 'mute', before, person: change(entry, { mute }) }]
  }

  const add = (id: string, rawName: string, at = step): RosterChange[] => {
    if (entries.size >= PEOPLE_MAX) return [{ kind: 'tooMany' }]
    lastOrdinal += 1
    const known = early.get(id)
    const name = shownName(rawName, fallbackName(lastOrdinal))
    const key = nameKey(name)
    const person: Person = {
      id,
      ordinal: lastOrdinal,
      name,
      twin: twinOf(id, key),
      role: known?.role ?? 'unknown',
      mute: known?.isMuted === undefined ? 'unknown' : known.isMuted ? 'muted' : 'unmuted',
      raisedAtMs: known?.raisedAtMs ?? null,
      isSelf: id === ownId,
    }
    early.delete(id)
    entries.set(id, {
      person,
      rawName,
      key,
      arrivedAt: at,
      saidAt: { name: step, role: known?.roleAt ?? 0, mute: known?.muteAt ?? 0 },
      hasTrack: known?.isMuted !== undefined,
    })
    cached = null
    return [{ kind: 'appeared', person, wasHereBeforeUs: ownId === null }]
  }

  const drop = (id: string): RosterChange[] => {
    const entry = entries.get(id)
    if (!entry || id === ownId) return []
    entries.delete(id)
    lastNames.set(id, entry.person.name)
    bound(lastNames)
    cached = null
    return [{ kind: 'gone', person: entry.person }]
  }

  const leaveBehind = (id: string): RosterChange[] => {
    early.delete(id)
    if (id !== ownId) {
      goneAt.set(id, step)
      bound(goneAt)
    }
    return drop(id)
  }

  const noteEarly = (id: string, fact: Partial<Early>): RosterChange[] => {
    early.set(id, { ...early.get(id), ...fact, at: step })
    bound(early)
    return []
  }

  const clear = (): void => {
    for (const map of [entries, early, goneAt, lastNames, askedAt]) map.clear()
    ownId = null
    brokenAt = null
    isOwnMutedEarly = null
    // The next connection counts its polls from one again.
    lastPollId = 0
    cached = null
  }

  const joinedOurselves = (id: string, displayName: string): RosterChange[] => {
    // A second "joined" without a "left" between would let the page point our own id at somebody else.
    if (ownId !== null && brokenAt === null) return []
    const before = ownId
    ownId = id
    const known = entries.get(id)
    const added = known ? [] : add(id, displayName)
    if (brokenAt !== null) {
      // Whoever is inside was told before us: who was not is of the time before.
      for (const [other, { saidAt }] of entries) {
        if (other === before || saidAt.name <= brokenAt) added.push(...drop(other))
      }
      brokenAt = null
    }
    if (known) change(known, { isSelf: true })
    const entry = entries.get(id)
    if (!entry || isOwnMutedEarly === null) return added
    entry.hasTrack = true
    setMute(entry, isOwnMutedEarly)
    return added
  }

  const apply = (event: MeetingEvent): readonly RosterChange[] => {
    step += 1
    switch (event.name) {
      case 'joined':
        return joinedOurselves(event.id, event.displayName)
      case 'left':
        clear()
        return []
      case 'participantJoined': {
        const entry = entries.get(event.id)
        if (!entry) return add(event.id, event.displayName)
        // Told anew: a poll that was asked before tells nothing of it.
        entry.arrivedAt = step
        entry.saidAt.name = step
        return event.displayName === '' ? [] : rename(entry, event.displayName)
      }
      case 'participantLeft':
        return leaveBehind(event.id)
      case 'kicked':
        return event.isSelf ? [] : leaveBehind(event.kickedId)
      case 'displayNameChange': {
        const entry = entries.get(event.id)
        if (!entry) return []
        entry.saidAt.name = step
        return rename(entry, event.displayName)
      }
      case 'roleChanged': {
        const entry = entries.get(event.id)
        if (!entry) return noteEarly(event.id, { role: event.role, roleAt: step })
        entry.saidAt.role = step
        return setRole(entry, event.role)
      }
      case 'participantMuted': {
        if (event.mediaType !== 'audio') return []
        const entry = entries.get(event.id)
        if (!entry) return noteEarly(event.id, { isMuted: event.isMuted, muteAt: step })
        entry.saidAt.mute = step
        entry.hasTrack = true
        return setMute(entry, event.isMuted)
      }
      case 'ownAudioMuted': {
        const entry = ownId === null ? undefined : entries.get(ownId)
        if (!entry) {
          isOwnMutedEarly = event.isMuted
          return []
        }
        entry.saidAt.mute = step
        entry.hasTrack = true
        return setMute(entry, event.isMuted)
      }
      case 'handRaised': {
        const raisedAtMs = event.raisedAtMs === 0 ? null : event.raisedAtMs
        const entry = entries.get(event.id)
        if (!entry) return noteEarly(event.id, { raisedAtMs })
        change(entry, { raisedAtMs })
        return []
      }
      default:
        // Everything else is about the room or its door, not about who is here.
        return []
    }
  }

  const reconcile = (entry: Entry, polled: PolledPerson, asked: number): RosterChange[] => [
    ...(polled.displayName !== '' && entry.saidAt.name <= asked ? rename(entry, polled.displayName) : []),
    ...(entry.saidAt.role <= asked ? setRole(entry, polled.role) : []),
    ...(polled.isAudioMuted !== undefined &&
    entry.saidAt.mute <= asked &&
    (entry.hasTrack || !polled.isAudioMuted)
      ? setMute(entry, polled.isAudioMuted)
      : []),
  ]

  const applyPoll = (pollId: number, people: readonly PolledPerson[]): readonly RosterChange[] => {
    const asked = askedAt.get(pollId)
    if (asked === undefined || pollId <= lastPollId) return []
    lastPollId = pollId
    for (const id of askedAt.keys()) if (id <= pollId) askedAt.delete(id)
    const changes: RosterChange[] = []
    const listed = new Set<string>()
    for (const polled of people) {
      if (listed.has(polled.id)) continue
      listed.add(polled.id)
      // It speaks of the time before they left, whether they are back by now or not.
      if ((goneAt.get(polled.id) ?? -1) > asked) continue
      if (!entries.has(polled.id)) {
        const added = add(polled.id, polled.displayName, asked)
        changes.push(...added)
      }
      const entry = entries.get(polled.id)
      if (entry) changes.push(...reconcile(entry, polled, asked))
    }
    // A poll that does not list us is of no room of ours: nobody is gone because of it.
    if (ownId === null || !listed.has(ownId)) return changes
    brokenAt = null
    for (const [id, entry] of entries) {
      if (!listed.has(id) && entry.arrivedAt <= asked) changes.push(...drop(id))
    }
    for (const [id, at] of goneAt) if (at <= asked) goneAt.delete(id)
    for (const [id, fact] of early) if (fact.at <= asked) early.delete(id)
    return changes
  }

  return {
    ownId: () => ownId,
    has: (id) => entries.has(id),
    get: (id) => entries.get(id)?.person,
    lastNameOf: (id) => entries.get(id)?.person.name ?? lastNames.get(id),
    size: () => entries.size,
    people: () => {
      cached ??= [...entries.values()].map((entry) => entry.person)
      return cached
    },
    apply,
    pollAsked: (pollId) => {
      askedAt.set(pollId, step)
      bound(askedAt)
    },
    applyPoll,
    lineBroke: () => {
      brokenAt = step
      const ourselves = entries.get(ownId ?? '')
      if (ourselves) setRole(ourselves, 'unknown')
    },
    clear,
  }
}
