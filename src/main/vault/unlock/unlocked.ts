/**
 * @file What happens in a vault while it is unlocked, besides what is asked of it: the pages are looked at, the
 * clock is judged, end dates are enforced, and the files are looked for.
 */
import { statSync } from 'node:fs'
import type { VaultStatus } from '../../../contract/vault'
import type { OpenVault } from '../database/opened'
import type { InstanceLock } from '../files/instance-lock'
import type { VaultPaths } from '../files/vault-files'
import { forgetWaiting } from '../forget/forget-again'
import type { Forgotten } from '../forget/forgotten'
import { countSearchRows, tidyingOf, tidySearch } from '../forget/search-residue'
import { VaultGoneError, VaultReadOnlyError } from '../handles'
import type { HeaderBody } from '../header/header'
import type { KeptKindDescriptor } from '../kept-kind'
import { problemOf } from '../problems'
import type { ClockKeeper } from './clock-trust'

/** How often an open vault is looked after, in milliseconds. After sleep the timer is late, and the clock tells. */
export const LOOKED_AFTER_EVERY_MS = 60_000
/** How often the time is noted where nothing is written, in milliseconds. */
const SEEN_EVERY_MS = 10 * 60_000

/** An open vault that looks after itself. */
export interface Unlocked extends OpenVault {
  status(): Extract<VaultStatus, { state: 'unlocked' }>
  isClockTrusted: () => boolean
  dueBefore: () => Date
  answerDate(isRight: boolean): void
  /** Judges the clock, enforces end dates, looks for the files. Called by a timer, and after sleep. */
  lookAfter: () => void
  /**
   * The vault's key, after unlocking by the recovery key and while new secrets may be made without the old passphrase;
   * else null.
   */
  recoveredKey(): Buffer | null
  /** Lets go of that key. Harmless where there is none. */
  dropRecoveredKey(): void
  forgotten: Forgotten
  /** The header in force, which opens this database: as it was read or written, whatever the file beside it is by now. */
  header(): HeaderBody
  /** Notes that another header was put in force. */
  putHeader(next: HeaderBody): void
  /** Closes the database and lets the lock go. */
  shut(): void
}

/** What an unlocked vault is made of. */
export interface UnlockedParts {
  opened: OpenVault
  clock: ClockKeeper
  lock: InstanceLock
  forgotten: Forgotten
  header: HeaderBody
  paths: VaultPaths
  /** The vault's key where the recovery key opened it: ours to clear from here on. */
  recoveredKey: Buffer | null
  kinds: () => readonly KeptKindDescriptor[]
  now: () => Date
  /** Called when its status may have changed. */
  announce: () => void
}

/** When the vault's database was last written, for vaults that do not remember when they were seen; null if unknown. */
export function lastWrittenAt(paths: VaultPaths): Date | null {
  const times = [paths.database, `${paths.database}-wal`].map(
    (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  )
  const latestMs = Math.max(...times)
  return latestMs > 0 ? new Date(latestMs) : null
}

/** Starts looking after an open vault. */
export function lookAfterVault(parts: UnlockedParts): Unlocked {
  const { opened, clock, lock, kinds, now, announce } = parts
  let { recoveredKey, header } = parts
  let isShut = false
  let notedMs: number | null = null
  let timer: NodeJS.Timeout | undefined

  const countDue = (): number => {
    const vault = opened.read()
    const at = now()
    return kinds().reduce((sum, kind) => sum + kind.countDue(vault, at), 0)
  }

  /** Removes and moves what is due; notes the time now and then. Nothing, while the clock is not trusted. */
  const enforce = () => {
    if (!clock.isTrusted() || opened.hold() !== null) return
    const nowMs = now().getTime()
    const isDue = countDue() > 0
    if (!isDue && notedMs !== null && nowMs - notedMs < SEEN_EVERY_MS && nowMs >= notedMs) return
    const isFirst = notedMs === null
    notedMs = nowMs
    const searchRows = opened.maintain(countSearchRows)
    opened.write((vault) => {
      if (isDue || isFirst) for (const kind of kinds()) kind.enforceEnd(vault, new Date(nowMs))
    })
    if (isDue && opened.maintain(countSearchRows) < searchRows)
      opened.maintain((connection) => tidySearch(connection))
  }

  /** A session that held what was to be forgotten again may be closed by now. */
  const forgetWhatWaits = () => {
    if (opened.hold() !== null) return
    forgetWaiting(parts.paths.again, {
      vault: opened,
      forgotten: parts.forgotten,
      kinds: kinds(),
      now: now(),
    })
  }

  const calmly = (work: () => void) => {
    try {
      work()
    } catch (thrown) {
      // A full disk or a vault that is gone is said where somebody saves; only mistakes of ours are thrown on.
      const isKnown = thrown instanceof VaultGoneError || thrown instanceof VaultReadOnlyError
      if (!isKnown && problemOf(thrown) === null) throw thrown
    }
  }

  const enforceCalmly = () =>
    calmly(() => {
      enforce()
      forgetWhatWaits()
    })

  const lookOn = () => {
    if (isShut) return
    if (opened.lookOn()) {
      setImmediate(lookOn)
      return
    }
    enforceCalmly()
    announce()
    tidyOn()
  }

  /** A large vault is not tidied before closing: here it is, a step at a time. */
  const tidyOn = (tidying = tidyingOf(opened.maintain)) => {
    if (isShut || opened.hold() !== null) return
    try {
      if (tidying.next().done === true) return
    } catch {
      // A full disk, a vault that is gone: said where somebody saves. The next unlocking tries again.
      return
    }
    setImmediate(() => tidyOn(tidying))
  }

  const unlocked: Unlocked = {
    ...opened,
    status: () => ({
      state: 'unlocked',
      hold: opened.hold(),
      clock: clock.trust(),
      isRecovered: recoveredKey !== null,
    }),
    forgotten: parts.forgotten,
    header: () => header,
    putHeader(next) {
      header = next
    },
    recoveredKey: () => recoveredKey,
    dropRecoveredKey() {
      recoveredKey?.fill(0)
      recoveredKey = null
    },
    isClockTrusted: clock.isTrusted,
    dueBefore: clock.dueBefore,
    answerDate(isRight) {
      clock.answer(isRight)
      enforceCalmly()
      announce()
    },
    lookAfter() {
      if (isShut) return
      opened.lookForFiles()
      clock.judge(countDue)
      enforceCalmly()
      announce()
    },
    shut() {
      if (isShut) return
      isShut = true
      clearInterval(timer)
      unlocked.dropRecoveredKey()
      parts.forgotten.close()
      try {
        opened.close()
      } finally {
        lock.release()
      }
    },
  }
  clock.judge(countDue)
  if (opened.isLooking()) setImmediate(lookOn)
  else {
    enforce()
    // What waits is tried again each minute: no reason to keep the vault shut.
    calmly(forgetWhatWaits)
  }
  timer = setInterval(unlocked.lookAfter, LOOKED_AFTER_EVERY_MS)
  // The timer alone must not keep a process alive.
  timer.unref()
  return unlocked
}
