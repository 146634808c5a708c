/** @file The page What is kept: each kind of record as the live schema has it, with its dates, and its entries by pages. */
import {
  KEPT_PAGE_ENTRIES,
  type KeptEntry,
  type KeptKind,
  type KeptPage,
  type ListId,
} from '../../../contract/vault'
import { keptEntry } from '../../read-back'
import type { Connection } from '../database/connections'
import { liveTables } from '../database/live-schema'
import type { ReadVault } from '../handles'
import type { KeptKindDescriptor, KeptSpan } from '../kept-kind'

/** What a list says of all of its entries. */
function spanOf(entries: readonly KeptEntry[]): KeptSpan {
  let keptSince: string | null = null
  let keptUntil: string | null = null
  let nextEndAt: string | null = null
  let haveAllEnds = true
  for (const entry of entries) {
    if (keptSince === null || entry.keptSince < keptSince) keptSince = entry.keptSince
    if (entry.keptUntil === null) {
      haveAllEnds = false
      continue
    }
    if (keptUntil === null || entry.keptUntil > keptUntil) keptUntil = entry.keptUntil
    if (nextEndAt === null || entry.keptUntil < nextEndAt) nextEndAt = entry.keptUntil
  }
  return { count: entries.length, keptSince, keptUntil: haveAllEnds ? keptUntil : null, nextEndAt }
}

/**
 * Entries as they are answered, whatever a kind says of them: one that would not read back here, or that its own list leaves
 * out, is there, and said to be damaged.
 */
const sound = (
  entries: readonly KeptEntry[],
  descriptor: KeptKindDescriptor,
  vault: ReadVault,
  now: Date,
): KeptEntry[] => {
  const ids = entries.map(({ id }) => id)
  const leftOut = new Set(descriptor.lists?.flatMap((listed) => listed.leftOut(vault, now, ids)))
  return entries.map((entry) =>
    keptEntry({ id: entry.id, createdAt: entry.keptSince }, () =>
      leftOut.has(entry.id) ? { ...entry, isDamaged: true } : entry,
    ),
  )
}

/** What has ended and not gone yet is left out; what asks to go is not. */
const shownOf = (descriptor: KeptKindDescriptor, vault: ReadVault, now: Date, endedBefore: string) =>
  sound(descriptor.list(vault, now), descriptor, vault, now).filter(
    ({ keptUntil, isAskingToGo }) => isAskingToGo || keptUntil === null || keptUntil > endedBefore,
  )

/**
 * One page of a kind; all entries of one that is not read by pages.
 *
 * @param cursor - where it begins, as the page before said; null for the first. One that is none of ours begins anew.
 */
export function listKeptPage(
  vault: ReadVault,
  descriptor: KeptKindDescriptor,
  cursor: string | null,
  { now, dueBefore = now }: { now: Date; dueBefore?: Date },
): KeptPage {
  const endedBefore = dueBefore.toISOString()
  if (descriptor.pages) {
    const { entries, next } = descriptor.pages.page(vault, endedBefore, cursor, KEPT_PAGE_ENTRIES)
    return { entries: sound(entries, descriptor, vault, now), ...(next !== null && { nextCursor: next }) }
  }
  return { entries: shownOf(descriptor, vault, now, endedBefore) }
}

/**
 * Every kind with the first page of its entries. Tables and columns are read from the database, so a column that was added
 * shows up even where no words were written for it. What has ended and not gone yet is left out.
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
    const { pages } = descriptor
    const listed = pages ? null : shownOf(descriptor, vault, now, endedBefore)
    const span = pages ? pages.span(vault, endedBefore) : spanOf(listed ?? [])
    const first = pages?.page(vault, endedBefore, null, KEPT_PAGE_ENTRIES)
    const tables = live.filter((table) => descriptor.tables.includes(table.name))
    return {
      kind: descriptor.kind,
      count: span.count,
      keptSince: span.keptSince,
      keptUntil: span.keptUntil,
      ...(span.nextEndAt !== null && { nextEndAt: span.nextEndAt }),
      tables: tables.map((table) => table.name),
      columns: tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column}`)),
      canForget: descriptor.canForget,
      entries: first ? sound(first.entries, descriptor, vault, now) : (listed ?? []),
      ...(first && first.next !== null && { nextCursor: first.next }),
    }
  })
}

/** How many entries each of these lists leaves out; one that leaves out none is not named. */
export const listLeftOut = (
  vault: ReadVault,
  kinds: readonly KeptKindDescriptor[],
  of: readonly ListId[],
  now: Date,
): { list: ListId; count: number }[] =>
  kinds
    .flatMap(({ lists = [] }) => lists)
    .filter(({ list }) => of.includes(list))
    .map((listed) => ({ list: listed.list, count: listed.leftOut(vault, now).length }))
    .filter(({ count }) => count > 0)

/** How many entries of a kind there are, whether ended or not. */
export const countKept = (vault: ReadVault, descriptor: KeptKindDescriptor, now: Date): number =>
  descriptor.pages?.span(vault, '').count ?? descriptor.list(vault, now).length

/** Whether a kind has an entry. */
export const isKept = (vault: ReadVault, descriptor: KeptKindDescriptor, id: string, now: Date): boolean =>
  descriptor.pages?.has(vault, id) ?? descriptor.list(vault, now).some((entry) => entry.id === id)
