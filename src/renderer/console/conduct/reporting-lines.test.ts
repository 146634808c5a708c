/** @file Lines to report to: each kind of person has a line that takes the report, or is said to have none. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCrisisResources, regionsOf, resourcesFor } from '../../../main/conduct/crisis-packs'
import { crisisResource } from './crisis-resource.fixture'
import { personsAtRisk, reportingLinesFor } from './reporting-lines'

const { resources } = loadCrisisResources(join(import.meta.dirname, '../../../../resources/crisis'))

describe('lines to report to', () => {
  it('put those that take reports before those that tell who does', () => {
    const { lines, without } = reportingLinesFor(
      [
        crisisResource({ id: 'advice', kind: 'abuse', reportsFor: ['child', 'olderAdult'] }),
        crisisResource({ id: 'county', kind: 'reportingLine', reportsFor: ['child'] }),
        crisisResource({ id: 'crisis' }),
      ],
      ['child', 'olderAdult'],
    )
    expect(lines).toMatchObject([
      { resource: { id: 'county' }, persons: ['child'], takesReports: true },
      { resource: { id: 'advice' }, persons: ['child', 'olderAdult'], takesReports: false },
    ])
    // Advice is no line that takes the report, and that is said.
    expect(without).toEqual(['olderAdult'])
  })

  it('leave no kind of person out: in a line that takes reports, or told to have none', () => {
    fc.assert(
      fc.property(
        fc.subarray([...resources]),
        fc.subarray([...personsAtRisk], { minLength: 1 }),
        (some, persons) => {
          const { lines, without } = reportingLinesFor(some, persons)
          const served = lines.filter((line) => line.takesReports).flatMap((line) => line.persons)
          expect(new Set([...served, ...without])).toEqual(new Set(persons))
          expect(without.filter((person) => served.includes(person))).toEqual([])
        },
      ),
    )
  })

  it.each(['US-CO', 'GB', 'GB-ENG', 'GB-SCT', 'GB-WLS', 'GB-NIR', 'IE'])(
    'are known in %s for a child, an older adult and an adult with a disability',
    (region) => {
      const { without } = reportingLinesFor(resourcesFor(resources, region), [
        'child',
        'olderAdult',
        'adultIdd',
        'adultDisability',
      ])
      expect(without).toEqual([])
    },
  )

  it('are said to be missing where the data has none', () => {
    const missing = regionsOf(resources).filter(
      (region) => reportingLinesFor(resourcesFor(resources, region), personsAtRisk).without.length > 0,
    )
    expect(missing).toEqual(['AU', 'CA', 'EU', 'US', 'WORLD'])
  })
})
