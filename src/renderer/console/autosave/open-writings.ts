/**
 * @file What is being written on this page, by its key. Writing that is not stored yet when its page is left stays
 * here, goes on trying, and is taken up again by the page; when it is stored it goes. In memory only, and gone at
 * the lock: it may hold what must never be stored (promise 1).
 */
import { createPageStore, usePageStore } from '../page-store'
import type { Autosave } from './autosave'

/** A thing in writing, as this list sees it. */
export interface Writing {
  autosave: Pick<Autosave<unknown, object, unknown>, 'flush' | 'isDone' | 'subscribe' | 'end'>
  /** Ends what the writing itself follows. Called once, with the end of its autosave. */
  end?: () => void
}

interface Open<W> {
  writing: W
  /** `opened`: its page is about to be shown. `left`: it goes as soon as it is stored. */
  place: 'opened' | 'shown' | 'left'
  unsubscribe: () => void
}

/** The writings of one domain. */
export interface OpenWritings<W extends Writing> {
  /** What is open under a key, taken up again, or made. */
  open: (key: string, make: () => W) => W
  /** What is open under a key, on its page or laid aside. */
  find: (key: string) => W | undefined
  /**
   * Its page is shown.
   *
   * @returns its page is left: it stays until it is stored.
   */
  show: (key: string) => () => void
  /** Ends it without storing: it is about to be discarded. */
  discard: (key: string) => void
  /** What was left and is not stored yet. */
  laidAside: () => readonly W[]
  /** The same by key, as React state. */
  useLaidAside: () => ReadonlyMap<string, W>
}

const lost = createPageStore<boolean>({
  name: 'autosave.wordsLostAtLock',
  initial: false,
  outlivesLockBecause: 'it says that words were lost with the lock, and none of them',
})

/** Whether the last lock took words that were not stored, as React state. */
export const useWordsLostAtLock = (): boolean => usePageStore(lost)
/** The lock took words that were not stored. */
export const noteWordsLostAtLock = (): void => lost.set(true)
/** The person has seen it. */
export const clearWordsLostAtLock = (): void => lost.wipe()

/**
 * Makes the list of a domain.
 *
 * @param name - of its page store, `domain.word`.
 */
export const createOpenWritings = <W extends Writing>(name: string): OpenWritings<W> => {
  const store = createPageStore<ReadonlyMap<string, Open<W>>>({
    name,
    initial: new Map(),
    onWipe: () => {
      for (const { writing, unsubscribe } of store.read().values()) {
        if (!writing.autosave.isDone()) noteWordsLostAtLock()
        finish(writing, unsubscribe)
      }
    },
  })
  const finish = (writing: W, unsubscribe: () => void): void => {
    unsubscribe()
    writing.autosave.end()
    writing.end?.()
  }
  const remove = (key: string): void => {
    const open = store.read().get(key)
    if (!open) return
    finish(open.writing, open.unsubscribe)
    store.update((now) => new Map([...now].filter(([other]) => other !== key)))
  }
  const removeIfDone = (key: string): void => {
    const open = store.read().get(key)
    if (open?.place === 'left' && open.writing.autosave.isDone()) remove(key)
  }
  const move = (key: string, place: 'shown' | 'left'): Open<W> | undefined => {
    const open = store.read().get(key)
    if (open && open.place !== place) store.update((now) => new Map(now).set(key, { ...open, place }))
    return open
  }
  const left = (now: ReadonlyMap<string, Open<W>>): ReadonlyMap<string, W> =>
    new Map([...now].filter(([, { place }]) => place !== 'shown').map(([key, { writing }]) => [key, writing]))
  return {
    open(key, make) {
      const known = store.read().get(key)
      if (known) return known.writing
      const writing = make()
      const unsubscribe = writing.autosave.subscribe(() => removeIfDone(key))
      store.update((now) => new Map(now).set(key, { writing, place: 'opened', unsubscribe }))
      return writing
    },
    find: (key) => store.read().get(key)?.writing,
    show(key) {
      move(key, 'shown')
      return () => {
        const open = move(key, 'left')
        if (!open) return
        void open.writing.autosave.flush()
        removeIfDone(key)
      }
    },
    discard: remove,
    laidAside: () => [...left(store.read()).values()],
    useLaidAside: () => left(usePageStore(store)),
  }
}
