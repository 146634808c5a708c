/** @file The console's one way to the main process: the contract as typed calls over whatever link is up. */

import type { ClientContext, ClientLink } from '@orpc/client'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../contract'
import type { VaultStatus } from '../../contract/vault'
import { createPageStore, usePageStore } from './page-store'

/** Where the connection stands. `refused`: another tab has it. `unsupported`: opened without a start link. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'refused' | 'unsupported'

type Link = ClientLink<ClientContext>

const state = createPageStore<ConnectionState>({
  name: 'console.connection',
  initial: 'connecting',
  outlivesLockBecause: 'the link to the app is there locked or not',
})
let link: Link | null = null
let statusAtConnecting: VaultStatus | null = null

/**
 * Called by the shell's connection (`app/connection`) when the link comes, goes or changes.
 *
 * @param vaultStatus - as the shell said it with its first words, where it does.
 */
export const setConnection = (
  next: ConnectionState,
  nextLink: Link | null = null,
  vaultStatus: VaultStatus | null = null,
): void => {
  link = nextLink
  statusAtConnecting = vaultStatus
  state.set(next)
}

/** The connection's state now. */
export const readConnection = (): ConnectionState => state.read()

/** Calls `listener` after each change of the connection's state, until the returned function is called. */
export const subscribeConnection = state.subscribe

/** The connection's state as React state. */
export const useConnection = (): ConnectionState => usePageStore(state)

/** The vault's status as the link came up; null where the shell does not say, or no link is up. */
export const readStatusAtConnecting = (): VaultStatus | null => statusAtConnecting

/** Thrown by a call while no link is up; nothing was sent. */
export class DisconnectedError extends Error {
  override readonly name = 'DisconnectedError'
  readonly code = 'DISCONNECTED'
}

const linkInUse: Link = {
  call: (path, input, options) => {
    if (!link) return Promise.reject(new DisconnectedError('Not connected to the app'))
    return link.call(path, input, options)
  },
}

/** Every procedure of the contract, `client.domain.verb(input)`. Rejects with the contract's error codes. */
export const client: ContractRouterClient<Contract> = createORPCClient(linkInUse)
