/** @file Reporting: drafts of the mandated report. A draft asks at seven days and is never removed silently. */
import { randomUUID } from 'node:crypto'
import { ReportId } from '../../contract/primitives'
import type { HoursNamed } from '../../contract/report-clock'
import { reportRecord } from '../../contract/report-fields'
import { emptyReport } from '../../contract/report-reading'
import { type Report, ReportBody, type ReportListed } from '../../contract/reporting'
import type { ChartersService } from '../charters/service'
import { recordProof, written } from '../forgetting-proof'
import type { Clock } from '../host'
import { localDay } from '../local-day'
import { Refusal } from '../refusal'
import { type ReadVault, type VaultAccess, VaultReadOnlyError } from '../vault/handles'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { instantAt } from './last-instant'
import {
  type Asking,
  asAnswered,
  isKnownLater,
  readReport,
  readReportDates,
  readReportList,
  removeReport,
  type StoredReport,
  writeAsksAt,
  writeKnownBy,
  writeReport,
} from './store'
import { answersIn } from './stored-body'

/** A draft asks whether to be kept this long after its last change, in milliseconds: seven days. */
export const ASKS_AFTER_MS = 7 * 86_400_000

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
  const asking = (): Asking => ({
    now: clock.now(),
    passed: access.dueBefore(),
    isTrusted: access.isClockTrusted(),
  })
  /** A report that was begun on a fast clock counts from when it is first seen on a right one: noted, to stay so. */
  const noteWhatIsKnown = () => {
    const nowAt = instantAt(clock.now().getTime())
    if (!access.isClockTrusted() || !isKnownLater(access.read(), nowAt)) return
    try {
      access.write((vault) => writeKnownBy(vault, nowAt))
    } catch (thrown) {
      // A vault that can only be read still shows its reports, and counts from now as often as it is asked.
      if (!(thrown instanceof VaultReadOnlyError)) throw thrown
    }
  }
  const rulesOf = (charterId: string): readonly HoursNamed[] => {
    try {
      return charters.get(charterId).reportTriggers
    } catch (thrown) {
      if (thrown instanceof Refusal) return []
      throw thrown
    }
  }
  return {
    list: () => {
      noteWhatIsKnown()
      return readReportList(access.read(), asking(), rulesOf)
    },
    start: (charterId) =>
      access.write((vault) => {
        const { version } = charters.get(charterId)
        const dates = changedNow(clock.now())
        const report: StoredReport = {
          id: ReportId.parse(randomUUID()),
          charterId,
          charterVersion: version,
          state: 'draft',
          body: emptyReport(dates.changedAt),
          createdAt: dates.changedAt,
          knownBy: dates.changedAt,
          ...dates,
        }
        return writeReport(vault, report, asking())
      }),
    get: (reportId) => {
      noteWhatIsKnown()
      return asAnswered(stored(access.read(), reportId), asking())
    },
    save: (reportId, body) => {
      noteWhatIsKnown()
      return access.write((vault) =>
        writeReport(vault, { ...stored(vault, reportId), body, ...changedNow(clock.now()) }, asking()),
      )
    },
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
