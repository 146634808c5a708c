/** @file The room page's side of the handshake: one port, from the console alone, never a second (docs/room-page.md). */
import { CONSOLE_PORT, ROOM_READY } from '../../contract/room-protocol'

/** A page's own window and what it is embedded in; a value so that it can be tested. */
export interface HandshakeScope {
  window: Window
  /** The only origin the port may come from. */
  consoleOrigin: string
}

/**
 * Whether a window message is the console handing over its port.
 *
 * @param event - anything that arrived at the window.
 * @param scope - this page.
 */
export const isPortHanding = (
  event: Pick<MessageEvent, 'source' | 'origin' | 'data' | 'ports'>,
  { window, consoleOrigin }: HandshakeScope,
): boolean =>
  event.source === window.parent &&
  window.parent === window.top &&
  window.parent !== window &&
  event.origin === consoleOrigin &&
  event.data === CONSOLE_PORT &&
  event.ports.length === 1

/**
 * Says to the console that the page is here, and waits for its port.
 *
 * @param scope - this page; its console origin comes from the page's own meta element.
 * @param onPort - called once at most.
 */
export const awaitConsolePort = (scope: HandshakeScope, onPort: (port: MessagePort) => void): void => {
  const { window, consoleOrigin } = scope
  const receive = (event: MessageEvent): void => {
    if (!isPortHanding(event, scope)) return
    window.removeEventListener('message', receive)
    const [port] = event.ports
    if (port) onPort(port)
  }
  window.addEventListener('message', receive)
  window.parent.postMessage(ROOM_READY, consoleOrigin)
}
