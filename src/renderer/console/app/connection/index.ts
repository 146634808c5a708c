/** @file Connects the console to the main process, by whichever way the shell offers. */
import { firstSocket } from './first-socket'
import { connectByMessagePort } from './message-port'
import { connectByWebSocket } from './web-socket'

/** Starts connecting. In Electron by a MessagePort, in the browser shell by a WebSocket. */
export const connect = (): void => {
  if (firstSocket === undefined) connectByMessagePort()
  else connectByWebSocket(firstSocket)
}
