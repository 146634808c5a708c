/** @file What other domains of the console may use of the meeting. */
import { loaded } from '../ui/loaded'

export { coverRoom, useRoomCover } from './cover'
export { type EnteredSession, enterSession, leaveEnteredSession, useEnteredSession } from './entered-session'
export { forgetLeftRoom } from './open-room'
export type { GuidedAct, Opened, Practice, PracticeState } from './practice'
export {
  forgetRoomNames,
  keepRoomNames,
  ROOM_NAMES_KEPT_MS,
  type RoomNames,
  readRoomNames,
  subscribeRoomNames,
  useRoomNames,
} from './room-names'
export type { LiveRoomProps } from './view/LiveRoom'

/** The live view, mounted by the frame for as long as a session is entered; loaded when first needed. */
export const LiveRoom = loaded(async () => (await import('./view/LiveRoom')).LiveRoom)

/** The bar above every other page while a room is open. */
export const RoomBar = loaded(async () => (await import('./view/RoomBar')).RoomBar)

/** The bar above the lock screen while a room is open. */
export const LockedRoom = loaded(async () => (await import('./view/LockedRoom')).LockedRoom)
