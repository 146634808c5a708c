/** @file The check of a declared record: what cannot be stored of it is held back field by field, and nothing else. */
import type { RecordFields } from '../../../contract/record-fields'
import type { Occasion, Prepared } from './autosave'

/** Something that keeps a field from being stored. */
export interface Obstacle {
  /** Place of the field in the record. */
  path: string
}

/**
 * Makes the check that an autosave runs before each save.
 *
 * @param find - what keeps fields from being stored: too long, no date, a name of the room.
 */
export const prepareRecord =
  <V extends object, H extends Obstacle>(
    record: RecordFields<V>,
    find: (value: V, occasion: Occasion) => readonly H[],
  ) =>
  (value: V, storedValue: V, occasion: Occasion): Prepared<V, H> => {
    const heldBack = find(value, occasion)
    const paths = new Set(heldBack.map(({ path }) => path))
    return { storable: record.tidy(record.without(value, storedValue, paths)), heldBack }
  }
