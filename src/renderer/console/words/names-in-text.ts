/**
 * @file Names inside a sentence: one that runs from right to left turns nothing round, and a long one is cut in its
 * middle, so that neither its end nor the rest of the sentence is lost.
 */

/** Letters that run from right to left, and characters that turn what follows. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u

/**
 * What is filled into a sentence, kept apart from it (Unicode Bidirectional Algorithm, isolates). Text that turns
 * nothing is left as it is.
 */
export const isolated = (text: string): string => (TURNS.test(text) ? `\u2068${text}\u2069` : text)

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * A name for where there is little room: its beginning and its end.
 *
 * @param maxCount - longest result, in characters as a reader sees them; at least 3.
 */
export const cutInMiddle = (name: string, maxCount: number): string => {
  const all = [...clusters.segment(name)].map(({ segment }) => segment)
  if (all.length <= maxCount) return name
  const endCount = Math.floor((maxCount - 1) / 2)
  const start = all.slice(0, maxCount - 1 - endCount).join('')
  return `${start.trimEnd()}…${all
    .slice(all.length - endCount)
    .join('')
    .trimStart()}`
}
