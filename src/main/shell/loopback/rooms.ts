/** @file The room page and the rehearsal server on random loopback origins, fresh for each console load. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { DrillFrame } from '../../../contract/drill-plan'
import type { RoomTicket } from '../../../contract/meeting'
import type { MeetingServer } from '../../../contract/meeting-server'
import type { RoomHost } from '../../host'
import type { ConsoleLoad } from './console-site'
import { rehearsalHeaders, rehearsalScriptHeaders, roomHeaders } from './headers'
import { setMeta } from './meta'
import { type BuiltPage, type PageName, readRehearsalScript } from './pages'
import { listenOnLoopback, type Site } from './server'

/** How the rooms are served. */
export interface RoomServerOptions {
  pages: (name: PageName) => BuiltPage
  /** Absolute path of `out/renderer`. */
  rendererDir: string
  /** The console's origin as `event.origin` shows it: `http://127.0.0.1:1234` or `holdspace://console`. */
  consoleOrigin: () => string
  /** The console in `frame-ancestors`: its origin, or its scheme in Electron. */
  consoleSource: () => string
  /** False where the browser at hand cannot keep a live room apart (browser shell, no Chromium). */
  canHoldLiveRoom: () => boolean
  /** Told when a room page is readied or stops being served. */
  onChange?: (open: OpenRoom | null) => void
}

/** The origins of the room that is being served. */
export interface OpenRoom {
  roomOrigin: string
  meetingOrigin: string
  isRehearsal: boolean
}

/** Serves rooms to the core, and loads to the shell. */
export interface RoomServer extends RoomHost {
  /** A new console load with origins of its own. It counts only once taken. */
  newLoad: () => ConsoleLoad
  /**
   * Makes a load the current one; rooms of an earlier load stop being served.
   *
   * @returns false when there is no such load.
   */
  takeLoad: (id: string) => boolean
  /** The room being served now, or null. */
  openRoom: () => OpenRoom | null
  stop: () => Promise<void>
}

interface Load extends ConsoleLoad {
  roomHost: string
  rehearsalHost: string
}

/**
 * Loads that are remembered by nobody: an id proves itself, and its hosts follow from it. Anybody on this machine may
 * ask for the page as often as they like, and a list of those who may still connect would be pushed full.
 */
const createLoads = (port: () => number) => {
  const secret = randomBytes(32)
  const sealed = (purpose: string, serial: string): string =>
    createHmac('sha256', secret).update(`${purpose}:${serial}`).digest('hex').slice(0, 32)
  const loadOf = (serial: string): Load => {
    const roomHost = `r${sealed('room', serial)}.localhost:${port()}`
    const rehearsalHost = `h${sealed('rehearsal', serial)}.localhost:${port()}`
    return { id: serial + sealed('id', serial), roomOrigin: `http://${roomHost}`, roomHost, rehearsalHost }
  }
  return {
    create: (): Load => loadOf(random(16)),
    /** The load of this id; null for one that was never given out by this shell. */
    find: (id: string): Load | null => {
      if (!/^[0-9a-f]{64}$/.test(id)) return null
      const load = loadOf(id.slice(0, 32))
      return isSame(id, load.id) ? load : null
    },
  }
}

/** Path of the rehearsal's meeting frame: a room name of the contract. */
const roomNamePath = /^\/[a-z0-9]{20,64}$/
const ticketPath = /^\/room\/([0-9a-f]{64})$/

const random = (bytes: number): string => randomBytes(bytes).toString('hex')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Starts the rooms' server on a free port. Nothing is served until a load is taken and a room opened. */
export const startRoomServer = async (options: RoomServerOptions): Promise<RoomServer> => {
  const roomPage = options.pages('room')
  const rehearsalPage = options.pages('rehearsal')
  const rehearsalScript = readRehearsalScript(options.rendererDir)
  const loads = createLoads(() => server.port)
  let current: Load | null = null
  let open: (OpenRoom & { ticket: string | null; drill: DrillFrame | null }) | null = null

  const setOpen = (next: typeof open): void => {
    if (open === null && next === null) return
    open = next
    options.onChange?.(shown())
  }
  const shown = (): OpenRoom | null =>
    open && { roomOrigin: open.roomOrigin, meetingOrigin: open.meetingOrigin, isRehearsal: open.isRehearsal }

  const roomSite: Site = ({ path, headers }) => {
    if (!open) return null
    const ticket = ticketPath.exec(path)?.[1]
    if (ticket === undefined) {
      const asset = roomPage.asset(path)
      return asset && { status: 200, headers: { 'Content-Type': asset.type }, body: asset.body }
    }
    if (open.ticket === null || !isSame(ticket, open.ticket)) return null
    const dest = headers['sec-fetch-dest']
    if (dest !== undefined && dest !== 'iframe') return null
    open.ticket = null
    const { meetingOrigin, isRehearsal } = open
    return {
      status: 200,
      headers: roomHeaders({ consoleSource: options.consoleSource(), meetingOrigin, hasMedia: !isRehearsal }),
      body: setMeta(roomPage.html, {
        'console-origin': options.consoleOrigin(),
        'meeting-origin': meetingOrigin,
      }),
    }
  }

  const rehearsalSite: Site = ({ path }) => {
    if (!open?.isRehearsal) return null
    if (path === '/external_api.js') {
      return { status: 200, headers: rehearsalScriptHeaders, body: rehearsalScript }
    }
    if (roomNamePath.test(path)) {
      const parts = { consoleSource: options.consoleSource(), roomOrigin: open.roomOrigin }
      const { drill } = open
      const body = drill ? setMeta(rehearsalPage.html, { drill: JSON.stringify(drill) }) : rehearsalPage.html
      return { status: 200, headers: rehearsalHeaders(parts), body }
    }
    const asset = rehearsalPage.asset(path)
    return asset && { status: 200, headers: { 'Content-Type': asset.type }, body: asset.body }
  }

  const server = await listenOnLoopback({
    port: 0,
    hasIpv6: true,
    siteOf: (host) => {
      if (!current) return null
      if (host === current.roomHost) return roomSite
      return host === current.rehearsalHost ? rehearsalSite : null
    },
  })

  return {
    newLoad: () => {
      const { id, roomOrigin } = loads.create()
      return { id, roomOrigin }
    },
    takeLoad: (id) => {
      const load = loads.find(id)
      if (!load) return false
      // The same load again is a socket that came back: its room stays.
      if (load.id !== current?.id) {
        setOpen(null)
        current = load
      }
      return true
    },
    openRoom: shown,
    open: (meetingServer: MeetingServer, drill?: DrillFrame): RoomTicket | null => {
      if (!current) return null
      if (meetingServer.kind === 'jitsi' && !options.canHoldLiveRoom()) return null
      const ticket = random(32)
      const { roomOrigin, rehearsalHost } = current
      const isRehearsal = meetingServer.kind === 'rehearsal'
      const base = isRehearsal ? `http://${rehearsalHost}` : `https://${meetingServer.host}`
      const meetingOrigin = new URL(base).origin
      setOpen({ roomOrigin, meetingOrigin, isRehearsal, ticket, drill: drill ?? null })
      return {
        roomUrl: `${roomOrigin}/room/${ticket}`,
        domain: isRehearsal ? rehearsalHost : meetingServer.host,
        scriptUrl: `${base}/external_api.js`,
        isRehearsal,
      }
    },
    close: () => setOpen(null),
    stop: async () => {
      setOpen(null)
      current = null
      await server.close()
    },
  }
}
