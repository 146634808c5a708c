/**
 * @file Forms that save when a button of theirs is pressed: what is typed into them is stored meanwhile by the one
 * autosave, stays while one looks at another page, and is given back after a lock, a reload or a kill. What cannot be
 * stored stays in this page's memory, is said beside the form, and leaving asks about it (promise 9).
 */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import {
  type KeptForm,
  type TypedIn,
  UnfinishedForm,
  type UnfinishedFormName,
  UnfinishedKey,
} from '../../contract/unfinished-forms'
import type { KeptKindId } from '../../contract/vault'
import type { Asked } from './Answered'
import { type Autosave, consoleLink, createAutosave, noteWordsLostAtLock, type Saving } from './autosave'
import { client } from './client'
import { createPageStore, usePageStore } from './page-store'
import { queries } from './queries'
import { type HoldsRoomName, loadRoomNameCheck } from './room-name-check'
import { codeOf } from './words/problems'

/** Why what is typed is not stored. `name`: of the room. `form`: too long, or nothing that may be kept. `open`: not looked at yet. */
export type HeldForm = 'name' | 'form' | 'open'

/** How the forms of one kind are made. */
export interface TypedFormsOptions<F extends UnfinishedFormName> {
  /** Which of the forms that are kept. */
  form: F
  /** Of their page store, `domain.word`. */
  name: string
  /** Where it was typed, never what: for the question before leaving. */
  describe: () => readonly string[]
  /** True where nothing in it would have to be typed again: the form is open, and nothing is stored. */
  isEmpty?: (typed: TypedIn<F>) => boolean
  /** Its words: while one holds a name of the room, nothing of the form is stored. Null for the report's alone, which may name. */
  wordsOf: ((typed: TypedIn<F>) => readonly string[]) | null
  /** True for what is quickly typed again: where it cannot be stored, a console that nobody touches locks over it. */
  yieldsToIdleLock?: boolean
}

/** Where a form stands that is being typed. */
export interface FormStanding {
  /** When it was typed, where it was given back; ISO. */
  givenBackAt: string | null
  saving: Saving
  heldBack: readonly HeldForm[]
}

/** The forms of one kind, each under the key of what it belongs to. */
export interface TypedForms<T> {
  /** Whether what was kept of them is here; until then none of them may be typed into. */
  useAsked: () => Asked<true>
  /** What is typed under a key, as React state; null where nothing is. */
  useTyped: (key: string) => T | null
  /** The keys under which something is typed, as React state. */
  useKeys: () => readonly string[]
  /** Where storing it stands, as React state; null where nothing is typed. */
  useStanding: (key: string) => FormStanding | null
  /** What is typed under a key now; null where nothing is. */
  read: (key: string) => T | null
  /** Holds what is typed under a key; null, or what differs in nothing from what is kept, lets it go. */
  hold: (key: string, typed: T | null, kept?: T) => void
}

/** An entry that was forgotten by hand. */
interface Forgotten {
  kind: KeptKindId
  id: string
}

const forgotten = createPageStore<Forgotten | null>({ name: 'console.forgottenForms', initial: null })

/** An entry was forgotten by hand: what is typed of it, or is it, is let go on this page too. */
export const letGoForgotten = (kind: KeptKindId, id: string): void => forgotten.set({ kind, id })

/** What the key of a form is an id of. */
const ownerKind: Partial<Record<UnfinishedFormName, KeptKindId>> = {
  handOver: 'reports',
  group: 'groups',
  duty: 'duties',
  lesson: 'lessons',
}

// Both are made from one shape, so their parts come in one order.
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What a save answers; the id is null where the form was let go. */
interface Stored {
  id: string | null
}

interface Open<T> {
  /** Null: let go, and that is not stored yet. */
  typed: T | null
  givenBackAt: string | null
  autosave: Autosave<T | null, Stored, HeldForm>
  unsubscribe: () => void
}

interface Forms<T> {
  isGivenBack: boolean
  open: ReadonlyMap<string, Open<T>>
}

const nothingToHear = () => () => {}
const nothing = () => null

/** Makes the forms of one kind. */
export const createTypedForms = <F extends UnfinishedFormName>(
  options: TypedFormsOptions<F>,
): TypedForms<TypedIn<F>> => {
  type T = TypedIn<F>
  const { form, describe, isEmpty = () => false, wordsOf, yieldsToIdleLock = false } = options
  const forms = createPageStore<Forms<T>>({
    name: options.name,
    initial: { isGivenBack: false, open: new Map() },
    onWipe: () => {
      for (const { typed, autosave, unsubscribe } of forms.read().open.values()) {
        if (typed !== null && !autosave.isDone()) noteWordsLostAtLock()
        unsubscribe()
        autosave.end()
      }
    },
  })
  const openAt = (key: string) => forms.read().open.get(key)
  const put = (key: string, open: Open<T>): void =>
    forms.update((now) => ({ ...now, open: new Map(now.open).set(key, open) }))

  /** Null until it is loaded, with the first word: nothing is stored before names can be looked for. */
  const check: { holdsRoomName: HoldsRoomName | null } = { holdsRoomName: null }
  const loadCheck = async (): Promise<void> => {
    if (!wordsOf || check.holdsRoomName) return
    // Where it cannot be loaded, the next word tries again; until then nothing is stored, and leaving asks.
    check.holdsRoomName = await loadRoomNameCheck().catch(() => null)
    for (const { autosave } of forms.read().open.values()) autosave.recheck()
  }
  const whyHeld = (key: string, typed: T): HeldForm | null => {
    if (wordsOf) {
      const { holdsRoomName } = check
      if (holdsRoomName === null) return 'open'
      if (wordsOf(typed).some(holdsRoomName)) return 'name'
    }
    return UnfinishedForm.safeParse({ form, belongsTo: key, typed }).success ? null : 'form'
  }

  const start = (key: string, stored: { answer: Stored; value: T } | null): Open<T> => {
    const autosave = createAutosave<T | null, Stored, HeldForm>({
      value: stored?.value ?? null,
      stored,
      nothing: null,
      hasChanged: (before, after) => !isSame(before, after),
      prepare: (value, storedValue) => {
        const held = value === null ? null : whyHeld(key, value)
        return held === null ? { storable: value, heldBack: [] } : { storable: storedValue, heldBack: [held] }
      },
      save: async (value) => {
        if (value !== null) {
          return client.unfinished.keep(UnfinishedForm.parse({ form, belongsTo: key, typed: value }))
        }
        await client.unfinished.drop(UnfinishedKey.parse({ form, belongsTo: key }))
        return { id: null }
      },
      isLasting: (error) => codeOf(error) === 'NOT_FOUND',
      link: consoleLink,
      describe,
      yieldsToIdleLock,
    })
    const unsubscribe = autosave.subscribe(() => removeIfDone(key))
    return { typed: stored?.value ?? null, givenBackAt: null, autosave, unsubscribe }
  }
  const removeIfDone = (key: string): void => {
    const open = openAt(key)
    if (!open || open.typed !== null || !open.autosave.isDone()) return
    open.unsubscribe()
    open.autosave.end()
    forms.update((now) => ({ ...now, open: new Map([...now.open].filter(([other]) => other !== key)) }))
  }
  const letGo = (key: string): void => {
    const open = openAt(key)
    if (!open || open.typed === null) return
    put(key, { ...open, typed: null, givenBackAt: null })
    const { autosave } = open
    if (autosave.hasBeenSent() && autosave.snapshot().stored === null) {
      // The answer was lost: it may be stored, and then it ends by its date at the latest.
      void client.unfinished.drop(UnfinishedKey.parse({ form, belongsTo: key })).catch(() => undefined)
    }
    autosave.change(null)
    void autosave.flush()
    removeIfDone(key)
  }
  forgotten.subscribe(() => {
    const gone = forgotten.read()
    if (gone === null) return
    for (const [key, { autosave }] of forms.read().open) {
      const isIt =
        gone.kind === 'unfinishedForms'
          ? autosave.snapshot().stored?.id === gone.id
          : gone.kind === ownerKind[form] && key === gone.id
      if (isIt) letGo(key)
    }
  })
  const giveBack = (kept: readonly KeptForm[]): void => {
    if (forms.read().isGivenBack) return
    for (const { id, belongsTo, typed, typedAt } of kept) {
      if (openAt(belongsTo)) continue
      // Asked for by the name of the form, it is what that form holds: the compiler cannot be told.
      const value = typed as T
      put(belongsTo, { ...start(belongsTo, { answer: { id }, value }), givenBackAt: typedAt })
    }
    forms.update((now) => ({ ...now, isGivenBack: true }))
  }

  const read = (key: string): T | null => openAt(key)?.typed ?? null
  return {
    useAsked: () => {
      const { isGivenBack } = usePageStore(forms)
      const { data, error, refetch } = useQuery({
        ...queries.unfinished.list.queryOptions({ input: { form } }),
        // Only what stands in the vault now may be given back: once it is, the page knows better.
        enabled: !isGivenBack,
        staleTime: 0,
        gcTime: 0,
      })
      useEffect(() => {
        if (data) giveBack(data)
      }, [data])
      // Before the first word, so that none waits for it.
      useEffect(() => void loadCheck(), [])
      return isGivenBack ? { data: true, error: null, refetch } : { data: undefined, error, refetch }
    },
    useTyped: (key) => usePageStore(forms).open.get(key)?.typed ?? null,
    useKeys: () => [...usePageStore(forms).open].flatMap(([key, { typed }]) => (typed === null ? [] : [key])),
    useStanding: (key) => {
      const open = usePageStore(forms).open.get(key)
      const { subscribe = nothingToHear, snapshot = nothing } = open?.autosave ?? {}
      const shown = useSyncExternalStore<ReturnType<Open<T>['autosave']['snapshot']> | null>(
        subscribe,
        snapshot,
      )
      if (!open || open.typed === null || shown === null) return null
      return { givenBackAt: open.givenBackAt, saving: shown.saving, heldBack: shown.heldBack }
    },
    read,
    hold(key, typed, kept) {
      if (typed === null || (kept !== undefined && isSame(typed, kept))) {
        letGo(key)
        return
      }
      const open = openAt(key) ?? start(key, null)
      put(key, { ...open, typed })
      open.autosave.change(isEmpty(typed) ? null : typed)
      void loadCheck()
    },
  }
}
