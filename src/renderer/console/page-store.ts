/**
 * @file What the console page remembers outside React: one small store, made once by each module that needs it.
 * Each store registers itself, so that locking wipes all of them and none can be left out by hand.
 */
import { useSyncExternalStore } from 'react'

/** A value that outlives the component that shows it, in this page's memory only. */
export interface PageStore<T> {
  /** `domain.word`, unique. */
  readonly name: string
  /** The value now. */
  readonly read: () => T
  /** Replaces the value and tells whoever listens; the same value tells nobody. */
  readonly set: (next: T) => void
  /** Replaces it by a function of the value as it is then. */
  readonly update: (change: (now: T) => T) => void
  /** Puts it back to what it was made with. */
  readonly wipe: () => void
  /** Calls `listener` after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void
}

/** How a store is made. */
export interface PageStoreOptions<T> {
  /** `domain.word`, unique among all stores. */
  name: string
  initial: T
  /**
   * Why it may stay while the console is locked. Left out for nearly all: they are wiped. Only what says nothing
   * of the vault or a person, or what an open room needs to stay, has a reason.
   */
  outlivesLockBecause?: string
  /** Called when a wipe takes the value: to stop a timer, say. */
  onWipe?: () => void
}

/** A store as the lock sees it: what it is called, what it holds, how it is wiped. */
export interface RegisteredStore {
  name: string
  read: () => unknown
  wipe: () => void
  /** Null: it is wiped at lock. */
  outlivesLockBecause: string | null
}

const registered = new Map<string, RegisteredStore>()

/**
 * Makes a store and registers it to be wiped at lock.
 *
 * @throws Error when another store has the name: a mistake of ours, seen at start.
 */
export const createPageStore = <T>(options: PageStoreOptions<T>): PageStore<T> => {
  const { name, initial, outlivesLockBecause = null, onWipe } = options
  if (registered.has(name)) throw new Error(`There are two page stores named ${name}.`)
  let value = initial
  const listeners = new Set<() => void>()
  const store: PageStore<T> = {
    name,
    read: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    update: (change) => store.set(change(value)),
    wipe() {
      onWipe?.()
      store.set(initial)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  registered.set(name, { name, read: store.read, wipe: store.wipe, outlivesLockBecause })
  return store
}

/** A store's value as React state. */
export const usePageStore = <T>(store: PageStore<T>): T => useSyncExternalStore(store.subscribe, store.read)

/** The stores there are, each with the reason for which it outlives a lock; null: it is wiped. */
export const readPageStores = (): readonly RegisteredStore[] => [...registered.values()]

/** Wipes every store that has no reason to outlive the lock (promise 1): the console locks. */
export const wipePageStores = (): void => {
  for (const { wipe, outlivesLockBecause } of registered.values()) {
    if (outlivesLockBecause === null) wipe()
  }
}
