/**
 * @file What can be chosen for each preference of this computer, and what is chosen at first: plain lists, because the
 * console's first paint reads them and carries no parser.
 */

/** Colours: as the system has them, or one of the two always. */
export const THEMES = ['system', 'light', 'dark'] as const
/**
 * The language of the console's own words: as the system has it, or one of those that are complete. A charter's words are in
 * the charter's language.
 */
export const LANGUAGES = ['system', 'en-US', 'en-GB', 'es'] as const
/** Size of all words, against the usual 16 px: 100, 115 or 130 per cent. More is the zoom's. */
export const TEXT_SIZES = ['usual', 'larger', 'largest'] as const
/** How a time of day is said: `19:04`, `7:04 PM`, or as this computer does it. */
export const TIME_STYLES = ['h24', 'h12', 'system'] as const
/** Motion: as the system asks, or none. */
export const MOTIONS = ['system', 'none'] as const
/** After how many minutes without a touch the console locks. Never "not at all": a laptop is left on a table. */
export const IDLE_LOCK_MINUTES = [5, 10, 15, 30, 60] as const

/** What each is where nothing was chosen: our defaults. */
export const usualPreferences = {
  language: 'system',
  theme: 'system',
  textSize: 'usual',
  timeStyle: 'h24',
  motion: 'system',
  idleLockMinutes: 15,
  /** Whether screen captures of the window stay black, in Electron on macOS and Windows. */
  hasContentProtection: true,
} as const satisfies {
  language: (typeof LANGUAGES)[number]
  theme: (typeof THEMES)[number]
  textSize: (typeof TEXT_SIZES)[number]
  timeStyle: (typeof TIME_STYLES)[number]
  motion: (typeof MOTIONS)[number]
  idleLockMinutes: (typeof IDLE_LOCK_MINUTES)[number]
  hasContentProtection: boolean
}
