/**
 * @file Every row of the five codes has a home: it is carried by words or values of its pack that act, or by a feature,
 * each proved by a test; or a planned feature carries it later; or it is not software, with the reason.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CharterPack } from '../../src/contract/charters'
import {
  carriedByFeature,
  laterBy,
  type ProvedBy,
  packOfSeed,
  provedFeatures,
  provedPlaces,
  rowsOfSeed,
} from './charter-rows'

const root = join(import.meta.dirname, '../..')
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const packOf = (seed: keyof typeof packOfSeed) =>
  CharterPack.parse(JSON.parse(textOf(`resources/charters/${packOfSeed[seed]}.json`)))
const seeds = ['A', 'B', 'C', 'D', 'E'] as const
const rowsOf = (seed: keyof typeof packOfSeed) => rowsOfSeed[seed].split(' ')

/** Places of a pack that cite each clause: `openingScript`, `checklists.hold`, `settings.lock`. */
const citations = (pack: CharterPack): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  const walk = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('from' in value && value.from === 'clause' && 'clauseId' in value) {
      const id = String(value.clauseId)
      found.set(id, (found.get(id) ?? new Set()).add(place))
      return
    }
    for (const [key, inner] of Object.entries(value)) {
      const isNamed = !Array.isArray(value) && (place === 'settings' || place === 'checklists')
      walk(inner, isNamed ? `${place}.${key}` : place)
    }
  }
  for (const [key, value] of Object.entries(pack)) if (key !== 'clauses') walk(value, key)
  return found
}

/** What is wrong with a row of a pack; null where it has its home. */
const homelessBecause = (pack: CharterPack, row: string): string | null => {
  const clause = pack.clauses.find(({ id }) => id === row.toLowerCase())
  if (!clause) return 'the pack has no such clause'
  switch (clause.carriedBy) {
    case 'people':
      return clause.how.length > 10 ? null : 'it says no reason'
    case 'later':
      return /^F\d\d( F\d\d)*$/.test(laterBy[row] ?? '') ? null : 'no planned feature is named'
    case 'software': {
      if (laterBy[row] !== undefined) return 'it is carried, and listed as carried later'
      // Values alone carry nothing: they are shown, and nobody acts by them.
      const places = [...(citations(pack).get(clause.id) ?? [])].filter((place) => place !== 'values')
      if (places.length === 0 && carriedByFeature[row] === undefined) return 'nothing of the pack cites it'
      const unproved = places.filter((place) => provedPlaces[place] === undefined)
      return unproved.length === 0 ? null : `no test is named for ${unproved.join(', ')}`
    }
  }
}

describe.each(seeds)('code %s', (seed) => {
  it('has a home for every row, and no row besides', () => {
    const pack = packOf(seed)
    const homeless = rowsOf(seed).flatMap((row) => {
      const why = homelessBecause(pack, row)
      return why === null ? [] : [`${row}: ${why}`]
    })
    expect(homeless).toEqual([])
    expect(pack.clauses.map(({ id }) => id)).toEqual(rowsOf(seed).map((row) => row.toLowerCase()))
  })

  it('is told in docs/packs.md row by row, as the pack has it', () => {
    const states = { software: 'carried now', later: 'carried later', people: 'not software' } as const
    const told = textOf('docs/packs.md')
      .split('\n')
      .filter((row) => row.startsWith(`| ${seed}-`))
    const expected = packOf(seed).clauses.map(({ line, carriedBy, text, how }, place) => {
      const row = rowsOf(seed)[place] ?? ''
      const features = laterBy[row] === undefined ? '' : ` (${laterBy[row].replaceAll(' ', ', ')})`
      return `| ${row} | ${line} | ${states[carriedBy]} | ${text} | ${how}${features} |`
    })
    expect(told).toEqual(expected)
  })
})

describe('what proves a row', () => {
  const named: [string, ProvedBy][] = [...Object.entries(provedPlaces), ...Object.entries(provedFeatures)]
  it.each(named)('%s has its test', (_, [file, name]) => {
    expect(existsSync(join(root, file)), file).toBe(true)
    const text = textOf(file)
    const titles = [
      ...text.matchAll(/\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g),
    ]
    expect(
      titles.some(([, , title]) => title?.includes(name)),
      `${file}: ${name}`,
    ).toBe(true)
  })

  it('is asked of 157 rows in all', () => {
    expect(seeds.map((seed) => rowsOf(seed).length)).toEqual([46, 25, 20, 44, 22])
    const all = seeds.flatMap(rowsOf)
    expect(new Set(all).size).toBe(157)
    for (const row of [...Object.keys(laterBy), ...Object.keys(carriedByFeature)]) expect(all).toContain(row)
  })

  it('bites: a row without a clause, a reason, a feature or a word of its own is found', () => {
    const planted = (change: (pack: CharterPack) => void) => {
      const pack = packOf('D')
      change(pack)
      return pack
    }
    expect(
      homelessBecause(
        planted((p) => void p.clauses.pop()),
        'D-R6',
      ),
    ).toContain('no such clause')
    const as = (carriedBy: 'software' | 'later' | 'people', how: string) =>
      planted((p) => {
        for (const clause of p.clauses) if (clause.id === 'd-7') Object.assign(clause, { carriedBy, how })
      })
    expect(homelessBecause(as('people', 'No.'), 'D-7')).toContain('no reason')
    expect(homelessBecause(as('later', 'Soon, surely.'), 'D-7')).toContain('no planned feature')
    expect(homelessBecause(as('software', 'By magic.'), 'D-7')).toContain('nothing of the pack cites it')
  })
})
