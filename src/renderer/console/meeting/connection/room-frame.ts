/** @file The iframe that holds the room page, with what it may do; and what a window message from it means. */
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

/** What a window message is to us. */
export type WindowWord =
  /** The room page asks for its port. */
  | 'ready'
  /** It imitates the handshake, or the room page says something else than it may. */
  | 'forged'
  /** Somebody else's business. */
  | 'notOurs'

/**
 * Judges a window message (docs/room-page.md, handshake 2).
 *
 * @param event - anything that arrived at the window.
 * @param frameWindow - the iframe's content window.
 * @param roomOrigin - the only origin heard.
 */
export const judgeWindowMessage = (
  event: Pick<MessageEvent, 'source' | 'origin' | 'data'>,
  frameWindow: MessageEventSource | null,
  roomOrigin: string,
): WindowWord => {
  const isFromFrame = frameWindow !== null && event.source === frameWindow
  if (isFromFrame && event.origin === roomOrigin && event.data === ROOM_READY) return 'ready'
  return isFromFrame || event.data === ROOM_READY ? 'forged' : 'notOurs'
}
