/** @file Debriefs in the vault: reads and writes of their table. */
import { count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { DebriefId } from '../../contract/primitives'
import { endedBy } from '../ended-by'
import type { ReadVault, WriteVault } from '../vault/handles'
import { debriefs } from './tables'

/** One entry as it is stored. */
export type DebriefRow = typeof debriefs.$inferSelect
/** An entry that is about to be stored. */
export type NewDebriefRow = typeof debriefs.$inferInsert
/** What a later version replaces. */
export type DebriefVersion = Pick<DebriefRow, 'content' | 'words' | 'tags' | 'isDraft' | 'changedAt'>

/** The entry; undefined where there is none. */
export const readDebrief = (vault: ReadVault, id: DebriefId): DebriefRow | undefined =>
  vault.select().from(debriefs).where(eq(debriefs.id, id)).get()

/** Adds an entry; the search follows by itself. */
export const addDebrief = (vault: WriteVault, row: NewDebriefRow): DebriefRow =>
  vault.insert(debriefs).values(row).returning().get()

/** Replaces the words of an entry that is there. */
export const replaceDebrief = (vault: WriteVault, id: DebriefId, version: DebriefVersion): DebriefRow =>
  vault.update(debriefs).set(version).where(eq(debriefs.id, id)).returning().get()

/** Removes an entry and gives it back; undefined where there was none. */
export const removeDebrief = (vault: WriteVault, id: DebriefId): DebriefRow | undefined =>
  vault.delete(debriefs).where(eq(debriefs.id, id)).returning().get()

/** How many end at an instant or before. */
export const countEnded = (vault: ReadVault, at: string): number =>
  vault.select({ n: count() }).from(debriefs).where(endedBy(debriefs.keptUntil, at)).get()?.n ?? 0

/** Removes what ends at an instant or before. */
export const removeEnded = (vault: WriteVault, at: string): void => {
  vault.delete(debriefs).where(endedBy(debriefs.keptUntil, at)).run()
}

/** What says when an entry was made and until when it is kept, and whether its words can be read; none of them. */
export type DebriefDates = Pick<DebriefRow, 'seq' | 'id' | 'createdAt' | 'keptUntil'> & { isJson: number }

const dates = {
  seq: debriefs.seq,
  id: debriefs.id,
  createdAt: debriefs.createdAt,
  keptUntil: debriefs.keptUntil,
  isJson: sql<number>`CASE WHEN json_valid(${debriefs.content}) THEN json_type(${debriefs.content}) = 'object' ELSE 0 END`,
}

/** Dates of all entries, newest first. */
export const listDates = (vault: ReadVault): DebriefDates[] =>
  vault.select(dates).from(debriefs).orderBy(desc(debriefs.seq)).all()

/** Dates of some entries. */
export const pageOfDates = (vault: ReadVault, where: SQL, order: SQL, limit: number): DebriefDates[] =>
  vault.select(dates).from(debriefs).where(where).orderBy(order).limit(limit).all()
