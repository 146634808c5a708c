/**
 * @file Makes the browser forget that the person has just acted in this page, once that act has done its work. It remembers
 * an act for five seconds without saying of which frame; with ours forgotten, what it remembers was done in the meeting.
 */

/** Handing on what an act allows uses it up. Nothing here can pay, so nothing is gained by whoever gets this. */
const handedOn = { targetOrigin: '/', delegate: 'payment' }

/** @returns false where this browser remembers all the same. */
export const forgetOwnAct = (): boolean => {
  try {
    window.postMessage(null, handedOn)
  } catch {
    // A browser that does not know of it, or does not allow it.
  }
  return !navigator.userActivation.isActive
}
