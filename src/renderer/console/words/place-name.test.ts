/** @file Names of places: in words, for every place that ships and every charter's. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCrisisResources, regionsOf } from '../../../main/conduct/crisis-packs'
import { placeName } from './place-name'

const resources = join(import.meta.dirname, '../../../../resources')

describe('a place’s name', () => {
  it('is the country’s, with its part in words', () => {
    expect(placeName('US', 'en')).toBe('United States')
    expect(placeName('US-CO', 'en')).toBe('Colorado, United States')
    expect(placeName('GB-SCT', 'en')).toBe('Scotland, United Kingdom')
    expect(placeName('EU', 'en')).toBe('European Union')
    expect(placeName('WORLD', 'en')).toBe('Anywhere else')
  })
  it('is the country’s where the part has no name here', () => {
    expect(placeName('DE-BY', 'en')).toBe('Germany')
  })
  it('gives back what is no place', () => {
    expect(placeName('', 'en')).toBe('')
    expect(placeName('not a region', 'en')).toBe('not a region')
  })
  it('shows no code of any place that ships', () => {
    const charters = readdirSync(join(resources, 'charters')).map((name): { jurisdiction: string } =>
      JSON.parse(readFileSync(join(resources, 'charters', name), 'utf8')),
    )
    const regions = regionsOf(loadCrisisResources(join(resources, 'crisis')).resources)
    const codes = [...regions, ...charters.map(({ jurisdiction }) => jurisdiction)]
    expect(codes.length).toBeGreaterThan(10)
    for (const code of codes) {
      const name = placeName(code, 'en')
      // A part of a country is named besides its country, and no two places share a name.
      expect(name, code).toMatch(code.includes('-') ? /^[A-Z][A-Za-z ]+[a-z], [A-Z][a-z]/ : /^[A-Z][a-z]/)
    }
    expect(new Set(regions.map((code) => placeName(code, 'en'))).size).toBe(regions.length)
  })
})
