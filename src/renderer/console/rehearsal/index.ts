/** @file What the frame may use of drills. */
import { loaded } from '../ui/loaded'

export { DRILL_OVER_PATH } from './paths'
export { useAskedDrill } from './use-asked-drill'

/** The drills, to choose one. */
export const DrillsPage = loaded(async () => (await import('./DrillsPage')).DrillsPage)
/** How the last drill went. */
export const DrillOverPage = loaded(async () => (await import('./DrillOverPage')).DrillOverPage)
