/** @file What a domain tells the vault about the records it keeps, so that one page can list and forget them. */
import type { KeptEntry, KeptKindId, ListId } from '../../contract/vault'
import type { ReadVault, WriteVault } from './handles'

/** A list of the console that shows rows of a kind, as far as they read back. */
export interface ListedRows {
  list: ListId
  /**
   * Ids, as What is kept has them, of the rows that it leaves out because they do not read back.
   *
   * @param among - where it is there, no others are looked for.
   */
  leftOut(vault: ReadVault, now: Date, among?: readonly string[]): string[]
}

/** A domain's own description of one kind of record. Handed to the vault by `core.ts`. */
export interface KeptKindDescriptor {
  kind: KeptKindId
  /** Tables that hold it. Together, all kinds name every table of the live schema: a test checks it. */
  tables: readonly string[]
  /** False for what the app cannot run without (the profile). */
  canForget: boolean
  /** Every entry, newest first: label in the facilitator's own words, dates, never content. */
  list(vault: ReadVault, now: Date): KeptEntry[]
  /** The lists that show it; left out where none leaves anything out. */
  lists?: readonly ListedRows[]
  /** The same by pages, for kinds that may have thousands. None of their entries ever asks to go. */
  pages?: KeptPages
  /**
   * Deletes one entry with everything that hangs on it.
   *
   * @returns byte strings of the entry (its longer texts and ids), for the search that proves it is gone;
   *   null when there is no such entry.
   * @throws `EntryInUseError` while it is part of an open session.
   */
  forget(vault: WriteVault, id: string): string[] | null
  /** How many entries `enforceEnd` would remove or move. Reads only: for the question whether the clock is right. */
  countDue(vault: ReadVault, now: Date): number
  /**
   * Removes what has reached its end date; run at unlock and while the vault is open, only while the clock is
   * trusted. Kinds that ask instead remove nothing.
   */
  enforceEnd(vault: WriteVault, now: Date): void
  /** Whether something holds an entry that a person wants to forget; absent for kinds of which nothing does. */
  isHeld?(vault: ReadVault, id: string): boolean
  /** Gives an entry that asks to go as many days as its entry says (`longerDays`); absent for kinds that do not ask. */
  keepLonger?(vault: WriteVault, id: string, now: Date): boolean
}

/** How many there are of a kind, and their dates, ISO; without those that ended at an instant or before. */
export interface KeptSpan {
  count: number
  /** The earliest; null where there is none. */
  keptSince: string | null
  /** The last end date; null where an entry has none, or there is none. */
  keptUntil: string | null
  /** The end date that comes first; null where there is none. */
  nextEndAt: string | null
}

/** A kind read by pages. What ended at `endedBefore` or earlier is left out; what does not read back never is. */
export interface KeptPages {
  span(vault: ReadVault, endedBefore: string): KeptSpan
  /** Newest first. `after`: as `next` of the page before, or anything at all: it comes from outside; null for the first. */
  page(
    vault: ReadVault,
    endedBefore: string,
    after: string | null,
    limit: number,
  ): { entries: KeptEntry[]; next: string | null }
  /** Whether there is such an entry. */
  has(vault: ReadVault, id: string): boolean
}

/** Thrown by `forget` while the entry is part of an open session. */
export class EntryInUseError extends Error {
  override readonly name = 'EntryInUseError'
}

/** Thrown instead of forgetting an entry that something holds (`KeptKindDescriptor.isHeld`). Nothing was changed. */
export class EntryHeldError extends Error {
  override readonly name = 'EntryHeldError'
}
