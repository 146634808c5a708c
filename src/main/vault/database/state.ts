/** @file The one row that says how many changes were made and when the vault was last seen open. */
import type { Connection } from './connections'

/** Its table, as `tables.ts` makes it. */
export const STATE_TABLE = 'vault_state'

/** `changes`: made since the row is there. `lastSeenAt`: ISO instant, null before the first time. */
export interface VaultState {
  changes: number
  lastSeenAt: string | null
}

/** The row; null in a vault of a Holdspace that did not have it yet. */
export function readState(connection: Connection): VaultState | null {
  const table = connection
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
    .get(STATE_TABLE)
  if (table === undefined) return null
  const row: unknown = connection
    .prepare(`SELECT changes, last_seen_at AS lastSeenAt FROM ${STATE_TABLE}`)
    .get()
  if (typeof row !== 'object' || row === null || !('changes' in row) || !('lastSeenAt' in row)) return null
  return {
    changes: Number(row.changes),
    lastSeenAt: typeof row.lastSeenAt === 'string' ? row.lastSeenAt : null,
  }
}

/**
 * Counts one more change, inside its transaction.
 *
 * @param seenAt - ISO instant; null leaves the last one, while the clock is not trusted.
 * @returns how many there are now.
 */
export function countChange(connection: Connection, seenAt: string | null): number {
  const row: unknown = connection
    .prepare(
      `INSERT INTO ${STATE_TABLE} (id, changes, last_seen_at) VALUES (1, 1, :seenAt)
       ON CONFLICT (id) DO UPDATE SET changes = changes + 1, last_seen_at = coalesce(:seenAt, last_seen_at)
       RETURNING changes`,
    )
    .pluck()
    .get({ seenAt })
  return Number(row)
}
