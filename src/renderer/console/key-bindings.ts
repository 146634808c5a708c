/** @file The keys as the person has them: as at first, with what was changed. Read by everything that has a key. */
import { KEY_ACTS, KEY_BINDING } from '../../contract/key-choices'
import type { KeyAct, KeyBinding, KeyBindings } from '../../contract/keys'
import { createPageStore, usePageStore } from './page-store'

const changed = createPageStore<KeyBindings>({
  name: 'console.keyBindings',
  initial: {},
  outlivesLockBecause: 'the keys of an open room must go on working behind the lock; it holds no word',
})

/** What was changed, as React state. */
export const useKeyBindings = (): KeyBindings => usePageStore(changed)
/** Takes over what is kept, or what was just changed. */
export const setKeyBindings = (next: KeyBindings): void => changed.set(next)
/** What was changed. */
export const readKeyBindings = (): KeyBindings => changed.read()

/** An act whose key a person had given to another act before this one was there. */
export interface GaveWay {
  act: KeyAct
  /** The key that it has instead. */
  key: KeyBinding
  /** The act that has its key. */
  to: KeyAct
}

const FUNCTION_KEYS = ['F2', 'F8', 'F9', 'F10', 'Alt+F2', 'Alt+F8', 'Alt+F9', 'Alt+F10']
const PRINTED = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')

/** Keys that an act may have instead of its own, the most alike first. There are more of them than acts. */
const insteadOf = (act: KeyAct): readonly string[] => [
  act.replace('Alt+', 'Alt+Shift+'),
  ...FUNCTION_KEYS,
  ...PRINTED.map((letter) => `Alt+Shift+${letter}`),
]

/** Acts that gave way, in their order, each with a key that nobody else has. What a person chose is never moved. */
export const gaveWay = (bindings: KeyBindings): readonly GaveWay[] => {
  const chosenBy = new Map<string, KeyAct>()
  for (const act of KEY_ACTS) {
    const chosen = bindings[act]
    if (chosen !== undefined) chosenBy.set(chosen, act)
  }
  const asAtFirst = KEY_ACTS.filter((act) => bindings[act] === undefined)
  const taken = new Set<string>([...chosenBy.keys(), ...asAtFirst])
  return asAtFirst.flatMap((act) => {
    const to = chosenBy.get(act)
    if (to === undefined) return []
    const key = insteadOf(act).find((one) => one !== act && !taken.has(one))
    if (key === undefined) return []
    taken.add(key)
    return [{ act, key, to }]
  })
}

/** Every key that is not as at first: what a person chose, and what gave way to it. */
export const changedKeys = (bindings: KeyBindings): KeyBindings => ({
  ...bindings,
  ...Object.fromEntries(gaveWay(bindings).map(({ act, key }) => [act, key])),
})

/** The key of an act as it is now. */
export const keyOf = (act: KeyAct, bindings: KeyBindings): KeyBinding => changedKeys(bindings)[act] ?? act

/** What came of an attempt to change a key. */
export type KeyChange =
  | { kind: 'changed'; bindings: KeyBindings }
  /** No key that may be used: a letter alone, or one that the browser needs. */
  | { kind: 'notUsable' }
  /** Another act has it. */
  | { kind: 'taken'; by: KeyAct }

/**
 * Gives an act another key.
 *
 * @param binding - as `bindingOf` tells it; null for what is none.
 */
export const changeKey = (bindings: KeyBindings, act: KeyAct, binding: string | null): KeyChange => {
  if (binding === null || !KEY_BINDING.test(binding) || (binding === '?' && act !== '?')) {
    return { kind: 'notUsable' }
  }
  const by = KEY_ACTS.find((other) => other !== act && keyOf(other, bindings) === binding)
  if (by) return { kind: 'taken', by }
  const { [act]: _before, ...rest } = bindings
  return { kind: 'changed', bindings: binding === act ? rest : { ...rest, [act]: binding } }
}
