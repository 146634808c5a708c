/** @file Reporting: drafts of the mandated report, sealed reports, and who was given them. Nothing goes silently. */
import { randomUUID } from 'node:crypto'
import type { CharterPack } from '../../contract/charters'
import { ReportId } from '../../contract/primitives'
import type { HoursNamed } from '../../contract/report-clock'
import type { Decision, DecisionNote } from '../../contract/report-decisions'
import { type HandOverNote, numberOf, type Receipt, sealedLines } from '../../contract/report-handing'
import { emptyReport } from '../../contract/report-reading'
import type { Report, ReportBody, ReportListed } from '../../contract/reporting'
import type { ChartersService } from '../charters/service'
import type { Clock } from '../host'
import { instantAt } from '../last-instant'
import { foundRecipient, sealTextTo } from '../recipients/service'
import { Refusal } from '../refusal'
import { dropForm } from '../unfinished/service'
import { type VaultAccess, VaultReadOnlyError, type WriteVault } from '../vault/handles'
import { readDecisions, writeDecision } from './decisions'
import { ASKS_AFTER_MS } from './kept'
import {
  addAddendum,
  allReceipts,
  answered,
  found,
  foundDraft,
  noteHandOver,
  noteHold,
  type SealContext,
  saveAddendumDraft,
  sealOf,
  sealReport,
} from './seal-service'
import {
  type Asking,
  isKnownLater,
  readReportList,
  removeReport,
  type StoredReport,
  writeKnownBy,
  writeReport,
} from './store'

export { decisionsKept } from './decisions'
export { ASKS_AFTER_MS, receiptsKept, reportsKept } from './kept'
export { isSealedReport } from './store'
export { createViolations, violationsKept } from './violations'

const changedNow = (now: Date): Pick<Report, 'changedAt' | 'asksAt'> => ({
  changedAt: instantAt(now.getTime()),
  asksAt: instantAt(now.getTime() + ASKS_AFTER_MS),
})

/** What reporting reads of a charter; the pack of an old report may not be installed any more. */
export const sealContext = (charters: Pick<ChartersService, 'get'>): SealContext => {
  const packOf = (charterId: string): CharterPack | null => {
    try {
      return charters.get(charterId)
    } catch (thrown) {
      if (thrown instanceof Refusal) return null
      throw thrown
    }
  }
  return {
    mayBeShredded: (charterId) => {
      const pack = packOf(charterId)
      return pack === null ? null : (pack.reportCopy?.mayBeShredded ?? true)
    },
    rulesOf: (charterId): readonly HoursNamed[] => packOf(charterId)?.reportTriggers ?? [],
  }
}

/** What the router may ask of reporting. All throw `VaultLockedError`. */
export interface ReportingService {
  /** Newest first; dates and the number of gaps, no name, no words. */
  list(): ReportListed[]
  /** @throws Refusal NOT_FOUND (charter) */
  start(charterId: string): Report
  /** @throws Refusal NOT_FOUND */
  get(reportId: ReportId): Report
  /** @throws Refusal NOT_FOUND, SEALED */
  save(reportId: ReportId, body: ReportBody): Report
  /** @throws Refusal NOT_FOUND, SEALED */
  discard(reportId: ReportId): void
  /** @throws Refusal NOT_FOUND, NOT_AS_SHOWN */
  seal(reportId: ReportId, changedAt: string): Report
  /** @throws Refusal NOT_FOUND, NOT_SEALED */
  saveAddendum(reportId: ReportId, words: string): Report
  /** @throws Refusal NOT_FOUND, NOT_SEALED */
  addAddendum(reportId: ReportId, words: string): Report
  /** @throws Refusal NOT_FOUND, NOT_SEALED, IN_THE_FUTURE, NAME_IN_IT */
  noteHandOver(reportId: ReportId, note: { handOver: HandOverNote; isSaidNoName: boolean }): Report
  /** @throws Refusal NOT_FOUND, NOT_SEALED */
  hold(reportId: ReportId, isHeld: boolean): Report
  /** Newest first. */
  receipts(): Receipt[]
  /** Newest first. */
  decisions(): Decision[]
  /** @throws Refusal NOT_FOUND (charter) */
  noteDecision(note: DecisionNote): Decision[]
  /** @throws Refusal NOT_FOUND, NOT_SEALED, NOT_AS_SHOWN, NO_KEY */
  sealTo(reportId: ReportId, recipientId: string, text: string): Promise<{ file: string; fileName: string }>
}

/** Makes the service. */
export const createReporting = (needs: {
  vault: VaultAccess
  clock: Clock
  charters: ChartersService
}): ReportingService => {
  const { vault: access, clock, charters } = needs
  const context = sealContext(charters)
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
  /** Changes a report and answers it as it is then. */
  const change = (reportId: ReportId, act: (vault: WriteVault) => void): Report => {
    noteWhatIsKnown()
    return access.write((vault) => {
      act(vault)
      return answered(vault, found(vault, reportId), asking(), context)
    })
  }
  return {
    list: () => {
      noteWhatIsKnown()
      return readReportList(access.read(), asking(), context.rulesOf)
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
          record: null,
          ...dates,
        }
        return writeReport(vault, report, asking())
      }),
    get: (reportId) => {
      noteWhatIsKnown()
      const vault = access.read()
      return answered(vault, found(vault, reportId), asking(), context)
    },
    save: (reportId, body) =>
      change(reportId, (vault) =>
        writeReport(vault, { ...foundDraft(vault, reportId), body, ...changedNow(clock.now()) }, asking()),
      ),
    discard: (reportId) =>
      access.write((vault) => {
        removeReport(vault, foundDraft(vault, reportId).id)
      }),
    seal: (reportId, changedAt) =>
      change(reportId, (vault) => sealReport(vault, reportId, changedAt, { asking: asking(), context })),
    saveAddendum: (reportId, words) => change(reportId, (vault) => saveAddendumDraft(vault, reportId, words)),
    addAddendum: (reportId, words) =>
      change(reportId, (vault) => addAddendum(vault, reportId, words, asking())),
    noteHandOver: (reportId, note) =>
      change(reportId, (vault) => {
        noteHandOver(vault, reportId, note, asking())
        dropForm(vault, 'handOver', reportId)
      }),
    hold: (reportId, isHeld) => change(reportId, (vault) => noteHold(vault, reportId, isHeld, asking())),
    receipts: () => allReceipts(access.read()),
    decisions: () => readDecisions(access.read()),
    noteDecision: (note) =>
      access.write((vault) => {
        charters.get(note.charterId)
        writeDecision(vault, note, clock.now())
        return readDecisions(vault)
      }),
    sealTo: async (reportId, recipientId, text) => {
      const vault = access.read()
      const seal = sealOf(vault, found(vault, reportId), context)
      if (seal === null) throw Refusal.of('NOT_SEALED')
      const recipient = foundRecipient(vault, recipientId)
      const number = numberOf(reportId)
      if (!text.endsWith(`\n${sealedLines(number, seal)}`)) throw Refusal.of('NOT_AS_SHOWN')
      return { file: await sealTextTo(text, recipient.key), fileName: `report-${number}.txt.age` }
    },
  }
}
