/** @file What the pages of sessions ask for, once, so that keys and calls agree. */
import { queryOptions } from '@tanstack/react-query'
import { SessionId } from '../../../contract/primitives'
import { client } from '../client'

/** All groups. */
export const groupsQuery = queryOptions({
  queryKey: ['sessions', 'groups'],
  queryFn: () => client.sessions.groups(),
})

/** Scheduled and open sessions, soonest first. */
export const upcomingQuery = queryOptions({
  queryKey: ['sessions', 'upcoming'],
  queryFn: () => client.sessions.upcoming(),
})

/** The open session, or null. */
export const activeQuery = queryOptions({
  queryKey: ['sessions', 'active'],
  queryFn: () => client.sessions.active(),
})

/** An address that names no session; answered in words like a session that is gone. */
export class NoSuchSessionError extends Error {
  override readonly name = 'NoSuchSessionError'
  readonly code = 'NOT_FOUND'
}

/** One session. */
export const sessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['sessions', 'one', sessionId],
    queryFn: () => {
      const id = SessionId.safeParse(sessionId)
      // An address somebody typed: there is no such session, and nothing to ask.
      if (!id.success) throw new NoSuchSessionError('Not the id of a session')
      return client.sessions.get({ sessionId: id.data })
    },
  })

/** A charter in full. */
export const packQuery = (charterId: string) =>
  queryOptions({
    queryKey: ['charters', 'get', charterId],
    queryFn: () => client.charters.get({ charterId }),
    staleTime: 60_000,
  })

/** Installed charters, for choosing. */
export const chartersQuery = queryOptions({
  queryKey: ['charters', 'list'],
  queryFn: () => client.charters.list(),
})

/** What the vault keeps, by kind. */
export const keptQuery = queryOptions({
  queryKey: ['vault', 'kept'],
  queryFn: () => client.vault.kept(),
})
