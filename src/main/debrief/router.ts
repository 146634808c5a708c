/** @file The contract's debrief, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { DebriefService } from './service'

/** Procedures of `contract.debrief`. */
export const debriefRouter = (debrief: DebriefService) => {
  const os = implement(contract.debrief).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(({ input }) => debrief.list(input.query, input.limit)),
    get: os.get.handler(({ input }) => debrief.get(input.debriefId)),
    save: os.save.handler(({ input }) => debrief.save(input)),
    discard: os.discard.handler(({ input }) => {
      debrief.discard(input.debriefId)
      return {}
    }),
  })
}
