/** @file The room page takes one port, from the console that embeds it and from nobody else. */
import { describe, expect, it } from 'vitest'
import { isPortHanding } from './console-port'

const consoleOrigin = 'http://127.0.0.1:4000'
const top = {} as Window
const page = { parent: top, top } as unknown as Window
const port = {} as MessagePort
const handing = { source: top, origin: consoleOrigin, data: 'console-port', ports: [port] }

describe('the handshake', () => {
  it('takes the console’s port', () => {
    expect(isPortHanding(handing, { window: page, consoleOrigin })).toBe(true)
  })

  it.each([
    ['another window', { ...handing, source: {} as Window }],
    ['another origin', { ...handing, origin: 'https://meet.example' }],
    ['other words', { ...handing, data: 'console-port ' }],
    ['no port', { ...handing, ports: [] }],
    ['two ports', { ...handing, ports: [port, port] }],
  ])('refuses %s', (_what, event) => {
    expect(isPortHanding(event, { window: page, consoleOrigin })).toBe(false)
  })

  it('refuses a console that is itself embedded, and a page opened on its own', () => {
    const nested = { parent: top, top: {} } as unknown as Window
    expect(isPortHanding(handing, { window: nested, consoleOrigin })).toBe(false)
    const alone: Record<string, unknown> = {}
    Object.assign(alone, { parent: alone, top: alone })
    const event = { ...handing, source: alone as unknown as Window }
    expect(isPortHanding(event, { window: alone as unknown as Window, consoleOrigin })).toBe(false)
  })
})
