/** @file Names in a report, and whether a line that should name nobody has one of them. Pure. */
import { type Answers, answerAt } from './report-reading'
import { unspaced } from './same-to-the-eye/letters'
import { foldSearch } from './same-to-the-eye/search'

/** Words that stand beside names and are none. */
const noNames = new Set(
  'the and her his their mother father parent child son daughter baby boy girl man woman from aka called known unknown not name screen user county police office mr mrs ms miss dr jr sr st of de la le du da di do van von an as at by he if in is it me my no on or so to up us we'.split(
    ' ',
  ),
)
/** One letter turns up in every line. A name of two is one in much of the world. */
const NAME_LENGTH_MIN = 2
/** Shorter names turn up inside other words when the spaces are taken out of a line. */
const GLUED_LENGTH_MIN = 6

const wordsOf = (text: string): string[] => foldSearch(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) {
    return value.flatMap((row: unknown) => {
      const name: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'name') : null
      const isKnown = typeof name === 'object' && name !== null && Reflect.get(name, 'kind') === 'known'
      return isKnown ? textsOf(Reflect.get(name, 'value')) : []
    })
  }
  return []
}

/** The names of everybody whom a report names, by their words: the person, their other names, and who may have caused harm. */
const namesIn = (body: Answers): readonly (readonly string[])[] =>
  ['person.name', 'person.otherNames', 'alleged.people'].flatMap((path) => {
    const answer = answerAt(body, path)
    return answer.kind === 'known'
      ? textsOf(answer.value).map((text) =>
          wordsOf(text).filter((word) => word.length >= NAME_LENGTH_MIN && !noNames.has(word)),
        )
      : []
  })

/**
 * Whether a line holds a word of a name that the report has, or a whole name without its spaces. It may be another's: the
 * facilitator says.
 */
export const hasNameOf = (body: Answers, line: string): boolean => {
  const inLine = wordsOf(line)
  const glued = inLine.join('')
  return namesIn(body).some((name) => {
    const whole = name.join('')
    return (
      name.some((word) => (unspaced.test(word) ? glued.includes(word) : inLine.includes(word))) ||
      (whole.length >= GLUED_LENGTH_MIN && glued.includes(whole))
    )
  })
}
