/** @file Bundles, those that left and what was told, in the vault: reads and writes of their tables. */
import { randomUUID } from 'node:crypto'
import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Period } from '../../../contract/insight'
import { bundleNumberOf, type NumbersBundle, type Quarter } from '../../../contract/numbers-bundle'
import type { DeskQuarter } from '../../../contract/roll-up'
import { endedBy } from '../../ended-by'
import { instantAt } from '../../last-instant'
import { readBack } from '../../read-back'
import type { ReadVault, WriteVault } from '../../vault/handles'
import { keptUntilMs } from '../releases'
import { bundleCounts, bundleMonths, bundles, bundlesSent, rollUps } from '../tables'
import { type BundleHere, rowsOf } from './bundle-file'
import { type Merged, mergedFrom, overlapsFrom, statementsOf } from './merge'
import { parsedTold, Told } from './rolled-up'

/** The bundles of a period together. */
export const readMerged = (vault: ReadVault, period: Period): Merged => {
  const ask = (statement: string) => vault.all(sql.raw(statement))
  const { facts, held, counts, bundles: members, rows, overlaps } = statementsOf(period)
  return mergedFrom(period, {
    facts: ask(facts),
    held: ask(held),
    counts: ask(counts),
    bundles: ask(members),
    rows: ask(rows),
    overlaps: ask(overlaps),
  })
}

/** Groups of a period that are in more than one bundle, by month. */
export const readOverlaps = (vault: ReadVault, period: Period): DeskQuarter['overlaps'] =>
  overlapsFrom(vault.all(sql.raw(statementsOf(period).overlaps)))

/** Quarters that there are bundles of, newest first. */
export const readQuarters = (vault: ReadVault): (Quarter & { bundles: number })[] =>
  vault
    .select({ year: bundles.year, quarter: bundles.quarter, bundles: sql<number>`count(*)` })
    .from(bundles)
    .groupBy(bundles.year, bundles.quarter)
    .orderBy(desc(bundles.year), desc(bundles.quarter))
    .all()

const here = { id: bundles.id, madeAt: bundles.madeAt, digest: bundles.digest }

/** A bundle of an id. */
export const findBundle = (vault: ReadVault, id: string): BundleHere | undefined =>
  vault.select(here).from(bundles).where(eq(bundles.id, id)).get()

/** The bundle of a console for a quarter. */
export const findOfSource = (
  vault: ReadVault,
  source: string,
  { year, quarter }: Quarter,
): BundleHere | undefined =>
  vault
    .select(here)
    .from(bundles)
    .where(and(eq(bundles.year, year), eq(bundles.quarter, quarter), eq(bundles.source, source)))
    .get()

/** Bundles whose id begins so: of a number there is one, but for a chance of one in 2^48. */
export const findNumbered = (vault: ReadVault, number: string): string[] =>
  vault
    .select({ id: bundles.id })
    .from(bundles)
    .where(sql`upper(substr(${bundles.id}, 1, 13)) = ${number}`)
    .all()
    .map(({ id }) => id)

/** Adds a bundle with its rows. */
export const addBundle = (vault: WriteVault, bundle: NumbersBundle): void => {
  const rows = rowsOf(bundle)
  vault.insert(bundles).values(rows.bundle).run()
  if (rows.months.length > 0) vault.insert(bundleMonths).values(rows.months).run()
  if (rows.counts.length > 0) vault.insert(bundleCounts).values(rows.counts).run()
}

/** Takes a bundle out, with its rows; undefined where there is none. */
export const removeBundle = (vault: WriteVault, id: string): typeof bundles.$inferSelect | undefined =>
  vault.delete(bundles).where(eq(bundles.id, id)).returning().get()

/** Takes bundles out that were made at an instant or before. */
export const removeBundlesMadeBefore = (vault: WriteVault, at: string): void => {
  vault.delete(bundles).where(endedBy(bundles.madeAt, at)).run()
}

/** How many were made at an instant or before. */
export const countBundlesMadeBefore = (vault: ReadVault, at: string): number =>
  vault.select({ n: count() }).from(bundles).where(endedBy(bundles.madeAt, at)).get()?.n ?? 0

/** What was told, as rows, the oldest first. */
export const readToldRows = (vault: ReadVault): (typeof rollUps.$inferSelect)[] =>
  vault.select().from(rollUps).orderBy(asc(rollUps.countedAt), sql`rowid`).all()

/** Notes what was told. @throws ReadBackError */
export const addTold = (vault: WriteVault, told: Omit<Told, 'id' | 'countedAt'>, countedAt: string): Told => {
  const { period, ...rest } = told
  const row = { id: randomUUID(), period, countedAt, told: JSON.stringify(rest) }
  vault.insert(rollUps).values(row).run()
  return readBack(Told, parsedTold(row))
}

/** Takes one out that was told. */
export const removeTold = (vault: WriteVault, id: string): typeof rollUps.$inferSelect | undefined =>
  vault.delete(rollUps).where(eq(rollUps.id, id)).returning().get()

/** Bundles that left, newest first. */
export const readSent = (vault: ReadVault): (typeof bundlesSent.$inferSelect)[] =>
  vault.select().from(bundlesSent).orderBy(desc(bundlesSent.madeAt), bundlesSent.id).all()

/** A note of a bundle that left, as it is told, to be read back. */
export const sentNote = (row: ReturnType<typeof readSent>[number]): unknown => ({
  number: bundleNumberOf(row.id),
  period: { year: row.year, quarter: row.quarter },
  madeAt: row.madeAt,
  recipient: row.recipient,
  keyEnd: row.keyEnd,
  // A year that is none has no end, and does not read back.
  keptUntil: Number.isInteger(row.year) ? instantAt(keptUntilMs(`${row.year}`)) : null,
})

/** Notes that a bundle left. */
export const addSent = (vault: WriteVault, row: typeof bundlesSent.$inferInsert): void => {
  vault.insert(bundlesSent).values(row).run()
}

/** Takes the note of one that left away. */
export const removeSent = (vault: WriteVault, id: string): typeof bundlesSent.$inferSelect | undefined =>
  vault.delete(bundlesSent).where(eq(bundlesSent.id, id)).returning().get()
