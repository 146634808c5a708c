/** @file What other domains of the console may use of the meeting. */
export { type EnteredSession, enterSession, leaveEnteredSession, useEnteredSession } from './entered-session'
export { forgetRoomNames, keepRoomNames, ROOM_NAMES_KEPT_MS, type RoomNames, readRoomNames, useRoomNames } from './room-names'
