/** @file Debrief: keeps the facilitator's private reflections until their end date. */
import { type DebriefContent, type DebriefListed, debriefRecord } from '../../contract/debrief'
import { DebriefId } from '../../contract/primitives'
import type { RecordFields } from '../../contract/record-fields'
import { searchWords } from '../../contract/same-to-the-eye/search'
import type { KeptEntry } from '../../contract/vault'
import type { ChartersService } from '../charters/service'
import { piecesOf, recordProof, written } from '../forgetting-proof'
import type { Clock } from '../host'
import { keptDay } from '../kept-date'
import { pagesOf } from '../kept-pages'
import { keptEntry } from '../read-back'
import { Refusal } from '../refusal'
import type { VaultAccess } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'

export { createFeedback, feedbackKept } from './feedback'
export { createHandOff, handOffsKept } from './hand-off'

import { ALL, debriefList, listNewest, type Narrowing, searchEntries, tagsStored } from './search'
import {
  addDebrief,
  countEnded,
  type DebriefDates,
  type DebriefRow,
  listDates,
  pageOfDates,
  readDebrief,
  removeDebrief,
  removeEnded,
  replaceDebrief,
} from './store'
import { debriefs } from './tables'

const DAY_MS = 86_400_000

/** What the console sends to be stored: a clean version, by its linter. `V`: the fields of a debrief. */
export interface DebriefInput<V extends object = DebriefContent> {
  debriefId: DebriefId
  /** True as long as the console has heard of no stored version: an entry that is not there is created. */
  isNew: boolean
  charterId: string
  content: V
  isDraft: boolean
}

/** A stored debrief. */
export interface DebriefStored<V extends object = DebriefContent> {
  id: DebriefId
  charterId: string
  content: V
  isDraft: boolean
  createdAt: string
  changedAt: string
  keptUntil: string
}

/** What the router may ask of debrief. All throw `VaultLockedError`. */
export interface DebriefService<V extends object = DebriefContent> {
  /** Newest first; a blank query lists all. */
  list(
    query: string,
    limit: number,
    narrowing?: Partial<Narrowing>,
  ): { entries: DebriefListed[]; totalCount: number }
  /** @throws Refusal NOT_FOUND, also where it cannot be read */
  get(debriefId: DebriefId): DebriefStored<V>
  /**
   * Creates, or replaces content and draft mark; charter, creation and end date stay as they were. The charter's
   * own shorter length is the console's to hold the writer to: refusing words already written would lose them.
   *
   * @throws Refusal NOT_FOUND (an entry that was forgotten, or the charter)
   */
  save(input: DebriefInput<V>): DebriefStored<V>
  /** @throws Refusal NOT_FOUND */
  discard(debriefId: DebriefId): void
}

/** What `save` stored by the same fields, or an earlier version's; null where it cannot be read. */
const contentOf = <V extends object>(record: RecordFields<V>, stored: unknown): V | null => {
  try {
    return record.schema.safeParse(record.complete(stored as V)).data ?? null
  } catch {
    return null
  }
}

/** Its texts, one after another. */
const textOf = <V extends object>(record: RecordFields<V>, content: V): string =>
  record
    .texts(content)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
    .join('\n')

/** The tags of a content whose fields have any. */
const tagsOf = (content: object): readonly string[] => {
  const tags: unknown = Reflect.get(content, 'tags')
  return Array.isArray(tags) ? tags.map(String) : []
}

/**
 * Makes the service.
 *
 * @param record - the fields of a debrief, as the contract declares them.
 */
export const createDebriefOf = <V extends object>(
  record: RecordFields<V>,
  needs: { vault: VaultAccess; clock: Clock; charters: ChartersService },
): DebriefService<V> => {
  const { vault: access, clock, charters } = needs
  const debriefOf = (row: DebriefRow): DebriefStored<V> => {
    const content = contentOf(record, row.content)
    if (content === null) throw Refusal.of('NOT_FOUND')
    const { id, charterId, isDraft, createdAt, changedAt, keptUntil } = row
    return { id, charterId, content, isDraft, createdAt, changedAt, keptUntil }
  }
  const storedText = (stored: string): string | null => {
    try {
      const content: V = JSON.parse(stored)
      return textOf(record, record.complete(content))
    } catch {
      return null
    }
  }
  const hasEnded = (row: DebriefRow): boolean => row.keptUntil <= access.dueBefore().toISOString()
  return {
    list: (query, limit, narrowing) => {
      const within = { ...ALL, ...narrowing }
      const vault = access.read()
      const dueBefore = access.dueBefore().toISOString()
      return query.trim() === ''
        ? listNewest(vault, limit, dueBefore, storedText, within)
        : searchEntries(vault, query, limit, dueBefore, storedText, within)
    },
    get: (debriefId) => {
      const row = readDebrief(access.read(), debriefId)
      if (!row || hasEnded(row)) throw Refusal.of('NOT_FOUND')
      return debriefOf(row)
    },
    save: ({ debriefId, isNew, charterId, content, isDraft }) =>
      access.write((vault) => {
        const now = clock.now()
        const changedAt = now.toISOString()
        const version = {
          content,
          words: searchWords(textOf(record, content)),
          tags: tagsStored(tagsOf(content)),
          isDraft,
          changedAt,
        }
        const before = readDebrief(vault, debriefId)
        if (before && hasEnded(before)) throw Refusal.of('NOT_FOUND')
        if (before) {
          // A clock set back must not have it changed before it was made.
          const latest = changedAt < before.createdAt ? before.createdAt : changedAt
          return debriefOf(replaceDebrief(vault, debriefId, { ...version, changedAt: latest }))
        }
        // Not found, and known to have been there: it was forgotten, and stays so.
        if (!isNew) throw Refusal.of('NOT_FOUND')
        const keptDays = charters.get(charterId).settings.debriefRetentionDays.value
        // On a clock that ran back, counted from the latest instant known, or it would have ended already.
        const fromMs = Math.max(now.getTime(), access.isClockTrusted() ? 0 : access.dueBefore().getTime())
        const keptUntil = new Date(fromMs + keptDays * DAY_MS).toISOString()
        const row = { id: debriefId, charterId, ...version, createdAt: changedAt, keptUntil }
        return debriefOf(addDebrief(vault, row))
      }),
    discard: (debriefId) =>
      access.write((vault) => {
        if (!removeDebrief(vault, debriefId)) throw Refusal.of('NOT_FOUND')
      }),
  }
}

/** Makes the service for the fields of a debrief. */
export const createDebrief = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: ChartersService
}): DebriefService => createDebriefOf(debriefRecord, needs)

const entryOf = (row: DebriefDates): KeptEntry =>
  keptEntry(row, () => ({
    id: row.id,
    label: '',
    date: keptDay(row.createdAt),
    ...(row.isJson === 0 ? { isDamaged: true } : {}),
    keptSince: row.createdAt,
    keptUntil: row.keptUntil,
    isAskingToGo: false,
  }))

/** Debriefs by their fields, each until its charter's end date, which is enforced at unlock. */
export const debriefsKeptOf = <V extends object>(record: RecordFields<V>): KeptKindDescriptor => ({
  kind: 'debriefs',
  tables: ['debriefs', 'debrief_words'],
  lists: [debriefList],
  canForget: true,
  list: (vault) => listDates(vault).map(entryOf),
  pages: pagesOf<DebriefDates>({
    table: debriefs,
    id: debriefs.id,
    createdAt: debriefs.createdAt,
    endsBy: debriefs.keptUntil,
    endsAfterMs: 0,
    newestBy: debriefs.seq,
    rows: pageOfDates,
    placeOf: ({ seq, id }) => ({ at: seq, id }),
    entryOf,
  }),
  forget: (vault, id) => {
    const debriefId = DebriefId.safeParse(id)
    const row = debriefId.success ? removeDebrief(vault, debriefId.data) : undefined
    if (!row) return null
    const content = contentOf(record, row.content)
    const ways = [written.plainly, written.inJson, searchWords]
    // Of one that cannot be read, the words by which it was found.
    return [row.id, ...(content ? recordProof(record, content, ways) : piecesOf(row.words))]
  },
  countDue: (vault, now) => countEnded(vault, now.toISOString()),
  enforceEnd: (vault, now) => removeEnded(vault, now.toISOString()),
})

/** The kind of the debriefs of this version. */
export const debriefsKept = (): KeptKindDescriptor => debriefsKeptOf(debriefRecord)
