/** @file Reporting: the pages, loaded when they are opened, and the action that starts a report from anywhere. */
import { loaded } from '../ui/loaded'

/** The list of reports: dates and gaps only. */
export const ReportsPage = loaded(async () => (await import('./ReportsPage')).ReportsPage)

/** One report's form and its print. */
export const ReportPage = loaded(async () => (await import('./ReportPage')).ReportPage)

/** The receipt of a report, also when the report is gone. */
export const ReceiptPage = loaded(async () => (await import('./ReceiptPage')).ReceiptPage)

export { useStartReport } from './use-start-report'
