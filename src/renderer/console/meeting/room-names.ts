/**
 * @file The bare list of display names that were in the room, for the debrief's linter only (promise 1).
 * In this page's memory: gone when the debrief is saved or discarded, the console is locked or reloaded,
 * or 30 minutes pass.
 */
import { createPageStore, usePageStore } from '../page-store'

/** Longest time the names stay after the room closed, in milliseconds (promise 1). */
export const ROOM_NAMES_KEPT_MS = 30 * 60_000

/** Names and until when. */
export interface RoomNames {
  names: readonly string[]
  /** Milliseconds since the epoch at which they go by themselves. */
  untilMs: number
}

let timer: ReturnType<typeof setTimeout> | undefined
const kept = createPageStore<RoomNames | null>({
  name: 'meeting.roomNames',
  initial: null,
  onWipe: () => clearTimeout(timer),
})

/** Keeps the names from now for 30 minutes at most. An empty list keeps nothing. */
export const keepRoomNames = (names: readonly string[]): void => {
  if (names.length === 0) {
    forgetRoomNames()
    return
  }
  kept.set({ names: [...new Set(names)], untilMs: Date.now() + ROOM_NAMES_KEPT_MS })
  clearTimeout(timer)
  timer = setTimeout(forgetRoomNames, ROOM_NAMES_KEPT_MS)
}

/** Forgets the names: the debrief was saved or discarded, or the console is locked. */
export const forgetRoomNames = (): void => kept.wipe()

/** The names, or null when none are kept. A laptop that slept past the end is caught here, not by the timer. */
export const readRoomNames = (): RoomNames | null => {
  const names = kept.read()
  if (names && Date.now() >= names.untilMs) kept.wipe()
  return kept.read()
}

/** Calls `listener` after each change, until the returned function is called. */
export const subscribeRoomNames = kept.subscribe

/** The names as React state. */
export const useRoomNames = (): RoomNames | null => usePageStore(kept)
