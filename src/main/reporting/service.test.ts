/** @file Report drafts: stored as they are typed, the seven days, and what forgetting looks for. */
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import type { Answer } from '../../contract/field-answer'
import { reportRecord } from '../../contract/report-fields'
import { emptyReport } from '../../contract/report-reading'
import { Report, type ReportBody, ReportListed } from '../../contract/reporting'
import { createReporting, type ReportingService, reportsKept, sealContext } from './service'

const DAY_MS = 86_400_000
const AT = '2026-11-21T20:00:00.000Z'
const known = <T>(value: T): Answer<T> => ({ kind: 'known', value, setAside: null })

let evening: Evening
let reporting: ReportingService
beforeEach(() => {
  evening = openEvening()
  reporting = createReporting(evening)
})
const keptReports = () => reportsKept({ clock: evening.clock, context: sealContext(evening.charters) })
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const named = (name: string): ReportBody => {
  const body = emptyReport(AT)
  return { ...body, person: { ...body.person, name: known(name) } }
}
const learned = (learnedAt: string): ReportBody => {
  const body = emptyReport(AT)
  return { ...body, event: { ...body.event, learnedAt: known(learnedAt) } }
}

describe('drafts', () => {
  it('starts learned of now, under the version of the charter, with nothing pre-chosen', () => {
    const report = reporting.start('test-circle')
    expect(Report.parse(report)).toEqual(report)
    expect(report).toMatchObject({
      charterVersion: '2026-01-01',
      state: 'draft',
      body: emptyReport(AT),
      asksAt: '2026-11-28T20:00:00.000Z',
    })
    expect(reporting.get(report.id)).toEqual(report)
    expect(() => reporting.start('nobody')).toThrow(refuses('NOT_FOUND'))
  })

  it('stores what is typed, and lists it without a name or a word', () => {
    const { id } = reporting.start('test-circle')
    evening.clock.advance(DAY_MS)
    const body = named('Canary Person')
    const saved = reporting.save(id, body)
    expect(saved).toMatchObject({ body, asksAt: '2026-11-29T20:00:00.000Z' })
    expect(saved.gaps).not.toContain('person.name')
    const listed = reporting.list()
    expect(listed.map((entry) => ReportListed.parse(entry))).toEqual(listed)
    expect(listed).toMatchObject([{ id, gapCount: saved.gaps.length, learnedAt: AT }])
    expect(JSON.stringify(listed)).not.toContain('Canary')
  })

  it('stores everything beside a time that lies ahead, and calls that time open', () => {
    const { id } = reporting.start('test-circle')
    const ahead = { ...learned('2026-11-21T20:00:00.001Z'), person: named('Canary Person').person }
    const saved = reporting.save(id, ahead)
    expect(saved.body).toEqual(ahead)
    expect(saved.gaps).toContain('event.learnedAt')
    expect(reporting.save(id, learned('2026-11-20T08:00:00.000Z')).gaps).not.toContain('event.learnedAt')
  })

  it('takes every save of a report that was started on a fast clock', () => {
    evening.clock.set('2027-11-21T20:00:00.000Z')
    const { id } = reporting.start('test-circle')
    evening.clock.set(AT)
    const { body } = reporting.get(id)
    const next = { ...body, person: { ...body.person, name: known('Canary Person') } }
    expect(reporting.save(id, next)).toMatchObject({ body: next, changedAt: AT })
    expect(reporting.get(id).gaps).toContain('event.learnedAt')
    expect(reporting.list().map((entry) => ReportListed.parse(entry))).toHaveLength(1)
  })

  it.each(['9999-12-30T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '+010000-01-01T00:00:00.000Z'])(
    'stores nothing at %s that could not be listed',
    (at) => {
      evening.clock.set(at)
      const { id } = reporting.start('test-circle')
      reporting.save(id, named('Canary Person'))
      expect(Report.parse(reporting.get(id)).body).toMatchObject({ person: { name: known('Canary Person') } })
      expect(reporting.list().map((entry) => ReportListed.parse(entry))).toHaveLength(1)
      const entries = keptReports().list(evening.vault.read(), evening.clock.now())
      expect(entries).toMatchObject([{ id, keptUntil: '9999-12-31T23:59:59.999Z' }])
    },
  )

  it('writes nothing that would not read back, and lists the others whatever lies beside them', () => {
    const { id } = reporting.start('test-circle')
    const bad = learned('+010000-01-01T00:00:00.000Z')
    expect(() => reporting.save(id, bad)).toThrow()
    expect(reporting.get(id).body).toEqual(emptyReport(AT))
    // What no version of ours has written: the list still comes, and it can be forgotten.
    evening.vault.raw.prepare('UPDATE reports SET body = ? WHERE id = ?').run(JSON.stringify(bad), id)
    expect(reporting.list().map((entry) => ReportListed.parse(entry))).toMatchObject([{ id, learnedAt: AT }])
    expect(evening.vault.write((vault) => keptReports().forget(vault, id))).toEqual([id])
  })

  it('asks at seven days, is never removed silently, and asks again seven days after being kept', () => {
    const kept = keptReports()
    const { id } = reporting.start('test-circle')
    const isAskingAt = (at: string) => kept.list(evening.vault.read(), new Date(at))[0]?.isAskingToGo
    expect(isAskingAt('2026-11-28T19:59:59.999Z')).toBe(false)
    expect(isAskingAt('2026-11-28T20:00:00.000Z')).toBe(true)
    evening.clock.set('2027-11-28T20:00:00.000Z')
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(reporting.get(id).id).toBe(id)
    expect(evening.vault.write((vault) => kept.keepLonger?.(vault, id, evening.clock.now()))).toBe(true)
    expect(isAskingAt('2027-12-05T19:59:59.999Z')).toBe(false)
    expect(isAskingAt('2027-12-05T20:00:00.000Z')).toBe(true)
    reporting.discard(id)
    expect(evening.vault.write((vault) => kept.keepLonger?.(vault, id, evening.clock.now()))).toBe(false)
    expect(() => reporting.get(id)).toThrow(refuses('NOT_FOUND'))
    expect(() => reporting.save(id, emptyReport(AT))).toThrow(refuses('NOT_FOUND'))
    expect(() => reporting.discard(id)).toThrow(refuses('NOT_FOUND'))
  })

  it('is forgotten whole: every longer text of every question was stored, and is gone', () => {
    const kept = keptReports()
    const { id } = reporting.start('test-circle')
    let count = 0
    const body = reportRecord.filled(() => {
      count += 1
      return `They said "stop"\nin words number ${count}. ${'x'.repeat(count)}, words number ${count}`
    })
    reporting.save(id, { ...body, concern: { ...body.concern, types: known(['traffickingSexual']) } })
    // Read as a row: in the file, a piece may lie across two pages.
    const before = JSON.stringify(evening.vault.raw.prepare('SELECT id, body FROM reports').raw().all())
    const bytes = () => evening.vault.raw.serialize()
    const proof = evening.vault.write((vault) => kept.forget(vault, id)) ?? []
    // Its id, and the beginning and the end of each of its texts.
    expect(new Set(proof).size).toBeGreaterThanOrEqual(1 + 2 * count)
    for (const piece of proof) {
      expect(before).toContain(JSON.stringify(piece).slice(1, -1))
      expect(bytes().includes(piece), piece).toBe(false)
    }
    expect(evening.vault.write((vault) => kept.forget(vault, id))).toBeNull()
  })
})
