/** @file The room page and the rehearsal server on their loopback origins: one ticket, one load, one server. */
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RoomTicket } from '../../src/contract/meeting'
import { readBuiltPages } from '../../src/main/shell/loopback/pages'
import { type OpenRoom, type RoomServer, startRoomServer } from '../../src/main/shell/loopback/rooms'
import { ask } from '../fixtures/rpc-socket'

const rendererDir = join(import.meta.dirname, '../../out/renderer')
const CONSOLE = 'http://127.0.0.1:1234'
const roomName = 'a1b2c3d4e5f6a7b8c9d0e1f2'

let rooms: RoomServer
let canHoldLiveRoom = true
let changes: (OpenRoom | null)[] = []

/** Asks an address of the rooms' server by its own Host, over 127.0.0.1. */
const get = (address: string, headers: Readonly<Record<string, string>> = {}) => {
  const url = new URL(address)
  return ask(Number(url.port), url.pathname, { Host: url.host, ...headers })
}
const opened = (server: Parameters<RoomServer['open']>[0]): RoomTicket => {
  const ticket = rooms.open(server)
  if (!ticket) throw new Error('No room was opened.')
  return ticket
}
const policyOf = (headers: Record<string, unknown>) => String(headers['content-security-policy']).split('; ')

describe('rooms', () => {
  beforeAll(async () => {
    rooms = await startRoomServer({
      pages: readBuiltPages(rendererDir),
      rendererDir,
      consoleOrigin: () => CONSOLE,
      consoleSource: () => CONSOLE,
      canHoldLiveRoom: () => canHoldLiveRoom,
      onChange: (room) => changes.push(room),
    })
  })
  beforeEach(() => {
    rooms.close()
    canHoldLiveRoom = true
    expect(rooms.takeLoad(rooms.newLoad().id)).toBe(true)
    changes = []
  })
  afterAll(() => rooms.stop())

  it('serves the room page once per ticket, for its one server only', async () => {
    const ticket = opened({ kind: 'jitsi', host: 'meet.example.org:8443/group' })
    expect(ticket).toMatchObject({
      domain: 'meet.example.org:8443/group',
      scriptUrl: 'https://meet.example.org:8443/group/external_api.js',
      isRehearsal: false,
    })
    expect(ticket.roomUrl).toMatch(/^http:\/\/r[0-9a-f]{32}\.localhost:\d+\/room\/[0-9a-f]{64}$/)
    const page = await get(ticket.roomUrl, { 'Sec-Fetch-Dest': 'iframe' })
    expect(page.status).toBe(200)
    const meeting = 'https://meet.example.org:8443'
    expect(policyOf(page.headers)).toEqual([
      "default-src 'none'",
      `script-src 'self' ${meeting}`,
      "style-src 'self'",
      `frame-src ${meeting}`,
      "worker-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      `frame-ancestors ${CONSOLE}`,
    ])
    const features = String(page.headers['permissions-policy']).split(', ')
    for (const granted of ['camera', 'microphone', 'display-capture', 'autoplay']) {
      expect(features).toContain(`${granted}=(self "${meeting}")`)
    }
    for (const denied of [
      'geolocation',
      'hid',
      'usb',
      'serial',
      'clipboard-read',
      'clipboard-write',
      'window-management',
      'local-network-access',
      'local-network',
      'loopback-network',
      'compute-pressure',
    ]) {
      expect(features).toContain(`${denied}=()`)
    }
    expect(page.headers).toMatchObject({
      'origin-agent-cluster': '?1',
      'clear-site-data': '"storage"',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.body.match(/name="console-origin"/g)).toHaveLength(1)
    expect(page.body).toContain(`<meta name="console-origin" content="${CONSOLE}"`)
    expect(page.body).toContain(`<meta name="meeting-origin" content="${meeting}"`)
    expect(page.body).not.toContain('__')
    expect((await get(ticket.roomUrl)).status).toBe(404)
  })

  it('shows the page in a frame only, and to no guess', async () => {
    const ticket = opened({ kind: 'rehearsal' })
    const origin = new URL(ticket.roomUrl).origin
    expect((await get(ticket.roomUrl, { 'Sec-Fetch-Dest': 'document' })).status).toBe(404)
    expect((await get(`${origin}/room/${'0'.repeat(64)}`)).status).toBe(404)
    expect((await get(`${origin}/room/`)).status).toBe(404)
    expect((await get(`${origin}/`)).status).toBe(404)
    expect((await get(`${origin}/room/index.html`)).status).toBe(404)
    expect((await get(ticket.roomUrl, { 'Service-Worker': 'script' })).status).toBe(404)
    // None of these used the ticket up.
    expect((await get(ticket.roomUrl)).status).toBe(200)
  })

  it('answers exact hosts only', async () => {
    const ticket = opened({ kind: 'rehearsal' })
    const url = new URL(ticket.roomUrl)
    for (const host of [
      'localhost',
      `localhost:${url.port}`,
      `127.0.0.1:${url.port}`,
      url.hostname,
      `${url.host}.`,
      `x.${url.host}`,
      `r${'0'.repeat(32)}.localhost:${url.port}`,
    ]) {
      expect((await get(ticket.roomUrl, { Host: host })).status, host).toBe(421)
    }
  })

  it('serves the rehearsal from a third origin, without network or devices', async () => {
    const ticket = opened({ kind: 'rehearsal' })
    const room = new URL(ticket.roomUrl).origin
    const rehearsal = new URL(ticket.scriptUrl).origin
    expect(ticket.isRehearsal).toBe(true)
    expect(ticket.scriptUrl).toBe(`http://${ticket.domain}/external_api.js`)
    expect(ticket.domain).toMatch(/^h[0-9a-f]{32}\.localhost:\d+$/)
    expect(rehearsal).not.toBe(room)
    const script = await get(ticket.scriptUrl, { 'Sec-Fetch-Site': 'cross-site' })
    expect(script.status).toBe(200)
    expect(script.headers['content-type']).toContain('text/javascript')
    expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(script.body).toContain('JitsiMeetExternalAPI')
    // A page loads it by a plain script element.
    expect(script.body).not.toMatch(/^\s*(import|export)\b/m)
    const frame = await get(`${rehearsal}/${roomName}`)
    expect(frame.status).toBe(200)
    expect(policyOf(frame.headers)).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        `frame-ancestors ${room} ${CONSOLE}`,
      ]),
    )
    expect(String(frame.headers['permissions-policy'])).toContain('camera=()')
    const page = await get(ticket.roomUrl)
    expect(policyOf(page.headers)).toContain(`script-src 'self' ${rehearsal}`)
    expect(String(page.headers['permissions-policy'])).toContain('camera=()')
    expect(String(page.headers['permissions-policy'])).toContain('microphone=()')
  })

  it('keeps the files of each page on its own origin', async () => {
    const ticket = opened({ kind: 'rehearsal' })
    const room = new URL(ticket.roomUrl).origin
    const rehearsal = new URL(ticket.scriptUrl).origin
    const script = (html: string) => /src="\.\.(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? ''
    const roomScript = script((await get(ticket.roomUrl)).body)
    const frameScript = script((await get(`${rehearsal}/${roomName}`)).body)
    expect((await get(`${room}${roomScript}`)).status).toBe(200)
    expect((await get(`${rehearsal}${frameScript}`)).status).toBe(200)
    expect((await get(`${rehearsal}${roomScript}`)).status).toBe(404)
    expect((await get(`${room}${frameScript}`)).status).toBe(404)
    expect((await get(`${room}/external_api.js`)).status).toBe(404)
    expect((await get(`${room}/assets/console.js`)).status).toBe(404)
  })

  it('serves no rehearsal while a live room is open, and nothing once it is closed', async () => {
    const rehearsal = opened({ kind: 'rehearsal' })
    const live = opened({ kind: 'jitsi', host: 'meet.example.org' })
    expect((await get(rehearsal.scriptUrl)).status).toBe(404)
    expect((await get(rehearsal.roomUrl)).status).toBe(404)
    const page = await get(live.roomUrl)
    const asset = /src="\.\.(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1] ?? ''
    const origin = new URL(live.roomUrl).origin
    expect((await get(`${origin}${asset}`)).status).toBe(200)
    rooms.close()
    expect((await get(`${origin}${asset}`)).status).toBe(404)
    expect(rooms.openRoom()).toBeNull()
    expect(changes).toEqual([
      expect.objectContaining({ isRehearsal: true }),
      expect.objectContaining({ isRehearsal: false, meetingOrigin: 'https://meet.example.org' }),
      null,
    ])
  })

  it('ends the rooms of an earlier load, and keeps them for the same load', async () => {
    const load = rooms.newLoad()
    rooms.takeLoad(load.id)
    const ticket = opened({ kind: 'rehearsal' })
    expect(ticket.roomUrl.startsWith(load.roomOrigin)).toBe(true)
    rooms.newLoad()
    expect(rooms.takeLoad(load.id)).toBe(true)
    expect(rooms.openRoom()).not.toBeNull()
    const next = rooms.newLoad()
    rooms.takeLoad(next.id)
    expect(rooms.openRoom()).toBeNull()
    expect((await get(ticket.roomUrl)).status).toBe(421)
    expect(rooms.takeLoad('f'.repeat(32))).toBe(false)
  })

  it.each(['current', 'coming'])('keeps the load of the %s page however many others ask', (which) => {
    const load = rooms.newLoad()
    if (which === 'current') rooms.takeLoad(load.id)
    for (let count = 0; count < 500; count += 1) rooms.newLoad()
    expect(rooms.takeLoad(load.id)).toBe(true)
    expect(opened({ kind: 'rehearsal' }).roomUrl.startsWith(`${load.roomOrigin}/`)).toBe(true)
  })

  it('knows its own loads from what only looks like one', () => {
    const { id, roomOrigin } = rooms.newLoad()
    const another = rooms.newLoad()
    const half = id.length / 2
    const made = [
      '',
      id.slice(1),
      `${id}0`,
      id.toUpperCase(),
      id.slice(0, half) + another.id.slice(half),
      new URL(roomOrigin).hostname.slice(1).split('.', 1)[0] ?? '',
      'f'.repeat(id.length),
      '\u00e9'.repeat(id.length),
    ]
    for (const word of made) expect(rooms.takeLoad(word), word).toBe(false)
    expect(rooms.takeLoad(id)).toBe(true)
  })

  it('refuses a live room where the browser cannot hold one, the rehearsal excepted', () => {
    canHoldLiveRoom = false
    expect(rooms.open({ kind: 'jitsi', host: 'meet.example.org' })).toBeNull()
    expect(rooms.open({ kind: 'rehearsal' })).not.toBeNull()
  })
})
