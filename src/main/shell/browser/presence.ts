/** @file Watches whether the console page is there: one that was, and has been gone too long, ends the shell. */

/** How long a page may be gone before the vault is locked and the shell stops, in milliseconds. */
export const GONE_AFTER_MS = 60_000

/** Told when a page comes and goes. */
export interface Presence {
  arrived(): void
  left(): void
  /** Stops watching. */
  end(): void
}

/** Calls `onGone` once, when a page that was there has been gone for `goneAfterMs`. */
export const watchPresence = (options: { goneAfterMs: number; onGone: () => void }): Presence => {
  let timer: NodeJS.Timeout | undefined
  return {
    arrived: () => clearTimeout(timer),
    left: () => {
      clearTimeout(timer)
      timer = setTimeout(options.onGone, options.goneAfterMs)
    },
    end: () => clearTimeout(timer),
  }
}
