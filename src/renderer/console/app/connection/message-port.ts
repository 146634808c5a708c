/** @file Electron's link: one MessagePort, handed to the preload once per page load. */
import type { ClientContext } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { setConnection } from '../../client'

/** The one word the preload listens for (src/preload/index.ts). */
const CONNECT = 'holdspace-connect'

/** Hands one end of a channel to the preload, and speaks the contract over the other. */
export const connectByMessagePort = (): void => {
  const { port1, port2 } = new MessageChannel()
  // Main closes the port of a page it refuses, and of one that another load replaced.
  port1.addEventListener('close', () => setConnection('lost'))
  const link = new RPCLink<ClientContext>({ port: port1 })
  port1.start()
  window.postMessage(CONNECT, window.origin, [port2])
  setConnection('connected', link)
}
