/** @file Reporting: drafts of the mandated report. A draft asks at seven days and is never removed silently. */
import { randomUUID } from 'node:crypto'
import { type Instant, ReportId } from '../../contract/primitives'
import { reportRecord } from '../../contract/report-fields'
import { emptyReport } from '../../contract/report-reading'
import { type Report, ReportBody, type ReportListed } from '../../contract/reporting'
import type { ChartersService } from '../charters/service'
import { recordProof, written } from '../forgetting-proof'
import type { Clock } from '../host'
import { localDay } from '../local-day'
import { Refusal } from '../refusal'
import type { ReadVault, VaultAccess } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import {
  readReport,
  readReportDates,
  readReportList,
  removeReport,
  type StoredReport,
  withGaps,
  writeAsksAt,
  writeReport,
} from './store'
import { answersIn } from './stored-body'

/** A draft asks whether to be kept this long after its last change, in milliseconds: seven days. */
export const ASKS_AFTER_MS = 7 * 86_400_000

/** Last instant that the contract can say: the year has four digits. */
const INSTANT_MAX_MS = Date.parse('9999-12-31T23:59:59.999Z')
const instantAt = (ms: number): Instant => new Date(Math.min(ms, INSTANT_MAX_MS)).toISOString()

const stored = (vault: ReadVault, reportId: ReportId): StoredReport => {
  const report = readReport(vault, reportId)
  if (!report) throw Refusal.of('NOT_FOUND')
  return report
}

const changedNow = (now: Date): Pick<Report, 'changedAt' | 'asksAt'> => ({
  changedAt: instantAt(now.getTime()),
  asksAt: instantAt(now.getTime() + ASKS_AFTER_MS),
})

/** What the router may ask of reporting. All throw `VaultLockedError`. */
export interface ReportingService {
  /** Newest first; dates and the number of gaps, no name, no words. */
  list(): ReportListed[]
  /** @throws Refusal NOT_FOUND (charter) */
  start(charterId: string): Report
  /** @throws Refusal NOT_FOUND */
  get(reportId: ReportId): Report
  /** @throws Refusal NOT_FOUND */
  save(reportId: ReportId, body: ReportBody): Report
  /** @throws Refusal NOT_FOUND */
  discard(reportId: ReportId): void
}

/** Makes the service. */
export const createReporting = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: ChartersService
}): ReportingService => {
  const { vault: access, clock, charters } = needs
  return {
    list: () => readReportList(access.read(), clock.now()),
    start: (charterId) =>
      access.write((vault) => {
        const { version } = charters.get(charterId)
        const now = clock.now()
        const dates = changedNow(now)
        const report: StoredReport = {
          id: ReportId.parse(randomUUID()),
          charterId,
          charterVersion: version,
          state: 'draft',
          body: emptyReport(dates.changedAt),
          createdAt: dates.changedAt,
          ...dates,
        }
        return writeReport(vault, report, now)
      }),
    get: (reportId) => withGaps(stored(access.read(), reportId), clock.now()),
    save: (reportId, body) =>
      access.write((vault) => {
        const now = clock.now()
        return writeReport(vault, { ...stored(vault, reportId), body, ...changedNow(now) }, now)
      }),
    discard: (reportId) =>
      access.write((vault) => {
        if (!removeReport(vault, reportId)) throw Refusal.of('NOT_FOUND')
      }),
  }
}

/** Report drafts: each asks to go at its day and waits for an answer. */
export const reportsKept = (): KeptKindDescriptor => ({
  kind: 'reports',
  tables: ['reports'],
  canForget: true,
  list: (vault, now) =>
    readReportDates(vault).map(({ id, createdAt, asksAt }) => ({
      id,
      label: localDay(createdAt),
      keptSince: createdAt,
      keptUntil: asksAt,
      isAskingToGo: Date.parse(asksAt) <= now.getTime(),
    })),
  forget: (vault, id) => {
    const reportId = ReportId.safeParse(id)
    const removed = reportId.success ? removeReport(vault, reportId.data) : null
    if (removed === null) return null
    // What is no report has no texts to look for.
    const body = ReportBody.safeParse(answersIn(removed.body)).data
    return [id, ...(body ? recordProof(reportRecord, body, [written.inJson]) : [])]
  },
  countDue: () => 0,
  enforceEnd: () => {},
  keepLonger: (vault, id, now) => {
    const reportId = ReportId.safeParse(id)
    return reportId.success && writeAsksAt(vault, reportId.data, changedNow(now).asksAt)
  },
})
