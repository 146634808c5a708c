/** @file Checks what is counted of a period against the calendar on the wall of each group, wherever that is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupDraft, openEvening } from '../../../tests/fixtures/evening'
import { rounds } from '../../../tests/fixtures/rounds'
import { monthsOf, type Period } from '../../contract/insight'
import { SessionId } from '../../contract/primitives'
import { sessionMeasures } from './measures'
import { sessions } from './tables'

/** A day that was never there, the furthest clocks on both sides, half hours, and where midnight is skipped. */
const zones = [
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'America/Denver',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Pacific/Chatham',
  'America/Sao_Paulo',
]
const states = ['held', 'missed', 'cancelled', 'scheduled'] as const

const wallMonth = (instant: string, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
    .formatToParts(new Date(instant))
    .map(({ type, value }) => [type, value] as const)
  const of = new Map(parts)
  return `${of.get('year')}-${of.get('month')}`
}

/** Within two days of the end of a month of 2011: there every side of every edge is near. */
const session = fc.record({
  zone: fc.constantFrom(...zones),
  group: fc.integer({ min: 0, max: 2 }),
  state: fc.constantFrom(...states),
  month: fc.integer({ min: 0, max: 12 }),
  minutesOff: fc.integer({ min: -2 * 1440, max: 2 * 1440 }),
})
const periods: Period[] = [
  { kind: 'year', year: 2011 },
  ...[1, 2, 3, 4].map((quarter): Period => ({ kind: 'quarter', year: 2011, quarter })),
  ...[1, 6, 12].map((month): Period => ({ kind: 'month', year: 2011, month })),
]

describe('the sessions of a period', () => {
  it('are those of its months by the calendar of each group, for facts, groups and bundles alike', () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 60 }), (drawn) => {
        const evening = openEvening()
        const groupIds = [0, 1, 2].map(
          (at) =>
            evening.sessions.createGroup({ ...groupDraft, isServerApproved: true, name: `Group ${at}` }).id,
        )
        const all = drawn.map(({ zone, group, state, month, minutesOff }) => {
          const at = new Date(Date.UTC(2011, month, 1) + minutesOff * 60_000).toISOString()
          return { zone, group, state, at, month: wallMonth(at, zone) }
        })
        evening.vault.write((vault) => {
          vault.delete(sessions).run()
          for (const { zone, group, state, at } of all) {
            vault
              .insert(sessions)
              .values({
                id: SessionId.parse(crypto.randomUUID()),
                groupId: groupIds[group] ?? null,
                charterId: 'test-circle',
                serverKind: 'jitsi',
                serverHost: 'meet.example.org',
                roomName: 'room',
                plannedAt: at,
                timeZone: zone,
                plannedMinutes: 60,
                state,
                openedAt: state === 'held' ? at : null,
                closedAt: state === 'held' ? at : null,
                createdAt: at,
              })
              .run()
          }
        })
        const work = sessionMeasures(evening.charters)
        const vault = evening.vault.read()
        for (const period of periods) {
          const months = monthsOf(period)
          const own = all.filter(({ month }) => months.includes(month))
          const { facts, hasScheduled } = work.ofPeriod(vault, period, 'folded')
          const value = (measure: string) => facts.find((one) => one.measure === measure)?.value
          const inState = (state: string) => own.filter((one) => one.state === state)
          expect(value('sessionsPlanned')).toBe(own.length)
          expect(value('sessionsHeld')).toBe(inState('held').length)
          expect(value('sessionsMissed')).toBe(inState('missed').length)
          expect(value('groupsMet')).toBe(new Set(inState('held').map(({ group }) => group)).size)
          expect(hasScheduled).toBe(inState('scheduled').length > 0)
        }
        const inQuarter = (at: number) =>
          all.filter(
            ({ state, month }) =>
              state === 'held' && monthsOf({ kind: 'quarter', year: 2011, quarter: at }).includes(month),
          )
        const held = work.heldByGroup(vault, 2011)
        expect(work.ofPeriod(vault, { kind: 'year', year: 2011 }, 'folded').heldByGroup).toEqual(held)
        for (const at of [1, 2, 3, 4]) {
          const sum = held.reduce((before, { sessions: of }) => before + (of[at - 1] ?? 0), 0)
          expect(sum).toBe(inQuarter(at).length)
          const bundle = work.months(vault, { year: 2011, quarter: at })
          expect(bundle.reduce((before, one) => before + one.held, 0)).toBe(sum)
          expect(bundle.every(({ month }) => month >= 1 && month <= 3)).toBe(true)
        }
      }),
      { numRuns: rounds(12, 300) },
    )
  })
})
