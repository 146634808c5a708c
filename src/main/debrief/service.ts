/** @file Debrief: keeps the facilitator's private reflections until their end date. */
import { randomUUID } from 'node:crypto'
import { desc, eq, lte } from 'drizzle-orm'
import type { Debrief, DebriefListed } from '../../contract/debrief'
import { DebriefId } from '../../contract/primitives'
import type { ChartersService } from '../charters/service'
import type { Clock } from '../host'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { listNewest, searchEntries } from './search'
import { debriefs } from './tables'

const DAY_MS = 86_400_000

type Row = typeof debriefs.$inferSelect
/** What the console sends to be kept: a clean version, by its linter. */
export interface DebriefInput {
  debriefId: DebriefId | null
  charterId: string
  text: string
  answers: Record<string, string>
  isDraft: boolean
}

const debriefOf = (row: Row): Debrief => ({
  id: row.id,
  charterId: row.charterId,
  text: row.text,
  answers: row.answers,
  isDraft: row.isDraft,
  createdAt: row.createdAt,
  changedAt: row.changedAt,
  keptUntil: row.keptUntil,
})

const readRow = (vault: ReadVault, debriefId: DebriefId): Row => {
  const row = vault.select().from(debriefs).where(eq(debriefs.id, debriefId)).get()
  if (!row) throw Refusal.of('NOT_FOUND')
  return row
}

/** What the router may ask of debrief. All throw `VaultLockedError`. */
export interface DebriefService {
  /** Newest first; a blank query lists all. */
  list(query: string, limit: number): { entries: DebriefListed[]; totalCount: number }
  /** @throws Refusal NOT_FOUND */
  get(debriefId: DebriefId): Debrief
  /**
   * Creates, or replaces text, answers and draft mark; charter, creation and end date stay as they were.
   * The charter's own shorter length is the console's to hold the writer to: refusing words already written
   * would lose them.
   *
   * @throws Refusal NOT_FOUND (entry or charter)
   */
  save(input: DebriefInput): Debrief
  /** @throws Refusal NOT_FOUND */
  discard(debriefId: DebriefId): void
}

/** Makes the service. */
export const createDebrief = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: ChartersService
}): DebriefService => {
  const { vault: access, clock, charters } = needs
  return {
    list: (query, limit) => {
      const vault = access.read()
      return query.trim() === '' ? listNewest(vault, limit) : searchEntries(vault, query, limit)
    },
    get: (debriefId) => debriefOf(readRow(access.read(), debriefId)),
    save: ({ debriefId, charterId, text, answers, isDraft }) =>
      access.write((vault) => {
        const now = clock.now()
        const words = {
          text,
          answers,
          answerWords: Object.values(answers).join('\n'),
          isDraft,
          changedAt: now.toISOString(),
        }
        if (debriefId !== null) {
          const { id } = readRow(vault, debriefId)
          return debriefOf(vault.update(debriefs).set(words).where(eq(debriefs.id, id)).returning().get())
        }
        const keptDays = charters.get(charterId).settings.debriefRetentionDays.value
        return debriefOf(
          vault
            .insert(debriefs)
            .values({
              id: DebriefId.parse(randomUUID()),
              charterId,
              ...words,
              createdAt: now.toISOString(),
              keptUntil: new Date(now.getTime() + keptDays * DAY_MS).toISOString(),
            })
            .returning()
            .get(),
        )
      }),
    discard: (debriefId) =>
      access.write((vault) => {
        readRow(vault, debriefId)
        vault.delete(debriefs).where(eq(debriefs.id, debriefId)).run()
      }),
  }
}

/** Longest piece of a text that is looked for after forgetting, and how far apart pieces are, in UTF-16 units. */
const PIECE_LENGTH = 40
const PIECE_EVERY = 200

/**
 * Pieces of a text for the search that proves it gone. Short ones, because a long text lies on several pages;
 * texts of a few words give none, because those words may rightly stand elsewhere.
 *
 * @param stored - the text as it is stored.
 */
export const piecesOf = (stored: string): string[] => {
  const pieces: string[] = []
  for (let at = 0; at + PIECE_LENGTH / 2 <= stored.length; at += PIECE_EVERY) {
    pieces.push(stored.slice(at, at + PIECE_LENGTH))
  }
  return pieces
}

/** Debriefs, each until its charter's end date, which is enforced at unlock. */
export const debriefsKept = (): KeptKindDescriptor => ({
  kind: 'debriefs',
  tables: ['debriefs', 'debrief_words'],
  canForget: true,
  list: (vault) =>
    vault
      .select({ id: debriefs.id, createdAt: debriefs.createdAt, keptUntil: debriefs.keptUntil })
      .from(debriefs)
      .orderBy(desc(debriefs.seq))
      .all()
      .map((row) => ({
        id: row.id,
        label: row.createdAt.slice(0, 10),
        keptSince: row.createdAt,
        keptUntil: row.keptUntil,
        isAskingToGo: false,
      })),
  forget: (vault, id) => {
    const debriefId = DebriefId.safeParse(id)
    if (!debriefId.success) return null
    const row = vault.delete(debriefs).where(eq(debriefs.id, debriefId.data)).returning().get()
    return row ? [row.id, ...piecesOf(row.text), ...piecesOf(row.answerWords)] : null
  },
  enforceEnd: (vault, now) => {
    vault.delete(debriefs).where(lte(debriefs.keptUntil, now.toISOString())).run()
  },
})
