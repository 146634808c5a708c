/** @file What the clock of a report stands on: it was there by then, and what has passed, whatever clock ran. */
import { beforeEach, expect, it } from 'vitest'
import { packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { createReporting, type ReportingService, reportsKept, sealContext } from './service'

const AT = '2026-11-21T20:00:00.000Z'
const DAY_AHEAD = '2026-11-22T20:00:00.000Z'

let evening: Evening
let reporting: ReportingService
beforeEach(() => {
  evening = openEvening(
    packFolder([
      {
        ...soundPack(),
        reportTriggers: [
          {
            id: 'child',
            label: 'A child',
            charterSays: 'We report.',
            lawNote: { text: 'A law.', cite: 'none read', hours: 24, reviewedOn: null },
            source: { from: 'ourDefault', why: 'A test needs one.' },
          },
        ],
      },
    ]),
  )
  reporting = createReporting(evening)
})

it('names the earliest end in the list, and none where no text names hours', () => {
  reporting.start('test-circle')
  expect(reporting.list()).toMatchObject([
    { dueAt: DAY_AHEAD, times: { knownBy: AT, passedAt: AT, isTrusted: true } },
  ])
  const plain = openEvening()
  const others = createReporting(plain)
  others.start('test-circle')
  expect(others.list()).toMatchObject([{ dueAt: null }])
})

it('counts a report that was begun on a fast clock from when it is first seen on a right one, for good', () => {
  evening.clock.set('2027-11-21T20:00:00.000Z')
  const { id } = reporting.start('test-circle')
  evening.clock.set(AT)
  expect(reporting.get(id).times).toEqual({ knownBy: AT, passedAt: AT, isTrusted: true })
  evening.clock.set('2026-11-22T08:00:00.000Z')
  expect(reporting.list()).toMatchObject([{ dueAt: DAY_AHEAD, times: { knownBy: AT } }])
  reporting.save(id, reporting.get(id).body)
  expect(reporting.get(id).times.knownBy).toBe(AT)
})

it('holds a clock in doubt against the report for the moment, and keeps nothing of it', () => {
  const { id } = reporting.start('test-circle')
  evening.vault.clockTrust.isTrusted = false
  evening.vault.clockTrust.dueBefore = new Date('2026-11-21T22:00:00.000Z')
  evening.clock.set('2020-01-01T00:00:00.000Z')
  expect(reporting.get(id).times).toEqual({
    knownBy: '2020-01-01T00:00:00.000Z',
    passedAt: '2026-11-21T22:00:00.000Z',
    isTrusted: false,
  })
  evening.vault.clockTrust.isTrusted = true
  evening.vault.clockTrust.dueBefore = null
  evening.clock.set('2026-11-21T23:00:00.000Z')
  expect(reporting.get(id).times).toEqual({
    knownBy: AT,
    passedAt: '2026-11-21T23:00:00.000Z',
    isTrusted: true,
  })
})

it('seals on a clock that was put back without dating anything by it', () => {
  const { id, changedAt } = reporting.start('test-circle')
  const LATER = '2026-11-21T22:00:00.000Z'
  evening.vault.clockTrust.isTrusted = false
  evening.vault.clockTrust.dueBefore = new Date(LATER)
  evening.clock.set('2020-01-01T00:00:00.000Z')
  const { seal } = reporting.seal(id, changedAt)
  expect(seal?.receipt).toMatchObject({ learnedAt: AT, sealedAt: LATER })
  expect(JSON.parse(seal?.record ?? '')).toMatchObject({ startedAt: AT, sealedAt: LATER })
  expect(reporting.hold(id, true).seal?.heldSince).toBe(LATER)
})

it('dates nothing before the seal that it follows, on a clock that was put back a little', () => {
  const { id, changedAt } = reporting.start('test-circle')
  evening.clock.advance(60_000)
  reporting.seal(id, changedAt)
  evening.clock.set(AT)
  reporting.addAddendum(id, 'She called again.')
  const { seal } = reporting.noteHandOver(id, {
    handOver: {
      recipient: 'police',
      agency: 'Police',
      method: 'phone',
      handedAt: AT,
      outcome: 'accepted',
      reference: null,
    },
    isSaidNoName: false,
  })
  const kept = reportsKept({ clock: evening.clock, context: sealContext(evening.charters) })
  evening.vault.write((vault) => kept.forget(vault, id))
  expect(seal?.sealedAt).toBe('2026-11-21T20:01:00.000Z')
  expect(reporting.receipts()).toMatchObject([
    {
      addenda: [{ writtenAt: seal?.sealedAt }],
      handOvers: [{ notedAt: seal?.sealedAt }],
      shreddedAt: seal?.sealedAt,
    },
  ])
})

it('reads reports that were stored before it was noted', () => {
  const { id } = reporting.start('test-circle')
  evening.vault.raw.prepare('UPDATE reports SET known_by = NULL').run()
  expect(reporting.get(id).times.knownBy).toBe(AT)
})
