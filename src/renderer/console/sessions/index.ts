/** @file What the frame and other domains may use of groups and sessions. */
import { loaded } from '../ui/loaded'

export { useRehearse } from './use-rehearse'

/** Why a rehearsal could not begin. The first paint imports this file: a page's words are no part of it. */
export const RehearseProblem = loaded(async () => (await import('./RehearseProblem')).RehearseProblem)

/** What is next, and one primary action. */
export const HomePage = loaded(async () => (await import('./HomePage')).HomePage)
/** All groups. */
export const GroupsPage = loaded(async () => (await import('./GroupsPage')).GroupsPage)
/** One group, new (`groupId` null) or to be changed. */
export const GroupPage = loaded(async () => (await import('./GroupPage')).GroupPage)
/** The before-checklist, then Open the room. */
export const PreparePage = loaded(async () => (await import('./PreparePage')).PreparePage)
