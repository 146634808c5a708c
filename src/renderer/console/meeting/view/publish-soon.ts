/** @file Drawing at most once per animation frame; a hidden page, which has no frames, draws a little later. */

/** Longest wait where no frame comes, in milliseconds. */
const LATEST_MS = 250

/** Acts once, at the next frame or after a quarter of a second, whichever comes first. */
export const publishSoon = (publish: () => void): void => {
  let isDone = false
  const go = (): void => {
    if (isDone) return
    isDone = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    publish()
  }
  const frame = requestAnimationFrame(go)
  const timer = setTimeout(go, LATEST_MS)
}
