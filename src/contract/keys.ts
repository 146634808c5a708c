/**
 * @file The keys of the console: which acts have one, what each is at first, and what a person may change it to. Kept
 * in the vault as the facilitator's own setting.
 */
import { z } from 'zod'
import { KEY_ACTS, KEY_BINDING } from './key-choices'

z.config({ jitless: true })

/** Each act that has a key, named by what its key is at first. A person may change every one of them. */
export const KeyAct = z.enum(KEY_ACTS)
export type KeyAct = z.infer<typeof KeyAct>

/**
 * A key as it is stored and shown: what is printed on it, with Alt (and Shift), or a function key that no browser
 * needs. Never a bare letter: those are for writing.
 */
export const KeyBinding = z.string().regex(KEY_BINDING)
export type KeyBinding = z.infer<typeof KeyBinding>

/**
 * The keys that a person changed. No two of these are one key. What is absent is as at first, unless a person chose
 * that very key for another act before this one was there: then this one gives way (`key-bindings.ts` of the console).
 */
export const KeyBindings = z.partialRecord(KeyAct, KeyBinding).refine((changed) => {
  const keys = Object.values(changed)
  return new Set(keys).size === keys.length
})
export type KeyBindings = z.infer<typeof KeyBindings>

/**
 * The keys as they are kept, perhaps by another release: what this one does not know is left out, and the rest stays.
 * Where two acts were kept with one key the first of them has it. Never fails.
 */
export const KeptKeyBindings = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((kept): KeyBindings => {
    const taken = new Set<string>()
    const read = KeyAct.options.flatMap((act) => {
      const { data } = KeyBinding.safeParse(kept[act])
      if (data === undefined || taken.has(data)) return []
      taken.add(data)
      return [[act, data] as const]
    })
    return Object.fromEntries(read)
  })
