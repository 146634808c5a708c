/** @file Reads and writes of charters that are being written. */
import { desc, eq } from 'drizzle-orm'
import { DraftSummary } from '../../contract/charter-drafts'
import type { CharterDraftId } from '../../contract/primitives'
import { readBack } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import { charterDrafts } from './tables'

/** A draft as it is stored. `pack`: JSON text. */
export type DraftRow = typeof charterDrafts.$inferSelect

const summaryColumns = {
  draftId: charterDrafts.id,
  name: charterDrafts.name,
  charterId: charterDrafts.charterId,
  createdAt: charterDrafts.createdAt,
  changedAt: charterDrafts.changedAt,
}

/** All of them without what was typed, the one changed last first. */
export const listDrafts = (vault: ReadVault) =>
  vault.select(summaryColumns).from(charterDrafts).orderBy(desc(charterDrafts.changedAt)).all()

/** One, or undefined. */
export const readDraft = (vault: ReadVault, draftId: string): DraftRow | undefined =>
  vault
    .select()
    .from(charterDrafts)
    .where(eq(charterDrafts.id, draftId as CharterDraftId))
    .get()

/** Writes one in the place of what was there of it. @throws ReadBackError, which rolls the transaction back */
export const writeDraft = (vault: WriteVault, row: DraftRow): DraftSummary => {
  const { id: _, createdAt: __, ...change } = row
  const written = vault
    .insert(charterDrafts)
    .values(row)
    .onConflictDoUpdate({ target: charterDrafts.id, set: change })
    .returning(summaryColumns)
    .get()
  return readBack(DraftSummary, written)
}

/** Takes one away. Returns it, or undefined. */
export const removeDraft = (vault: WriteVault, draftId: string): DraftRow | undefined =>
  vault
    .delete(charterDrafts)
    .where(eq(charterDrafts.id, draftId as CharterDraftId))
    .returning()
    .get()
