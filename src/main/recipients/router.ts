/** @file The contract's recipients, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import { answersVaultErrors } from '../vault/contract-errors'
import type { OwnKeysService, RecipientsService } from './service'

/** Procedures of `contract.recipients`. */
export const recipientsRouter = (recipients: RecipientsService, ownKeys: OwnKeysService) => {
  const os = implement(contract.recipients).use(answersVaultErrors).use(answersRefusals)
  return os.router({
    list: os.list.handler(() => recipients.list()),
    add: os.add.handler(({ input }) => recipients.add(input)),
    remove: os.remove.handler(({ input }) => recipients.remove(input.recipientId)),
    own: {
      list: os.own.list.handler(() => ownKeys.list()),
      make: os.own.make.handler(({ input }) => ownKeys.make(input.replacesId)),
    },
  })
}
