/** @file Whether the screen is covered while a room is open: by hand, or because nobody touched the console. */
import { createPageStore, usePageStore } from '../page-store'

/** `minutes`: after how long without a touch. */
export type RoomCover = { kind: 'byHand' } | { kind: 'idle'; minutes: number }

const cover = createPageStore<RoomCover | null>({
  name: 'meeting.cover',
  initial: null,
  outlivesLockBecause: 'what was covered stays covered under a room that stays open; it holds no word',
})

/** Covers the screen, for the first reason that was given. */
export const coverRoom = (why: RoomCover): void => cover.update((now) => now ?? why)

/** Shows it again. */
export const uncoverRoom = (): void => cover.set(null)

/** Why the screen is covered; null while it is not. */
export const useRoomCover = (): RoomCover | null => usePageStore(cover)
