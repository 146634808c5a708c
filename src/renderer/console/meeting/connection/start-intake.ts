/** @file Starts the thread that the room page's port lives in. */

/** One thread for one connection; it ends by `terminate`. */
export const startIntake = (): Worker =>
  new Worker(new URL('./intake-worker.ts', import.meta.url), { type: 'module', name: 'room-intake' })
