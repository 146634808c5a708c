/**
 * @file The shelf's keys reach the console even while the meeting's frame has the keyboard.
 *
 * The keys are caught before any page sees them, given to the console's page as the same key, and the keyboard
 * goes back to the console with them. Nothing is sent over IPC: main runs one fixed line in the console's own
 * main frame, with a key code from this closed list and no other input.
 */
import type { WebContents } from 'electron'

/** Keys of the live view that are held with Alt, by `event.code`. */
export const SHELF_CODES: ReadonlySet<string> = new Set(['KeyL', 'KeyQ', 'KeyP', 'KeyC', 'KeyE'])

const give = (code: string): string =>
  `window.focus(); window.dispatchEvent(new KeyboardEvent('keydown', { code: '${code}', altKey: true, cancelable: true }))`

/** Catches the shelf's keys on the console's web contents. */
export const forwardShelfKeys = (contents: WebContents): void => {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.alt || input.control || input.meta || input.shift) return
    if (input.isAutoRepeat || !SHELF_CODES.has(input.code)) return
    const { focusedFrame, mainFrame } = contents
    // The console has the keyboard: it gets the key itself.
    if (focusedFrame === null || focusedFrame === mainFrame) return
    event.preventDefault()
    contents.focus()
    mainFrame.executeJavaScript(give(input.code)).catch(() => {
      // The page went away between the key and now.
    })
  })
}
