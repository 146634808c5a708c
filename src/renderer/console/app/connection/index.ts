/** @file Connects the console to the main process, by whichever way the shell offers. */
import { connectByMessagePort } from './message-port'
import { connectByWebSocket } from './web-socket'

/** Starts connecting. In Electron by a MessagePort, in the browser shell by a WebSocket. */
export const connect = (): void => {
  if (location.protocol === 'holdspace:') {
    connectByMessagePort()
    return
  }
  const loadId = document.querySelector('meta[name="console-load"]')?.getAttribute('content') ?? ''
  connectByWebSocket(loadId)
}
