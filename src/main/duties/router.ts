/** @file The contract's duties, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { DutiesService } from './service'

/** Procedures of `contract.duties`. */
export const dutiesRouter = (duties: DutiesService) => {
  const os = implement(contract.duties).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(() => duties.list()),
    reminders: os.reminders.handler(() => duties.reminders()),
    save: os.save.handler(({ input }) =>
      duties.save(input.dutyId, input.isNew, input.draft, input.suggestedBy),
    ),
    done: os.done.handler(({ input }) => duties.done(input.dutyId, input.doneOn)),
    takeBack: os.takeBack.handler(({ input: { dutyId, ...before } }) => duties.takeBack(dutyId, before)),
    discard: os.discard.handler(({ input }) => {
      duties.discard(input.dutyId)
      return {}
    }),
  })
}
