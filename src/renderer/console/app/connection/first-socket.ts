/**
 * @file Opens the browser shell's socket before the rest of the console is even loaded: the handshake then
 * costs nothing of the first paint. Imports nothing on purpose.
 */

/** Marks our word in `window.name`, which other pages may have used. */
const NAME_PREFIX = 'holdspace:'

const readToken = (): string => {
  const fragment = location.hash.slice(1)
  // A route begins with a slash; a token never does.
  if (fragment !== '' && !fragment.startsWith('/')) return fragment
  return window.name.startsWith(NAME_PREFIX) ? window.name.slice(NAME_PREFIX.length) : ''
}

/** Keeps the next token for a reload, and takes a used one out of the address. */
export const keepToken = (token: string): void => {
  window.name = `${NAME_PREFIX}${token}`
  if (!location.hash.startsWith('#/')) history.replaceState(null, '', '#/')
}

/** A socket on its way, and the first message it brought: the next token. */
export interface OpeningSocket {
  socket: WebSocket
  /** Resolves with the data of the first message; stays open when the socket closes before one. */
  firstMessage: Promise<unknown>
  /** Resolves with the close code. */
  closed: Promise<number>
}

/**
 * Opens a socket with the one-time token at hand. The recipe is told in `main/shell/browser/socket.ts`, note
 * "Connecting from the console page".
 *
 * @returns null where there is no token: the page was opened without its start link.
 */
export const openSocket = (): OpeningSocket | null => {
  const token = readToken()
  if (token === '') return null
  const loadId = document.querySelector('meta[name="console-load"]')?.getAttribute('content') ?? ''
  const socket = new WebSocket(`ws://${location.host}/rpc`, ['holdspace', `token.${token}`, `load.${loadId}`])
  return {
    socket,
    firstMessage: new Promise((resolve) => {
      socket.addEventListener('message', (event) => resolve(event.data), { once: true })
    }),
    closed: new Promise((resolve) => {
      socket.addEventListener('close', (event) => resolve(event.code), { once: true })
    }),
  }
}

/** The page's first socket; undefined in Electron, null without a token. */
export const firstSocket = location.protocol === 'holdspace:' ? undefined : openSocket()
