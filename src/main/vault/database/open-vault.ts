/**
 * @file An unlocked vault, from opening to closing: looked at before anything is written, and a change is answered
 * for only when it is in the files that are there (docs/decisions/0002-vault.md).
 */
import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { VaultHold } from '../../../contract/vault'
import { isDamage } from '../contract-errors'
import { type Acknowledged, openAcknowledged } from '../files/acknowledged'
import { rememberFiles } from '../files/same-files'
import type { VaultPaths } from '../files/vault-files'
import { tidySearch } from '../forget/search-residue'
import {
  type ReadVault,
  VaultGoneError,
  VaultLockedError,
  VaultReadOnlyError,
  type WriteVault,
} from '../handles'
import { keyFor } from '../header/header-keys'
import { readProfile } from '../kept/profile'
import { VaultUnusableError } from '../problems'
import { type Connection, checkpoint, countPages, isWhole, openReader, openWriter } from './connections'
import { readLog } from './log-check'
import { bringUpToDate, lookFirst } from './migrate'
import { DatabaseMovedError, type OpeningNeeds, type OpenVault } from './opened'
import {
  checkPages,
  decryptPages,
  finishCheck,
  PAGE_BYTES,
  PAGES_AT_ONCE,
  pageMacKey,
  readPages,
  SALT_BYTES,
} from './page-check'
import { PreparedReads } from './prepared'
import { copyReadable } from './readable'
import { countChange } from './state'
import { holdOf } from './what-is-lost'

/** Up to this size all pages are looked at before unlocking is over; a larger file is looked at meanwhile. */
const LOOKED_AT_ONCE_BYTES = 8 * 1024 * 1024
/** Steps of tidying before closing, at most: locking must not wait. More are done after the next unlocking. */
const TIDIED_AT_CLOSE_STEPS = 2
/**
 * The log is moved into the database when it is longer than this. Each page takes about seventy microseconds of processor time,
 * and nothing else is done meanwhile: SQLite's own default, a thousand, would be felt.
 */
const LOG_BYTES_MAX = 256 * PAGE_BYTES

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

// The brands exist in types only; these two lines are where they are given.
const brandReader = (connection: Connection): ReadVault =>
  drizzle(new PreparedReads(connection) as unknown as Connection) as unknown as ReadVault
const brandWriter = (connection: Connection): WriteVault => drizzle(connection) as unknown as WriteVault

function readSalt(file: number): Buffer {
  const salt = Buffer.alloc(SALT_BYTES)
  readSync(file, salt, 0, SALT_BYTES, 0)
  return salt
}

/**
 * Opens the database with its key. First it looks, and writes nothing: at the log against the note of what was
 * acknowledged, and at the pages; then it brings the schema up to date. On any error everything is closed and
 * the files are as they were.
 *
 * @throws `VaultUnusableError`, and SQLite's and the system's errors.
 */
export function openVault(paths: VaultPaths, key: Buffer, needs: OpeningNeeds): OpenVault {
  const log = `${paths.database}-wal`
  // Kept open until SQLite has let go: closing a second descriptor of the file would drop its locks (POSIX).
  const file = openSync(paths.database, 'r')
  const closers: (() => void)[] = [() => closeSync(file)]
  const closeAll = () => {
    for (const close of closers.splice(0).toReversed()) close()
  }
  try {
    const macKey = pageMacKey(key, readSalt(file))
    closers.push(() => macKey.fill(0))
    // SQLite holds it as long; here it is for the search after a forgetting.
    const pageKey = Buffer.from(key)
    closers.push(() => pageKey.fill(0))
    const acknowledged = openAcknowledged(paths.acknowledged, keyFor('acknowledged changes', key))
    closers.push(() => acknowledged.close())
    const traces = [log, `${paths.database}-shm`].filter(
      (path) => statSync(path, { throwIfNoEntry: false }) === undefined,
    )
    /** Removes an empty log and its index that were not there before. */
    const removeTraces = () => {
      for (const path of traces) {
        const stats = statSync(path, { throwIfNoEntry: false })
        if (stats !== undefined && (path !== log || stats.size === 0)) rmSync(path, { force: true })
      }
    }
    const logLook = readLog(log, macKey)
    const first = lookFirst(paths, key, needs.migrationsDir)
    const note = acknowledged.read()
    const missing = needs.isBackup === true && note === null ? null : holdOf(first.state, note, logLook)
    let hold: VaultHold | null =
      logLook.areFramesAuthentic && !first.isCut ? missing : { kind: 'pagesDamaged' }
    let check: Generator<void, boolean> | null = checkPages({
      file,
      macKey,
      pageCount: first.pageCount,
      inLog: logLook.pages,
    })
    if (first.mustChange) {
      // An older schema cannot be read by this app, and a damaged file is not to be written into.
      if (hold !== null || !finishCheck(check)) throw new VaultUnusableError('databaseDamaged')
      check = null
      bringUpToDate(paths, key, needs.migrationsDir)
    }
    const connection = openWriter(paths.database, key, true, first.isCut)
    closers.push(() => connection.close())
    const reader = openReader(paths.database, key, first.isCut)
    // Closed last, and read-only: so no closing ever moves or removes a log by itself.
    closers.splice(closers.length - 1, 0, () => reader.close())
    const readVault = brandReader(reader)
    const writer = brandWriter(connection)
    if (readProfile(readVault) === null) throw new VaultUnusableError('databaseDamaged')
    let changes = first.state?.changes ?? 0
    let where: Acknowledged['where'] = note?.where ?? { kind: 'log' }
    let hasWritten = first.mustChange
    /** How often the log was moved into the database file: what was read of it before is then of another age. */
    let moves = 0
    let copies = 0
    if (hold === null) needs.whenProven()
    const files = rememberFiles(paths)

    const setHold = (next: VaultHold | null) => {
      if (hold?.kind === next?.kind) return
      hold = next
      needs.whenHoldChanges()
    }
    const lookOn = (): boolean => {
      if (check === null) return false
      let step: IteratorResult<void, boolean>
      try {
        step = check.next()
      } catch {
        step = { done: true, value: false }
      }
      if (step.done !== true) return true
      check = null
      if (!step.value) setHold({ kind: 'pagesDamaged' })
      return false
    }
    const finishLooking = () => {
      while (lookOn()) {
        // Each step looks at a megabyte.
      }
    }
    const requireFiles = (isSame: boolean) => {
      if (isSame) return
      setHold({ kind: 'gone' })
      throw new VaultGoneError()
    }
    const requireWritable = () => {
      finishLooking()
      if (hold?.kind === 'gone') throw new VaultGoneError()
      if (hold !== null) throw new VaultReadOnlyError()
      requireFiles(files.areThere())
    }
    /** Runs work that writes, between two looks at whether the files are ours. */
    const guarded = <T>(work: () => T): T => {
      requireWritable()
      hasWritten = true
      try {
        return work()
      } catch (thrown) {
        if (isDamage(thrown)) setHold({ kind: 'pagesDamaged' })
        throw thrown
      } finally {
        // A transaction that was rolled back may have left frames in the log.
        if (files.areOurs()) files.remember()
      }
    }
    const acknowledge = (next: Acknowledged['where']) => {
      requireFiles(files.areOurs())
      where = next
      acknowledged.write({ changes, where })
      files.remember()
    }
    const emptyLog = (): boolean =>
      guarded(() => {
        moves += 1
        const { end } = readLog(log)
        // What is in the log must stay there until all of it is in the database: a move may be cut off.
        if (end !== null) acknowledge({ kind: 'moving', ...end })
        if (!checkpoint(connection, 'keep')) return false
        acknowledge({ kind: 'database' })
        return checkpoint(connection)
      })

    /** The database file with its log empty, read page by page while changes go to the log. */
    const openFile = () => {
      if (!emptyLog()) throw new DatabaseMovedError('A read in the middle keeps the log.')
      const pageCount = countPages(reader)
      const movesBefore = moves
      const requireSame = () => {
        if (!connection.open) throw new VaultLockedError()
        if (moves !== movesBefore) throw new DatabaseMovedError('The log was moved into the file.')
      }
      copies += 1
      let isReleased = false
      return {
        pageCount,
        readSealed: (first: number, last: number): Buffer | null => {
          requireSame()
          const pages = readPages(file, macKey, first, last)
          if (pages === null) setHold({ kind: 'pagesDamaged' })
          return pages
        },
        requireSame,
        release() {
          if (!isReleased) copies -= 1
          isReleased = true
        },
      }
    }

    const opened: OpenVault = {
      reader,
      stateAtOpening: first.state,
      read() {
        if (!files.isLockOurs()) setHold({ kind: 'gone' })
        return readVault
      },
      write(change) {
        const inTransaction = () => {
          const result = change(writer)
          if (isPromise(result)) throw new TypeError('A change of the vault must be synchronous')
          return result
        }
        if (connection.inTransaction) return connection.transaction(inTransaction)()
        const [result, count] = guarded(() =>
          connection
            .transaction(() => [inTransaction(), countChange(connection, needs.seenAt())] as const)
            .immediate(),
        )
        changes = count
        acknowledge(where.kind === 'moving' ? where : { kind: 'log' })
        if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX && copies === 0) {
          try {
            emptyLog()
          } catch {
            // No room for the database to grow, or damage, which `guarded` has noted: the change is stored all the same.
          }
        }
        return result
      },
      maintain: (work) => guarded(() => work(connection)),
      replaceFile(path, work) {
        requireWritable()
        work()
        files.takeOver(path)
      },
      emptyLog,
      openPages: () => {
        const { pageCount, readSealed, ...rest } = openFile()
        const read = (first: number, last: number) => {
          const pages = readSealed(first, last)
          return pages && decryptPages(pages, first, pageKey)
        }
        return { pageCount, read, ...rest }
      },
      copyReadable: (path) => copyReadable(reader, path, pageKey, needs.migrationsDir),
      copyDatabase() {
        const { pageCount, readSealed, ...rest } = openFile()
        function* pieces(): Generator<Buffer, void> {
          for (let first = 1; first <= pageCount; first += PAGES_AT_ONCE) {
            const piece = readSealed(first, Math.min(pageCount, first + PAGES_AT_ONCE - 1))
            if (piece === null) throw new VaultReadOnlyError()
            yield piece
          }
        }
        return { bytes: pageCount * PAGE_BYTES, pieces: pieces(), ...rest }
      },
      hold: () => hold,
      lookOn,
      isLooking: () => check !== null,
      lookForFiles() {
        if (!files.areThere()) setHold({ kind: 'gone' })
      },
      areAllPagesAuthentic() {
        finishLooking()
        if (hold !== null) return false
        const now = readLog(log, macKey)
        const pages = { file, macKey, pageCount: countPages(reader), inLog: now.pages }
        const areAll = now.areFramesAuthentic && finishCheck(checkPages(pages))
        if (!areAll) setHold({ kind: 'pagesDamaged' })
        return areAll
      },
      isWhole() {
        if (!opened.areAllPagesAuthentic()) return false
        if (isWhole(reader)) return true
        setHold({ kind: 'pagesDamaged' })
        return false
      },
      acceptLoss() {
        finishLooking()
        if (hold?.kind !== 'recordsLost' && hold?.kind !== 'lastSaveUnknown') return false
        if (!isWhole(connection)) return false
        where = { kind: 'log' }
        setHold(null)
        emptyLog()
        return true
      },
      close() {
        if (!connection.open) return
        let isEmptied = false
        try {
          if (hold === null && hasWritten && check === null && files.areThere()) {
            // Words of texts that were changed since, not only of what was forgotten.
            opened.maintain((connection) => tidySearch(connection, TIDIED_AT_CLOSE_STEPS))
            isEmptied = emptyLog()
          }
        } catch {
          // A full disk or a damaged page: what was acknowledged is in the log, and closing must end.
        } finally {
          // The one that writes closes last only when nothing is in the log: then it removes log and index.
          if (isEmptied) reader.close()
          closeAll()
          if (!isEmptied && hold?.kind !== 'gone') removeTraces()
        }
      },
    }
    if (first.pageCount * PAGE_BYTES <= LOOKED_AT_ONCE_BYTES) finishLooking()
    return opened
  } catch (thrown) {
    closeAll()
    throw thrown
  }
}
