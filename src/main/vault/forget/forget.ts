/** @file Forgetting one entry: delete it at once; then empty the log and search the decrypted pages for what was in it. */
import type { ForgetReceipt } from '../../../contract/vault'
import { DatabaseMovedError, type OpenVault } from '../database/opened'
import { isKept } from '../kept/kept'
import type { KeptKindDescriptor } from '../kept-kind'
import type { Forgotten } from './forgotten'
import { areExplained, type Found, needlesOf, searchPages } from './residue'
import { forgetfulSearchGaps, tidyingOf } from './search-residue'

/** What forgetting needs of an unlocked vault. */
export interface ForgettingVault
  extends Pick<OpenVault, 'read' | 'write' | 'maintain' | 'emptyLog' | 'openPages'> {
  kinds: readonly KeptKindDescriptor[]
  forgotten: Pick<Forgotten, 'note'>
}

/** How often a search is begun anew because the log was moved in the middle. */
const SEARCH_TRIES = 3

interface Proof {
  searchedBytes: number
  isVerified: boolean
}

/** One search of all pages as they are on the disk, and of what explains what was found. */
function* searchOnce(
  vault: ForgettingVault,
  needles: readonly Buffer[],
  context: Parameters<typeof areExplained>[2],
): Generator<void, { found: Found; isClean: boolean }> {
  const pages = vault.openPages()
  try {
    const found = yield* searchPages(pages, needles)
    const isClean =
      !found.hasTrace && found.areAllRead && (yield* areExplained(vault.maintain, found.needles, context))
    pages.requireSame()
    return { found, isClean }
  } finally {
    pages.release()
  }
}

/** The same, begun anew where something was forgotten in the middle. */
function* search(
  vault: ForgettingVault,
  needles: readonly Buffer[],
  context: Parameters<typeof areExplained>[2],
): Generator<void, { found: Found; isClean: boolean }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return yield* searchOnce(vault, needles, context)
    } catch (thrown) {
      if (!(thrown instanceof DatabaseMovedError) || tries === SEARCH_TRIES) throw thrown
    }
  }
}

/**
 * Tidies the search tables, empties the log, and looks for what was in the entry. What is found in a free place is a trace:
 * then the database is rebuilt, which blocks, and searched again. What is found in a record must be one that is rightly
 * kept (`areExplained`).
 */
function* proveGone(
  vault: ForgettingVault,
  kind: KeptKindDescriptor,
  id: string,
  left: string[],
  now: Date,
): Generator<void, Proof> {
  const needles = needlesOf(left)
  yield* tidyingOf(vault.maintain)
  const context = {
    kinds: vault.kinds,
    forgotten: { kind, id },
    isListed: (other: string) => isKept(vault.read(), kind, other, now),
  }
  // Nothing long enough to look for proves nothing; nor do pages whose search tables keep deleted words.
  const isProvable = needles.length > 0 && vault.maintain(forgetfulSearchGaps).length === 0
  const first = yield* search(vault, needles, context)
  if (!first.found.hasTrace) {
    return { searchedBytes: first.found.searchedBytes, isVerified: isProvable && first.isClean }
  }
  vault.maintain((connection) => connection.exec('VACUUM'))
  const second = yield* search(vault, first.found.needles, context)
  return {
    searchedBytes: first.found.searchedBytes + second.found.searchedBytes,
    isVerified: isProvable && first.found.areAllRead && second.isClean,
  }
}

/**
 * Forgets one entry at once; what follows, a step at a time, proves it. What the receipt cannot speak of: copies that the app
 * did not make, and worn cells of the drive.
 *
 * @returns the proof, which never throws and ends with a receipt, whatever happens to the vault meanwhile; null when there is
 *   no such entry, or its kind cannot be forgotten.
 * @throws `EntryInUseError` from the descriptor, and SQLite's and the system's errors; then nothing was changed.
 */
export function forgetEntry(
  vault: ForgettingVault,
  kind: KeptKindDescriptor,
  id: string,
  now: Date,
): Generator<void, ForgetReceipt> | null {
  if (!kind.canForget) return null
  let takeBack = () => {}
  const gone: { left: string[] | null } = { left: null }
  try {
    vault.write((handle) => {
      gone.left = kind.forget(handle, id)
      // Before it is stored: a backup must not bring back what was forgotten just before a crash.
      if (gone.left !== null) takeBack = vault.forgotten.note(kind.kind, id, now)
    })
  } catch (thrown) {
    const isLeft = isThere(vault, kind, id, now)
    if (isLeft === true) takeBack()
    if (gone.left === null || isLeft !== false) throw thrown
    // Stored, and only its acknowledgement refused, by a full disk perhaps: the receipt says how far it is proved.
  }
  return gone.left === null ? null : proofOf(vault, kind, id, gone.left, now)
}

function* proofOf(
  vault: ForgettingVault,
  kind: KeptKindDescriptor,
  id: string,
  left: string[],
  now: Date,
): Generator<void, ForgetReceipt> {
  try {
    return { forgotten: 1, ...(yield* proveGone(vault, kind, id, [...left, id], now)) }
  } catch {
    // The delete is done and stays; only its proof failed (locked meanwhile, no room to rebuild, a page that cannot be read).
    return { forgotten: 1, searchedBytes: 0, isVerified: false }
  }
}

/** After a change that failed: it may have been stored, and only its acknowledgement be refused. Null: nobody can say. */
function isThere({ read }: ForgettingVault, kind: KeptKindDescriptor, id: string, now: Date): boolean | null {
  try {
    return isKept(read(), kind, id, now)
  } catch {
    return null
  }
}
