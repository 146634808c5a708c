/** @file What the frame and other domains may use of groups and sessions. */
import { loaded } from '../ui/loaded'

export { RehearseProblem } from './RehearseProblem'
export { useRehearse } from './use-rehearse'

/** What is next, and one primary action. */
export const HomePage = loaded(async () => (await import('./HomePage')).HomePage)
/** All groups. */
export const GroupsPage = loaded(async () => (await import('./GroupsPage')).GroupsPage)
/** One group, new (`groupId` null) or to be changed. */
export const GroupPage = loaded(async () => (await import('./GroupPage')).GroupPage)
/** The before-checklist, then Open the room. */
export const PreparePage = loaded(async () => (await import('./PreparePage')).PreparePage)
