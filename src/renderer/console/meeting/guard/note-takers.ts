/** @file Somebody whose name is that of a machine that takes notes: an alarm that goes with them or their name. */
import { isNoteTakerName } from '../roster/note-taker'
import type { Person, RosterChange } from '../roster/person'
import { type Effect, just, type Slice } from './slice'

/** Nothing is remembered: the people in the list say it all. */
export type NoteTakersPart = null

const raise = ({ id, name }: Person): Effect => ({
  kind: 'signal',
  signal: { kind: 'raise', alarm: 'noteTaker', person: { id, name } },
})
const lower = ({ id }: Person): Effect => ({
  kind: 'signal',
  signal: { kind: 'lower', alarm: 'noteTaker', personId: id },
})

const about = (changes: readonly RosterChange[], ownId: string | null): Effect[] =>
  changes.flatMap(({ kind, ...change }): Effect[] => {
    if (!('person' in change)) return []
    const { person } = change
    // A name is read only where it may be news: most of what changes is a microphone.
    const isOne = (): boolean => !person.isSelf && person.id !== ownId && isNoteTakerName(person.name)
    switch (kind) {
      case 'appeared':
        return isOne() ? [raise(person)] : []
      case 'renamed':
        return [isOne() ? raise(person) : lower(person)]
      case 'gone':
        return isOne() ? [lower(person)] : []
      default:
        return []
    }
  })

/** The watch. */
export const noteTakerWatch: Slice<NoteTakersPart> = {
  initial: null,
  step: (state, input, { ownId }) =>
    input.kind === 'event' || input.kind === 'polled'
      ? { state, effects: about(input.changes, ownId) }
      : just(state),
  wakesAtMs: () => null,
}
