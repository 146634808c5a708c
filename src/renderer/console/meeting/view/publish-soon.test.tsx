/** @file Drawing: at the next frame; after a long drawing not at once, and never later than a quarter of a second. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPublishSoon } from './publish-soon'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const FRAME_MS = 17
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

it('draws at the next frame, and rests three times as long as a long drawing took', async () => {
  let nowMs = 0
  let drawings = 0
  const publishSoon = createPublishSoon(() => nowMs)
  const draw = (tookMs: number) =>
    publishSoon(() => {
      drawings += 1
      nowMs += tookMs
    })
  draw(4)
  await pass(FRAME_MS)
  draw(40)
  await pass(FRAME_MS)
  expect(drawings).toBe(2)
  draw(40)
  await pass(100)
  expect(drawings).toBe(2)
  await pass(20 + FRAME_MS)
  expect(drawings).toBe(3)
})

it('waits a quarter of a second at most, however long a drawing took', async () => {
  let nowMs = 0
  let drawings = 0
  const publishSoon = createPublishSoon(() => nowMs)
  for (let drawing = 0; drawing < 2; drawing += 1) {
    publishSoon(() => {
      drawings += 1
      nowMs += 5000
    })
    await pass(drawing === 0 ? FRAME_MS : 249)
  }
  expect(drawings).toBe(1)
  await pass(1)
  expect(drawings).toBe(2)
})
