/** @file oRPC middleware that answers a service's refusal by its code of the contract. */
import { ORPCError, os } from '@orpc/server'
import { Refusal } from './refusal'

/**
 * For every domain's router, beside `answersVaultErrors`. oRPC then checks code and data against the
 * procedure's own error map, so a code that a procedure does not list reaches nobody as if it did.
 */
export const answersRefusals = os.middleware(async ({ next }) => {
  try {
    return await next()
  } catch (thrown) {
    if (thrown instanceof Refusal) throw new ORPCError(thrown.code, { data: thrown.data })
    throw thrown
  }
})
