/**
 * @file The room this page is in, for what stands outside the live view: the bar above every other page and above
 * the lock screen. In this page's memory; gone with the live room.
 */
import { useSyncExternalStore } from 'react'
import { createPageStore, usePageStore } from '../page-store'
import { leaveEnteredSession } from './entered-session'
import type { LiveRoomModel } from './live/live-room'
import type { RoomSnapshot } from './live/snapshot'

/** The room, and the crisis cards, which are one element that moves to where they are wanted. */
export interface OpenRoom {
  room: LiveRoomModel
  /** Where the crisis cards are drawn. */
  cardsPlace: HTMLElement
}

const openRoom = createPageStore<OpenRoom | null>({
  name: 'meeting.openRoom',
  initial: null,
  outlivesLockBecause: 'locking shuts the vault and leaves the room open',
})
const areCardsOpen = createPageStore<boolean>({
  name: 'meeting.areCrisisCardsOpen',
  initial: false,
  outlivesLockBecause: 'it says only that the cards of the open room are open',
})

/**
 * Says which room is open, until the returned function is called.
 *
 * @param opened - by the live room, for as long as it is mounted.
 */
export const showOpenRoom = (opened: OpenRoom): (() => void) => {
  openRoom.set(opened)
  return () => {
    openRoom.wipe()
    areCardsOpen.wipe()
  }
}

/** The open room, or null. */
export const useOpenRoom = (): OpenRoom | null => usePageStore(openRoom)

/** The room as it is now, drawn anew as it changes. */
export const useRoomSnapshot = (room: LiveRoomModel): RoomSnapshot =>
  useSyncExternalStore(room.subscribe, room.snapshot)

/** What had the keyboard as the cards were opened, to get it back. */
let opener: Element | null = null

/** Opens the crisis cards where one is. */
export const openCrisisCards = (): void => {
  if (!areCardsOpen.read()) opener = document.activeElement
  areCardsOpen.set(true)
}
/** Closes them; the keyboard goes back to where it was, if that is still there. */
export const closeCrisisCards = (): void => {
  const before = opener
  opener = null
  areCardsOpen.set(false)
  // Only once they are gone: until then they hold the keyboard.
  requestAnimationFrame(() => {
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  })
}
/** Whether they are open, as React state. */
export const useAreCrisisCardsOpen = (): boolean => usePageStore(areCardsOpen)

/** At lock: a room that was left already is forgotten, with everybody who was in it (promise 1). */
export const forgetLeftRoom = (): void => {
  const opened = openRoom.read()
  if (opened === null || opened.room.snapshot().stage.kind === 'left') leaveEnteredSession()
}
