/**
 * @file Keyboard: every control's key, listed by `?`, matched by what is printed on it, changed by the person. A key
 * that writes a character is never ours, and single letters never act. What is listed can be found by its name, with
 * the acts that have a name and no key.
 */
import { createContext, useContext, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { bindingOf, isMac, scriptOf, takesText } from './key-match'

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
  /** What the act is called away from the list of keys, where that is something else. */
  called?: string
}

/** A key in use, with the words for what it does. */
export interface KeyInUse {
  /** What it is at first, such as `Alt+L`: it names the act. */
  name: string
  /** What is pressed now. */
  shownAs: string
  does: string
}

/** An act with a name, as it stands on this screen. */
export interface ActInUse {
  /** Its name; no two have one. */
  called: string
  /** Its keys as the person has them now; none where it has no key. */
  keys: readonly string[]
  /** It lasts as long as its key is held, so it can be done by its key alone. */
  isHeld: boolean
  /** It says something to others, so finding it only leads to its control: doing it is a press of its own. */
  isShownOnly: boolean
  /** False while its control is switched off. */
  isPossible: boolean
  /** Does it, or leads to its control, if it is possible at this moment. Returns whether it was. */
  run: () => boolean
}

interface Listed {
  /** Null: it has no key. */
  name: string | null
  does: string
  called: string
  /** `hold` lasts as long as the key is held; `elsewhere` is a key that something else listens for. */
  how: 'press' | 'hold' | 'elsewhere'
  isShownOnly: boolean
  /** What finding it does now. */
  now: () => (() => void) | undefined
}

let inUse: readonly Listed[] = []
const listeners = new Set<() => void>()
const change = (next: readonly Listed[]) => {
  inUse = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const useListed = (): readonly Listed[] => useSyncExternalStore(subscribe, () => inUse)

/** The keys that act on this screen, in the order they were added. */
export const useKeysInUse = (): readonly KeyInUse[] => {
  const changed = useContext(ChangedKeys)
  return useListed().flatMap(({ name, does }) =>
    name === null ? [] : [{ name, does, shownAs: shownKey(changed[name] ?? name) }],
  )
}

/** The acts on this screen that have a name, in the order they were added; one that is there twice is one act. */
export const useActsInUse = (): readonly ActInUse[] => {
  const changed = useContext(ChangedKeys)
  const listed = useListed()
  const byName = new Map<string, Listed[]>()
  for (const one of listed) {
    if (one.how !== 'elsewhere') byName.set(one.called, [...(byName.get(one.called) ?? []), one])
  }
  return Array.from(byName, ([called, same]) => ({
    called,
    keys: same.flatMap(({ name }) => (name === null ? [] : [shownKey(changed[name] ?? name)])),
    isHeld: same.every(({ how }) => how === 'hold'),
    isShownOnly: same.some(({ isShownOnly }) => isShownOnly),
    isPossible: same.some(({ now }) => now() !== undefined),
    run: () => {
      const act = same.map(({ now }) => now()).find((one) => one !== undefined)
      act?.()
      return act !== undefined
    },
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

/** Puts an act on the list while the component is mounted. */
const useList = (
  {
    name,
    does,
    called,
    how,
    isShownOnly = false,
  }: Omit<Listed, 'now' | 'isShownOnly'> & { isShownOnly?: boolean },
  act: (() => void) | undefined,
): void => {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  }, [act])
  useEffect(() => {
    const entry: Listed = { name, does, called, how, isShownOnly, now: () => latest.current }
    change([...inUse, entry])
    return () => change(inUse.filter((other) => other !== entry))
  }, [name, does, called, how, isShownOnly])
  const isPossible = act !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever shows the list shows whether it is possible.
  useEffect(() => change([...inUse]), [isPossible])
}

/**
 * Lists an act that has a name and no key while the component is mounted.
 *
 * @param called - its name, as its control has it.
 * @param act - what to do; undefined: it is not possible now.
 * @param isShownOnly - `act` only leads to its control: doing it is a press of its own.
 */
export const useNamedAct = (called: string, act: (() => void) | undefined, isShownOnly = false): void =>
  useList({ name: null, does: called, called, how: 'press', isShownOnly }, act)

/**
 * Lists a key that is caught elsewhere and cannot be changed, and that is no act to be found by its name.
 *
 * @param name - such as `Ctrl+K`.
 */
export const useFixedKey = (name: string, does: string): void =>
  useList({ name, does, called: does, how: 'elsewhere' }, undefined)

let isLatin: boolean | null = null

/** Which letters the keyboard that was used last writes; null: none was seen yet. */
export const readIsLatin = (): boolean | null => isLatin

/** Notes it while mounted, key by key: nothing else of what is typed. */
export const useKeyboardScript = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // With Ctrl a Latin letter may come from any keyboard.
      if (!event.ctrlKey && !event.metaKey) isLatin = scriptOf(event) ?? isLatin
    }
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [])
}

/** Whether a key event stands for a binding, where it was pressed. */
const isPressed = (event: KeyboardEvent, binding: string): boolean => {
  const [target] = event.composedPath()
  const place = { isInText: takesText(target ?? event.target), isMac: isMac(), isLatin }
  return !event.defaultPrevented && bindingOf(event, place) === binding
}

/**
 * Acts on a key while the component is mounted.
 *
 * @param key - as it is at first; the person may have changed it. `?` works outside text boxes only.
 * @param does - words for the list.
 * @param act - what to do; undefined leaves the key alone (a disabled control).
 * @param show - leads to its control, where the act says something to others: found by its name it is only shown.
 * @param refuse - what the key does while there is no act, such as saying why; undefined leaves it alone.
 */
export const useKey = (
  { shownAs, called }: Key,
  does: string,
  act: (() => void) | undefined,
  { show, refuse }: { show?: (() => void) | undefined; refuse?: (() => void) | undefined } = {},
): void => {
  const name = nameOf(shownAs)
  const binding = useContext(ChangedKeys)[name] ?? name
  const isShownOnly = show !== undefined
  useList({ name, does, called: called ?? does, how: 'press', isShownOnly }, act && (show ?? act))
  const press = act ?? refuse
  useEffect(() => {
    if (!press) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPressed(event, binding)) return
      event.preventDefault()
      press()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [binding, press])
}

/**
 * Acts while a key is held down: it ends when any part of it is let go, when the page loses the keyboard, and when the
 * component goes.
 *
 * @param act - told true as it is pressed and false as it is let go; undefined leaves the key alone.
 */
export const useHeldKey = (
  { shownAs, called }: Key,
  does: string,
  act: ((isHeld: boolean) => void) | undefined,
): void => {
  const name = nameOf(shownAs)
  const binding = useContext(ChangedKeys)[name] ?? name
  useList({ name, does, called: called ?? does, how: 'hold' }, undefined)
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
