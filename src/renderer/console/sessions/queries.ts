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

/** One session. */
export const sessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['sessions', 'one', sessionId],
    queryFn: () => client.sessions.get({ sessionId: SessionId.parse(sessionId) }),
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
