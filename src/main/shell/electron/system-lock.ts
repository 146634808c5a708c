/**
 * @file The machine sleeps, or its screen is locked: the vault is locked too, after the page has stored what it can. Not
 * while a live room is open, which must not lose its facilitator's tools, and not over what cannot be stored.
 */
import type { AtStakeKind } from '../../../contract/leaving'

/** The two events of Electron's `powerMonitor` that matter here. */
export interface SystemEvents {
  on(event: 'suspend' | 'lock-screen', listener: () => void): unknown
}

/** What locking needs. */
export interface SystemLockOptions {
  system: SystemEvents
  hasLiveRoom: () => boolean
  /** Stores what can be stored, and says what would still be lost; null where the page does not answer. */
  storePage: () => Promise<readonly AtStakeKind[] | null>
  lock: () => Promise<void>
}

/** What the lock itself takes; a room stays open behind it. */
const takenByLock: ReadonlySet<AtStakeKind> = new Set(['words', 'recoverySheet'])

/** Follows the system until the process ends. */
export const lockWithSystem = ({ system, hasLiveRoom, storePage, lock }: SystemLockOptions): void => {
  const follow = async (): Promise<void> => {
    if (hasLiveRoom()) return
    const lost = await storePage()
    // A page that does not answer may hold words: the system's own lock stands before them.
    if (lost === null || lost.some((kind) => takenByLock.has(kind)) || hasLiveRoom()) return
    await lock()
  }
  for (const event of ['suspend', 'lock-screen'] as const) {
    system.on(event, () => {
      follow().catch(() => {
        // A damaged vault has closed all the same; the lock screen says what is wrong.
      })
    })
  }
}
