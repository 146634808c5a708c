/**
 * @file The one way to read what the main process answers: `queries.<domain>.<verb>` makes keys and calls from
 * the contract, so that the same data stands under the same key everywhere.
 *
 * `useQuery(queries.sessions.groups.queryOptions())`, `useQuery(queries.sessions.get.queryOptions({ input }))`,
 * `cache.invalidateQueries({ queryKey: queries.sessions.key() })` after a change.
 */
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { client } from './client'

/** Options and keys of every procedure of the contract. Rejects as `client` does. */
export const queries = createTanstackQueryUtils(client)
