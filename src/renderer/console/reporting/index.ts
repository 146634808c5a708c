/** @file Reporting: the pages, loaded when they are opened, and the action that starts a report from anywhere. */
import { lazy } from 'react'

/** The list of reports: dates and gaps only. */
export const ReportsPage = lazy(async () => ({ default: (await import('./ReportsPage')).ReportsPage }))

/** One report's form and its print. */
export const ReportPage = lazy(async () => ({ default: (await import('./ReportPage')).ReportPage }))

export { useStartReport } from './use-start-report'
