/** @file Nobody loosens: properties over drawn charters and whatever an organization and a facilitator decide. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundPack } from '../../tests/fixtures/charter-pack'
import { CharterSettings } from './charter-settings'
import { isStricter, type TightenedName, Tightening, tightened, tightenedNames } from './charter-tightening'

const source = { from: 'ourDefault', why: 'A test.' } as const
const moments = fc.oneof(
  fc.constant({ kind: 'manual' } as const),
  fc.constant({ kind: 'atStart' } as const),
  fc.record({ kind: fc.constant('grace' as const), minutes: fc.integer({ min: 1, max: 60 }) }),
)
const set = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ value, isLocked: fc.boolean(), source: fc.constant(source) })
const settings: fc.Arbitrary<CharterSettings> = fc
  .record({
    muteOnEntry: set(fc.boolean()),
    invitesUnheard: set(fc.boolean()),
    lock: set(moments),
    needsApprovedServer: set(fc.boolean()),
    registrationsMinimum: set(fc.option(fc.integer({ min: 1, max: 500 }))),
    stepOutCheck: set(fc.boolean()),
    cameras: set(fc.constantFrom('expected', 'optional')),
    interventions: set(fc.constantFrom('none', 'monthlyCounters')),
    cancelFreeHours: set(fc.option(fc.integer({ min: 1, max: 336 }))),
    noticeDays: set(fc.option(fc.integer({ min: 1, max: 365 }))),
    debrief: set(fc.constantFrom('selfReflection', 'off')),
    debriefRetentionDays: set(fc.integer({ min: 1, max: 365 })),
    debriefMaxCharacters: set(fc.integer({ min: 100, max: 4000 })),
    exportK: set(fc.integer({ min: 5, max: 100 })),
    requiredItemId: set(fc.option(fc.constant('before-limits'))),
  })
  .map((drawn) => ({ ...soundPack().settings, ...drawn }))
const layer: fc.Arbitrary<Tightening> = fc.record(
  {
    muteOnEntry: fc.constant(true as const),
    invitesUnheard: fc.constant(false as const),
    lock: moments,
    needsApprovedServer: fc.constant(true as const),
    stepOutCheck: fc.constant(true as const),
    registrationsMinimum: fc.integer({ min: 1, max: 500 }),
  },
  { requiredKeys: [] },
)
const stricter = (name: TightenedName, one: CharterSettings, other: CharterSettings): boolean => {
  switch (name) {
    case 'lock':
      return isStricter.lock(one.lock.value, other.lock.value)
    case 'registrationsMinimum':
      return isStricter.registrationsMinimum(one.registrationsMinimum.value, other.registrationsMinimum.value)
    default:
      return isStricter[name](one[name].value, other[name].value)
  }
}

describe('tightening', () => {
  it('never loosens, whoever decides what and in whatever order', () => {
    fc.assert(
      fc.property(settings, layer, layer, (pack, organization, facilitator) => {
        const first = tightened(pack, organization)
        const both = tightened(first, facilitator)
        for (const name of tightenedNames) {
          expect(stricter(name, pack, first), `${name} by the organization`).toBe(false)
          expect(stricter(name, first, both), `${name} by the facilitator`).toBe(false)
        }
        // The strictest wins, so that it does not matter who said it first.
        expect(tightened(tightened(pack, facilitator), organization)).toEqual(both)
        expect(tightened(both, facilitator)).toEqual(both)
      }),
    )
  })

  it('moves no setting at all but towards the stricter, whatever it is', () => {
    const names = CharterSettings.keyof().options
    fc.assert(
      fc.property(settings, layer, layer, (pack, organization, facilitator) => {
        const after = tightened(tightened(pack, organization), facilitator)
        expect(Object.keys(after).toSorted()).toEqual([...names].toSorted())
        for (const name of names) {
          const isMoved = JSON.stringify(after[name]) !== JSON.stringify(pack[name])
          const mayMove = tightenedNames.find((one) => one === name)
          if (isMoved) expect(mayMove !== undefined && stricter(mayMove, after, pack), name).toBe(true)
          expect([after[name].isLocked, after[name].source]).toEqual([pack[name].isLocked, pack[name].source])
        }
        expect(CharterSettings.safeParse(after).success).toBe(true)
      }),
    )
  })

  it('leaves what is locked, and everything that no group may decide, as the pack has it', () => {
    fc.assert(
      fc.property(settings, layer, (pack, facilitator) => {
        const after = tightened(pack, facilitator)
        const mayChange = new Set<string>(tightenedNames)
        for (const [name, value] of Object.entries(pack))
          if (value.isLocked || !mayChange.has(name)) expect(Reflect.get(after, name), name).toEqual(value)
      }),
    )
  })

  it('takes what is stricter and not locked', () => {
    fc.assert(
      fc.property(settings, layer, (pack, facilitator) => {
        const asked = Object.fromEntries(
          tightenedNames.flatMap((name) =>
            facilitator[name] === undefined ? [] : [[name, facilitator[name]]],
          ),
        )
        const after = tightened(pack, facilitator)
        for (const name of tightenedNames) {
          const wanted: CharterSettings = {
            ...pack,
            [name]: { ...pack[name], value: asked[name] ?? pack[name].value },
          }
          if (asked[name] !== undefined && !pack[name].isLocked && stricter(name, wanted, pack))
            expect(after[name].value, name).toEqual(asked[name])
          else expect(after[name], name).toEqual(pack[name])
        }
      }),
    )
  })

  it.each([
    { muteOnEntry: false },
    { invitesUnheard: true },
    { needsApprovedServer: false },
    { stepOutCheck: false },
    { exportK: 3 },
  ])('has no word for %j', (loosening) => {
    expect(Tightening.safeParse(loosening).success).toBe(false)
  })
})
