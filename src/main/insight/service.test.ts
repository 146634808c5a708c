/** @file Checks what an export holds, to the byte, and that nothing hidden can be worked out of it. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { ExportPreview } from '../../contract/insight'
import type { GroupDraft, Session } from '../../contract/sessions'
import { createConduct, interventionMeasures } from '../conduct/service'
import { sessionMeasures } from '../sessions/service'
import { createInsight, exportCsv, type InsightService, type PeopleMeasure } from './service'
import { suppress } from './suppress'

const MINUTE_MS = 60_000

describe('suppress', () => {
  const cell = (id: string, value: number, totalId: string | null, k = 11): PeopleMeasure => ({
    id,
    label: id,
    about: 'people',
    unit: 'count',
    value,
    k,
    totalId,
  })

  it('hides what is below k, nought included, and every total above it', () => {
    const shown = suppress([
      cell('all', 60, null),
      cell('a', 40, 'all'),
      cell('a1', 30, 'a'),
      cell('a2', 10, 'a'),
      cell('b', 20, 'all'),
      cell('b1', 20, 'b'),
    ])
    expect(shown.map(({ id, value }) => [id, value])).toEqual([
      ['all', null],
      ['a', null],
      ['a1', 30],
      ['a2', null],
      ['b', 20],
      ['b1', 20],
    ])
    expect(suppress([cell('none', 0, null)])[0]?.value).toBeNull()
    expect(suppress([cell('just', 11, null)])[0]?.value).toBe(11)
  })

  it("never hides the facilitator's own work, however small", () => {
    const own = { id: 'sessions.held', label: 'Held', about: 'facilitator', unit: 'count', value: 0 } as const
    expect(suppress([own])).toEqual([own])
  })

  /** A table of one total, some kinds, some reasons of each. */
  const table = fc
    .tuple(
      fc.integer({ min: 3, max: 15 }),
      fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([k, kinds]) => {
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
      return [
        cell('all', sum(kinds.flat()), null, k),
        ...kinds.flatMap((reasons, kind) => [
          cell(`k${kind}`, sum(reasons), 'all', k),
          ...reasons.map((value, reason) => cell(`k${kind}.${reason}`, value, `k${kind}`, k)),
        ]),
      ]
    })

  /**
   * What an attacker can work out: every total is the sum of its parts; with the shown numbers put in, the
   * hidden ones are unknowns of linear equations. Gauss-Jordan finds those with one solution.
   */
  const derivable = (counted: PeopleMeasure[], shown: ReturnType<typeof suppress>): string[] => {
    const valueById = new Map(shown.map((measure) => [measure.id, measure.value]))
    const unknowns = shown.filter((measure) => measure.value === null).map((measure) => measure.id)
    const totals = [...new Set(counted.flatMap((measure) => measure.totalId ?? []))]
    const rows = totals.map((total) => {
      const row = Array.from({ length: unknowns.length + 1 }, () => 0)
      const put = (id: string, sign: number) => {
        const place = unknowns.indexOf(id)
        const at = place >= 0 ? place : unknowns.length
        row[at] = (row[at] ?? 0) + (place >= 0 ? sign : -sign * (valueById.get(id) ?? 0))
      }
      put(total, -1)
      for (const part of counted.filter((measure) => measure.totalId === total)) put(part.id, 1)
      return row
    })
    let pivotRow = 0
    for (let column = 0; column < unknowns.length && pivotRow < rows.length; column += 1) {
      const found = rows.findIndex((row, at) => at >= pivotRow && Math.abs(row[column] ?? 0) > 1e-9)
      if (found < 0) continue
      const pivot = rows[found] ?? []
      rows[found] = rows[pivotRow] ?? []
      const scale = pivot[column] ?? 1
      const scaled = pivot.map((entry) => entry / scale)
      rows[pivotRow] = scaled
      for (const [at, row] of rows.entries()) {
        const factor = row[column] ?? 0
        if (at !== pivotRow && factor !== 0) {
          rows[at] = row.map((entry, place) => entry - factor * (scaled[place] ?? 0))
        }
      }
      pivotRow += 1
    }
    return unknowns.filter((_, column) =>
      rows.some((row) =>
        row.slice(0, -1).every((entry, at) => Math.abs(entry - (at === column ? 1 : 0)) < 1e-9),
      ),
    )
  }

  it('leaves nothing hidden that shown numbers give away', () => {
    fc.assert(
      fc.property(table, (counted) => {
        expect(derivable(counted, suppress(counted))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('is checked by a solver that sees a secret given away', () => {
    const counted = [cell('all', 40, null), cell('a', 35, 'all'), cell('b', 5, 'all')]
    const careless = counted.map((measure) => ({
      ...measure,
      value: measure.value < 11 ? null : measure.value,
    }))
    expect(derivable(counted, careless)).toEqual(['b'])
  })

  it('hides nothing that it need not: all parts shown, the total is shown', () => {
    fc.assert(
      fc.property(table, (counted) => {
        const shown = suppress(counted)
        for (const measure of shown.filter((hidden) => hidden.value === null)) {
          const below = (id: string): PeopleMeasure[] =>
            counted.filter((part) => part.totalId === id).flatMap((part) => [part, ...below(part.id)])
          const own = counted.find((found) => found.id === measure.id)
          expect([own, ...below(measure.id)].some((found) => found && found.value < found.k)).toBe(true)
        }
      }),
    )
  })
})

let evening: Evening
let insight: InsightService
beforeEach(() => {
  evening = openEvening()
  const { charters, vault, clock } = evening
  insight = createInsight({
    vault,
    clock,
    sources: [sessionMeasures(charters), interventionMeasures(charters)],
  })
})
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

const draft: GroupDraft = {
  name: '=Tuesday circle',
  charterId: 'test-circle',
  server: { kind: 'jitsi', host: 'meet.example.org' },
  serverOperator: null,
  isServerApproved: true,
  secondServer: null,
  weekday: 2,
  startsAtLocal: '19:00',
  timeZone: 'UTC',
  plannedMinutes: 90,
  registeredCount: 8,
}
/** The next session, with the clock moved to its start. */
const nextSession = (): Session => {
  const next = evening.sessions.upcoming()[0]
  if (!next) throw new Error('No session was scheduled.')
  evening.clock.set(next.plannedAt)
  return next
}
const hold = (minutes: number) => {
  const { id } = nextSession()
  evening.sessions.open(id)
  evening.clock.advance(minutes * MINUTE_MS)
  evening.sessions.close(id)
}

describe('the export', () => {
  const period = { from: '2026-10-01', to: '2026-12-31' }

  it('holds the facts of own work and nothing else, to the byte', () => {
    evening.sessions.createGroup(draft)
    hold(75)
    evening.sessions.cancel(nextSession().id, 'illness')
    hold(48 * 60) // Left open for two days: counts with its planned length.
    const missed = nextSession()
    evening.clock.set('2027-01-02T12:00:00.000Z')
    expect(evening.sessions.get(missed.id).state).toBe('missed')
    const preview = insight.preview(period)
    expect(ExportPreview.parse(preview)).toEqual(preview)
    expect(preview.csv).toBe(
      [
        'from,to,measure,label,about,unit,value',
        '2026-10-01,2026-12-31,sessions.planned,Sessions planned,facilitator,count,4',
        '2026-10-01,2026-12-31,sessions.held,Sessions held,facilitator,count,2',
        '2026-10-01,2026-12-31,hours.held,Hours held,facilitator,hours,2.8',
        '2026-10-01,2026-12-31,sessions.missed,Sessions missed,facilitator,count,1',
        '2026-10-01,2026-12-31,sessions.cancelled,Sessions cancelled,facilitator,count,1',
        '2026-10-01,2026-12-31,sessions.cancelled.illness,Sessions cancelled: I am ill,facilitator,count,1',
        ...['', '.reminded', '.spokePrivately', '.removed'].flatMap((kind) =>
          (kind === '' ? [''] : ['', '.slurs', '.talking-over', '.at-risk']).map((reason) => {
            const id = `interventions.counting-circle${kind}${reason}`
            const words = {
              '': 'what was done about conduct',
              '.reminded': 'Reminded',
              '.spokePrivately': 'Spoke privately',
              '.removed': 'Removed',
            }[kind]
            const reasons = {
              '': '',
              '.slurs': ': Slurs',
              '.talking-over': ': Talking over',
              '.at-risk': ': At risk',
            }
            const why = Object.entries(reasons).find(([key]) => key === reason)?.[1]
            return `2026-10-01,2026-12-31,${id},Counting circle: ${words}${why},people,count,hidden`
          }),
        ),
        '',
      ].join('\r\n'),
    )
    expect(preview.csvFileName).toBe('holdspace-numbers-2026-10-01-to-2026-12-31.csv')
    // No group, no name, no id and no instant leaves.
    expect(preview.csv + preview.json).not.toMatch(/Tuesday|example\.org|[0-9a-f]{8}-|T\d\d:/)
  })

  it('gives JSON of one stable shape, the same for the same numbers', () => {
    evening.clock.set('2027-01-01T00:00:00.000Z')
    const { json } = insight.preview(period)
    expect(json).toMatch(
      /^\{\n {2}"format": 1,\n {2}"period": \{\n {4}"from": "2026-10-01",\n {4}"to": "2026-12-31"\n {2}\},\n {2}"measures": \[\n {4}\{\n {6}"id": "sessions\.planned",\n {6}"label": "Sessions planned",\n {6}"about": "facilitator",\n {6}"unit": "count",\n {6}"value": 0\n/,
    )
    expect(json.endsWith('}\n')).toBe(true)
    expect(insight.preview(period).json).toBe(json)
  })

  it('never counts a rehearsal', () => {
    evening.sessions.createGroup({ ...draft, server: { kind: 'rehearsal' } })
    hold(60)
    evening.clock.set('2027-01-01T00:00:00.000Z')
    const values = new Map(insight.preview(period).measures.map(({ id, value }) => [id, value]))
    expect([values.get('sessions.held'), values.get('hours.held')]).toEqual([0, 0])
    expect([...values.keys()].join()).not.toContain('rehears')
    expect(values.get('sessions.planned')).toBe(0)
  })

  it('shows a count about people from k upwards', () => {
    const conduct = createConduct({ ...evening, folder: '/nowhere' })
    for (let times = 0; times < 11; times += 1)
      conduct.countIntervention('counting-circle', 'removed', 'slurs')
    evening.clock.set('2027-01-01T00:00:00.000Z')
    const shown = insight.preview(period).measures.filter((m) => m.about === 'people' && m.value !== null)
    expect(shown.map(({ id, value }) => [id, value])).toEqual([
      ['interventions.counting-circle.removed.slurs', 11],
    ])
  })

  it('is refused for a period that is not over', () => {
    evening.clock.set('2026-12-31T23:59:59.999Z')
    expect(() => insight.preview(period)).toThrow(refuses('PERIOD_NOT_OVER'))
    evening.clock.set('2027-01-01T00:00:00.000Z')
    expect(insight.preview(period).period).toEqual(period)
  })

  it('writes no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r'),
        fc.string({ maxLength: 30 }),
        (sign, rest) => {
          const label = `${sign}${rest}`
          const csv = exportCsv(period, [{ id: 'a', label, about: 'facilitator', unit: 'count', value: 1 }])
          const { data } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' })
          expect(data[1]?.[3]).toBe(`'${label}`)
        },
      ),
    )
  })
})
