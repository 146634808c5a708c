/**
 * @file The one autosave: words are stored at the latest three seconds after they were typed, however one types
 * (promise 9). One save at a time, the newest wins; a save that fails is tried again, later each time, and at once
 * when the link is back; what may not be stored does not hold back the rest. Knows nothing of React.
 *
 * It counts by the clock that nobody can set: put back by an hour, the other one would let words wait for that hour.
 */
import { type AtStake, registerAtStake } from '../at-stake'

/** Pause after the last change before it is stored, in milliseconds. */
export const PAUSE_MS = 600
/** Longest time a change waits while the typing goes on, in milliseconds. With a call's own time, under three seconds. */
export const WAIT_MAX_MS = 2000
/** First wait after a save that failed, in milliseconds; doubled each time. */
export const RETRY_FIRST_MS = 500
/** Longest wait between two tries, in milliseconds. */
export const RETRY_MAX_MS = 15_000
/** A save without an answer for so long, in milliseconds, has failed, and is tried again. */
export const ANSWER_LIMIT_MS = 10_000

/**
 * Why something is stored now. `typing`: the typing goes on, a word may be half there. `pause`: it has paused.
 * `flush`: the person, or the page, is about to leave.
 */
export type Occasion = 'typing' | 'pause' | 'flush'

/** What may be stored of a value, and what is held back: the screen says so beside it. */
export interface Prepared<V, H> {
  /** The value as it may be stored; what is held back is in it as it was last stored. */
  storable: V
  heldBack: readonly H[]
}

/** Where storing stands. Whatever it says holds for all but what is held back. */
export type Saving =
  /** All of it is stored, or there is nothing to store. */
  | { kind: 'stored' }
  /** Changed; stored in a moment. */
  | { kind: 'waiting' }
  | { kind: 'storing' }
  /** `isTriedAgain` false: only a person can go on from here. */
  | { kind: 'failed'; error: unknown; isTriedAgain: boolean }

/** What the screen shows. The same object until something changes. */
export interface Snapshot<V, S, H> {
  value: V
  /** The last answer to a save; null when nothing was ever stored. */
  stored: S | null
  saving: Saving
  heldBack: readonly H[]
}

/** Whether saves can leave this page, and when they can again. */
export interface Link {
  isUp: () => boolean
  /** Calls `listener` each time the link comes up, until the returned function is called. */
  onUp: (listener: () => void) => () => void
}

/** How one autosave is made. `V`: what is written; `S`: what a save answers; `H`: what is said of a held-back field. */
export interface AutosaveOptions<V, S, H> {
  /** What the writing starts from. */
  value: V
  /** What is stored of it: the answer it came with, and its value; null when nothing is. */
  stored: { answer: S; value: V } | null
  /** What counts as nothing: as long as nothing is stored, this needs no storing. */
  nothing: V
  /** True when the two would not be stored alike. */
  hasChanged: (before: V, after: V) => boolean
  /** The check, run at every save on exactly what is about to be sent. `storedValue`: what is stored now. */
  prepare: (value: V, storedValue: V, occasion: Occasion) => Prepared<V, H>
  /**
   * Stores a value. It is called again where the answer was lost, so what creates must be told which it creates.
   *
   * @param stored - the last answer; null as long as none came.
   */
  save: (value: V, stored: S | null) => Promise<S>
  /** Called with each answer. */
  onStored?: (answer: S) => void
  /** True for an error that no waiting mends: the entry is gone. */
  isLasting?: (error: unknown) => boolean
  link: Link
  /** Names what is written where leaving asks; never a word of it. */
  describe: () => readonly string[]
  /** True where a console that nobody touches may lock over what could not be stored. */
  yieldsToIdleLock?: boolean
}

/** One autosave. */
export interface Autosave<V, S, H> {
  snapshot: () => Snapshot<V, S, H>
  /** Calls `listener` after each change of the snapshot, until the returned function is called. */
  subscribe: (listener: () => void) => () => void
  /** Takes the newest value. */
  change: (value: V) => void
  /** Checks again what is held back: what the check knows has changed. */
  recheck: () => void
  /**
   * Stores all that may be stored, at once. Never rejects.
   *
   * @param isLastChance - the page goes: nothing is waited for, not even the save that is on its way.
   */
  flush: (how?: { isLastChance: boolean }) => Promise<void>
  /** True when all that was typed is stored. */
  isDone: () => boolean
  /** True when a save was ever begun: something of it may be stored, whatever was answered. */
  hasBeenSent: () => boolean
  /** Ends it: no timer, nothing at stake. A save on its way is still answered. */
  end: () => void
  /** Resolves when no save is on its way. */
  settled: () => Promise<void>
}

/** Rejects when no answer comes. */
const inTime = async <T extends object>(answer: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('No answer came'), { code: 'DISCONNECTED' })),
      ANSWER_LIMIT_MS,
    )
  })
  try {
    return await Promise.race([answer, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Makes an autosave, which runs until `end`. */
export const createAutosave = <V, S extends object, H>(
  options: AutosaveOptions<V, S, H>,
): Autosave<V, S, H> => {
  const { hasChanged, prepare, save, onStored, isLasting = () => false, link, describe } = options
  const { yieldsToIdleLock = false } = options
  let value = options.value
  let answer = options.stored?.answer ?? null
  let storedValue = options.stored?.value ?? options.nothing
  let heldBack: readonly H[] = []
  /** Changes that no attempt has looked at: since when, and the last of them. */
  let unsent: { sinceMs: number; lastMs: number } | null = null
  let failure: { error: unknown; count: number; nextTryMs: number | null } | null = null
  let onItsWay: Promise<void> | null = null
  /** What will be stored when the save on its way ends well; what is stored, when none is. */
  let expected = storedValue
  let sentCount = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isEnded = false
  const listeners = new Set<() => void>()

  const isDone = (): boolean => onItsWay === null && !hasChanged(storedValue, value)

  const savingNow = (): Saving => {
    if (onItsWay) return { kind: 'storing' }
    if (failure) return { kind: 'failed', error: failure.error, isTriedAgain: failure.nextTryMs !== null }
    return { kind: unsent ? 'waiting' : 'stored' }
  }
  let shown: Snapshot<V, S, H> = { value, stored: answer, saving: savingNow(), heldBack }

  const stake: AtStake = {
    kind: 'words',
    flush: (how) => flush(how),
    isStorable: () => heldBack.length === 0 && failure === null && link.isUp(),
    describe,
    yieldsToIdleLock,
  }
  let unregister: (() => void) | null = null
  const publish = (): void => {
    shown = { value, stored: answer, saving: savingNow(), heldBack }
    if (isEnded) return
    if (isDone()) {
      unregister?.()
      unregister = null
    } else unregister ??= registerAtStake(stake)
    for (const listener of listeners) listener()
  }

  const schedule = (): void => {
    clearTimeout(timer)
    if (isEnded || onItsWay || !unsent) return
    const now = performance.now()
    if (failure) {
      const { nextTryMs } = failure
      if (nextTryMs !== null) timer = setTimeout(() => void attempt('pause'), Math.max(0, nextTryMs - now))
      return
    }
    const pauseMs = unsent.lastMs + PAUSE_MS
    const limitMs = unsent.sinceMs + WAIT_MAX_MS
    const occasion = pauseMs <= limitMs ? 'pause' : 'typing'
    timer = setTimeout(() => void attempt(occasion), Math.max(0, Math.min(pauseMs, limitMs) - now))
  }

  const failed = (error: unknown): void => {
    const count = (failure?.count ?? 0) + 1
    const waitMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** (count - 1))
    const now = performance.now()
    failure = { error, count, nextTryMs: isLasting(error) ? null : now + waitMs }
    unsent ??= { sinceMs: now, lastMs: now }
  }

  const send = async (sent: V): Promise<void> => {
    expected = sent
    sentCount += 1
    const turn = sentCount
    try {
      const given = await inTime(save(sent, answer))
      // Of two on their way at the last moment, the later one is what is stored.
      if (turn < sentCount) return
      answer = given
      storedValue = sent
      failure = null
      onStored?.(given)
    } catch (error) {
      if (turn === sentCount) failed(error)
    } finally {
      if (turn === sentCount) {
        onItsWay = null
        expected = storedValue
        publish()
        schedule()
      }
    }
  }

  const attempt = (occasion: Occasion): Promise<void> => {
    clearTimeout(timer)
    if (isEnded) return Promise.resolve()
    const prepared = prepare(value, storedValue, occasion)
    heldBack = prepared.heldBack
    const now = performance.now()
    // Half a word was left out: it is looked at again when the typing pauses, or goes on.
    const isPartOnly = occasion === 'typing' && hasChanged(value, prepared.storable)
    unsent = isPartOnly ? { sinceMs: now, lastMs: unsent?.lastMs ?? now } : null
    if (hasChanged(expected, prepared.storable)) onItsWay = send(prepared.storable)
    else if (!onItsWay) failure = null
    publish()
    schedule()
    return onItsWay ?? Promise.resolve()
  }

  const flush = async ({ isLastChance } = { isLastChance: false }): Promise<void> => {
    if (onItsWay && !isLastChance) await onItsWay
    if (isEnded || !hasChanged(expected, value)) return
    await attempt('flush')
  }

  const unlink = link.onUp(() => {
    if (!failure || failure.nextTryMs === null) return
    failure = { ...failure, nextTryMs: performance.now() }
    schedule()
  })

  // What is taken up again, laid aside before it was stored, is stored now.
  if (!isDone()) {
    const now = performance.now()
    unsent = { sinceMs: now, lastMs: now }
    schedule()
    publish()
  }

  return {
    snapshot: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(next) {
      if (isEnded) return
      value = next
      const now = performance.now()
      unsent = hasChanged(expected, value) ? { sinceMs: unsent?.sinceMs ?? now, lastMs: now } : null
      if (!unsent) heldBack = []
      publish()
      schedule()
    },
    recheck() {
      if (isEnded) return
      heldBack = prepare(value, storedValue, 'pause').heldBack
      if (hasChanged(expected, value)) {
        const now = performance.now()
        unsent ??= { sinceMs: now, lastMs: now }
      }
      publish()
      schedule()
    },
    flush,
    isDone,
    hasBeenSent: () => answer !== null || sentCount > 0,
    end() {
      isEnded = true
      clearTimeout(timer)
      unlink()
      unregister?.()
      unregister = null
    },
    settled: async () => {
      await onItsWay
    },
  }
}
