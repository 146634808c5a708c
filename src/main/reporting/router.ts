/** @file The contract's reporting, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { ReportingService } from './service'
import type { ViolationsService } from './violations'

/** Procedures of `contract.reporting`. */
export const reportingRouter = (reporting: ReportingService, violations: ViolationsService) => {
  const os = implement(contract.reporting).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(() => reporting.list()),
    start: os.start.handler(({ input }) => reporting.start(input.charterId)),
    get: os.get.handler(({ input }) => reporting.get(input.reportId)),
    save: os.save.handler(({ input }) => reporting.save(input.reportId, input.body)),
    discard: os.discard.handler(({ input }) => {
      reporting.discard(input.reportId)
      return {}
    }),
    seal: os.seal.handler(({ input }) => reporting.seal(input.reportId, input.changedAt)),
    saveAddendum: os.saveAddendum.handler(({ input }) => reporting.saveAddendum(input.reportId, input.words)),
    addAddendum: os.addAddendum.handler(({ input }) => reporting.addAddendum(input.reportId, input.words)),
    noteHandOver: os.noteHandOver.handler(({ input }) => reporting.noteHandOver(input.reportId, input)),
    hold: os.hold.handler(({ input }) => reporting.hold(input.reportId, input.isHeld)),
    receipts: os.receipts.handler(() => reporting.receipts()),
    decisions: os.decisions.handler(() => reporting.decisions()),
    noteDecision: os.noteDecision.handler(({ input }) => reporting.noteDecision(input)),
    violations: {
      list: os.violations.list.handler(() => violations.list()),
      save: os.violations.save.handler(({ input }) => violations.save(input)),
      discard: os.violations.discard.handler(({ input }) => {
        violations.discard(input.violationId)
        return {}
      }),
    },
    sealTo: os.sealTo.handler(({ input }) => reporting.sealTo(input.reportId, input.recipientId, input.text)),
  })
}
