/** @file The console's side of the room page. */
export { connectRoom } from './connect-room'
export type {
  CloseReason,
  ConnectionAlarm,
  ConnectionState,
  ConnectOptions,
  JoinRequest,
  RoomConnection,
  RoomNotice,
} from './types'
