/** @file Times of day and elapsed time, as the live view prints them. */
import { timeOf } from '../../ui/when'
import { catalogue } from '../../words'

/** `19:04` or `7:04 PM`, in the facilitator's own time. */
export const clockTime = (atMs: number): string => timeOf(atMs, catalogue.language)

/** `42:10`; from an hour on `102:10`, because the plan is in minutes. Never negative. */
export const elapsedTime = (elapsedMs: number): string => {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
