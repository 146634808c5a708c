/** @file What the pages of sessions read, where it is more than one word of `queries`. */
import { skipToken } from '@tanstack/react-query'
import { SessionId } from '../../../contract/primitives'
import { queries } from '../queries'

/** One session; null where an address names none, and there is nothing to ask. */
export const readSession = (sessionId: string) => {
  const id = SessionId.safeParse(sessionId)
  return id.success
    ? { isNamed: true, options: queries.sessions.get.queryOptions({ input: { sessionId: id.data } }) }
    : { isNamed: false, options: queries.sessions.get.queryOptions({ input: skipToken }) }
}

/** The charter as it holds for a session: with what its group decided more strictly. */
export const sessionPackOptions = (sessionId: SessionId) =>
  queries.sessions.charter.queryOptions({ input: { sessionId } })

/** A charter in full: it changes only with a release. */
export const packOptions = (charterId: string) =>
  queries.charters.get.queryOptions({
    input: charterId === '' ? skipToken : { charterId },
    staleTime: 60_000,
  })
