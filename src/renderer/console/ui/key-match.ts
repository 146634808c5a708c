/**
 * @file Which key was pressed, as a person sees it: by what is printed on it, and never where it writes something.
 */

/** What is read of a key event. */
export interface KeyPress {
  key: string
  code: string
  altKey: boolean
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  repeat: boolean
  isComposing: boolean
  getModifierState(name: 'AltGraph'): boolean
}

/** Where it was pressed. */
export interface KeyPlace {
  /** In a box that takes text. */
  isInText: boolean
  /** On a Mac the Option key, which is `altKey`, writes letters and signs. */
  isMac: boolean
  /** Whether this keyboard writes Latin letters, as far as one was seen (`scriptOf`); null: none yet. */
  isLatin: boolean | null
}

const PRINTED = /^[A-Za-z0-9]$/

const LETTER_PLACE = /^Key[A-Z]$/

/** Whether a key writes a letter of the Latin script, or of another; null: no letter, or not known to be one of the keyboard's own. */
export const scriptOf = (
  press: Pick<KeyPress, 'key' | 'code' | 'isComposing' | 'getModifierState'>,
): boolean | null => {
  const { key, code, isComposing } = press
  if (isComposing || !LETTER_PLACE.test(code) || !/^\p{L}$/u.test(key) || press.getModifierState('AltGraph'))
    return null
  return /\p{Script=Latin}/u.test(key)
}

/** What stands on the key in Latin letters and digits; by its place on the keyboard where nothing of them does. */
const printedOn = (press: KeyPress, { isInText, isMac, isLatin }: KeyPlace): string | null => {
  const { key, code } = press
  // Not by its capital alone: that of a Turkish ı is I.
  if (PRINTED.test(key)) return key.toUpperCase()
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)?.slice(1).find(Boolean) ?? null
  if (isMac) return isInText ? null : place
  // Alt and a letter of another script write nothing in a text box either (measured: docs/keys.md).
  if (scriptOf(press) === false) return place
  // A sign where another keyboard has a letter: one of a keyboard without Latin letters, or Dvorak's.
  if (LETTER_PLACE.test(code) && !/^\p{L}$/u.test(key) && isLatin !== null) return isLatin ? null : place
  // A letter with a mark, or a dead key: in a text box it may be somebody's word.
  return isInText ? null : place
}

/**
 * The binding that a key event stands for, such as `Alt+L`, `F2` or `?`.
 *
 * @returns null for everything that may write a character where it was pressed, that is held down or being composed,
 * and that is nobody's binding.
 */
export const bindingOf = (press: KeyPress, place: KeyPlace): string | null => {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = press
  if (ctrlKey || metaKey || press.repeat || press.isComposing || press.getModifierState('AltGraph'))
    return null
  if (/^F([1-9]|1[0-2])$/.test(key)) {
    if (altKey && shiftKey) return null
    return `${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${key}`
  }
  if (!altKey) return key === '?' && !place.isInText ? '?' : null
  // Windows writes a character by its number there, such as é by Alt 0233: its digits are no bindings of ours.
  if (press.code.startsWith('Numpad')) return null
  // With Option a letter is written, whatever letter it is.
  if (place.isMac && place.isInText) return null
  const printed = printedOn(press, place)
  return printed === null ? null : `Alt+${shiftKey ? 'Shift+' : ''}${printed}`
}

/** Inputs that take no text. */
const NO_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'])

/** Whether what has the keyboard takes text. */
export const takesText = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target.closest('[contenteditable=""], [contenteditable="true"], [role="textbox"]') !== null
  )
}

/** Whether this is a Mac, as far as the browser says. */
export const isMac = (): boolean => /mac/i.test(navigator.platform)

/**
 * Whether Ctrl and a letter were pressed, Command and it on a Mac: neither writes a character, in a text box or elsewhere.
 * By what is printed on the key; by its place where no Latin letter is. Held down too.
 */
export const isCommandKey = (press: KeyPress, letter: string, place: Pick<KeyPlace, 'isMac'>): boolean => {
  const { altKey, shiftKey, ctrlKey, metaKey } = press
  if (altKey || shiftKey || press.isComposing || press.getModifierState('AltGraph')) return false
  const isModified = place.isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey
  return isModified && printedOn(press, { ...place, isInText: false, isLatin: null }) === letter
}

/** A command key as the list of keys names it, and as `aria-keyshortcuts` wants it. */
export const commandKey = (letter: string): { name: string; aria: string } =>
  isMac()
    ? { name: `Command+${letter}`, aria: `Meta+${letter}` }
    : { name: `Ctrl+${letter}`, aria: `Control+${letter}` }
