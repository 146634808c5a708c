/** @file Drafts of violation reports: kept where the charter asks for them, for its days, and gone after that. */
import { count, desc, eq } from 'drizzle-orm'
import {
  VIOLATIONS_MAX,
  Violation,
  type ViolationContent,
  type ViolationId,
  violationRecord,
} from '../../contract/report-violations'
import type { ChartersService } from '../charters/service'
import { endedBy } from '../ended-by'
import { recordProof, written } from '../forgetting-proof'
import type { Clock } from '../host'
import { keptDay } from '../kept-date'
import { instantAt } from '../last-instant'
import { keptEntry, listOf, readBack, soundRows } from '../read-back'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { violationDrafts } from './tables'

const DAY_MS = 86_400_000

/** What the router may ask of drafts. All throw `VaultLockedError`. */
export interface ViolationsService {
  list(): Violation[]
  /** @throws Refusal NOT_FOUND, EVIDENCE_FORBIDDEN, TOO_MANY */
  save(draft: {
    violationId: ViolationId
    isNew: boolean
    charterId: string
    content: ViolationContent
  }): Violation
  /** @throws Refusal NOT_FOUND */
  discard(violationId: ViolationId): void
}

const rowsOf = (vault: ReadVault) =>
  vault.select().from(violationDrafts).orderBy(desc(violationDrafts.createdAt), violationDrafts.id).all()
const readOne = (vault: ReadVault, id: string) =>
  vault
    .select()
    .from(violationDrafts)
    .where(eq(violationDrafts.id, id as ViolationId))
    .get()

/** Makes the service. */
export const createViolations = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: Pick<ChartersService, 'find'>
}): ViolationsService => {
  const { vault: access, clock, charters } = needs
  /** Enforced while open too: what is over is not read any more, whether it has gone already or not. */
  const isOver = ({ keptUntil }: { keptUntil: string }) =>
    Date.parse(keptUntil) <= access.dueBefore().getTime()

  return {
    list: () =>
      soundRows(
        Violation,
        rowsOf(access.read()).filter((row) => !isOver(row)),
      ),
    save: ({ violationId, isNew, charterId, content }) =>
      access.write((vault) => {
        const evidence = charters.find(charterId)?.settings.evidence.value ?? { kind: 'none' as const }
        if (evidence.kind === 'none') throw Refusal.of('EVIDENCE_FORBIDDEN')
        if (evidence.kind === 'words' && content.message.trim() !== '') throw Refusal.of('EVIDENCE_FORBIDDEN')
        const before = readOne(vault, violationId)
        if ((!before && !isNew) || (before && isOver(before))) throw Refusal.of('NOT_FOUND')
        if (!before && rowsOf(vault).length >= VIOLATIONS_MAX) throw Refusal.of('TOO_MANY')
        const nowMs = Math.max(clock.now().getTime(), access.dueBefore().getTime())
        const createdAt = before?.createdAt ?? instantAt(nowMs)
        const until = instantAt(Date.parse(createdAt) + evidence.days * DAY_MS)
        const row = {
          id: violationId,
          charterId,
          content: violationRecord.tidy(content),
          createdAt,
          changedAt: instantAt(nowMs),
          // A charter that became more lenient since keeps nothing longer.
          keptUntil: before !== undefined && before.keptUntil < until ? before.keptUntil : until,
        }
        const draft = readBack(Violation, row)
        vault
          .insert(violationDrafts)
          .values(row)
          .onConflictDoUpdate({ target: violationDrafts.id, set: row })
          .run()
        return draft
      }),
    discard: (violationId) => {
      access.write((vault) => {
        const { changes } = vault.delete(violationDrafts).where(eq(violationDrafts.id, violationId)).run()
        if (changes === 0) throw Refusal.of('NOT_FOUND')
      })
    },
  }
}

/** Drafts on What is kept: each goes at its day. */
export const violationsKept = (): KeptKindDescriptor => ({
  kind: 'violations',
  tables: ['violation_drafts'],
  lists: [
    listOf('violations', Violation, (vault) => rowsOf(vault).map((row) => ({ id: row.id, answered: row }))),
  ],
  canForget: true,
  list: (vault) =>
    rowsOf(vault).map((row) =>
      keptEntry(row, () => ({
        id: row.id,
        label: '',
        date: keptDay(row.createdAt),
        keptSince: row.createdAt,
        keptUntil: row.keptUntil,
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const row = vault
      .delete(violationDrafts)
      .where(eq(violationDrafts.id, id as ViolationId))
      .returning()
      .get()
    if (!row) return null
    const content = violationRecord.schema.safeParse(row.content).data
    return [row.id, ...(content ? recordProof(violationRecord, content, [written.inJson]) : [])]
  },
  countDue: (vault, now) =>
    vault
      .select({ n: count() })
      .from(violationDrafts)
      .where(endedBy(violationDrafts.keptUntil, now.toISOString()))
      .get()?.n ?? 0,
  enforceEnd: (vault, now) => {
    vault.delete(violationDrafts).where(endedBy(violationDrafts.keptUntil, now.toISOString())).run()
  },
})
