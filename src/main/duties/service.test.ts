/** @file Checks the facilitator's own duties over a real database. */
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening, openEvening } from '../../../tests/fixtures/evening'
import type { DutyDraft } from '../../contract/duties'
import { DUTIES_MAX, OwnDuty } from '../../contract/duties'
import { DutyId } from '../../contract/primitives'
import { localDay } from '../local-day'
import { createDuties, type DutiesService, dutiesKept, OVER_KEPT_DAYS } from './service'

const DAY_MS = 86_400_000
const newId = () => DutyId.parse(crypto.randomUUID())
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })

let evening: Evening
let duties: DutiesService
beforeEach(() => {
  evening = openEvening()
  duties = createDuties(evening)
})
const inDays = (days: number) =>
  localDay(new Date(evening.clock.now().getTime() + days * DAY_MS).toISOString())
const draft = (part: Partial<DutyDraft> = {}): DutyDraft => ({
  kind: 'credential',
  title: 'State certificate',
  rhythm: { kind: 'months', months: 24 },
  dueOn: inDays(10),
  endsOn: null,
  remindDays: 30,
  ...part,
})
const add = (part: Partial<DutyDraft> = {}) => duties.save(newId(), true, draft(part))

it('keeps a duty, changes it, and answers it by its schema', () => {
  const made = add()
  expect(OwnDuty.parse(made)).toEqual(made)
  expect(made).toMatchObject({ state: 'soon', doneAt: null, keptUntil: null })
  const changed = duties.save(made.id, false, draft({ dueOn: inDays(90) }))
  expect(changed).toMatchObject({ id: made.id, state: 'later' })
  expect(duties.list()).toEqual([changed])
})

it('does not bring back what was forgotten, and takes no more than the bound', () => {
  const made = add()
  duties.discard(made.id)
  expect(() => duties.save(made.id, false, draft())).toThrow(refuses('NOT_FOUND'))
  expect(() => duties.done(made.id, inDays(0))).toThrow(refuses('NOT_FOUND'))
  for (let n = 0; n < DUTIES_MAX; n += 1) add()
  expect(() => add()).toThrow(refuses('TOO_MANY'))
})

it('refuses a day out of all measure', () => {
  expect(() => add({ dueOn: '9999-12-31' })).toThrow(refuses('TOO_FAR_AHEAD'))
  expect(duties.list()).toEqual([])
})

describe('done', () => {
  it('comes round again, counted from that day', () => {
    const { id } = add({ rhythm: { kind: 'days', days: 30 } })
    const done = duties.done(id, inDays(-1))
    expect(done).toMatchObject({ dueOn: inDays(29), keptUntil: null })
    expect(done.doneAt).not.toBeNull()
  })
  it('is over where it does not come round, and goes by itself later', () => {
    const { id } = add({ rhythm: { kind: 'once' } })
    const done = duties.done(id, inDays(0))
    expect(done.state).toBe('over')
    expect(Date.parse(done.keptUntil ?? '')).toBe(evening.clock.now().getTime() + OVER_KEPT_DAYS * DAY_MS)
    const kept = dutiesKept()
    evening.clock.advance(OVER_KEPT_DAYS * DAY_MS)
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(duties.list()).toEqual([])
  })
  it('is taken back to the day and the instant before', () => {
    const { id, dueOn, doneAt } = add({ rhythm: { kind: 'once' } })
    duties.done(id, inDays(0))
    expect(duties.takeBack(id, { dueOn, doneAt })).toMatchObject({
      state: 'soon',
      dueOn,
      doneAt: null,
      keptUntil: null,
    })
    const ahead = new Date(evening.clock.now().getTime() + 1).toISOString()
    expect(() => duties.takeBack(id, { dueOn, doneAt: ahead })).toThrow(refuses('IN_THE_FUTURE'))
  })
  it('is not noted for a day to come', () => {
    const { id } = add()
    expect(() => duties.done(id, inDays(1))).toThrow(refuses('IN_THE_FUTURE'))
    expect(duties.list()[0]?.doneAt).toBeNull()
  })
  it('is open again where it gets another day', () => {
    const { id } = add({ rhythm: { kind: 'once' } })
    duties.done(id, inDays(0))
    const again = duties.save(id, false, draft({ rhythm: { kind: 'once' }, dueOn: inDays(40) }))
    expect(again).toMatchObject({ state: 'later', doneAt: null, keptUntil: null })
  })
})

describe('days away', () => {
  it('say how many sessions are planned in them', () => {
    addGroup(evening, { timeZone: 'UTC' })
    const away = add({
      kind: 'absence',
      title: 'Away',
      rhythm: { kind: 'once' },
      dueOn: inDays(0),
      endsOn: inDays(7),
    })
    expect(away).toMatchObject({ state: 'now', plannedSessions: 1 })
  })
})

describe('reminders', () => {
  it('count what is due, overdue or coming up', () => {
    add()
    add({ dueOn: inDays(-4) })
    add({ dueOn: inDays(200) })
    expect(duties.reminders()).toEqual({ count: 2 })
  })
  it('are silent from an hour before a session to an hour after it', () => {
    addGroup(evening, { timeZone: 'UTC' })
    add({ rhythm: { kind: 'hours', soonHours: 24, dueHours: 48 }, dueOn: null, kind: 'rounds' })
    const next = evening.sessions.upcoming()[0]
    if (!next) throw new Error('No session was scheduled.')
    const startMs = Date.parse(next.plannedAt)
    const countAt = (ms: number) => {
      evening.clock.set(new Date(ms).toISOString())
      return duties.reminders().count
    }
    expect(countAt(startMs - 61 * 60_000)).toBe(1)
    expect(countAt(startMs - 59 * 60_000)).toBe(0)
    expect(countAt(startMs)).toBe(0)
    evening.sessions.open(next.id)
    evening.clock.advance(30 * 60_000)
    expect(duties.reminders().count).toBe(0)
    evening.sessions.close(next.id)
    const closedMs = evening.clock.now().getTime()
    expect(countAt(closedMs + 59 * 60_000)).toBe(0)
    expect(countAt(closedMs + 61 * 60_000)).toBe(1)
  })
})

it('is forgotten with proof, and only itself', () => {
  const one = add()
  const other = add()
  const proof = evening.vault.write((vault) => dutiesKept().forget(vault, one.id))
  expect(proof).toContain(`${one.id}credentialState certificate`)
  expect(duties.list().map(({ id }) => id)).toEqual([other.id])
  expect(evening.vault.write((vault) => dutiesKept().forget(vault, 'nonsense'))).toBeNull()
})
