/**
 * @file The console's keys reach it even while the meeting's frame has the keyboard, and away from the live view that
 * frame gets no key at all.
 *
 * Keys are caught before any page sees them and given to the console's page as the same key. Which of them act is the
 * console's to say, by the person's own bindings: main knows only the shape of a binding. Nothing is sent over IPC:
 * main runs one fixed line in the console's own main frame, with values from closed patterns and no other input.
 */
import type { Input, WebContents } from 'electron'

/** Where the live view stands: the one page on which the meeting's frame may have the keyboard. */
const LIVE_VIEW = /#\/room$/

/** What is read of Electron's input. */
export type KeyInput = Pick<
  Input,
  'type' | 'key' | 'code' | 'alt' | 'shift' | 'control' | 'meta' | 'isAutoRepeat' | 'modifiers'
>

/**
 * Whether a key may be one of the console's: Alt with a Latin letter or digit as printed, or at the place of a letter where
 * one of another script is printed, a function key that may be chosen, or F1 for
 * help. What writes a character (AltGraph, Option on a Mac, Alt and the number pad) is the meeting's.
 */
export const mayBeOurs = (
  { key, code, alt, control, meta, isAutoRepeat, modifiers }: KeyInput,
  isMac: boolean,
): boolean => {
  if (control || meta || isAutoRepeat || modifiers.includes('altgr')) return false
  if (/^F(1|2|8|9|10)$/.test(key)) return true
  if (!alt || isMac || code.startsWith('Numpad')) return false
  return /^[A-Za-z0-9]$/.test(key) || (/^Key[A-Z]$/.test(code) && /^(?!\p{Script=Latin})\p{L}$/u.test(key))
}

const give = ({ type, key, code, alt, shift }: KeyInput): string => {
  const event = JSON.stringify({ key, code, altKey: alt, shiftKey: shift, cancelable: true })
  return type === 'keyUp'
    ? `window.dispatchEvent(new KeyboardEvent('keyup', ${event}))`
    : `if (!window.dispatchEvent(new KeyboardEvent('keydown', ${event}))) window.focus()`
}

/** Catches them on the console's web contents. */
export const forwardKeys = (contents: WebContents, platform: string = process.platform): void => {
  /** Given to the console and not let go yet: it must hear the end of a key that acts while it is held. */
  const held = new Set<string>()
  contents.on('before-input-event', (event, input) => {
    const { focusedFrame, mainFrame } = contents
    const isLetGo = input.type === 'keyUp' && held.delete(input.code)
    // The console has the keyboard: it gets the key itself.
    if (focusedFrame === null || focusedFrame === mainFrame) return
    const isAway = !LIVE_VIEW.test(contents.getURL())
    if (isAway) {
      event.preventDefault()
      contents.focus()
    }
    if (!/^[A-Za-z0-9]{0,20}$/.test(input.code)) return
    const isPressed = input.type === 'keyDown' && mayBeOurs(input, platform === 'darwin')
    if (!isPressed && !isLetGo) return
    if (isPressed) held.add(input.code)
    event.preventDefault()
    mainFrame.executeJavaScript(give(input)).catch(() => {
      // The page went away between the key and now.
    })
  })
}
