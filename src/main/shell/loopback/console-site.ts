/** @file The console page and its files, the same in both shells. */
import { randomBytes } from 'node:crypto'
import type { Preferences } from '../../../contract/preferences'
import { consoleHeaders } from './headers'
import { setLook } from './look'
import { setMeta } from './meta'
import type { BuiltPage } from './pages'
import type { Site } from './server'

/** One load of the console page: its id, and where its room page will live. */
export interface ConsoleLoad {
  id: string
  roomOrigin: string
}

/** How the console is served. */
export interface ConsoleSiteOptions {
  page: BuiltPage
  /** The shell's WebSocket address, or null where the link is a message port. */
  socketUrl: string | null
  /** Called for every response of the page, so that each load has origins of its own. */
  newLoad: () => ConsoleLoad
  /** How the page looks and when it locks, at this moment. */
  preferences: () => Preferences
}

/**
 * Serves `/` and the console's own files. The page gets a fresh style nonce in `<meta name="csp-nonce">` and
 * the id of its load in `<meta name="console-load">`, and carries the preferences.
 */
export const consoleSite =
  ({ page, socketUrl, newLoad, preferences }: ConsoleSiteOptions): Site =>
  ({ path, headers }) => {
    const from = headers['sec-fetch-site']
    if (path === '/') {
      // Only as a page of its own: `frame-ancestors` says the same, after the fact.
      const dest = headers['sec-fetch-dest']
      if (dest !== undefined && dest !== 'document') return null
      const nonce = randomBytes(18).toString('base64')
      const load = newLoad()
      const built = setLook(page.html.replaceAll('__CSP_NONCE__', nonce), preferences())
      const html = setMeta(built, { 'console-load': load.id })
      return {
        status: 200,
        headers: consoleHeaders({ nonce, roomOrigin: load.roomOrigin, socketUrl }),
        body: html,
      }
    }
    const asset = page.asset(path)
    if (!asset) return null
    if (from !== undefined && from !== 'same-origin') {
      return { status: 403, headers: { 'Content-Type': 'text/plain' }, body: 'Not from here.\n' }
    }
    return { status: 200, headers: { 'Content-Type': asset.type }, body: asset.body }
  }
