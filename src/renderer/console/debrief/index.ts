/** @file What other domains of the console may use of the debrief: its pages, loaded when they are opened, and its check for names. */
import { loaded } from '../ui/loaded'

/** The list of debriefs, with its search. */
export const DebriefListPage = loaded(async () => (await import('./DebriefListPage')).DebriefListPage)

/** Handing something of a debrief to whoever leads the facilitator. */
export const HandOffPage = loaded(async () => (await import('./hand-off/HandOffPage')).HandOffPage)

/** A box whose words the identifier linter looks at. */
export const CheckedText = loaded(async () => (await import('./CheckedText')).CheckedText)

/** One debrief, new (`debriefId` null) or reopened. */
export const DebriefPage = loaded(async () => (await import('./DebriefPage')).DebriefPage)

/**
 * Whether words that are about to be stored hold a name of the room. Knows the names that are still in memory, and says
 * no where none are. Rejects when the app's own files cannot be loaded: then nothing is known, and nothing is stored.
 */
export const holdsRoomName = async (words: string): Promise<boolean> =>
  (await import('./names-in')).holdsRoomName(words)

/** The same check, once it is loaded, for what is looked at each time it is stored (`room-name-check.ts`). */
export const loadHoldsRoomName = async (): Promise<(words: string) => boolean> =>
  (await import('./names-in')).holdsRoomName
