/** @file Debrief: the pages, loaded when they are opened. */
import { lazy } from 'react'

/** The list of debriefs, with its search. */
export const DebriefListPage = lazy(async () => ({
  default: (await import('./DebriefListPage')).DebriefListPage,
}))

/** One debrief, new (`debriefId` null) or reopened. */
export const DebriefPage = lazy(async () => ({ default: (await import('./DebriefPage')).DebriefPage }))
