/** @file The contract's unfinished forms, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { UnfinishedService } from './service'

/** Procedures of `contract.unfinished`. */
export const unfinishedRouter = (forms: UnfinishedService) => {
  const os = implement(contract.unfinished).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(({ input }) => forms.list(input.form)),
    keep: os.keep.handler(({ input }) => forms.keep(input)),
    drop: os.drop.handler(({ input }) => {
      forms.drop(input.form, input.belongsTo)
      return {}
    }),
  })
}
