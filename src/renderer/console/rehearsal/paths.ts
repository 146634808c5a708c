/** @file The addresses of drills and of the guided first evening. */

/** Where it is said how a drill went. */
export const DRILL_OVER_PATH = '/drills/over'
/** The guided first evening, before and after its room. */
export const FIRST_EVENING_PATH = '/first-evening'
/** Its file among the drills. */
export const FIRST_EVENING_DRILL = 'first-evening'
