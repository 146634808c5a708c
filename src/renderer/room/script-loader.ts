/** @file Loads the meeting server's own external_api.js into this page, and says what came of it. */
import { type MeetingApiConstructor, readConstructor } from './meeting-api'

/** When the script is said to be late, in milliseconds. A slow line is not a broken one. */
export const SCRIPT_SLOW_MS = 20_000
/** How long the script may take, in milliseconds. */
export const SCRIPT_LIMIT_MS = 120_000

/** The constructor, or why there is none. */
export type ScriptOutcome =
  | { kind: 'loaded'; construct: MeetingApiConstructor }
  /** No answer, a refusal, not found, or nothing within the limit. */
  | { kind: 'scriptUnreachable' }
  /** Something came, and it was not the script. */
  | { kind: 'scriptBroken' }

/**
 * Adds a script element and waits for it. Never rejects.
 *
 * @param scriptUrl - on the meeting's origin: checked by the caller, and by the page's headers.
 * @param onSlow - called once, when it is late and may still come.
 */
export const loadMeetingScript = (scriptUrl: string, onSlow: () => void): Promise<ScriptOutcome> =>
  new Promise((resolve) => {
    const element = document.createElement('script')
    const lateness = setTimeout(onSlow, SCRIPT_SLOW_MS)
    const timer = setTimeout(() => {
      element.remove()
      resolve({ kind: 'scriptUnreachable' })
    }, SCRIPT_LIMIT_MS)
    const settle = (outcome: ScriptOutcome): void => {
      clearTimeout(lateness)
      clearTimeout(timer)
      resolve(outcome)
    }
    element.addEventListener('error', () => settle({ kind: 'scriptUnreachable' }))
    element.addEventListener('load', () => {
      const construct = readConstructor(window)
      settle(construct === null ? { kind: 'scriptBroken' } : { kind: 'loaded', construct })
    })
    element.async = true
    element.referrerPolicy = 'no-referrer'
    element.src = scriptUrl
    document.head.append(element)
  })
