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
/** Answers remembered, at most: more people than a room is shown, and those who knock. */
const FOUND_MAX = 3000

/**
 * Finds whether a name is, or has in it, one of the words that this screen uses for people.
 *
 * @param ourWords - in the reader's language.
 */
const findsOurWord = (ourWords: readonly string[]): ((name: string) => boolean) => {
  const ourKeys = ourWords.flatMap(nameKeys)
  return (name) => {
    const whole = nameKeys(name)
    const parts = new Set([...whole, ...name.split(/[^\p{L}\p{N}]+/u).flatMap(nameKeys)])
    return ourKeys.some(
      (key) => parts.has(key) || (key.length >= TELLING_LENGTH && whole.some((each) => each.includes(key))),
    )
  }
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
  const hasOurWord = findsOurWord(ourWords)
  const byKey = new Map<string, NamedPerson[]>()
  for (const person of people) {
    if (person.isSelf) continue
    for (const key of nameKeys(person.name)) byKey.set(key, [...(byKey.get(key) ?? []), person])
  }
  const find = (name: string, id: string | null): NameMark | null => {
    const keys = nameKeys(name)
    if (keys.some((key) => ownKeys.has(key))) return { kind: 'yours' }
    if (hasOurWord(name)) return { kind: 'ours' }
    const other = keys.flatMap((key) => byKey.get(key) ?? []).find((person) => person.id !== id)
    return other ? { kind: 'another', name: other.name } : null
  }
  // Each is asked for anew at every change of the room, which changes nobody's name.
  const found = new Map<string, NameMark | null>()
  /** @param id of the person themselves, so that nobody is their own twin; null: somebody who is not inside. */
  return (name: string, id: string | null): NameMark | null => {
    const asked = `${id ?? ''} ${name}`
    const known = found.get(asked)
    if (known !== undefined) return known
    const mark = find(name, id)
    if (found.size >= FOUND_MAX) found.clear()
    found.set(asked, mark)
    return mark
  }
}
/** Looks a name up among those who are here. */
export type MarkOf = ReturnType<typeof marksOf>
