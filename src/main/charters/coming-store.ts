/** @file Reads and writes of versions that were taken in and wait for their day. */
import { and, eq } from 'drizzle-orm'
import { type CharterVersion, compareVersions } from '../../contract/charter-version'
import type { ReadVault, WriteVault } from '../vault/handles'
import { comingCharters } from './tables'

/** A version that waits, as it was signed. */
export type ComingRow = typeof comingCharters.$inferSelect

/** All of them without their texts. */
export const listComing = (vault: ReadVault) =>
  vault
    .select({
      charterId: comingCharters.charterId,
      version: comingCharters.version,
      signature: comingCharters.signature,
      takenAt: comingCharters.takenAt,
    })
    .from(comingCharters)
    .all()

const at = (charterId: string, version: string) =>
  and(eq(comingCharters.charterId, charterId), eq(comingCharters.version, version))

/** One, or undefined. */
export const readComing = (vault: ReadVault, charterId: string, version: string): ComingRow | undefined =>
  vault.select().from(comingCharters).where(at(charterId, version)).get()

/** Writes one that is not there yet. */
export const writeComing = (vault: WriteVault, row: ComingRow): void => {
  vault.insert(comingCharters).values(row).run()
}

/** Takes one away. Returns what it was, or undefined. */
export const removeComing = (vault: WriteVault, charterId: string, version: string): ComingRow | undefined =>
  vault.delete(comingCharters).where(at(charterId, version)).returning().get()

/** Takes away all of a charter. Returns what they were. */
export const removeComingOf = (vault: WriteVault, charterId: string): ComingRow[] =>
  vault.delete(comingCharters).where(eq(comingCharters.charterId, charterId)).returning().all()

/** Takes away those of a charter that a version has overtaken, itself among them. */
export const removeComingUpTo = (vault: WriteVault, charterId: string, version: CharterVersion): void => {
  for (const one of listComing(vault))
    if (one.charterId === charterId && compareVersions(one.version, version) <= 0)
      removeComing(vault, charterId, one.version)
}
