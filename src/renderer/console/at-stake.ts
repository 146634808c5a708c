/**
 * @file What would be lost if the console left now: words that are not stored, an open room, a recovery sheet
 * that nobody printed. Whoever holds such a thing says so here, and everything that leaves (Lock, closing the
 * window, reloading, stopping) asks here first (promise 9).
 */
import { type AtStakeKind, FLUSH_LIMIT_MS } from '../../contract/leaving'
import { createPageStore } from './page-store'

/** One thing that leaving would lose. */
export interface AtStake {
  kind: AtStakeKind
  /**
   * Stores what it can, at once. Left out where nothing can be stored. Never rejects.
   *
   * @param how - `isLastChance`: the page goes, so nothing is waited for.
   */
  flush?: (how?: FlushHow) => Promise<void>
  /** True as long as `flush` will store all of it: then leaving need not ask. Left out: it never will. */
  isStorable?: () => boolean
  /** True where a console that nobody touches may lock over it. Left out: only a person may give it up. */
  yieldsToIdleLock?: boolean
  /** What it is, in words for the question: where it was typed, never what. */
  describe?: () => readonly string[]
}

/** How what is at stake is stored. */
export interface FlushHow {
  isLastChance: boolean
}

const held = createPageStore<readonly AtStake[]>({
  name: 'console.atStake',
  initial: [],
  outlivesLockBecause: 'a room stays open behind the lock; it holds no word, only that there are some',
})

/**
 * Says that something would be lost, until the returned function is called.
 *
 * @param one - the same object is held once, however often it is registered.
 */
export const registerAtStake = (one: AtStake): (() => void) => {
  held.update((now) => (now.includes(one) ? now : [...now, one]))
  return () => held.update((now) => (now.includes(one) ? now.filter((other) => other !== one) : now))
}

/** What would be lost now, each kind once. */
export const readAtStake = (): readonly AtStakeKind[] => [...new Set(held.read().map(({ kind }) => kind))]

/** True where something is held that only a person may give up. */
export const holdsIdleLock = (): boolean => held.read().some((one) => one.yieldsToIdleLock !== true)

/** Calls `listener` after each change, until the returned function is called. */
export const watchAtStake = (listener: () => void): (() => void) => held.subscribe(listener)

/** What storing would not save, each kind once: what a page that cannot wait for it must ask about. */
export const readUnstorable = (): readonly AtStakeKind[] => [
  ...new Set(held.read().flatMap((one) => (one.isStorable?.() ? [] : [one.kind]))),
]

/** What of a kind is at stake, in words: where it was typed, never what. */
export const describeAtStake = (kind: AtStakeKind): readonly string[] =>
  held.read().flatMap((one) => (one.kind === kind ? (one.describe?.() ?? []) : []))

/**
 * Stores all that can be stored.
 *
 * @param limitMs - waits no longer than this; what is not stored by then is still at stake.
 * @returns what would still be lost afterwards.
 */
export const flushAtStake = async (
  limitMs = FLUSH_LIMIT_MS,
  how: FlushHow = { isLastChance: false },
): Promise<readonly AtStakeKind[]> => {
  const flushing = Promise.allSettled(held.read().map(async ({ flush }) => flush?.(how)))
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs)
  })
  await Promise.race([flushing, limit])
  clearTimeout(timer)
  return readAtStake()
}
