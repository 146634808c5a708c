/** @file What the frame and other domains may use of groups and sessions. */
import { lazy } from 'react'

export { useRehearse } from './use-rehearse'

/** What is next, and one primary action. */
export const HomePage = lazy(async () => ({ default: (await import('./HomePage')).HomePage }))
/** All groups. */
export const GroupsPage = lazy(async () => ({ default: (await import('./GroupsPage')).GroupsPage }))
/** One group, new (`groupId` null) or to be changed. */
export const GroupPage = lazy(async () => ({ default: (await import('./GroupPage')).GroupPage }))
/** The before-checklist, then Open the room. */
export const PreparePage = lazy(async () => ({ default: (await import('./PreparePage')).PreparePage }))
/** Region for crisis numbers and the on-call contact. */
export const OnCallForm = lazy(async () => ({ default: (await import('./prepare/OnCallForm')).OnCallForm }))
