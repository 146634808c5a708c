/**
 * @file The keys of the console: which acts have one, what each is at first, and what a person may change it to. Kept
 * in the vault as the facilitator's own setting.
 */
import { z } from 'zod'

z.config({ jitless: true })

/** Each act that has a key, named by what its key is at first. A person may change every one of them. */
export const KeyAct = z.enum([
  'Alt+L',
  'Alt+Q',
  'Alt+C',
  'Alt+E',
  'Alt+R',
  'Alt+K',
  'Alt+N',
  'Alt+P',
  'Alt+S',
  'Alt+U',
  'Alt+M',
  'Alt+T',
  'Alt+B',
  'Alt+1',
  'Alt+2',
  'Alt+3',
  'Alt+4',
  'Alt+5',
  'Alt+6',
  'Alt+7',
  'Alt+8',
  'Alt+9',
  '?',
])
export type KeyAct = z.infer<typeof KeyAct>

/**
 * A key as it is stored and shown: what is printed on it, with Alt (and Shift), or a function key that no browser
 * needs. Never a bare letter: those are for writing.
 */
export const KeyBinding = z.string().regex(/^(Alt\+(Shift\+)?[A-Z0-9]|(Alt\+|Shift\+)?F(2|8|9|10)|\?)$/)
export type KeyBinding = z.infer<typeof KeyBinding>

/** The keys that a person changed; what is absent is as at first. No two acts share one. */
export const KeyBindings = z.partialRecord(KeyAct, KeyBinding).refine((changed) => {
  const keys = KeyAct.options.map((act) => changed[act] ?? act)
  return new Set(keys).size === keys.length
})
export type KeyBindings = z.infer<typeof KeyBindings>
