/** @file Checks own ticks, crisis resources by region, the on-call contact and the monthly counters. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { temporaryFolder } from '../../../tests/fixtures/temporary-folder'
import type { CrisisResource } from '../../contract/conduct'
import { loadCrisisResources, regionsServing, resourcesFor } from './crisis-packs'
import {
  type ConductService,
  countersKept,
  createConduct,
  crisisSettingsKept,
  interventionMeasures,
} from './service'

const resource = (id: string, kind: CrisisResource['kind'], regions: string[]): CrisisResource => ({
  id,
  name: id,
  regions,
  kind,
  audience: ['anyone'],
  channels: [{ kind: 'call', value: '000' }],
  hours: '24/7',
  source: [{ url: 'https://example.org/', publisher: 'Example', isOperator: true, pageDate: null }],
  lastVerified: null,
  status: 'unverified',
})

const crisisFolder = (): string => {
  const folder = temporaryFolder()
  const write = (name: string, resources: unknown) =>
    writeFileSync(
      join(folder, name),
      JSON.stringify({ packVersion: '2026-01-01', staleAfterDays: 90, resources }),
    )
  write('us.json', [
    resource('us-line', 'crisis', ['US']),
    { ...resource('broken', 'crisis', ['US']), regions: ['nowhere'] },
    resource('us-emergency', 'emergency', ['US']),
    resource('co-line', 'crisis', ['US-CO']),
  ])
  write('de.json', [resource('de-line', 'crisis', ['DE']), resource('eu-emergency', 'emergency', ['EU'])])
  write('world.json', [
    resource('world-directory', 'directory', ['WORLD']),
    resource('us-line', 'crisis', ['WORLD']),
  ])
  writeFileSync(join(folder, 'rubbish.json'), '[1, 2')
  return folder
}

let evening: Evening
let conduct: ConductService
beforeEach(() => {
  evening = openEvening()
  conduct = createConduct({ ...evening, folder: crisisFolder() })
})
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('ticks', () => {
  it('ticks and unticks own items of the session, and script lines said aloud', () => {
    const { id } = evening.sessions.rehearse('test-circle')
    expect(conduct.ticks(id)).toEqual([])
    conduct.tick(id, 'before', 'numbers', true)
    evening.clock.advance(1000)
    expect(conduct.tick(id, 'opening', 'kept', true)).toEqual([
      { phase: 'before', itemId: 'numbers', tickedAt: '2026-11-21T20:00:00.000Z' },
      { phase: 'opening', itemId: 'kept', tickedAt: '2026-11-21T20:00:01.000Z' },
    ])
    expect(conduct.tick(id, 'before', 'numbers', true)[0]?.tickedAt).toBe('2026-11-21T20:00:00.000Z')
    expect(conduct.tick(id, 'before', 'numbers', false)).toHaveLength(1)
  })

  it('takes no item that is not of this charter and phase', () => {
    const { id } = evening.sessions.rehearse('test-circle')
    for (const [phase, item] of [
      ['before', 'kept'],
      ['opening', 'numbers'],
      ['close', 'a-person'],
    ] as const) {
      expect(() => conduct.tick(id, phase, item, true)).toThrow(refuses('NOT_FOUND'))
    }
    expect(conduct.ticks(id)).toEqual([])
  })

  it('has none of a session that is gone', () => {
    const { id } = evening.sessions.rehearse('test-circle')
    evening.sessions.abandonRehearsal(id)
    expect(() => conduct.ticks(id)).toThrow(refuses('NOT_FOUND'))
  })
})

describe('crisis resources', () => {
  const idsFor = (region: string) => conduct.crisisResources(region).map((found) => found.id)

  it('puts emergency first, then the nearest region', () => {
    expect(idsFor('US-CO')).toEqual(['us-emergency', 'co-line', 'us-line', 'world-directory'])
    expect(idsFor('US')).toEqual(['us-emergency', 'us-line', 'world-directory'])
    expect(idsFor('DE')).toEqual(['eu-emergency', 'de-line', 'world-directory'])
    expect(idsFor('JP')).toEqual(['world-directory'])
    expect(conduct.crisisResources(null).map(({ id }) => id)).toEqual(['world-directory'])
  })

  it('takes emergency numbers from the nearest region that has any, and the world’s only where none has', () => {
    const own = resource('own', 'emergency', ['FR'])
    const union = resource('union', 'emergency', ['EU'])
    const world = resource('world', 'emergency', ['WORLD'])
    const idsOf = (region: string | null) =>
      resourcesFor([world, union, own], region).map((found) => found.id)
    expect(idsOf('FR')).toEqual(['own'])
    expect(idsOf('FR-75')).toEqual(['own'])
    expect(idsOf('DE')).toEqual(['union'])
    expect(idsOf('JP')).toEqual(['world'])
    expect(idsOf('WORLD')).toEqual(['world'])
    expect(idsOf(null)).toEqual(['world'])
  })

  it('works while the vault is locked', () => {
    evening.vault.lock()
    expect(idsFor('US')).toContain('us-emergency')
    expect(conduct.crisisRegions()).toEqual(['DE', 'EU', 'US', 'US-CO', 'WORLD'])
  })

  it('leaves out a broken entry or file by name, and keeps the others', () => {
    expect(loadCrisisResources(crisisFolder()).refused).toEqual([
      'rubbish.json: not a file of crisis resources',
      'us.json: resources.1.regions.0',
      'world.json: us-line is there twice',
    ])
    expect(loadCrisisResources('/nowhere').resources).toEqual([])
  })

  it('reads every entry that ships, and has an emergency number first wherever a country is listed', () => {
    const { resources, refused } = loadCrisisResources(join(import.meta.dirname, '../../../resources/crisis'))
    expect(refused).toEqual([])
    const countries = new Set(resources.flatMap((found) => found.regions))
    expect(countries.size).toBeGreaterThan(1)
    for (const region of countries) {
      if (region === 'WORLD') continue
      expect(resourcesFor(resources, region)[0]?.kind, region).toBe('emergency')
    }
  })

  it('goes from the subdivision to the world', () => {
    expect(regionsServing('US-CO')).toEqual(['US-CO', 'US', 'WORLD'])
    expect(regionsServing('FR-75')).toEqual(['FR-75', 'FR', 'EU', 'WORLD'])
    expect(regionsServing('WORLD')).toEqual(['WORLD'])
  })
})

describe('choices for crisis cards', () => {
  it('has no region until one is chosen, whatever the charter’s jurisdiction', () => {
    expect(conduct.crisisSettings()).toEqual({ region: null, onCall: null, groupContact: null })
    evening.charters.choose('test-circle')
    expect(conduct.crisisSettings()).toEqual({ region: null, onCall: null, groupContact: null })
    expect(conduct.chosenRegion()).toBeNull()
    const settings = { region: 'GB', onCall: { role: 'Lead on call', number: '+44 20 7946 0000' } }
    expect(conduct.saveCrisisSettings(settings)).toEqual({ ...settings, groupContact: null })
    expect(conduct.crisisSettings()).toEqual({ ...settings, groupContact: null })
    expect(conduct.chosenRegion()).toBe('GB')
    conduct.saveCrisisSettings({ region: 'GB', onCall: null })
    expect(conduct.crisisSettings()).toEqual({ region: 'GB', onCall: null, groupContact: null })
  })

  it('has the contact for everyone apart from the one on call, and keeps it where it is not said anew', () => {
    const onCall = { role: 'Lead on call', number: '0123456789' }
    const groupContact = 'hello@circle.example'
    conduct.saveCrisisSettings({ region: 'GB', onCall, groupContact })
    expect(conduct.crisisSettings()).toEqual({ region: 'GB', onCall, groupContact })
    conduct.saveCrisisSettings({ region: 'IE', onCall: null })
    expect(conduct.crisisSettings()).toEqual({ region: 'IE', onCall: null, groupContact })
    const kept = crisisSettingsKept()
    expect(evening.vault.write((vault) => kept.forget(vault, 'crisis-settings'))).toContain(groupContact)
    conduct.saveCrisisSettings({ region: 'GB', onCall, groupContact })
    conduct.saveCrisisSettings({ region: 'GB', onCall, groupContact: null })
    expect(conduct.crisisSettings()).toEqual({ region: 'GB', onCall, groupContact: null })
  })

  it('knows the region behind the lock only if the vault was open', () => {
    const fresh = createConduct({ ...evening, folder: crisisFolder() })
    conduct.saveCrisisSettings({ region: 'GB', onCall: null })
    evening.vault.lock()
    expect(conduct.chosenRegion()).toBe('GB')
    expect(fresh.chosenRegion()).toBeNull()
    expect(() => conduct.crisisSettings()).toThrow(expect.objectContaining({ name: 'VaultLockedError' }))
  })

  it('asks again for a region of an older release that is none', () => {
    conduct.saveCrisisSettings({ region: 'GB', onCall: null })
    evening.vault.raw.prepare("UPDATE crisis_settings SET region = 'my town'").run()
    expect(conduct.crisisSettings()).toEqual({ region: null, onCall: null, groupContact: null })
  })

  it('is listed and can be forgotten', () => {
    const kept = crisisSettingsKept()
    conduct.saveCrisisSettings({ region: 'GB', onCall: { role: 'Lead on call', number: '0123456789' } })
    expect(kept.list(evening.vault.read(), evening.clock.now())).toMatchObject([
      { label: 'Lead on call', region: 'GB' },
    ])
    expect(evening.vault.write((vault) => kept.forget(vault, 'crisis-settings'))).toContain('0123456789')
    expect(evening.vault.write((vault) => kept.forget(vault, 'crisis-settings'))).toBeNull()
    expect(conduct.crisisSettings()).toEqual({ region: null, onCall: null, groupContact: null })
    evening.vault.lock()
    expect(conduct.chosenRegion()).toBeNull()
  })
})

describe('monthly counters', () => {
  const rows = () => evening.vault.raw.prepare('SELECT * FROM counters').all()

  it('counts nothing where the charter counts nothing', () => {
    expect(() => conduct.countIntervention('test-circle', 'removed', 'slurs')).toThrow(
      refuses('NOT_COUNTED_HERE'),
    )
    expect(rows()).toEqual([])
  })

  it('counts nothing while a rehearsal is open, and counts again afterwards', () => {
    const { id } = evening.sessions.rehearse('test-circle')
    evening.sessions.open(id)
    const count = () => conduct.countIntervention('counting-circle', 'removed', 'slurs')
    expect(count).toThrow(refuses('NOT_COUNTED_HERE'))
    expect(rows()).toEqual([])
    evening.sessions.close(id)
    count()
    expect(rows()).toHaveLength(1)
  })

  it('adds up by charter, month, kind and reason, and keeps no more than that', () => {
    conduct.countIntervention('counting-circle', 'removed', 'slurs')
    conduct.countIntervention('counting-circle', 'removed', 'slurs')
    conduct.countIntervention('counting-circle', 'reminded', 'talking-over')
    expect(rows()).toEqual([
      { charter_id: 'counting-circle', month: '2026-11', kind: 'removed', reason_id: 'slurs', count: 2 },
      {
        charter_id: 'counting-circle',
        month: '2026-11',
        kind: 'reminded',
        reason_id: 'talking-over',
        count: 1,
      },
    ])
    expect(() => conduct.countIntervention('counting-circle', 'removed', 'alice')).toThrow(
      refuses('NOT_FOUND'),
    )
    expect(() => conduct.countIntervention('nobody', 'removed', 'slurs')).toThrow(refuses('NOT_FOUND'))
  })

  it('is listed by month, forgotten by month, and ends', () => {
    const kept = countersKept(evening.charters)
    conduct.countIntervention('counting-circle', 'removed', 'slurs')
    evening.clock.set('2026-12-05T10:00:00.000Z')
    conduct.countIntervention('counting-circle', 'removed', 'slurs')
    const listed = kept.list(evening.vault.read(), evening.clock.now())
    expect(listed).toMatchObject([
      { label: 'Counting circle', date: { kind: 'month', year: 2026, month: 12 } },
      { label: 'Counting circle', date: { kind: 'month', year: 2026, month: 11 } },
    ])
    expect(listed[1]).toMatchObject({ id: 'counting-circle/2026-11', keptUntil: '2036-12-08T00:00:00.000Z' })
    const forget = () => evening.vault.write((vault) => kept.forget(vault, 'counting-circle/2026-11'))
    expect(forget()).toEqual(['counting-circle2026-11removedslurs'])
    expect(forget()).toBeNull()
    evening.vault.write((vault) => kept.enforceEnd(vault, new Date('2036-12-31T00:00:00.000Z')))
    expect(rows()).toHaveLength(1)
    evening.vault.write((vault) => kept.enforceEnd(vault, new Date('2037-01-31T00:00:00.000Z')))
    expect(rows()).toHaveLength(0)
  })

  it('gives measures of whole months only, and none for a charter that counts nothing', () => {
    conduct.countIntervention('counting-circle', 'removed', 'slurs')
    const [own, ...others] = interventionMeasures(evening.charters).tables(evening.vault.read(), 2026)
    const counts = own?.quarters[3] ?? []
    expect([own?.charterId, own?.k, others]).toEqual(['counting-circle', 11, []])
    const removed = counts.find(
      ({ act, reason }) => act === 'removed' && reason.kind === 'one' && reason.reasonId === 'slurs',
    )
    expect([removed?.value, counts[0]?.value]).toEqual([1, 1])
    // Total, kinds, reasons and those of earlier versions: every row is there whether counted or not.
    expect(counts).toHaveLength(1 + 3 + 3 * 4)
    expect(own?.quarters[2]).toEqual(counts.map((count) => ({ ...count, value: 0 })))
  })
})
