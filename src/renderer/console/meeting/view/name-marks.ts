/**
 * @file Who looks like somebody else by name: like the facilitator, like another guest, or like a word of ours. A mark
 * too many is better than a stranger under a known name; nobody is kept from a name by it.
 */
import { nameKeys } from '../roster/display-name'

/** What a name is taken for. `ours`: a word this screen uses for the facilitator or for a role. */
export type NameMark = { kind: 'yours' } | { kind: 'ours' } | { kind: 'another'; name: string }

/** A name on screen. Our own is never marked. */
export interface NamedPerson {
  id: string
  name: string
  isSelf: boolean
}

/** Long enough that no other word has it inside. Shorter ones count only where they stand alone. */
const TELLING_LENGTH = 8

/** Whether a name is, or has in it, one of the words that this screen uses for people. */
export const hasOurWord = (name: string, ourWords: readonly string[]): boolean => {
  const whole = nameKeys(name)
  const parts = new Set([...whole, ...name.split(/[^\p{L}\p{N}]+/u).flatMap(nameKeys)])
  return ourWords
    .flatMap(nameKeys)
    .some(
      (key) => parts.has(key) || (key.length >= TELLING_LENGTH && whole.some((each) => each.includes(key))),
    )
}

/**
 * The marks of everybody in a room, and of whoever is looked up besides, such as somebody at the door.
 *
 * @param ownName - the facilitator's name for meetings; empty until it is read.
 * @param ourWords - in the reader's language: You, Facilitator, Moderator and the like.
 */
export const marksOf = (people: readonly NamedPerson[], ownName: string, ourWords: readonly string[]) => {
  const ownKeys = new Set([
    ...(ownName === '' ? [] : nameKeys(ownName)),
    ...people.filter(({ isSelf }) => isSelf).flatMap(({ name }) => nameKeys(name)),
  ])
  const byKey = new Map<string, NamedPerson[]>()
  for (const person of people) {
    if (person.isSelf) continue
    for (const key of nameKeys(person.name)) byKey.set(key, [...(byKey.get(key) ?? []), person])
  }
  /** @param id of the person themselves, so that nobody is their own twin; null: somebody who is not inside. */
  const markOf = (name: string, id: string | null): NameMark | null => {
    const keys = nameKeys(name)
    if (keys.some((key) => ownKeys.has(key))) return { kind: 'yours' }
    if (hasOurWord(name, ourWords)) return { kind: 'ours' }
    const other = keys.flatMap((key) => byKey.get(key) ?? []).find((person) => person.id !== id)
    return other ? { kind: 'another', name: other.name } : null
  }
  return markOf
}
/** Looks a name up among those who are here. */
export type MarkOf = ReturnType<typeof marksOf>
