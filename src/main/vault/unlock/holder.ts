/** @file The one vault of a folder in this process: locked, being opened, or open; and where it stands, for all who ask. */
import { EventPublisher } from '@orpc/server'
import type { VaultStatus } from '../../../contract/vault'
import type { Staging } from '../backup/staging'
import { isSwapNoted, type SwapEnd, settleSwap } from '../backup/swap'
import { type InstanceLock, isLockHeld, takeInstanceLock } from '../files/instance-lock'
import { hasPreviousCopy, inspectVault, type VaultPaths } from '../files/vault-files'
import { VaultLockedError } from '../handles'
import { problemOf, type VaultUnusableError } from '../problems'
import type { Attempts } from './attempts'
import type { Opening } from './opening'
import type { Unlocked } from './unlocked'

type Problem = VaultUnusableError['problem']

/** What holding a vault stands on. */
export interface HolderParts {
  paths: VaultPaths
  staging: Staging
  attempts: Attempts
  /** Asked when needed. */
  opening: () => Pick<Opening, 'seenProblem'>
}

/** Holds it. */
export interface Holder {
  /** The open vault; null while it is locked. */
  now(): Unlocked | null
  /** @throws `VaultLockedError`. */
  requireUnlocked: () => Unlocked
  /** Where it stands, read afresh from its files while it is locked. Ends a restore that was cut off. */
  status(): VaultStatus
  /** The same, and tells all who watch where it changed. */
  announce: () => VaultStatus
  /** The status now and on each change, until the signal aborts or the caller stops. */
  watch: (signal?: AbortSignal) => AsyncGenerator<VaultStatus, void>
  /** Runs the opening of a vault under its lock, which stays held when it ends well. */
  underLock(open: (lock: InstanceLock) => Promise<Unlocked>): Promise<void>
  /** Notes that a backup has just become the vault: said until it is opened. */
  noteRestored(): void
  /** Closes the open vault. Harmless where none is. @throws what closing throws; it is closed all the same. */
  close(): void
  /** The same, and for good: what is being opened is closed, too. */
  closeForGood: () => void
}

/** Starts locked. */
export function holderOf({ paths, staging, attempts, opening }: HolderParts): Holder {
  const publisher = new EventPublisher<{ status: VaultStatus }>({ maxBufferedEvents: 16 })
  let unlocked: Unlocked | null = null
  let isOpening = false
  let isClosed = false
  let wasThere = false
  let restoreEnd: SwapEnd | null = null
  let lastStatus = ''

  function status(): VaultStatus {
    if (unlocked !== null) return unlocked.status()
    const unsettled = settleLeftovers()
    const restore = restoreEnd === null ? {} : { restore: restoreEnd }
    const unusable = (problem: Problem, hasPrevious: boolean) =>
      ({ state: 'unusable', problem, hasPreviousCopy: hasPrevious, ...restore }) as const
    if (unsettled !== null) return unusable(unsettled, hasPreviousCopy(paths))
    const inspection = inspectVault(paths)
    // One that was there a moment ago is gone, with its disk or because another start moved it: no place to make one.
    if (inspection.kind === 'none' && wasThere) return unusable('gone', false)
    if (inspection.kind === 'none') return { state: 'none' }
    // A vault that is being made may still be taken back.
    if (!isOpening) wasThere = true
    if (inspection.kind === 'unusable') return unusable(inspection.problem, inspection.hasPreviousCopy)
    const problem = heldProblem() ?? opening().seenProblem()
    if (problem !== null) return unusable(problem, hasPreviousCopy(paths))
    return {
      state: 'locked',
      nextTryAt: attempts.nextTryAt()?.toISOString() ?? null,
      isPreviousHeader: inspection.isPreviousHeader,
      ...restore,
    }
  }

  /**
   * Ends a restore that was cut off, and removes what it left. Nothing, while a vault is open or being opened here.
   *
   * @returns why it cannot be ended now; null where nothing is left to end.
   */
  function settleLeftovers(): Problem | null {
    if (isOpening || unlocked !== null) return null
    let isCutOff = false
    let lock: InstanceLock | undefined
    try {
      isCutOff = isSwapNoted(paths)
      if (!isCutOff && !staging.hasStale()) return null
      lock = takeInstanceLock(paths.lock)
      restoreEnd = settleSwap(paths) ?? restoreEnd
      if (!isSwapNoted(paths)) staging.clearStale()
      return null
    } catch (thrown) {
      // A folder that is left for later harms nobody.
      return isCutOff ? (problemOf(thrown) ?? 'unreadable') : null
    } finally {
      lock?.release()
    }
  }

  /** Whether another console has the vault, unless it is this one, in the middle of opening it. */
  function heldProblem(): Problem | null {
    if (isOpening) return null
    try {
      return isLockHeld(paths.lock) ? 'inUse' : null
    } catch (thrown) {
      return problemOf(thrown) ?? 'unreadable'
    }
  }

  function announce(): VaultStatus {
    const now = status()
    const text = JSON.stringify(now)
    if (text !== lastStatus) publisher.publish('status', now)
    lastStatus = text
    return now
  }

  function closeNow(): void {
    const closing = unlocked
    unlocked = null
    closing?.shut()
  }

  /** Runs the opening of a vault under its lock, which stays held when it ends well. */
  async function underLock(open: (lock: InstanceLock) => Promise<Unlocked>): Promise<void> {
    isOpening = true
    let lock: InstanceLock | undefined
    try {
      lock = takeInstanceLock(paths.lock)
      unlocked = await open(lock)
      wasThere = true
      restoreEnd = null
      if (isClosed) closeNow()
    } catch (thrown) {
      lock?.release()
      throw thrown
    } finally {
      isOpening = false
    }
  }

  return {
    now: () => unlocked,
    requireUnlocked() {
      if (unlocked === null) throw new VaultLockedError()
      return unlocked
    },
    status,
    announce,
    async *watch(signal) {
      const now = announce()
      const changes = publisher.subscribe('status', signal === undefined ? {} : { signal })
      yield now
      try {
        yield* changes
      } catch (thrown) {
        if (signal?.aborted !== true) throw thrown
      }
    },
    underLock,
    noteRestored() {
      restoreEnd = 'finished'
    },
    close: closeNow,
    closeForGood() {
      isClosed = true
      closeNow()
    },
  }
}
