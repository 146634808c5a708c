/** @file The addresses of drills. */

/** Where it is said how a drill went. */
export const DRILL_OVER_PATH = '/drills/over'
