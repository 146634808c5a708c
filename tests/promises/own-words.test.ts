/**
 * @file No six words in a row of a pack, the docs or the screen are those of an organization's text. The texts are not
 * part of this repository: their runs of six words are known by hashes alone. Where a folder of them is named by
 * HOLDSPACE_SEEDS, the hashes are held against it too.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const RUN = 6
/** Hexadecimal digits kept of each hash: far too many for two runs to meet by chance, too few to be a text. */
const DIGITS = 12

/** Words of a text: letters, digits and apostrophes, in lower case. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? []

const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(' '))
}

const hashOf = (run: string): string => createHash('sha256').update(run).digest('hex').slice(0, DIGITS)

const committed = new Set(
  z
    .strictObject({ hashes: z.string().regex(/^[0-9a-f]+$/) })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'seed-runs.json'), 'utf8')))
    .hashes.match(new RegExp(`.{${DIGITS}}`, 'g')) ?? [],
)

/** Every text in a value, each by itself: a run never goes from one into the next. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** Paragraphs and cells of a page. */
const partsOf = (markdown: string): string[] => markdown.split(/\n\s*\n|\n|\|/)

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

const taken = (texts: readonly string[], hashes: ReadonlySet<string>): string[] =>
  texts.flatMap(runsOf).filter((run) => hashes.has(hashOf(run)))

describe('our own words', () => {
  it.each([...filesIn('resources', '.json'), ...filesIn('src/renderer/console/words', '.json')])(
    '%s',
    (path) => {
      const texts = textsIn(JSON.parse(readFileSync(join(root, path), 'utf8')))
      expect(taken(texts, committed)).toEqual([])
    },
  )

  it.each(['README.md', ...filesIn('docs', '.md')])('%s', (path) => {
    expect(taken(partsOf(readFileSync(join(root, path), 'utf8')), committed)).toEqual([])
  })

  it('are told from taken ones: a run that is known is found, five words of it are not', () => {
    const planted = 'Silence is welcome here. We can stay with it for a while.'
    const known = new Set([...committed, hashOf('here we can stay with it')])
    expect(taken([planted], committed)).toEqual([])
    expect(taken([planted], known)).toEqual(['here we can stay with it'])
    expect(taken(['Here, WE can stay with It!'], known)).toHaveLength(1)
    expect(taken(['here we can stay with'], known)).toEqual([])
    expect(committed.size).toBeGreaterThan(3000)
  })
})

const seeds = process.env.HOLDSPACE_SEEDS
describe.skipIf(seeds === undefined)('the texts themselves', () => {
  it('have the runs that are known here, all of them and no others', () => {
    const folder = seeds ?? ''
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(new Set(texts.flatMap(runsOf).map(hashOf))).toEqual(committed)
  })
})
