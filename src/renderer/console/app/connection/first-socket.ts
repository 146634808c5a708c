/**
 * @file Opens the browser shell's socket before the rest of the console is even loaded: the handshake then
 * costs nothing of the first paint. Imports nothing that runs, on purpose.
 */
import type { VaultStatus } from '../../../../contract/vault'

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

/** The shell's first words. */
export interface Hello {
  nextToken: string
  vaultStatus: VaultStatus
}

/** Its status was made by the contract's own type a moment ago, in our own process. */
const readHello = (data: unknown): Hello | null => {
  if (typeof data !== 'string') return null
  try {
    const hello: { nextToken?: unknown; vaultStatus?: VaultStatus } = JSON.parse(data)
    if (typeof hello.nextToken !== 'string' || typeof hello.vaultStatus?.state !== 'string') return null
    return { nextToken: hello.nextToken, vaultStatus: hello.vaultStatus }
  } catch {
    return null
  }
}

/** A socket on its way, and what the shell said first. */
export interface OpeningSocket {
  socket: WebSocket
  /** Null for a first message that is none of the shell's; stays open when the socket closes before one. */
  hello: Promise<Hello | null>
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
    hello: new Promise((resolve) => {
      socket.addEventListener('message', (event) => resolve(readHello(event.data)), { once: true })
    }),
    closed: new Promise((resolve) => {
      socket.addEventListener('close', (event) => resolve(event.code), { once: true })
    }),
  }
}

/** The page's first socket; undefined in Electron, null without a token. */
export const firstSocket = location.protocol === 'holdspace:' ? undefined : openSocket()
