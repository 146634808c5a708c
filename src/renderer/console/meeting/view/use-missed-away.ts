/**
 * @file Who was here when we dropped out and is not here any more now that we are back: a list begun anew shows nobody
 * leaving, and somebody who went meanwhile would be missed by nobody.
 */
import { useCallback, useEffect, useRef } from 'react'
import type { RoomSnapshot } from '../live/snapshot'
import { JUST_LEFT_MS, type Left, stillMissed, withTwins } from './left'

/** What was seen last while we were inside. */
interface Inside {
  /** A list begun anew goes on counting where the one before it ended. */
  ownOrdinal: number
  others: RoomSnapshot['people']
}

/**
 * Watches our own absences. Once we are back, the others have as long as for a broken line, and the list must be
 * answered for: then whoever is in it neither by their connection nor by their name is missed.
 *
 * @param isOver - the room is closed: every name goes at once.
 * @param onMissed - told once for each absence in which somebody went.
 */
export const useMissedAway = (
  snapshot: RoomSnapshot,
  isOver: boolean,
  onMissed: (missed: readonly Left[]) => void,
): void => {
  const inside = useRef<Inside | null>(null)
  const isOutside = useRef(false)
  const away = useRef<readonly Left[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const now = useRef(snapshot)
  const tell = useRef(onMissed)
  useEffect(() => {
    tell.current = onMissed
  }, [onMissed])

  const look = useCallback(() => {
    if (now.current.stage.kind !== 'inRoom') return
    if (now.current.isRosterStale) {
      timer.current = setTimeout(look, JUST_LEFT_MS)
      return
    }
    const removed = new Set(now.current.removals.map(({ id }) => id))
    const missed = away.current.filter(({ id }) => !removed.has(id))
    away.current = []
    if (missed.length > 0) tell.current(missed)
  }, [])

  useEffect(() => {
    now.current = snapshot
    const self = snapshot.people.find(({ isSelf }) => isSelf)
    if (snapshot.stage.kind !== 'inRoom' || !self) {
      isOutside.current = true
      return
    }
    const others = snapshot.people.filter(({ isSelf }) => !isSelf)
    const last = inside.current
    if (last !== null && (isOutside.current || last.ownOrdinal !== self.ordinal)) {
      const known = new Set(away.current.map(({ id }) => id))
      away.current = [...away.current, ...withTwins(last.others).filter(({ id }) => !known.has(id))]
      clearTimeout(timer.current)
      timer.current = setTimeout(look, JUST_LEFT_MS)
    }
    isOutside.current = false
    inside.current = { ownOrdinal: self.ordinal, others }
    // Who was seen since we are back is followed like anybody.
    away.current = stillMissed(away.current, others)
  }, [snapshot, look])

  useEffect(() => {
    if (!isOver) return
    clearTimeout(timer.current)
    away.current = []
    inside.current = null
  }, [isOver])
  useEffect(() => () => clearTimeout(timer.current), [])
}
