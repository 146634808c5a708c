/** @file The contract's wellbeing, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { WellbeingService } from './service'

/** Procedures of `contract.wellbeing`. */
export const wellbeingRouter = (wellbeing: WellbeingService) => {
  const os = implement(contract.wellbeing).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(() => wellbeing.list()),
    keep: os.keep.handler(({ input }) => wellbeing.keep(input.checkId, input.answers)),
    discard: os.discard.handler(({ input }) => {
      wellbeing.discard(input.checkId)
      return {}
    }),
  })
}
