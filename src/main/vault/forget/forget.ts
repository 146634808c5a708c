/** @file Forgetting one entry: delete, empty the log, then search the decrypted pages for what was in it. */
import type { ForgetReceipt } from '../../../contract/vault'
import type { OpenVault } from '../database/open-vault'
import { isKept } from '../kept/kept'
import type { KeptKindDescriptor } from '../kept-kind'
import type { Forgotten } from './forgotten'
import { isExplained, needlesOf, searchPages } from './residue'
import { forgetfulSearchGaps, tidySearch } from './search-residue'

/** What forgetting needs of an unlocked vault. */
export interface ForgettingVault
  extends Pick<OpenVault, 'read' | 'write' | 'maintain' | 'emptyLog' | 'areAllPagesAuthentic'> {
  kinds: readonly KeptKindDescriptor[]
  forgotten: Pick<Forgotten, 'note'>
}

interface Proof {
  searchedBytes: number
  isVerified: boolean
}

/**
 * Tidies the search tables, empties the log, and looks for what was in the entry. Found pieces may be a trace on a free page, or the same words in a record
 * that is kept: the database is rebuilt, after which only live content is left, and each piece that is still
 * there must be explained by a record that is rightly kept (`isExplained`).
 */
function proveGone(
  vault: ForgettingVault,
  kind: KeptKindDescriptor,
  id: string,
  left: string[],
  now: Date,
): Proof {
  const needles = needlesOf(left)
  vault.maintain(tidySearch)
  const isLogEmpty = vault.emptyLog()
  const first = vault.maintain((connection) => searchPages(connection, needles))
  // SQLite gives zeros for a page it cannot read: what is not read is not searched.
  const areAllRead = vault.areAllPagesAuthentic()
  // Nothing long enough to look for proves nothing; nor do pages whose search tables keep deleted words.
  const isProvable =
    isLogEmpty && areAllRead && needles.length > 0 && vault.maintain(forgetfulSearchGaps).length === 0
  if (first.found.length === 0 || !areAllRead) {
    return { searchedBytes: first.searchedBytes, isVerified: isProvable }
  }
  vault.maintain((connection) => connection.exec('VACUUM'))
  const isRebuilt = vault.emptyLog()
  const second = vault.maintain((connection) => searchPages(connection, first.found))
  const context = {
    kinds: vault.kinds,
    forgotten: { kind, id },
    isListed: (other: string) => isKept(vault.read(), kind, other, now),
  }
  const isClean = vault.maintain((connection) =>
    second.found.every((needle) => isExplained(connection, needle, context)),
  )
  return {
    searchedBytes: first.searchedBytes + second.searchedBytes,
    isVerified: isProvable && isRebuilt && isClean && vault.areAllPagesAuthentic(),
  }
}

/**
 * Forgets one entry and proves it. What the receipt cannot speak of: copies that the app did not make, and
 * worn cells of the drive.
 *
 * @returns null when there is no such entry, or its kind cannot be forgotten.
 * @throws `EntryInUseError` from the descriptor, and SQLite's errors; in both cases nothing was changed.
 */
export function forgetEntry(
  vault: ForgettingVault,
  kind: KeptKindDescriptor,
  id: string,
  now: Date,
): ForgetReceipt | null {
  if (!kind.canForget) return null
  let takeBack = () => {}
  let left: string[] | null
  try {
    left = vault.write((handle) => {
      const forgotten = kind.forget(handle, id)
      // Before it is stored: a backup must not bring back what was forgotten just before a crash.
      if (forgotten !== null) takeBack = vault.forgotten.note(kind.kind, id, now)
      return forgotten
    })
  } catch (thrown) {
    if (isStillThere(vault, kind, id, now)) takeBack()
    throw thrown
  }
  if (left === null) return null
  try {
    return { forgotten: 1, ...proveGone(vault, kind, id, [...left, id], now) }
  } catch {
    // The delete is done and stays; only its proof failed (no room to rebuild, a page that cannot be read).
    return { forgotten: 1, searchedBytes: 0, isVerified: false }
  }
}

/** After a change that failed: it may have been stored, and only its acknowledgement be refused. */
function isStillThere({ read }: ForgettingVault, kind: KeptKindDescriptor, id: string, now: Date): boolean {
  try {
    return isKept(read(), kind, id, now)
  } catch {
    return false
  }
}
