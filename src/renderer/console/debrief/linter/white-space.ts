/**
 * @file Long runs of white space and of lines made short before shapes are looked for: they say nothing, and an
 * expression that may pass over them in several places tries each way to share them out.
 */
import type { Span } from './finding'

/** A text with its runs made short, and the way back to where each of its places was. */
export interface ShortenedText {
  text: string
  /** The place in the text as it was written, of a span in the shortened one. */
  toWritten: (span: Span) => Span
}

/** Three and more in a row: of white space, or of one sign that draws a line. */
const longRun = /\s{3,}|([-_=~*#.\u2010-\u2015\u2022\u2026])\1{3,}/gu

/** What stands for a run: the line's end where it had one, so that what begins a line still does. */
const standsFor = (run: string): string => {
  if (run.trim() !== '') return run.slice(0, 3)
  return run.includes('\n') ? '\n' : run.slice(0, 1)
}

/** Makes the runs of a text short, in one pass. */
export const shortenRuns = (written: string): ShortenedText => {
  /** Where a run ended in the shortened text, and how much longer the written one is up to there. */
  const cuts: { after: number; lengthier: number }[] = []
  let lengthier = 0
  const text = written.replace(longRun, (run: string, _sign: string | undefined, at: number) => {
    const short = standsFor(run)
    const after = at - lengthier + short.length
    lengthier += run.length - short.length
    cuts.push({ after, lengthier })
    return short
  })
  if (cuts.length === 0) return { text: written, toWritten: (span) => span }
  /** What the written text is longer by, before a place. */
  const lengthierBefore = (place: number): number => {
    let low = 0
    let high = cuts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cuts[middle]?.after ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return cuts[low - 1]?.lengthier ?? 0
  }
  return {
    text,
    toWritten: ({ start, end }) => ({
      start: start + lengthierBefore(start),
      // The last sign of a span is where it was; its end is behind it.
      end: end - 1 + lengthierBefore(end - 1) + 1,
    }),
  }
}
