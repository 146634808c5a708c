/** @file Hands the guard the moment at which the charter wants the room locked, once, as the charter is known. */
import { useEffect, useRef } from 'react'
import type { CharterPack } from '../../../../contract/charters'
import { client } from '../../client'
import type { EnteredSession } from '../entered-session'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'

const MINUTE_MS = 60_000

/**
 * When the room is to be locked.
 *
 * @param nowMs - in a room that the session moved to the minutes begin anew: nobody came along by themselves.
 * @returns milliseconds since the epoch: the charter's minutes after the planned start, or after the opening where that
 * was later, and never less than a minute from now: whoever comes back late can still put it off. Null where the charter
 * names no minutes, and in a drill.
 */
export const lockTimeOf = (
  { session, moved, practice }: EnteredSession,
  settings: CharterPack['settings'],
  nowMs: number,
): number | null => {
  const moment = settings.lock.value
  if (moment.kind !== 'grace' || practice) return null
  const openedMs = session.openedAt === null ? nowMs : Date.parse(session.openedAt)
  const startMs = moved === null ? Math.max(Date.parse(session.plannedAt), openedMs) : nowMs
  return Math.max(startMs + moment.minutes * MINUTE_MS, nowMs + MINUTE_MS)
}

/** Whether it was over before this page was loaded. Where that cannot be read, it is not: it can still be put off. */
const wasOver = async ({ session }: EnteredSession): Promise<boolean> => {
  try {
    return (await client.meeting.isLockTimeOver({ sessionId: session.id })).isOver
  } catch {
    return false
  }
}

/**
 * Plans it, once in a room: what is put off, or done by hand, is not planned anew as the charter is read again. That it
 * is over is kept while the session is open: a reload forgets everything else.
 *
 * @param isVaultOpen - while it is not, nothing can be kept: it is once it is open again.
 */
export const useLockTime = (
  entered: EnteredSession,
  pack: CharterPack | null,
  room: Pick<LiveRoomModel, 'planLock' | 'nowMs'>,
  { isLockTimeOver }: Pick<RoomSnapshot, 'isLockTimeOver'>,
  isVaultOpen: boolean,
): void => {
  const settings = pack?.settings
  const isPlanned = useRef(false)
  const isKept = useRef(false)
  useEffect(() => {
    if (!settings || isPlanned.current || lockTimeOf(entered, settings, Date.now()) === null) return
    isPlanned.current = true
    void wasOver(entered).then((isOver) => {
      const nowMs = Date.now()
      const atMs = lockTimeOf(entered, settings, nowMs)
      if (!isOver && atMs !== null) room.planLock(atMs - nowMs + room.nowMs())
    })
  }, [entered, settings, room])
  const hasTime = settings !== undefined && lockTimeOf(entered, settings, 0) !== null
  const sessionId = entered.session.id
  useEffect(() => {
    if (!isLockTimeOver || !hasTime || !isVaultOpen || isKept.current) return
    isKept.current = true
    client.meeting.endLockTime({ sessionId }).catch(() => {
      isKept.current = false
    })
  }, [isLockTimeOver, hasTime, isVaultOpen, sessionId])
}
