/** @file Debrief: the pages, loaded when they are opened. */
import { loaded } from '../ui/loaded'

/** The list of debriefs, with its search. */
export const DebriefListPage = loaded(async () => (await import('./DebriefListPage')).DebriefListPage)

/** Handing something of a debrief to whoever leads the facilitator. */
export const HandOffPage = loaded(async () => (await import('./hand-off/HandOffPage')).HandOffPage)

/** One debrief, new (`debriefId` null) or reopened. */
export const DebriefPage = loaded(async () => (await import('./DebriefPage')).DebriefPage)
