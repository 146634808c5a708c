/** @file The contract's insight, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { InsightService, RollUpService } from './service'

/** Procedures of `contract.insight`. */
export const insightRouter = (insight: InsightService, rollUp: RollUpService) => {
  const os = implement(contract.insight).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    periods: os.periods.handler(() => insight.periods()),
    numbers: os.numbers.handler(({ input }) => insight.numbers(input)),
    release: os.release.handler(({ input }) => insight.release(input)),
    rollUp: {
      sent: os.rollUp.sent.handler(() => rollUp.sent()),
      preview: os.rollUp.preview.handler(({ input }) => rollUp.preview(input)),
      seal: os.rollUp.seal.handler(({ input }) => rollUp.seal(input)),
      desk: os.rollUp.desk.handler(() => rollUp.desk()),
      takeIn: os.rollUp.takeIn.handler(({ input }) => rollUp.takeIn(input)),
      takeOut: os.rollUp.takeOut.handler(({ input }) => rollUp.takeOut(input.number)),
      told: os.rollUp.told.handler(() => rollUp.told()),
      count: os.rollUp.count.handler(({ input }) => rollUp.count(input.period)),
    },
  })
}
