/** @file The console's side of the room page. */
export { connectRoom } from './connect-room'
export { startIntake } from './start-intake'
export type {
  CloseReason,
  ConnectionAlarm,
  ConnectionState,
  ConnectOptions,
  JoinRequest,
  RoomConnection,
  RoomNotice,
} from './types'
