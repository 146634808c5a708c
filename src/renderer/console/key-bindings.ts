/** @file The keys as the person has them: as at first, with what was changed. Read by everything that has a key. */
import { KeyAct, KeyBinding, type KeyBindings } from '../../contract/keys'
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

/** The key of an act as it is now. */
export const keyOf = (act: KeyAct, bindings: KeyBindings): KeyBinding => bindings[act] ?? act

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
  const read = KeyBinding.safeParse(binding)
  if (!read.success || (read.data === '?' && act !== '?')) return { kind: 'notUsable' }
  const by = KeyAct.options.find((other) => other !== act && keyOf(other, bindings) === read.data)
  if (by) return { kind: 'taken', by }
  const { [act]: _before, ...rest } = bindings
  return { kind: 'changed', bindings: read.data === act ? rest : { ...rest, [act]: read.data } }
}
