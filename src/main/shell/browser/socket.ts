/**
 * @file The browser shell's WebSocket: who may connect, the next token, then oRPC.
 *
 * [Note: Connecting from the console page]
 * The page reads its token from `location.hash` (first load) or `window.name` (reload), and its load id from
 * `<meta name="console-load">`, and opens `new WebSocket('ws://HOST/rpc', ['holdspace', 'token.' + token,
 * 'load.' + loadId])`. The first message on an accepted socket is a text frame `{"nextToken":"…","vaultStatus":{…}}`;
 * the page puts the token into `window.name` and clears the fragment with `history.replaceState`; the status lets
 * it paint the right screen at once. Every later message is oRPC's. `window.name` lives as long as the tab and survives a reload; unlike `sessionStorage`, the address
 * and `history.state` it is not part of what a browser writes to a profile, and a page of another origin in
 * the same tab does not get it (Chromium clears it when the console's opener policy ends the group).
 *
 * A valid token while another page is connected is not used up: the socket closes with `CLOSE_BUSY`. A page
 * that reloads may meet its own old socket, so it tries again a few times before it says so. A socket that breaks
 * before the page has spoken leaves the token it came with good for the same load. Any other refusal
 * is an HTTP 403 and shows in the page as close code 1006.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { VaultStatus } from '../../../contract/vault'
import type { Gate, Offer } from './gate'

/** Close code: another page is connected. The token stays good. */
export const CLOSE_BUSY = 4409
/** Close code: the shell is stopping. */
export const CLOSE_STOPPING = 4503
/** Largest message taken, in bytes: far above any record of ours. */
const MESSAGE_MAX_BYTES = 4 * 1024 * 1024

/** How sockets are taken. */
export interface SocketDoorOptions {
  gate: Gate
  /** The console's own `Host` header, `127.0.0.1:PORT`. */
  host: () => string
  /** Makes the page's load the current one; false refuses the socket. */
  takeLoad: (loadId: string) => boolean
  /** The vault's status at this moment, for the page's first paint. */
  vaultStatus: () => VaultStatus
  /** Called with an accepted socket, after the next token was sent. */
  onConnected: (socket: WebSocket, request: IncomingMessage) => void
  onDisconnected: () => void
}

/** Takes upgrades, at most one connected page at a time. */
export interface SocketDoor {
  /** @returns true for the socket that is now the page's. */
  onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  close: () => void
}

const offeredIn = (request: IncomingMessage): Offer | null => {
  const words = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim())
  const [name, token, loadId, ...more] = words
  if (name !== 'holdspace' || !token?.startsWith('token.') || !loadId?.startsWith('load.')) return null
  return more.length === 0 ? { token: token.slice(6), loadId: loadId.slice(5) } : null
}

const isFromOurPage = (request: IncomingMessage, host: string): boolean => {
  const { headers } = request
  const from = headers['sec-fetch-site']
  return (
    headers.host === host &&
    headers.origin === `http://${host}` &&
    request.url === '/rpc' &&
    (from === undefined || from === 'same-origin')
  )
}

const refuse = (socket: Duplex): void => {
  socket.end(
    'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Length: 0\r\n\r\n',
  )
}

/** A door for the console page's socket. */
export const openSocketDoor = (options: SocketDoorOptions): SocketDoor => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_MAX_BYTES,
    perMessageDeflate: false,
    // Never echo the token back: only the plain name is chosen.
    handleProtocols: () => 'holdspace',
  })
  let connected: WebSocket | null = null

  return {
    onUpgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy())
      const offered = offeredIn(request)
      if (!offered || !isFromOurPage(request, options.host()) || !options.gate.knows(offered)) {
        refuse(socket)
        return false
      }
      if (connected) {
        sockets.handleUpgrade(request, socket, head, (page) => page.close(CLOSE_BUSY, 'busy'))
        return false
      }
      if (!options.takeLoad(offered.loadId)) {
        refuse(socket)
        return false
      }
      const nextToken = options.gate.turn(offered)
      sockets.handleUpgrade(request, socket, head, (page) => {
        connected = page
        page.on('error', () => page.terminate())
        page.once('message', () => options.gate.spoken())
        page.on('close', () => {
          connected = null
          options.onDisconnected()
        })
        page.send(JSON.stringify({ nextToken, vaultStatus: options.vaultStatus() }))
        options.onConnected(page, request)
      })
      return connected !== null
    },
    close: () => {
      connected?.close(CLOSE_STOPPING, 'stopping')
      sockets.close()
    },
  }
}
