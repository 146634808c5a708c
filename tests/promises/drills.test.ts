/** @file The drills that ship: each reads, can be played to its end, answers the acts that fit, and is judged truly. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CharterPack } from '../../src/contract/charters'
import type { DrillAct } from '../../src/contract/drill-plan'
import { Drill, DrillLanguage, type FittingAct } from '../../src/contract/rehearsal'
import { loadDrills, readDrill, saidIn } from '../../src/main/rehearsal/drill-packs'
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
  it('are fifteen and a guided evening, each in a file that is named after it', () => {
    const { drills, refused } = loadDrills(folder, 'en')
    expect(refused).toEqual([])
    expect(drills.map(({ id }) => id).toSorted()).toEqual(files.map(({ id }) => id).toSorted())
    expect(drills.filter(({ kind }) => kind !== 'guided')).toHaveLength(15)
    expect(drills.filter(({ kind }) => kind === 'guided').map(({ id }) => id)).toEqual(['first-evening'])
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

/** Whether a text names somebody: "Sol" and not "Solo". */
const names = (text: string, name: string): boolean =>
  text.split(name).some((_, at, parts) => {
    const behind = parts[at + 1]
    return behind !== undefined && !/\p{L}$/u.test(parts[at] ?? '') && !/^\p{L}/u.test(behind)
  })

/** The languages besides the one that the drills are written in. */
const translations = DrillLanguage.options.filter((language) => language !== 'en')

describe.each(translations)('the words of the drills in %s', (language) => {
  const { drills, refused } = loadDrills(folder, language)
  const english = loadDrills(folder, 'en').drills

  it('are there for each of them, and for nothing else', () => {
    expect(refused).toEqual([])
    const named = readdirSync(join(folder, language)).map((name) => basename(name, '.json'))
    expect(named.toSorted()).toEqual(files.map(({ id }) => id).toSorted())
    expect(drills.map(({ id }) => id)).toEqual(english.map(({ id }) => id))
  })

  it('leave no word as it was, and nobody called by another name', () => {
    for (const drill of drills) {
      const before = english.find(({ id }) => id === drill.id)
      const textsOf = ({ title, practises, plan, goals }: Drill) => [
        title,
        practises,
        ...goals.flatMap(({ kept, missed }) => [kept, missed]),
        ...plan.steps.flatMap(({ happens }) =>
          happens.flatMap((deed) => ('text' in deed ? [deed.text] : [])),
        ),
      ]
      const texts = textsOf(drill)
      const same = before ? textsOf(before).filter((text) => texts.includes(text)) : ['no drill']
      expect(same, drill.id).toEqual([])
      // A guest is named where the English names them: to say another name would be to practise the wrong act.
      const named = (text: string) =>
        drill.plan.guests.map(({ name }) => name).filter((name) => names(text, name))
      for (const [at, goal] of drill.goals.entries())
        for (const name of named(before?.goals[at]?.missed ?? ''))
          expect(`${goal.kept} ${goal.missed}`, drill.id).toContain(name)
    }
  })

  it('speak to nobody, and of nobody as here, who may be gone', () => {
    for (const { id: drillId, plan } of drills)
      for (const { id, needsHere, happens, when } of plan.steps)
        for (const deed of happens) {
          if (deed.kind !== 'says' && deed.kind !== 'writes') continue
          const named = plan.guests.filter(({ name }) => name !== deed.guest && names(deed.text, name))
          const isAbsence = when.some(
            (trigger) =>
              trigger.kind === 'step' &&
              plan.steps.some(
                (step) => step.id === trigger.id && step.happens.some(({ kind }) => kind === 'leaves'),
              ),
          )
          for (const { name } of named)
            expect(isAbsence || needsHere.includes(name), `${drillId}, ${id}: ${deed.text}`).toBe(true)
        }
  })
})

it('keeps a drill in English whose words in another language do not fit', () => {
  const drill = drillOf('first-evening.json')
  const said = (change: object) =>
    saidIn(
      drill,
      JSON.stringify({
        ...Object(JSON.parse(readFileSync(join(folder, 'es/first-evening.json'), 'utf8'))),
        ...change,
      }),
    )
  expect(said({})).toMatchObject({ title: 'Una primera noche guiada' })
  expect(said({ goals: [] })).toBe('first-evening: other goals')
  expect(said({ says: { hello: ['Hola.'] } })).toBe('first-evening: words for other steps')
  expect(said({ says: { hello: ['Hola.'], thanks: ['Gracias.'], other: ['Otra.'] } })).toBe(
    'first-evening: words for other steps',
  )
  expect(said({ more: 1 })).toContain('first-evening')
  expect(saidIn(drill, '{')).toContain('not JSON')
})

type Act = DrillAct['kind'] | 'card' | 'cards' | 'report' | 'back'
/** How each act is said of: in these words, or in none. */
const saidOf: Readonly<Record<Act, RegExp>> = {
  muted: /mute/i,
  removed: /remove/i,
  writtenTo: /wrote|written/i,
  askedToSpeak: /ask.* to speak/i,
  admitted: /let .*in/i,
  turnedAway: /not now/i,
  wroteToEveryone: /(wrote|write).*everyone|in writing/i,
  locked: /lock/i,
  unlocked: /unlock/i,
  quieted: /quiet/i,
  quietEnded: /quiet/i,
  spoke: /microphone/i,
  fellSilent: /microphone/i,
  card: /card/i,
  cards: /cards/i,
  report: /report/i,
  back: /came back/i,
}

/** The acts that make any of these moments, through the steps that only gather others. */
const actsBehind = (plan: Drill['plan'], moments: readonly string[]): readonly Act[] =>
  moments.flatMap((moment): readonly Act[] => {
    if (moment === 'cards' || moment === 'report') return [moment]
    if (moment.startsWith('card.')) return ['card']
    const step = plan.steps.find(({ id }) => id === moment)
    return (step?.when ?? []).flatMap((trigger): readonly Act[] => {
      switch (trigger.kind) {
        case 'begins':
          return []
        case 'comesBack':
          return ['back']
        case 'step':
          return actsBehind(plan, [trigger.id])
        default:
          return [trigger.kind]
      }
    })
  })

const leavesIn = ({ plan }: Drill, stepId: string): boolean =>
  plan.steps.some(({ id, happens }) => id === stepId && happens.some(({ kind }) => kind === 'leaves'))

describe.each(files)('$id', ({ fileName }) => {
  const drill = drillOf(fileName)

  it('goes well, to its end, for somebody who does what fits', () => {
    const played = playDrill(drill)
    played.playFitting()
    expect(played.run.state().isOver).toBe(true)
    const verdicts = judgeDrill(drill, played.log, true)
    expect(verdicts.filter(({ kind }) => kind !== 'kept')).toEqual([])
  })

  it('comes to its end for somebody who does nothing, and does not call that done', () => {
    const played = playDrill(drill)
    played.clock.advance(drill.plan.endsAfterMs + 1000)
    expect(played.run.state().isOver).toBe(true)
    expect(judgeDrill(drill, played.log, true).some(({ kind }) => kind === 'missed')).toBe(true)
  })

  it('says of how it went what the meeting and the console saw, and no more', () => {
    for (const goal of drill.goals) {
      const said = `${goal.kept} ${goal.missed}`
      // What was in the words, and whether anybody took them in, nobody here knows.
      expect(said).not.toMatch(
        /\b(you|nobody|from you|group) (said|told|heard|invited|answered Juniper)\b|\bheard (of|from|it)\b|got (an|no) (answer|word)/i,
      )
      for (const act of actsBehind(drill.plan, goal.by)) {
        expect(goal.kept, `${act} in "${goal.kept}"`).toMatch(saidOf[act])
      }
    }
  })

  it('has nobody spoken to, or of as here, who is gone', () => {
    const { guests, steps } = drill.plan
    for (const { id, needsHere, happens, when } of steps) {
      for (const deed of happens) {
        if (deed.kind !== 'says' && deed.kind !== 'writes') continue
        const others = guests.map(({ name }) => name).filter((name) => name !== deed.guest)
        const isAbsence = when.some((trigger) => trigger.kind === 'step' && leavesIn(drill, trigger.id))
        for (const name of others.filter((one) => deed.text.includes(one)))
          expect(isAbsence || needsHere.includes(name), `${id}: ${deed.text}`).toBe(true)
      }
    }
    // Played: whoever is put out at any moment is not spoken to by name afterwards.
    for (const { name } of guests) {
      for (let atMs = 0; atMs < drill.plan.endsAfterMs; atMs += 4000) {
        const played = playDrill(drill)
        played.clock.advance(atMs)
        const isHere = played.simulation.view().tiles.some(({ displayName }) => displayName === name)
        if (!isHere) continue
        played.act({ kind: 'removed', guest: name })
        const before = played.log.length
        played.clock.advance(drill.plan.endsAfterMs)
        const after = new Set(played.log.slice(before).map(({ moment }) => moment))
        const returns = steps.some(
          (step) => after.has(step.id) && step.happens.some((deed) => deed.kind === 'comes'),
        )
        if (returns) continue
        for (const step of steps.filter(({ id }) => after.has(id)))
          expect(step.needsHere, `${step.id} after ${name} was removed`).not.toContain(name)
      }
    }
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
