/** @file Hands the guard the moment at which the charter wants the room locked, once, as the charter is known. */
import { useEffect, useRef } from 'react'
import type { CharterPack } from '../../../../contract/charters'
import type { EnteredSession } from '../entered-session'
import type { LiveRoomModel } from '../live/live-room'

const MINUTE_MS = 60_000

/**
 * When the room is to be locked.
 *
 * @param nowMs - in a room that the session moved to the minutes begin anew: nobody came along by themselves.
 * @returns milliseconds since the epoch: the charter's minutes after the planned start, or after the opening where that
 * was later, and never less than a minute from now. Whoever comes back after a reload may have decided by hand before it,
 * which nothing remembers: they can still put it off. Null where the charter names no minutes, and in a drill.
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

/** Plans it, once in a room: what is put off, or done by hand, is not planned anew as the charter is read again. */
export const useLockTime = (
  entered: EnteredSession,
  pack: CharterPack | null,
  room: Pick<LiveRoomModel, 'planLock'>,
): void => {
  const settings = pack?.settings
  const isPlanned = useRef(false)
  useEffect(() => {
    if (!settings || isPlanned.current) return
    isPlanned.current = true
    const atMs = lockTimeOf(entered, settings, Date.now())
    if (atMs !== null) room.planLock(atMs)
  }, [entered, settings, room])
}
