/**
 * @file The browser shell's link: a WebSocket opened with a one-time token. The recipe is told in
 * `main/shell/browser/socket.ts`, note "Connecting from the console page".
 */
import type { ClientContext } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { setConnection } from '../../client'

/** Close code of the shell: another page is connected, the token stays good. */
const CLOSE_BUSY = 4409
/** A page that reloads may meet its own old socket: it tries this often before it says so. */
const BUSY_TRIES_MAX = 12
const BUSY_WAIT_MS = 250
/** Waits between tries after a drop grow to this. */
const LOST_WAIT_MAX_MS = 5000
/** Marks our word in `window.name`, which other pages may have used. */
const NAME_PREFIX = 'holdspace:'

const readToken = (): string => {
  const fragment = location.hash.slice(1)
  // A route begins with a slash; a token never does.
  if (fragment !== '' && !fragment.startsWith('/')) return fragment
  return window.name.startsWith(NAME_PREFIX) ? window.name.slice(NAME_PREFIX.length) : ''
}

const keepToken = (token: string): void => {
  window.name = `${NAME_PREFIX}${token}`
  if (!location.hash.startsWith('#/')) history.replaceState(null, '', '#/')
}

const readNextToken = (data: unknown): string | null => {
  if (typeof data !== 'string') return null
  const message: unknown = JSON.parse(data)
  return typeof message === 'object' &&
    message !== null &&
    'nextToken' in message &&
    typeof message.nextToken === 'string'
    ? message.nextToken
    : null
}

/** Connects, and connects again whenever the socket drops. */
export const connectByWebSocket = (loadId: string): void => {
  let busyTries = 0
  let lostTries = 0
  let hasConnected = false

  const open = () => {
    const token = readToken()
    if (token === '') {
      setConnection('unsupported')
      return
    }
    const socket = new WebSocket(`ws://${location.host}/rpc`, [
      'holdspace',
      `token.${token}`,
      `load.${loadId}`,
    ])
    socket.addEventListener(
      'message',
      (event) => {
        const nextToken = readNextToken(event.data)
        if (nextToken === null) return socket.close()
        keepToken(nextToken)
        hasConnected = true
        busyTries = 0
        lostTries = 0
        // Made only now: from the next message on, the socket is oRPC's.
        setConnection('connected', new RPCLink<ClientContext>({ websocket: socket }))
      },
      { once: true },
    )
    socket.addEventListener('close', (event) => {
      if (event.code === CLOSE_BUSY && busyTries < BUSY_TRIES_MAX) {
        busyTries += 1
        setTimeout(open, BUSY_WAIT_MS)
      } else if (event.code === CLOSE_BUSY) {
        setConnection('refused')
      } else if (hasConnected) {
        setConnection('lost')
        lostTries += 1
        setTimeout(open, Math.min(LOST_WAIT_MAX_MS, 200 * 2 ** Math.min(lostTries, 6)))
      } else {
        setConnection('unsupported')
      }
    })
  }
  open()
}
