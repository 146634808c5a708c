/** @file What the note of acknowledged changes, the log and the database say together: all there, or what is lost. */
import type { VaultHold } from '../../../contract/vault'
import type { Acknowledged } from '../files/acknowledged'
import { holdsCommit, type LogLook } from './log-check'
import type { VaultState } from './state'

/**
 * Whether what was acknowledged is there.
 *
 * @param state - as database and log give it together; null in a vault of a Holdspace that did not count.
 * @param note - null where there is none that is whole.
 * @returns null when all of it is there, as far as can be shown.
 */
export function holdOf(
  state: VaultState | null,
  note: Acknowledged | null,
  log: LogLook,
): Extract<VaultHold, { kind: 'recordsLost' | 'lastSaveUnknown' }> | null {
  if (note === null) {
    // Nothing was ever noted: the log alone must speak, and it can tell only what lies behind a break.
    if (state === null || state.changes === 0)
      return log.hasMoreBehind ? { kind: 'recordsLost', count: null } : null
    return { kind: 'lastSaveUnknown' }
  }
  const changes = state?.changes ?? 0
  if (changes < note.changes) return { kind: 'recordsLost', count: note.changes - changes }
  // A move that was cut off: part of the database is newer than the rest, and the log alone makes it whole.
  if (note.where.kind === 'moving' && !holdsCommit(log, note.where))
    return { kind: 'recordsLost', count: null }
  return null
}
