/** @file Times of day and elapsed time, as the live view prints them. */

/** `19:04`, in the facilitator's own time, 24 hours. */
export const clockTime = (atMs: number): string => {
  const at = new Date(atMs)
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** `42:10`; from an hour on `102:10`, because the plan is in minutes. Never negative. */
export const elapsedTime = (elapsedMs: number): string => {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
