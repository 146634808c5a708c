/** @file Where entering the room stands, and what stands in the way. */

/** What ended it, or keeps us out. The view has words and a way on for each. */
export type Trouble =
  | 'ticket' // the app could not ready a room page
  | 'scriptUnreachable' // the server's script did not come
  | 'scriptBroken' // what came is not the script
  | 'frameSilent' // the meeting's frame gave no sign of life: framing forbidden, or down
  | 'pageUnreachable' // our own room page did not load
  | 'pageReloaded' // the room page was loaded a second time: torn down (docs/room-page.md)
  | 'wrongPassword' // the room has a password that is none of ours
  | 'needsLogin' // the server asks for a login or a token
  | 'denied' // somebody inside turned us away
  | 'full'
  | 'kickedSelf'
  | 'ended' // the meeting ended, or its frame closed by itself
  | 'connectionLost'
  | 'keyboardTaken' // the meeting's frame kept taking the keyboard, and was cut off
  | 'flooded' // the meeting held this console up with messages, and was cut off

/** Where we are. */
export type Stage =
  /** Readying the page and the script. */
  | { kind: 'entering' }
  /** The script runs; waiting to be in the room. */
  | {
      kind: 'joining'
      isSlow: boolean
      /** When it began, in milliseconds since the epoch. */
      sinceMs: number
      /** What has come of the meeting so far. `room`: we were inside, and are coming back. */
      heard: 'nothing' | 'script' | 'frame' | 'room'
    }
  /** Our own lobby keeps us out (trap 4). */
  | { kind: 'ownLobby' }
  | { kind: 'inRoom' }
  | { kind: 'trouble'; why: Trouble; error: unknown }
  | { kind: 'leaving'; isForEveryone: boolean }
  /** Left properly. Who was here is remembered until the session is closed. */
  | {
      kind: 'left'
      isForEveryone: boolean
      /** The server showed that the meeting was ended. */
      isEndShown: boolean
    }

/**
 * What an error of the meeting means for us.
 *
 * @param errorName - as `errorOccurred` gives it (docs/meeting-api.md).
 * @returns null for errors that it gets over by itself.
 */
export const readError = (errorName: string, isFatal: boolean): Trouble | 'ownLobby' | 'lineBroke' | null => {
  if (/membersOnly$/i.test(errorName)) return 'ownLobby'
  if (/accessDenied$|notAllowed$/i.test(errorName)) return 'denied'
  if (errorName === 'conference.passwordRequired') return null
  if (/authenticationRequired$/i.test(errorName) || errorName === 'connection.passwordRequired')
    return 'needsLogin'
  if (/max_users$|maxUsers/i.test(errorName)) return 'full'
  if (errorName === 'conference.destroyed') return 'ended'
  if (isFatal) return 'connectionLost'
  // The frame may find its way back by itself; until then nothing it says of the room is news (measured).
  return /^connection\.|^conference\.(focus|connectionError|videobridgeNotAvailable)/i.test(errorName)
    ? 'lineBroke'
    : null
}
