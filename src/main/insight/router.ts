/** @file The contract's insight, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { InsightService } from './service'

/** Procedures of `contract.insight`. */
export const insightRouter = (insight: InsightService) => {
  const os = implement(contract.insight).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    periods: os.periods.handler(() => insight.periods()),
    numbers: os.numbers.handler(({ input }) => insight.numbers(input)),
    release: os.release.handler(({ input }) => insight.release(input)),
  })
}
