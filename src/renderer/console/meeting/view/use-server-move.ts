/**
 * @file Moving the session to the group's other server: written down first, then the room is left, and the other one
 * entered with the same wishes for lock and quiet. Who was in the first room is forgotten but for the linter's names.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Group, Session } from '../../../../contract/sessions'
import { client } from '../../client'
import { queries } from '../../queries'
import { type EnteredSession, enterSession } from '../entered-session'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'

/** The way to the other server. */
export interface ServerMove {
  /** Its address; null: there is none. */
  otherHost: string | null
  isMoving: boolean
  /** What nobody can answer or send any more once we moved: it goes with the room. */
  atStake: { messageCount: number; wordsCount: number; steppedOutCount: number }
  /** Why it could not be done; null when nothing went wrong. We are still where we were. */
  error: unknown
  move: () => void
}

/** The address of the server that a session is not on; null where its group has none. */
export const otherHostOf = (session: Session, groups: readonly Group[]): string | null => {
  const group = groups.find(({ id }) => id === session.groupId)
  const own = group?.server.kind === 'jitsi' ? group.server.host : null
  const second = group?.secondServer?.host ?? null
  if (session.server.kind !== 'jitsi' || own === null || second === null || own === second) return null
  return session.server.host === second ? own : second
}

/** What was wished of the room when we were last inside, as far as it is still our wish. */
export interface RoomWishes {
  isLocked: boolean
  isQuiet: boolean
}

/** After coming back the lock is not known: that takes no wish back. */
export const wishesAfter = (
  before: RoomWishes,
  { stage, lock, quiet }: Pick<RoomSnapshot, 'stage' | 'lock' | 'quiet'>,
): RoomWishes => {
  if (stage.kind !== 'inRoom') return before
  const isLocked = lock.wish === 'locked' || (lock.wish === 'unknown' && before.isLocked)
  return { isLocked, isQuiet: quiet.wish === 'quiet' }
}

/**
 * The way, for the session that is entered.
 *
 * @param drafted - to whom words were typed and not sent, by id. Those that were tried count once.
 * @param steppedOutCount - who stepped out and is still to be asked about.
 */
export const useServerMove = (
  { session, moved }: EnteredSession,
  room: Pick<LiveRoomModel, 'close'>,
  snapshot: RoomSnapshot,
  drafted: readonly string[] = [],
  steppedOutCount = 0,
): ServerMove => {
  const queryClient = useQueryClient()
  const groups = useQuery(queries.sessions.groups.queryOptions())
  const [isMoving, setIsMoving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const wishes = useRef<RoomWishes>({ isLocked: moved?.isLocked ?? false, isQuiet: moved?.isQuiet ?? false })
  const hasBeenInside = useRef(false)
  useEffect(() => {
    // Until the moderator's wishes were handed over once, what was brought along still stands.
    if (snapshot.stage.kind === 'inRoom' && snapshot.control === 'moderator') hasBeenInside.current = true
    if (hasBeenInside.current) wishes.current = wishesAfter(wishes.current, snapshot)
  }, [snapshot])

  const move = async (): Promise<void> => {
    setIsMoving(true)
    setError(null)
    try {
      const next = await client.sessions.moveToOtherServer({ sessionId: session.id })
      const names = [...(moved?.names ?? []), ...(await room.close())]
      client.meeting.closeRoomPage().catch(() => {
        // It stops being served when the next one is readied.
      })
      await queryClient.invalidateQueries({ queryKey: queries.sessions.key() })
      // A token is one server's own.
      enterSession({ session: next, jwt: null, moved: { ...wishes.current, names } })
    } catch (problem) {
      setError(problem)
      setIsMoving(false)
    }
  }

  const notSent = snapshot.outgoing.flatMap(({ to, key, status }) =>
    status.kind === 'notSent' ? [to.kind === 'person' ? to.id : key] : [],
  )
  return {
    otherHost: otherHostOf(session, groups.data ?? []),
    isMoving,
    atStake: {
      messageCount: snapshot.messages.length,
      wordsCount: new Set<string | number>([...drafted, ...notSent]).size,
      steppedOutCount,
    },
    error,
    move: () => void (isMoving ? undefined : move()),
  }
}

/** Locks and quiets the new room as the one before was to be, once, as soon as we may. */
export const useBroughtWishes = (
  moved: EnteredSession['moved'],
  room: Pick<LiveRoomModel, 'lock' | 'quiet'>,
  snapshot: Pick<RoomSnapshot, 'stage' | 'control'>,
): void => {
  const isDone = useRef(false)
  const canAct = snapshot.stage.kind === 'inRoom' && snapshot.control === 'moderator'
  useEffect(() => {
    if (moved === null || !canAct || isDone.current) return
    isDone.current = true
    if (moved.isLocked) room.lock()
    if (moved.isQuiet) room.quiet()
  }, [moved, canAct, room])
}
