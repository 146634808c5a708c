/**
 * @file Texts that are hard for an expression: the cost of a check grows with their length, and not with its square.
 * Judged by how the same machine's work grows from a short text to one eight times as long, never by how long it takes.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { isStress } from '../../../../../tests/fixtures/rounds'
import { type LintContext, lint, loadPhoneFinder } from './index'
import { indexNames } from './name-index'
import { shortenRuns } from './white-space'

const SHORT = 1000
const LONG = 8 * SHORT
/** Work that grows with the length grows eightfold, with its square 64-fold. */
const GROWTH_MAX = 24
const ROUNDS = 7

/** What begins an expression, and what it then passes over. */
const beginnings = [
  '', 'plate', 'license plate number', 'case', 'case no', 'id is', 'zip code is', 'born', 'birthday ', 'dob', '12 de', '1 May',
  'calle', '12 rue', 'corner of', 'po box', 'one', 'a@b', 'discord', '(at)', 'he is', 'class of', 'K', '1',
] // biome-ignore format: a line a kind would be a page.
const fillings = [
  ' ',
  '\n',
  ' \t',
  '-',
  '- ',
  '* ',
  '1',
  '1 ',
  '1-',
  '1.',
  'a',
  'a ',
  'a-',
  'a1',
  '-no',
  'no ',
  '.',
  '_',
  '@',
  '名',
]
const formsOf = (beginning: string, filling: string): ((length: number) => string)[] => [
  (length) => (beginning + filling.repeat(length)).slice(0, length),
  // The run first: an expression that looks backwards from a date.
  (length) =>
    filling.repeat(length).slice(0, length / 2) +
    `${beginning || '1 May'} `.repeat(length).slice(0, length / 2),
  (length) => (beginning + filling.repeat(60)).repeat(length).slice(0, length),
]
/** Each beginning with each filling: in one of the three forms, another for each two neighbours; `npm run stress` has all. */
const hardTexts = beginnings.flatMap((beginning, row) =>
  fillings.flatMap((filling, column) => {
    const forms = formsOf(beginning, filling)
    return isStress ? forms : forms.slice((row + column) % forms.length).slice(0, 1)
  }),
)
let context: LintContext
beforeAll(async () => {
  const names = indexNames(Array.from({ length: 500 }, (_, at) => `Wren${at} Smi${at}th 🌿 さくら${at}`))
  context = { names, phones: await loadPhoneFinder(), publicNumbers: [] }
})

/** This process's own work for one check, in microseconds: what else runs on the machine is not in it. */
const workOf = (text: string): number => {
  const before = process.cpuUsage()
  lint(text, context)
  const { user, system } = process.cpuUsage(before)
  return user + system
}
/** True when no round of some stays within a bound: one that does proves that the work can be done so. */
const isAlwaysAbove = (make: (length: number) => string, bound: () => number): boolean =>
  Array.from({ length: ROUNDS }).every(() => workOf(make(LONG)) > bound())

describe('a hard text', () => {
  it('costs what its length costs', () => {
    const plainText = 'Tonight I steered more than I needed to. '.repeat(LONG).slice(0, SHORT)
    const plain = Math.min(...Array.from({ length: ROUNDS }, () => workOf(plainText)))
    const steep = hardTexts.filter(
      (make) =>
        // What costs no more than plain words do is no harm, however it grows.
        isAlwaysAbove(make, () => plain * GROWTH_MAX) &&
        isAlwaysAbove(make, () => workOf(make(SHORT)) * GROWTH_MAX),
    )
    expect(steep.map((make) => make(40))).toEqual([])
  })
})

describe('white space made short', () => {
  it.each([
    ['My number plate     \n   is ABC 123 now', 'ABC 123'],
    [`${' '.repeat(40)}Write to a@b.org`, 'a@b.org'],
    ['Call \t\t\t\t 303-555-0142 ------- or a@b.org', 'a@b.org'],
    ['His   \u00a0\u00a0\u00a0  zip        is        80302, I think', '80302'],
  ])('%j is found where it is written', (text, words) => {
    const found = lint(text, context).map(({ start, end }) => text.slice(start, end))
    expect(found.some((one) => one.endsWith(words))).toBe(true)
  })
  it('leaves the text of which nothing is long as it is, and keeps the ends of lines', () => {
    const text = 'A line.\n\nAnother -- one.'
    expect(shortenRuns(text).text).toBe(text)
    expect(shortenRuns('a \n \n b').text).toBe('a\nb')
  })
})
