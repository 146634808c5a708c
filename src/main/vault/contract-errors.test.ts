/** @file Checks that every router answers a locked vault and a full disk by the contract's codes. */
import { call, implement, ORPCError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { contract } from '../../contract'
import { answersVaultErrors } from './contract-errors'
import { VaultLockedError } from './handles'

const os = implement(contract.vault).use(answersVaultErrors)

async function answerOf(thrown: unknown): Promise<unknown> {
  const procedure = os.profile.handler(() => {
    throw thrown
  })
  return call(procedure, undefined).then(
    () => 'no error',
    (error: unknown) => error,
  )
}

describe('answersVaultErrors', () => {
  it('answers a locked vault as VAULT_LOCKED, as the contract defines it', async () => {
    const error = await answerOf(new VaultLockedError())
    expect(error).toBeInstanceOf(ORPCError)
    expect(error).toMatchObject({ code: 'VAULT_LOCKED', defined: true })
  })

  it('answers a full disk as DISK_FULL, also behind a wrapper', async () => {
    for (const code of ['SQLITE_FULL', 'ENOSPC', 'EDQUOT']) {
      const full = Object.assign(new Error('database or disk is full'), { code })
      expect(await answerOf(full)).toMatchObject({ code: 'DISK_FULL', defined: true })
      expect(await answerOf(new Error('Failed query', { cause: full }))).toMatchObject({ code: 'DISK_FULL' })
    }
  })

  it('leaves every other error as it is', async () => {
    const other = new Error('something else')
    expect(await answerOf(other)).toBe(other)
    expect(await answerOf(new ORPCError('NOT_FOUND'))).toMatchObject({ code: 'NOT_FOUND', defined: true })
  })

  it('ends on a circle of causes', async () => {
    const circle = new Error('round')
    circle.cause = circle
    expect(await answerOf(circle)).toBe(circle)
  })
})
