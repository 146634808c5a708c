/** @file Checks that an evening is dated by its own evening, not by the day in universal time. */
import { randomUUID } from 'node:crypto'
import { Settings } from 'luxon'
import { afterEach, describe, expect, it } from 'vitest'
import { openEvening } from '../../tests/fixtures/evening'
import { DebriefId } from '../contract/primitives'
import { createDebrief, debriefsKept } from './debrief/service'
import { localDay, localDayAfter } from './local-day'
import { createReporting, reportsKept, sealContext } from './reporting/service'

afterEach(() => {
  Settings.defaultZone = 'system'
})

describe('the day of an instant', () => {
  it('is the day there, on both sides of midnight and on nights when the clocks change', () => {
    expect(localDay('2026-11-22T03:30:00.000Z', 'America/Denver')).toBe('2026-11-21')
    expect(localDay('2026-11-21T20:00:00.000Z', 'Asia/Tokyo')).toBe('2026-11-22')
    expect(localDay('2026-11-01T05:30:00.000Z', 'America/Denver')).toBe('2026-10-31')
    expect(localDay('2026-03-29T00:30:00.000Z', 'Europe/London')).toBe('2026-03-29')
  })

  it('and one so many days later is counted by the calendar', () => {
    // An hour more, and an hour less, lie in between.
    expect(localDayAfter('2026-10-19T23:30:00.000Z', 7, 'Europe/London')).toBe('2026-10-27')
    expect(localDayAfter('2026-03-25T23:30:00.000Z', 7, 'Europe/London')).toBe('2026-04-01')
  })

  it('is what a debrief and a report are called by on What is kept', () => {
    const evening = openEvening()
    evening.clock.set('2026-11-22T03:30:00.000Z')
    createDebrief(evening).save({
      debriefId: DebriefId.parse(randomUUID()),
      isNew: true,
      charterId: 'test-circle',
      content: { text: 'Late.', answers: {}, tags: [] },
      isDraft: false,
    })
    createReporting(evening).start('test-circle')
    Settings.defaultZone = 'America/Denver'
    const now = evening.clock.now()
    for (const kind of [
      debriefsKept(),
      reportsKept({ clock: evening.clock, context: sealContext(evening.charters) }),
    ]) {
      expect(kind.list(evening.vault.read(), now)[0]?.date).toEqual({ kind: 'day', day: '2026-11-21' })
    }
  })
})
