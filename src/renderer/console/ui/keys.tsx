/** @file Keyboard: every control's key by `event.code`, listed by `?`. Single letters never act on the room. */
import { useEffect, useSyncExternalStore } from 'react'

/** A key: its physical code and modifiers. `shownAs` is what the tooltip and the list print. */
export interface Key {
  code: string
  isAlt?: boolean
  isShift?: boolean
  shownAs: string
}

/** A key in use, with the words for what it does. */
export interface KeyInUse extends Key {
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
export const useKeysInUse = (): readonly KeyInUse[] => useSyncExternalStore(subscribe, () => inUse)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Acts on a key while the component is mounted.
 *
 * @param key - with Alt it works everywhere; without, only outside text boxes.
 * @param does - words for the list.
 * @param act - what to do; undefined leaves the key alone (a disabled control).
 */
export const useKey = (key: Key, does: string, act: (() => void) | undefined): void => {
  const { code, isAlt = false, isShift = false, shownAs } = key
  useEffect(() => {
    const entry: KeyInUse = { code, isAlt, isShift, shownAs, does }
    change([...inUse, entry])
    return () => change(inUse.filter((other) => other !== entry))
  }, [code, isAlt, isShift, shownAs, does])
  useEffect(() => {
    if (!act) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== code || event.altKey !== isAlt || event.shiftKey !== isShift) return
      if (event.ctrlKey || event.metaKey || event.repeat || event.isComposing) return
      if (!isAlt && isTyping(event.target)) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [code, isAlt, isShift, act])
}
