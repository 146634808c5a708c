/** @file The clock of a report on screen and on paper: two texts side by side, what is left, and what is not known. */
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { soundPack } from '../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../tests/fixtures/render'
import type { CharterPack } from '../../../contract/charters'
import { emptyReport } from '../../../contract/report-reading'
import { Report, type ReportBody } from '../../../contract/reporting'
import { PrintSheet } from './PrintSheet'
import { ReportClock } from './ReportClock'
import './words'

const LONG_PAST = '2026-01-10T20:00:00.000Z'
const times = { knownBy: LONG_PAST, passedAt: LONG_PAST, isTrusted: true }
const source = { from: 'ourDefault', why: 'A test needs one.' } as const
const pack = (hours: { charter?: number; law?: number }): CharterPack => ({
  ...soundPack(),
  reportTriggers: [
    {
      id: 'child',
      label: 'A child',
      charterSays: 'We report.',
      charterHours: hours.charter,
      lawNote: { text: 'A law.', cite: 'C.R.S. 1', hours: hours.law, reviewedOn: '2026-11-01' },
      source,
    },
  ],
})
const clock = () => within(screen.getByRole('region', { name: 'Clock' }))
const required = /you are (not )?required/i

it('shows what each text names and what is left, and never whom it binds', () => {
  const ahead = new Date(Date.now() - 3_600_000).toISOString()
  renderInConsole(
    <ReportClock
      body={emptyReport(ahead)}
      times={{ knownBy: ahead, passedAt: ahead, isTrusted: true }}
      pack={pack({ law: 24 })}
    />,
  )
  expect(clock().getByText(/^Learned of it: /).textContent).toMatch(/UTC|GMT|[A-Z]{3}/)
  expect(clock().getByText('It names no hours.')).toBeTruthy()
  expect(clock().getByText(/^Within 24 hours: until /)).toBeTruthy()
  expect(clock().getByText(/^2[23] h \d+ min left\.$/)).toBeTruthy()
  expect(clock().getByText('The law note says (reviewed November 1, 2026)')).toBeTruthy()
  expect(screen.getByRole('region', { name: 'Clock' }).textContent).not.toMatch(required)
})

it('says that the time has passed, that the clock is in doubt, and that no hours are known', () => {
  const { rerender } = renderInConsole(
    <ReportClock body={emptyReport(LONG_PAST)} times={times} pack={pack({ charter: 12 })} />,
  )
  expect(clock().getByText('That time has passed. A report can be made at any time.')).toBeTruthy()
  rerender(
    <ReportClock body={emptyReport(LONG_PAST)} times={{ ...times, isTrusted: false }} pack={pack({})} />,
  )
  expect(clock().getByText(/These times may be too early/)).toBeTruthy()
  expect(clock().getByText(/^Hours are not known/)).toBeTruthy()
  rerender(<ReportClock body={emptyReport(LONG_PAST)} times={times} pack={null} />)
  expect(clock().getByText(/Its charter is not installed here/)).toBeTruthy()
})

it('is on paper, with each call: to whom, when with its zone, reference and next step', () => {
  const body: ReportBody = emptyReport(LONG_PAST)
  const row = (n: number) => ({
    rowId: `00000000-0000-4000-8000-00000000000${n}`,
    to: { kind: 'known', value: `Agency ${n}`, setAside: null },
    at: { kind: 'known', value: `2026-01-1${n}T20:00:00.000Z`, setAside: null },
    isTaken: { kind: 'unanswered' },
    reference: { kind: 'known', value: `REF-${n}`, setAside: null },
    nextStep: { kind: 'known', value: `They call on day ${n}.`, setAside: null },
  })
  const report = Report.parse({
    id: '3c2ac753-9cbe-4b93-bcb1-acd0973d8bb6',
    charterId: 'test-circle',
    charterVersion: '2026-01-01',
    state: 'draft',
    body: { ...body, calls: { made: { kind: 'known', value: [row(1), row(2)], setAside: null } } },
    createdAt: LONG_PAST,
    changedAt: LONG_PAST,
    asksAt: LONG_PAST,
    times,
    gaps: [],
    seal: null,
  })
  renderInConsole(
    <PrintSheet
      report={report}
      body={report.body}
      pack={pack({ charter: 12, law: 24 })}
      help={{ place: { kind: 'notChosen', region: null }, resources: [] }}
      persons={[]}
      printedAt={Date.parse(LONG_PAST)}
    />,
  )
  const sheet = document.querySelector('[data-print-sheet]')?.textContent ?? ''
  expect(sheet).toContain('A child: the charter')
  expect(sheet).toContain('A child: the law note (C.R.S. 1; reviewed November 1, 2026)')
  for (const n of [1, 2]) {
    expect(sheet).toContain(`Agency ${n}`)
    expect(sheet).toContain(`REF-${n}`)
    expect(sheet).toContain(`They call on day ${n}.`)
  }
  // Every time of day on the paper has its zone behind it.
  const timesOfDay = sheet.match(/\b\d{1,2}:\d{2}(?: \S+)?/g) ?? []
  expect(timesOfDay.length).toBeGreaterThan(4)
  for (const said of timesOfDay) expect(said).toMatch(/ (UTC|GMT|[A-Z]{2,5})/)
  expect(sheet).not.toMatch(required)
})
