/** @file What the frame may use of drills. */
import { loaded } from '../ui/loaded'

export { DRILL_OVER_PATH, FIRST_EVENING_PATH } from './paths'
export { useAskedDrill } from './use-asked-drill'

/** The drills, to choose one. */
export const DrillsPage = loaded(async () => (await import('./DrillsPage')).DrillsPage)
/** How the last drill went. */
export const DrillOverPage = loaded(async () => (await import('./DrillOverPage')).DrillOverPage)
/** The guided first evening, before and after its room. */
export const FirstEveningPage = loaded(async () => (await import('./FirstEveningPage')).FirstEveningPage)
/** Its last act and its end, above the other pages. */
export const FirstEveningStrip = loaded(async () => (await import('./FirstEveningStrip')).FirstEveningStrip)
