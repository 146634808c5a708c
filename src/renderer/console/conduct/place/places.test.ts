/** @file Places of a report: countries by name, the packs' places first. */
import { expect, it } from 'vitest'
import { placesFor } from './places'

it('lists the packs’ places first, then every country, each code fit for the contract', () => {
  const { near, all } = placesFor(['US-CO', 'GB', 'EU', 'WORLD', 'GB'], 'en')
  expect(near).toEqual([
    { code: 'US-CO', name: 'Colorado, United States' },
    { code: 'GB', name: 'United Kingdom' },
    { code: 'EU', name: 'European Union' },
  ])
  expect(all.length).toBeGreaterThan(230)
  expect(all.length).toBeLessThan(270)
  expect(all.map(({ code }) => code)).toEqual(expect.arrayContaining(['US', 'IE', 'JP', 'ZA']))
  expect(all.every(({ code, name }) => /^[A-Z]{2}$/.test(code) && name !== code)).toBe(true)
})
