/** @file What every sheet of the printed report carries, and the lines that wait for a pen. */
import { expect, it } from 'vitest'
import { renderInConsole } from '../../../../tests/fixtures/render'
import { emptyReport } from '../../../contract/report-reading'
import { Report } from '../../../contract/reporting'
import { PrintSheet } from './PrintSheet'
import './words'

const ARABIC = 'قالت إنه يأتي ليلاً (كل ليلة).'
const AT = '2026-11-21T20:00:00.000Z'
const report = Report.parse({
  id: '3c2ac753-9cbe-4b93-bcb1-acd0973d8bb6',
  charterId: 'test-circle',
  charterVersion: '2026-01-01',
  state: 'draft',
  body: emptyReport(AT),
  createdAt: AT,
  changedAt: AT,
  asksAt: AT,
  times: { knownBy: AT, passedAt: AT, isTrusted: true },
  gaps: [],
  seal: null,
})
const atFoot = () => document.documentElement.style.getPropertyValue('--each-sheet')

it('has its number at the foot of every sheet while it is laid, and lines for to whom, when and reference', () => {
  const { unmount } = renderInConsole(
    <PrintSheet
      report={report}
      body={report.body}
      pack={null}
      help={{ place: { kind: 'notChosen', region: null }, resources: [] }}
      persons={[]}
      printedAt={Date.parse(AT)}
    />,
  )
  expect(atFoot()).toContain('3C2AC753-9CBE')
  const table = document.querySelector('[data-print-sheet] table')
  const heads = [...(table?.querySelectorAll('th') ?? [])].map(({ textContent }) => textContent)
  expect(heads).toEqual(['To whom', 'When, with time zone', 'Reference', 'Next step'])
  expect(table?.querySelectorAll('tbody tr').length).toBeGreaterThanOrEqual(3)
  unmount()
  expect(atFoot()).toBe('')
})

it('runs each answer as its own script does', () => {
  const answer = { kind: 'known', value: ARABIC, setAside: null } as const
  renderInConsole(
    <PrintSheet
      report={report}
      body={{ ...report.body, concern: { ...report.body.concern, theirWords: answer } }}
      pack={null}
      help={{ place: { kind: 'notChosen', region: null }, resources: [] }}
      persons={[]}
      printedAt={Date.parse(AT)}
    />,
  )
  const printed = [...document.querySelectorAll('[data-print-sheet] dd')].find(
    ({ textContent }) => textContent === ARABIC,
  )
  expect(printed?.getAttribute('dir')).toBe('auto')
})
