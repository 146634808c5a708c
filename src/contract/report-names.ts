/** @file Names in a report, and whether a line that should name nobody has one of them. Pure. */
import { type Answers, answerAt } from './report-reading'
import { unseen, unspaced } from './same-to-the-eye/letters'
import { givenParts, spelledOut } from './same-to-the-eye/name-parts'
import { foldName } from './same-to-the-eye/names'

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
/** A name in other than Latin letters begins no other word, from so many letters on; so many more are its ending. */
const ENDED_LENGTH_MIN = 4
const ENDING_MAX = 4

/** Words by their look, so that a letter of another keyboard is the same. */
const wordsOf = (text: string): string[] => foldName(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const isNameWord = (word: string) => word.length >= NAME_LENGTH_MIN && !noNames.has(word)

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

/** A name in a report: its words, and its words run together, each with a name in it. */
interface NameInReport {
  words: readonly string[]
  glued: readonly string[]
}

const runsOf = (all: readonly string[]): string[] =>
  all
    .flatMap((_, from) => all.slice(from + 1).map((__, more) => all.slice(from, from + more + 2)))
    .filter((run) => run.some(isNameWord))
    .map((run) => run.join(''))

const nameOf = (text: string): NameInReport => {
  const all = wordsOf(text)
  const spelled = spelledOut(text)
  const parts = text.split(/[^\p{L}\p{M}\p{N}]+/u).flatMap(givenParts)
  return {
    words: [...all, ...(spelled === null ? [] : wordsOf(spelled)), ...parts.map(foldName)].filter(isNameWord),
    glued: [...runsOf(all), ...runsOf(all.filter(isNameWord))],
  }
}

/** The names of everybody whom a report names, by their words: the person, their other names, and who may have caused harm. */
const namesIn = (body: Answers): readonly NameInReport[] =>
  ['person.name', 'person.otherNames', 'alleged.people'].flatMap((path) => {
    const answer = answerAt(body, path)
    return answer.kind === 'known' ? textsOf(answer.value).map(nameOf) : []
  })

/** "Marens", "MAREN2", Ольге: a name's word with what is put behind it. */
const isFormOf = (shown: string, name: string): boolean => {
  const word = foldName(shown)
  if (word === name || word.replace(/\p{N}+$/u, '') === name || word === `${name}s`) return true
  if (/\p{Script=Latin}/u.test(shown) || name.length < ENDED_LENGTH_MIN) return false
  // A last letter may have given way to the ending.
  return word.startsWith(name.slice(0, -1)) && word.length <= name.length + ENDING_MAX
}

/**
 * Whether a line holds a word of a name that the report has, or a whole name without its spaces. It may be another's: the
 * facilitator says.
 */
export const hasNameOf = (body: Answers, line: string): boolean => {
  const inLine = line.replace(unseen, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const glued = wordsOf(line).join('')
  return namesIn(body).some(
    (name) =>
      name.words.some((word) =>
        unspaced.test(word) ? glued.includes(word) : inLine.some((shown) => isFormOf(shown, word)),
      ) || name.glued.some((run) => run.length >= GLUED_LENGTH_MIN && glued.includes(run)),
  )
}
