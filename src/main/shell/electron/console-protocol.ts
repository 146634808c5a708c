/** @file Answers `holdspace://console`: the console's page and files with the same headers as in a browser. */
import type { Session } from 'electron'
import type { Site } from '../loopback/server'
import { CONSOLE_ORIGIN, CONSOLE_SCHEME, originOf } from './addresses'

/** What the scheme is allowed: an ordinary secure origin, no fetch, no service workers, no way around CSP. */
export const consoleScheme = {
  scheme: CONSOLE_SCHEME,
  privileges: {
    standard: true,
    secure: true,
    bypassCSP: false,
    allowServiceWorkers: false,
    supportFetchAPI: false,
    corsEnabled: false,
    stream: false,
    codeCache: false,
  },
} as const

const notHere = () =>
  new Response('Nothing here.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain', 'Content-Security-Policy': "default-src 'none'" },
  })

/** Serves the console's site on the scheme. */
export const serveConsole = (session: Session, site: Site): void => {
  session.protocol.handle(CONSOLE_SCHEME, (request) => {
    if (request.method !== 'GET' || originOf(request.url) !== CONSOLE_ORIGIN) return notHere()
    const headers = Object.fromEntries(request.headers.entries())
    const reply = site({ path: new URL(request.url).pathname, headers })
    if (!reply) return notHere()
    const body = typeof reply.body === 'string' ? reply.body : new Uint8Array(reply.body)
    return new Response(body, {
      status: reply.status,
      headers: {
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Resource-Policy': 'same-origin',
        ...reply.headers,
      },
    })
  })
}
