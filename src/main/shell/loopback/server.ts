/** @file A loopback http server that answers each origin by its exact Host, from an allow-list of paths. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { StartError } from '../options'
import { codeOf, whyNoPort } from '../system-said'
import { holdFew } from './few-connections'

/** What was asked of one origin: a GET or HEAD for a plain path; query and fragment are gone. */
export interface Asked {
  path: string
  headers: IncomingHttpHeaders
}

/** What a site answers. */
export interface Reply {
  status: number
  headers: Readonly<Record<string, string>>
  body: string | Buffer
}

/** One origin: answers a path, or null for "not here" (404). */
export type Site = (asked: Asked) => Reply | null

/** How a server is set up. */
export interface LoopbackOptions {
  /** TCP port; 0 takes a free one. */
  port: number
  /** Also listen on ::1, where browsers may look for `*.localhost` first. */
  hasIpv6: boolean
  /** The site of an exact `Host` header, or null: the request is then refused with 421. */
  siteOf: (host: string) => Site | null
  /** Takes WebSocket upgrades, and says whether this one is our page's; without it every upgrade is refused. */
  onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
}

/** A listening server. */
export interface LoopbackServer {
  port: number
  close(): Promise<void>
}

const everyAnswer = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** Status of what was asked of an address that is none of ours. */
const NOT_OURS = 421

/** Only what a built file name or one of our own addresses may hold: no escapes, no dot segments. */
const plainPath = /^\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)?$/

const refused = (status: number, words: string): Reply => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': "default-src 'none'" },
  body: `${words}\n`,
})

/** Decides what to answer. Separate from the socket so that it can be tested with plain values. */
export const answer = (request: IncomingMessage, siteOf: LoopbackOptions['siteOf']): Reply => {
  const site = siteOf(request.headers.host ?? '')
  if (!site) return refused(NOT_OURS, 'Not an address of this app.')
  // A service worker would outlive the session on its origin (docs/room-page.md).
  if (request.headers['service-worker'] !== undefined) return refused(404, 'Nothing here.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405, 'Only reading is possible.')
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  if (!plainPath.test(path)) return refused(404, 'Nothing here.')
  return site({ path, headers: request.headers }) ?? refused(404, 'Nothing here.')
}

const send = (request: IncomingMessage, response: ServerResponse, reply: Reply): void => {
  const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body, 'utf8')
  response.writeHead(reply.status, { ...everyAnswer, ...reply.headers, 'Content-Length': body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** A port of 127.0.0.1 as a browser names it, in addresses and in `Host`: without http's own port, 80. */
export const hostAt = (port: number): string => new URL(`http://127.0.0.1:${port}`).host

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'))
      else resolve(address.port)
    })
  })

/** @throws `StartError`: why 127.0.0.1 cannot be had, in one plain line. */
const listenFirst = async (server: Server, port: number): Promise<number> => {
  try {
    return await listen(server, '127.0.0.1', port)
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use. Choose another with --port.`)
    throw new StartError(
      port === 0
        ? `Holdspace got no port on this computer: ${whyNoPort(error)}.`
        : `Port ${port} cannot be used: ${whyNoPort(error)}. Choose another with --port.`,
    )
  }
}

/**
 * Starts listening on 127.0.0.1 (and ::1 where the machine has it).
 *
 * @throws `StartError` where 127.0.0.1 cannot be bound.
 */
export const listenOnLoopback = async (options: LoopbackOptions): Promise<LoopbackServer> => {
  const make = (): Server => {
    const server = createServer((request, response) => {
      const reply = answer(request, options.siteOf)
      if (reply.status !== NOT_OURS) few.asked(request.socket)
      send(request, response, reply)
    })
    const few = holdFew(server)
    server.on('upgrade', (request, socket, head) => {
      if (options.onUpgrade === undefined) socket.destroy()
      else if (options.onUpgrade(request, socket, head)) few.keep(socket)
    })
    server.on('clientError', (_error, socket) => socket.destroy())
    return server
  }
  for (let attempt = 0; ; attempt += 1) {
    const first = make()
    const port = await listenFirst(first, options.port)
    const servers = [first]
    if (options.hasIpv6) {
      const second = make()
      try {
        await listen(second, '::1', port)
        servers.push(second)
      } catch (error) {
        // Somebody else on the same port of ::1 could be taken for us: move to another port.
        if (codeOf(error) === 'EADDRINUSE' && attempt < 8) {
          await closeAll(servers)
          if (options.port !== 0) throw error
          continue
        }
        // No IPv6 on this machine: 127.0.0.1 alone is enough.
      }
    }
    return { port, close: () => closeAll(servers) }
  }
}

const closeAll = async (servers: readonly Server[]): Promise<void> => {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    ),
  )
}
