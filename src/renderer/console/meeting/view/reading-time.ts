/** @file How long words take to say aloud. */

/** Words a minute of somebody who reads to a group calmly, pauses included. A rough measure, and said to be one. */
const WORDS_PER_MINUTE = 110

/**
 * Whole minutes that texts take to say aloud.
 *
 * @returns 0 for less than one minute; never less than the time of any part of them.
 */
export const minutesAloud = (texts: readonly string[]): number => {
  const words = texts.flatMap((text) => text.split(/\s+/).filter((word) => word !== '')).length
  return Math.round(words / WORDS_PER_MINUTE)
}
