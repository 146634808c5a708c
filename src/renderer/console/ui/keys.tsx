/**
 * @file Keyboard: every control's key, listed by `?`, matched by what is printed on it, changed by the person. A key
 * that writes a character is never ours, and single letters never act.
 */
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import { bindingOf, isMac, takesText } from './key-match'

/**
 * The keys that the person changed: what a key is at first, such as `Alt+L`, to what it is now. Given by the app; none
 * without it.
 */
export const ChangedKeys = createContext<Readonly<Partial<Record<string, string>>>>({})

/** A key as it is at first. `shownAs` is what tooltips say of it then. */
export interface Key {
  code: string
  isAlt?: boolean
  isShift?: boolean
  shownAs: string
}

/** A key in use, with the words for what it does. */
export interface KeyInUse {
  /** What it is at first, such as `Alt+L`: it names the act. */
  name: string
  /** What is pressed now. */
  shownAs: string
  does: string
}

let inUse: readonly KeyInUse[] = []
const listeners = new Set<() => void>()
const change = (next: readonly KeyInUse[]) => {
  inUse = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The keys that act on this screen, in the order they were added. */
export const useKeysInUse = (): readonly KeyInUse[] => {
  const changed = useContext(ChangedKeys)
  return useSyncExternalStore(subscribe, () => inUse).map((key) => ({
    ...key,
    shownAs: shownKey(changed[key.name] ?? key.name),
  }))
}

/** As a person reads it: `Alt L`, `Alt Shift L`, `F2`, `?`. */
export const shownKey = (binding: string): string => binding.replaceAll('+', ' ')

const nameOf = (shownAs: string): string => shownAs.replaceAll(' ', '+')

/** A key as the person has it now, for tooltips and `aria-keyshortcuts`. */
export const useShownKey = (shownAs: string): { shown: string; aria: string } => {
  const binding = useContext(ChangedKeys)[nameOf(shownAs)] ?? nameOf(shownAs)
  return { shown: shownKey(binding), aria: binding }
}

/** Puts a key on the list while the component is mounted. */
const useListed = (name: string, shownAs: string, does: string): void =>
  useEffect(() => {
    const entry: KeyInUse = { name, shownAs, does }
    change([...inUse, entry])
    return () => change(inUse.filter((other) => other !== entry))
  }, [name, shownAs, does])

/** Whether a key event stands for a binding, where it was pressed. */
const isPressed = (event: KeyboardEvent, binding: string): boolean => {
  const [target] = event.composedPath()
  const place = { isInText: takesText(target ?? event.target), isMac: isMac() }
  return !event.defaultPrevented && bindingOf(event, place) === binding
}

/**
 * Acts on a key while the component is mounted.
 *
 * @param key - as it is at first; the person may have changed it. `?` works outside text boxes only.
 * @param does - words for the list.
 * @param act - what to do; undefined leaves the key alone (a disabled control).
 */
export const useKey = ({ shownAs }: Key, does: string, act: (() => void) | undefined): void => {
  const name = nameOf(shownAs)
  const binding = useContext(ChangedKeys)[name] ?? name
  useListed(name, shownAs, does)
  useEffect(() => {
    if (!act) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPressed(event, binding)) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [binding, act])
}

/**
 * Acts while a key is held down: it ends when any part of it is let go, when the page loses the keyboard, and when the
 * component goes.
 *
 * @param act - told true as it is pressed and false as it is let go; undefined leaves the key alone.
 */
export const useHeldKey = (
  { shownAs }: Key,
  does: string,
  act: ((isHeld: boolean) => void) | undefined,
): void => {
  const name = nameOf(shownAs)
  const binding = useContext(ChangedKeys)[name] ?? name
  useListed(name, shownAs, does)
  useEffect(() => {
    if (!act) return
    let heldCode: string | null = null
    const letGo = () => {
      if (heldCode === null) return
      heldCode = null
      act(false)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      // Held down, it repeats: in a box it must not write, and elsewhere nothing else may act on it.
      if (heldCode !== null && event.code === heldCode) event.preventDefault()
      if (heldCode !== null || !isPressed(event, binding)) return
      event.preventDefault()
      heldCode = event.code
      act(true)
    }
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.code === heldCode || /^(Alt|AltGraph|Shift)$/.test(event.key)) letGo()
    }
    addEventListener('keydown', onKeyDown)
    addEventListener('keyup', onKeyUp)
    addEventListener('blur', letGo)
    document.addEventListener('visibilitychange', letGo)
    return () => {
      letGo()
      removeEventListener('keydown', onKeyDown)
      removeEventListener('keyup', onKeyUp)
      removeEventListener('blur', letGo)
      document.removeEventListener('visibilitychange', letGo)
    }
  }, [binding, act])
}
