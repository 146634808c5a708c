/** @file Tests of region names. */
import { describe, expect, it } from 'vitest'
import { regionWords } from './region-name'

describe('a region’s name', () => {
  it('is the country’s, with its part', () => {
    expect(regionWords('US', 'en', 'World')).toBe('United States')
    expect(regionWords('US-CO', 'en', 'World')).toBe('United States, CO')
    expect(regionWords('EU', 'en', 'World')).toBe('European Union')
    expect(regionWords('WORLD', 'en', 'Everywhere else')).toBe('Everywhere else')
  })
  it('gives back what it does not know', () => {
    expect(regionWords('', 'en', 'World')).toBe('')
    expect(regionWords('not a region', 'en', 'World')).toBe('not a region')
  })
})
