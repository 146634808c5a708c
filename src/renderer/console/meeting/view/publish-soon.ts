/**
 * @file Drawing at most once per animation frame; a hidden page, which has no frames, draws a little later. Where one
 * drawing takes long, as of a room of hundreds on a slow laptop, the next one waits: what a person presses comes first.
 */

/** Longest wait, in milliseconds. */
const LATEST_MS = 250
/** A drawing that takes longer is followed by a rest, in milliseconds: half a frame. */
const LONG_MS = 8
/** How many times as long as the drawing the rest is. */
const REST_TIMES = 3

/**
 * Makes it, rested.
 *
 * @param nowMs - a monotonic time, in milliseconds.
 * @returns acts once, at the next frame after the rest, or after a quarter of a second, whichever comes first.
 */
export const createPublishSoon = (nowMs: () => number = () => performance.now()) => {
  let restsUntilMs = 0
  return (publish: () => void): void => {
    let isDone = false
    let frame = 0
    const go = (): void => {
      if (isDone) return
      isDone = true
      cancelAnimationFrame(frame)
      clearTimeout(rest)
      clearTimeout(latest)
      const startedMs = nowMs()
      publish()
      // What was published is drawn as this task ends, before what is queued behind it.
      queueMicrotask(() => {
        const tookMs = nowMs() - startedMs
        restsUntilMs = tookMs > LONG_MS ? nowMs() + tookMs * REST_TIMES : 0
      })
    }
    const awaitFrame = (): void => {
      frame = requestAnimationFrame(go)
    }
    const restMs = restsUntilMs - nowMs()
    const rest = restMs > 0 ? setTimeout(awaitFrame, restMs) : undefined
    if (rest === undefined) awaitFrame()
    const latest = setTimeout(go, LATEST_MS)
  }
}
