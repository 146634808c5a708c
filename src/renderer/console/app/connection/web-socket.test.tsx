/** @file The page's way back to the shell, over a browser's socket that the test answers. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSocket } from './first-socket'
import { connectByWebSocket, HELLO_WITHIN_MS } from './web-socket'

/** What the browser was asked to open, oldest first. */
const opened: StandInSocket[] = []

/** A socket that does nothing by itself. */
class StandInSocket extends EventTarget {
  constructor() {
    super()
    opened.push(this)
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  close(): void {
    this.dispatchEvent(new CloseEvent('close', { code: 1006 }))
  }
}
const hello = (nextToken: string) => JSON.stringify({ nextToken, vaultStatus: { state: 'locked' } })
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', StandInSocket)
  window.name = 'holdspace:first'
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  window.name = ''
  opened.length = 0
})

it('gives up a try that nobody answers, and tries again', async () => {
  connectByWebSocket(openSocket())
  opened[0]?.say(hello('second'))
  await pass(0)
  opened[0]?.close()
  await pass(1000)
  expect(opened).toHaveLength(2)
  await pass(HELLO_WITHIN_MS)
  await pass(1000)
  expect(opened).toHaveLength(3)
  opened[2]?.say(hello('third'))
  await pass(2 * HELLO_WITHIN_MS)
  // Answered, it is never given up.
  expect(opened).toHaveLength(3)
  expect(window.name).toBe('holdspace:third')
})
