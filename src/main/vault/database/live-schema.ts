/** @file The schema as the open database has it, and what the kinds of record say of it. */

import { isDamage } from '../contract-errors'
import type { KeptKindDescriptor } from '../kept-kind'
import type { Connection } from './connections'
import { MIGRATIONS_TABLE } from './migrate'

/** Tables that hold no record, each with its reason. Anything else must belong to a kind. */
export const TABLES_ASIDE: Readonly<Record<string, string>> = {
  [MIGRATIONS_TABLE]:
    'Which changes of the schema have run: hashes and dates of files that ship with the app.',
}

/** A table of the live schema. `isShadow`: it is the inside of a search table, which is named with its kind. */
export interface LiveTable {
  name: string
  isVirtual: boolean
  isShadow: boolean
  /** Columns that hold values, hidden ones of a search table left out; none of a search table that is damaged. */
  columns: string[]
}

/** An identifier as SQL has it. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Every table of the database itself, SQLite's own catalogue left out, in the order of their names. */
export function liveTables(connection: Connection): LiveTable[] {
  const rows = connection
    .prepare(
      "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual', 'shadow') " +
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .raw()
    .all()
  const columnsOf = connection
    .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid')
    .pluck()
  return rows.map((row) => {
    const [name = '', type] = Array.isArray(row) ? row.map(text) : []
    const isVirtual = type === 'virtual'
    const columns = (): string[] => {
      try {
        return columnsOf.all(name).map(text)
      } catch (thrown) {
        // A search table is begun by reading its inside, which may be damaged. What it was made of is elsewhere.
        if (isVirtual && isDamage(thrown)) return []
        throw thrown
      }
    }
    return { name, isVirtual, isShadow: type === 'shadow', columns: columns() }
  })
}

/**
 * What is wrong between the live schema and the kinds: a table of no kind, a table of two kinds, a table that
 * a kind names and the schema has not. Empty when each table belongs to exactly one kind.
 */
export function schemaGaps(connection: Connection, kinds: readonly KeptKindDescriptor[]): string[] {
  const owners = new Map<string, string[]>()
  for (const kind of kinds) {
    for (const table of kind.tables) owners.set(table, [...(owners.get(table) ?? []), kind.kind])
  }
  const tables = liveTables(connection).filter((table) => !table.isShadow && !(table.name in TABLES_ASIDE))
  const gaps: string[] = []
  for (const { name } of tables) {
    const count = owners.get(name)?.length ?? 0
    if (count === 0) gaps.push(`${name}: no kind keeps it`)
    if (count > 1) gaps.push(`${name}: kept by ${owners.get(name)?.join(' and ')}`)
  }
  const live = new Set(tables.map((table) => table.name))
  for (const name of owners.keys()) if (!live.has(name)) gaps.push(`${name}: not in the schema`)
  return gaps
}
