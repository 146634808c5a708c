/**
 * @file The iframe that holds the room page, with what it may do; what a window message from it means, and how many of them
 * are put up with.
 */
import { ROOM_READY } from '../../../../contract/room-protocol'

/** The features lent to the meeting's frame; the room page's own headers say the same (docs/room-page.md). */
const lentFeatures = [
  'camera',
  'microphone',
  'display-capture',
  'autoplay',
  'screen-wake-lock',
  'speaker-selection',
].join('; ')

/**
 * Makes the room page's iframe, not yet in the document. Scripts and its own origin, nothing more: no popups, no
 * forms, no downloads, no dialogs, no way to the page that holds it (docs/room-page.md, hostile room).
 *
 * @param roomUrl - on an origin of its own.
 * @param title - the accessible name.
 */
export const createRoomFrame = (roomUrl: string, title: string): HTMLIFrameElement => {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
  frame.setAttribute('allow', lentFeatures)
  frame.referrerPolicy = 'no-referrer'
  // What the meeting stores is parted from everything else and ends with this page.
  frame.setAttribute('credentialless', '')
  frame.title = title
  frame.style.setProperty('border', '0')
  frame.style.setProperty('display', 'block')
  frame.style.setProperty('inline-size', '100%')
  frame.style.setProperty('block-size', '100%')
  frame.src = roomUrl
  return frame
}

/** Whose window messages are heard. */
export interface HeardWindows {
  /** Our own: what it says to itself is not ours to judge. */
  ownWindow: MessageEventSource
  /** The iframe's content window. */
  frameWindow: MessageEventSource | null
  /** The only origin heard. */
  roomOrigin: string
  /** False once the port was handed: then nothing that comes is read at all. */
  isReadyAwaited: boolean
}

/** What a window message is to us. */
export type WindowWord =
  /** The room page asks for its port. */
  | 'ready'
  /** The room page says something else than it may, or another window says anything: nobody else has a word here. */
  | 'forged'
  /** Somebody else's business. */
  | 'notOurs'

/**
 * Judges a window message (docs/room-page.md, handshake 2). Its data is looked at in one case only: reading it is what
 * copies it into this page, however long it is.
 *
 * @param event - anything that arrived at the window.
 */
export const judgeWindowMessage = (
  event: Pick<MessageEvent, 'source' | 'origin' | 'data'>,
  { ownWindow, frameWindow, roomOrigin, isReadyAwaited }: HeardWindows,
): WindowWord => {
  if (event.source === ownWindow) return 'notOurs'
  const isFromRoom = frameWindow !== null && event.source === frameWindow && event.origin === roomOrigin
  return isFromRoom && isReadyAwaited && event.data === ROOM_READY ? 'ready' : 'forged'
}

/**
 * Most words to our window that are put up with in `WORDS_WITHIN_MS`. An honest page says one in all its life; so many cost
 * some 35 ms to work off. Far above what a page that lies four times a second says: they are counted as they are heard,
 * and a machine that was busy hears a minute's at once.
 */
export const WINDOW_WORDS_MAX = 500
/** In milliseconds. */
export const WORDS_WITHIN_MS = 5000

/**
 * Counts the words to our window that nobody may say. The browser hands each of them to the page that draws, read or not:
 * only taking away the frame that says them ends it.
 *
 * @returns tells of one, at a monotonic time in milliseconds; true when it is one too many.
 */
export const countWindowWords = (): ((nowMs: number) => boolean) => {
  let saidAtMs: readonly number[] = []
  return (nowMs) => {
    saidAtMs = [...saidAtMs.filter((atMs) => nowMs - atMs < WORDS_WITHIN_MS), nowMs]
    return saidAtMs.length > WINDOW_WORDS_MAX
  }
}
