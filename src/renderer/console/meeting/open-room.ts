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
/** The open crisis cards, with what had the keyboard as they were opened, to get it back; null: they are closed. */
const openCards = createPageStore<{ opener: Element | null } | null>({
  name: 'meeting.openCrisisCards',
  initial: null,
  outlivesLockBecause: 'it says only that the cards of the open room are open',
})

/** How many stepped out and are still to be asked about. Nobody's name is in it. */
const steppedOut = createPageStore<number>({
  name: 'meeting.steppedOut',
  initial: 0,
  outlivesLockBecause: 'it is a number, said above the lock screen too',
})

/** A card that was asked for by what it is about; null: the cards open at the first. */
const askedCard = createPageStore<string | null>({ name: 'meeting.askedCrisisCard', initial: null })

/**
 * Says which room is open, until the returned function is called.
 *
 * @param opened - by the live room, for as long as it is mounted.
 */
export const showOpenRoom = (opened: OpenRoom): (() => void) => {
  openRoom.set(opened)
  return () => {
    openRoom.wipe()
    steppedOut.wipe()
    openCards.wipe()
    askedCard.wipe()
  }
}

/** The open room, or null. */
export const useOpenRoom = (): OpenRoom | null => usePageStore(openRoom)

/** Says how many stepped out and are still to be asked about. */
export const showSteppedOut = (count: number): void => steppedOut.set(count)
/** How many there are, as React state. */
export const useSteppedOut = (): number => usePageStore(steppedOut)

/** The room as it is now, drawn anew as it changes. */
export const useRoomSnapshot = (room: LiveRoomModel): RoomSnapshot =>
  useSyncExternalStore(room.subscribe, room.snapshot)

/** Opens the crisis cards where one is. */
export const openCrisisCards = (): void =>
  openCards.update((now) => now ?? { opener: document.activeElement })
/** Opens them at one card. */
export const openCrisisCard = (cardId: string): void => {
  askedCard.set(cardId)
  openCrisisCards()
}
/** The card that was asked for, as React state. */
export const useAskedCrisisCard = (): string | null => usePageStore(askedCard)
/** Closes them; the keyboard goes back to where it was, if that is still there. */
export const closeCrisisCards = (): void => {
  const before = openCards.read()?.opener
  openCards.wipe()
  askedCard.wipe()
  // Only once they are gone: until then they hold the keyboard.
  requestAnimationFrame(() => {
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  })
}
/** Whether they are open, as React state. */
export const useAreCrisisCardsOpen = (): boolean => usePageStore(openCards) !== null

/** At lock: a room that was left already is forgotten, with everybody who was in it (promise 1). */
export const forgetLeftRoom = (): void => {
  const opened = openRoom.read()
  if (opened === null || opened.room.snapshot().stage.kind === 'left') leaveEnteredSession()
}
