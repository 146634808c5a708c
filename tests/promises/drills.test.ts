/** @file The drills that ship: each reads, can be played to its end, answers the acts that fit, and is judged truly. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CharterPack } from '../../src/contract/charters'
import { Drill, type FittingAct } from '../../src/contract/rehearsal'
import { loadDrills, readDrill } from '../../src/main/rehearsal/drill-packs'
import { judgeDrill } from '../../src/renderer/console/rehearsal/judge'
import { playDrill } from '../fixtures/played-drill'

const folder = join(import.meta.dirname, '../../resources/rehearsal')
const charters = join(folder, '../charters')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((fileName) => ({ fileName, id: basename(fileName, '.json') }))
const drillOf = (fileName: string): Drill =>
  Drill.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
const packs = readdirSync(charters)
  .filter((name) => name.endsWith('.json'))
  .map((name) => CharterPack.parse(JSON.parse(readFileSync(join(charters, name), 'utf8'))))

describe('the drills that ship', () => {
  it('are fifteen, each in a file that is named after it', () => {
    const { drills, refused } = loadDrills(folder)
    expect(refused).toEqual([])
    expect(drills.map(({ id }) => id).toSorted()).toEqual(files.map(({ id }) => id).toSorted())
    expect(drills).toHaveLength(15)
  })

  it('say what is wrong with a file that is none', () => {
    const sound: unknown = drillOf('talking-over.json')
    const broken = (change: object): string => JSON.stringify({ ...Object(sound), ...change })
    expect(readDrill('x.json', '{')).toBe('x.json: not JSON')
    expect(readDrill('other.json', JSON.stringify(sound))).toContain('another id')
    expect(readDrill('talking-over.json', broken({ goals: [] }))).toContain('goals')
    const unknown = { kind: 'done', by: ['nowhere'], after: null, kept: 'a', missed: 'b' }
    expect(readDrill('talking-over.json', broken({ goals: [unknown] }))).toContain('no step of the plan')
    const nobody = { after: null, act: { kind: 'muted', guest: 'Nobody' } }
    expect(readDrill('talking-over.json', broken({ fitting: [nobody] }))).toContain('no guest')
  })
})

describe.each(files)('$id', ({ fileName }) => {
  const drill = drillOf(fileName)

  it('goes by the charter, to its end, for somebody who does what fits', () => {
    const played = playDrill(drill)
    played.playFitting()
    expect(played.run.state().isOver).toBe(true)
    const verdicts = judgeDrill(drill, played.log)
    expect(verdicts.filter(({ kind }) => kind !== 'kept')).toEqual([])
  })

  it('comes to its end for somebody who does nothing, and does not call that by the charter', () => {
    const played = playDrill(drill)
    played.clock.advance(drill.plan.endsAfterMs + 1000)
    expect(played.run.state().isOver).toBe(true)
    expect(judgeDrill(drill, played.log).some(({ kind }) => kind === 'missed')).toBe(true)
  })

  it('answers what is done: guests do what they would not have done', () => {
    const [idle, acted] = [playDrill(drill), playDrill(drill)]
    idle.clock.advance(drill.plan.endsAfterMs + 1000)
    acted.playFitting()
    const answers = drill.plan.steps.filter(
      ({ id, happens }) =>
        acted.happened().has(id) && !idle.happened().has(id) && happens.some(({ kind }) => kind !== 'ends'),
    )
    expect(answers.length).toBeGreaterThan(0)
  })

  it('names cards and reasons that a charter has', () => {
    const cards = new Set(
      packs.flatMap((pack) => [...pack.crisisCards, ...pack.conductCards].map(({ id }) => id)),
    )
    const reasons = new Set(packs.flatMap((pack) => pack.reasons.map(({ id }) => id)))
    const named = [
      ...drill.goals.flatMap(({ by }) => by.filter((moment) => moment.startsWith('card.'))),
      ...(drill.cardId === null ? [] : [`card.${drill.cardId}`]),
    ].map((moment) => moment.slice('card.'.length))
    expect(named.filter((id) => !cards.has(id))).toEqual([])
    expect(drill.reasonIds.filter((id) => !reasons.has(id))).toEqual([])
  })

  it('ends, and no step comes twice, whatever is done and when', () => {
    const guest = fc.constantFrom(...drill.plan.guests.map(({ name }) => name))
    const aimed = fc.record({
      kind: fc.constantFrom('muted', 'removed', 'writtenTo', 'askedToSpeak', 'admitted', 'turnedAway'),
      guest,
    })
    const plain = fc.record({
      kind: fc.constantFrom(
        'wroteToEveryone',
        'locked',
        'unlocked',
        'quieted',
        'quietEnded',
        'spoke',
        'fellSilent',
      ),
    })
    const act: fc.Arbitrary<FittingAct['act']> = fc.oneof(aimed, plain)
    const acts = fc.array(fc.record({ waitMs: fc.integer({ min: 0, max: 30_000 }), act }), { maxLength: 30 })
    fc.assert(
      fc.property(acts, (all) => {
        const played = playDrill(drill)
        for (const { waitMs, act: next } of all) {
          played.clock.advance(waitMs)
          played.act(next)
        }
        played.clock.advance(drill.plan.endsAfterMs + 1000)
        expect(played.run.state().isOver).toBe(true)
        const moments = played.log.map(({ moment }) => moment)
        expect(new Set(moments).size).toBe(moments.length)
      }),
      { numRuns: 25 },
    )
  })
})
