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

interface Connection {
  state: ConnectionState
  link: Link | null
  /** As the shell said it with its first words; null where it does not. */
  statusAtConnecting: VaultStatus | null
}

const connection = createPageStore<Connection>({
  name: 'console.connection',
  initial: { state: 'connecting', link: null, statusAtConnecting: null },
  outlivesLockBecause: 'the link to the app is there locked or not',
})

/**
 * Called by the shell's connection (`app/connection`) when the link comes, goes or changes.
 *
 * @param vaultStatus - as the shell said it with its first words, where it does.
 */
export const setConnection = (
  state: ConnectionState,
  link: Link | null = null,
  vaultStatus: VaultStatus | null = null,
): void => connection.set({ state, link, statusAtConnecting: vaultStatus })

/** The connection's state now. */
export const readConnection = (): ConnectionState => connection.read().state

/** Calls `listener` after each change of the connection's state, until the returned function is called. */
export const subscribeConnection = connection.subscribe

/** The connection's state as React state. */
export const useConnection = (): ConnectionState => usePageStore(connection).state

/** The vault's status as the link came up; null where the shell does not say, or no link is up. */
export const readStatusAtConnecting = (): VaultStatus | null => connection.read().statusAtConnecting

/** Thrown by a call while no link is up; nothing was sent. */
export class DisconnectedError extends Error {
  override readonly name = 'DisconnectedError'
  readonly code = 'DISCONNECTED'
}

const linkInUse: Link = {
  call: (path, input, options) => {
    const { link } = connection.read()
    if (!link) return Promise.reject(new DisconnectedError('Not connected to the app'))
    return link.call(path, input, options)
  },
}

/** Every procedure of the contract, `client.domain.verb(input)`. Rejects with the contract's error codes. */
export const client: ContractRouterClient<Contract> = createORPCClient(linkInUse)
