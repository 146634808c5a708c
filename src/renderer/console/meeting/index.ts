/** @file What other domains of the console may use of the meeting. */
import { loaded } from '../ui/loaded'

export { type EnteredSession, enterSession, leaveEnteredSession, useEnteredSession } from './entered-session'
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
