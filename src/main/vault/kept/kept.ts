/** @file The page What is kept: each kind of record as the live schema has it, with its entries and dates. */
import type { KeptEntry, KeptKind } from '../../../contract/vault'
import type { Connection } from '../database/connections'
import { liveTables } from '../database/live-schema'
import type { ReadVault } from '../handles'
import type { KeptKindDescriptor } from '../kept-kind'

function earliest(entries: readonly KeptEntry[]): string | null {
  return entries.reduce<string | null>(
    (least, { keptSince }) => (least === null || keptSince < least ? keptSince : least),
    null,
  )
}

/** The last end date; null when one of them has none, or when there are none. */
function latestEnd(entries: readonly KeptEntry[]): string | null {
  let latest: string | null = null
  for (const { keptUntil } of entries) {
    if (keptUntil === null) return null
    if (latest === null || keptUntil > latest) latest = keptUntil
  }
  return latest
}

/**
 * Every kind with its entries. Tables and columns are read from the database, so a column that was added
 * shows up even where no words were written for it. What has ended and not gone yet is left out. `keptUntil` of a kind is the last end date of its entries.
 */
export function listKept(
  connection: Connection,
  vault: ReadVault,
  kinds: readonly KeptKindDescriptor[],
  now: Date,
  dueBefore: Date = now,
): KeptKind[] {
  const endedBefore = dueBefore.toISOString()
  const live = liveTables(connection)
  return kinds.map((descriptor) => {
    const entries = descriptor
      .list(vault, now)
      .filter(({ keptUntil, isAskingToGo }) => isAskingToGo || keptUntil === null || keptUntil > endedBefore)
    const tables = live.filter((table) => descriptor.tables.includes(table.name))
    return {
      kind: descriptor.kind,
      count: entries.length,
      keptSince: earliest(entries),
      keptUntil: latestEnd(entries),
      tables: tables.map((table) => table.name),
      columns: tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column}`)),
      canForget: descriptor.canForget,
      entries,
    }
  })
}
