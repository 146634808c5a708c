/** @file The contract's reporting, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { ReportingService } from './service'

/** Procedures of `contract.reporting`. */
export const reportingRouter = (reporting: ReportingService) => {
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
  })
}
