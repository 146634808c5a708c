/**
 * @file Preferences of this computer: how the console looks and when it locks. They stand in a plain file outside the
 * vault, because they act before it is unlocked; so each is a choice from a short list, and no word of anybody fits.
 */
import { z } from 'zod'
import { IDLE_LOCK_MINUTES, LANGUAGES, MOTIONS, TEXT_SIZES, THEMES, TIME_STYLES } from './preference-choices'

z.config({ jitless: true })

/** All of them. */
export const Preferences = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  textSize: z.enum(TEXT_SIZES),
  timeStyle: z.enum(TIME_STYLES),
  motion: z.enum(MOTIONS),
  idleLockMinutes: z.literal(IDLE_LOCK_MINUTES),
  hasContentProtection: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

/** Some of them, to be changed. */
export const PreferencesChange = Preferences.partial()
export type PreferencesChange = z.infer<typeof PreferencesChange>

/** A coordinate or a length on the desktop, in the system's own pixels: far more than any row of screens. */
const pixels = z.int().min(-100_000).max(100_000)

/** Where the window was, in Electron. */
export const WindowPlace = z.strictObject({
  x: pixels,
  y: pixels,
  width: pixels.min(1),
  height: pixels.min(1),
  isMaximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

/** What the file may hold, each absent where it is as usual. Nothing else can be written into it. */
export const StoredPreferences = PreferencesChange.extend({ window: WindowPlace.optional() })
export type StoredPreferences = z.infer<typeof StoredPreferences>
