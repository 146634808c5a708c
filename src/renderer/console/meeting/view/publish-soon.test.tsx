/** @file Drawing: at the next frame; after a long drawing not at once, and never later than a quarter of a second. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPublishSoon } from './publish-soon'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const FRAME_MS = 17
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

it.each([
  [12, 36],
  [40, 50],
])(
  'draws at the next frame, and after a drawing of %i ms rests %i: three times as long, and no longer than that',
  async (tookMs, restMs) => {
    let nowMs = 0
    let drawings = 0
    const publishSoon = createPublishSoon(() => nowMs)
    const draw = (ms: number) =>
      publishSoon(() => {
        drawings += 1
        nowMs += ms
      })
    draw(4)
    await pass(FRAME_MS)
    draw(tookMs)
    await pass(FRAME_MS)
    expect(drawings).toBe(2)
    draw(tookMs)
    await pass(restMs - 1)
    expect(drawings).toBe(2)
    await pass(1 + FRAME_MS)
    expect(drawings).toBe(3)
  },
)

it('draws a quarter of a second later where no frame comes, as on a hidden page', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  let drawings = 0
  createPublishSoon(() => 0)(() => {
    drawings += 1
  })
  await pass(249)
  expect(drawings).toBe(0)
  await pass(1)
  expect(drawings).toBe(1)
  vi.unstubAllGlobals()
})
