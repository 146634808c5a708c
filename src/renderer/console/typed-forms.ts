/**
 * @file Forms that store nothing until a button of theirs is pressed: what is typed stays while one looks at another page,
 * leaving the console asks, and the lock wipes it.
 */
import { registerAtStake } from './at-stake'
import { noteWordsLostAtLock } from './autosave'
import { createPageStore, usePageStore } from './page-store'

/** How the forms of one kind are made. `T`: what is typed. */
export interface TypedFormsOptions {
  /** Of their page store, `domain.word`. */
  name: string
  /** Where it was typed, never what: for the question before leaving. */
  describe: () => readonly string[]
  /** True for what is quickly typed again: a console that nobody touches locks over it, and the lock screen says so. */
  yieldsToIdleLock?: boolean
}

/** The forms of one kind, each under its key. */
export interface TypedForms<T> {
  /** What is typed under a key, as React state; null where nothing is. */
  useTyped: (key: string) => T | null
  /** What is typed under a key now; null where nothing is. */
  read: (key: string) => T | null
  /** Holds what is typed under a key; null, or what differs in nothing from what is kept, lets it go. */
  hold: (key: string, typed: T | null, kept?: T) => void
}

// Both are made from one shape, so their parts come in one order.
const isSame = <T extends object>(one: T, other: T): boolean => JSON.stringify(one) === JSON.stringify(other)

interface Open<T> {
  typed: T
  /** Takes it off the list of what leaving would lose. */
  letGo: () => void
}

/** Makes the forms of one kind. */
export const createTypedForms = <T extends object>({
  name,
  describe,
  yieldsToIdleLock = false,
}: TypedFormsOptions): TypedForms<T> => {
  const forms = createPageStore<ReadonlyMap<string, Open<T>>>({
    name,
    initial: new Map(),
    onWipe: () => {
      if (forms.read().size > 0) noteWordsLostAtLock()
      for (const { letGo } of forms.read().values()) letGo()
    },
  })
  const read = (key: string): T | null => forms.read().get(key)?.typed ?? null
  return {
    useTyped: (key) => usePageStore(forms).get(key)?.typed ?? null,
    read,
    hold(key, typed, kept) {
      const open = forms.read().get(key)
      if (typed === null || (kept !== undefined && isSame(typed, kept))) {
        open?.letGo()
        if (open) forms.set(new Map([...forms.read()].filter(([other]) => other !== key)))
        return
      }
      const letGo = open?.letGo ?? registerAtStake({ kind: 'words', describe, yieldsToIdleLock })
      forms.update((now) => new Map(now).set(key, { typed, letGo }))
    },
  }
}
