/** @file What was decided after asking whether to report: choices of fixed lists, no words, no person. */
import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { Decision, type DecisionNote } from '../../contract/report-decisions'
import { keptDay } from '../kept-date'
import { instantAt } from '../last-instant'
import { keptEntry, listOf, readBack, soundRows } from '../read-back'
import type { ReadVault, WriteVault } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { reportDecisions } from './tables'

const DAY_MS = 86_400_000
/** A decision asks whether to stay after a year, and again a year after each answer. Our default. */
export const DECISION_ASKS_AFTER_DAYS = 365
const asksAfter = (now: Date): string => instantAt(now.getTime() + DECISION_ASKS_AFTER_DAYS * DAY_MS)

const rowsOf = (vault: ReadVault) =>
  vault.select().from(reportDecisions).orderBy(desc(reportDecisions.decidedAt)).all()

/** All of them, newest first. */
export const readDecisions = (vault: ReadVault): Decision[] => soundRows(Decision, rowsOf(vault))

/** Notes one. */
export const writeDecision = (vault: WriteVault, note: DecisionNote, now: Date): Decision =>
  readBack(
    Decision,
    vault
      .insert(reportDecisions)
      .values({ id: randomUUID(), ...note, decidedAt: instantAt(now.getTime()), asksAt: asksAfter(now) })
      .returning()
      .get(),
  )

/** Decisions on What is kept: each asks at its day, and never goes silently. */
export const decisionsKept = (): KeptKindDescriptor => ({
  kind: 'decisions',
  tables: ['report_decisions'],
  lists: [
    listOf('decisions', Decision, (vault) => rowsOf(vault).map((row) => ({ id: row.id, answered: row }))),
  ],
  canForget: true,
  list: (vault, now) =>
    rowsOf(vault).map((row) =>
      keptEntry({ id: row.id, createdAt: row.decidedAt }, () => ({
        id: row.id,
        label: '',
        date: keptDay(row.decidedAt),
        keptSince: row.decidedAt,
        keptUntil: row.asksAt,
        isAskingToGo: Date.parse(row.asksAt) <= now.getTime(),
        longerDays: DECISION_ASKS_AFTER_DAYS,
      })),
    ),
  forget: (vault, id) =>
    vault.delete(reportDecisions).where(eq(reportDecisions.id, id)).run().changes > 0 ? [id] : null,
  countDue: () => 0,
  enforceEnd: () => {},
  keepLonger: (vault, id, now) =>
    vault
      .update(reportDecisions)
      .set({ asksAt: asksAfter(now) })
      .where(eq(reportDecisions.id, id))
      .run().changes > 0,
})
