/** @file Names in a report, and whether a line that should name nobody has one of them. Pure. */
import { type Answers, answerAt } from './report-reading'

/** Words that stand beside names and are none. */
const noNames = new Set(
  'the and her his their mother father parent child son daughter baby boy girl man woman from aka called known unknown not name screen user county police office'.split(
    ' ',
  ),
)
/** Shorter words turn up in every line. */
const NAME_LENGTH_MIN = 3

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

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

/** Words of the names of everybody whom a report names: the person, their other names, and who may have caused harm. */
const namesIn = (body: Answers): ReadonlySet<string> =>
  new Set(
    ['person.name', 'person.otherNames', 'alleged.people'].flatMap((path) => {
      const answer = answerAt(body, path)
      return answer.kind === 'known'
        ? textsOf(answer.value)
            .flatMap(wordsOf)
            .filter((word) => word.length >= NAME_LENGTH_MIN && !noNames.has(word))
        : []
    }),
  )

/** Whether a line holds a word of a name that the report has. It may be another's: the facilitator says. */
export const hasNameOf = (body: Answers, line: string): boolean => {
  const names = namesIn(body)
  return wordsOf(line).some((word) => names.has(word))
}
