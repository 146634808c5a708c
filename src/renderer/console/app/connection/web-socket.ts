/** @file The browser shell's link: oRPC over a WebSocket that was opened with a one-time token. */
import type { ClientContext } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { setConnection } from '../../client'
import { keepToken, type OpeningSocket, openSocket } from './first-socket'
import { answerOtherTabs, isOtherTabConnected } from './other-tab'

/** Close code of the shell: another page is connected, the token stays good. */
const CLOSE_BUSY = 4409
/** A page that reloads may meet its own old socket: it tries this often before it says so. */
const BUSY_TRIES_MAX = 12
const BUSY_WAIT_MS = 250
/** Waits between tries after a drop grow to this. */
const LOST_WAIT_MAX_MS = 5000
/**
 * A try after a drop that brought no first words in this long is given up for another, in milliseconds: a browser waits
 * for a handshake as long as nobody ends it. The token that it went with stays good for this load (shell, gate.ts).
 */
export const HELLO_WITHIN_MS = 20_000

/**
 * Goes on with the page's first socket, and opens another whenever one drops.
 *
 * @param first - as `first-socket` opened it; null says that the page has no token.
 */
export const connectByWebSocket = (first: OpeningSocket | null): void => {
  let busyTries = 0
  let lostTries = 0
  let hasConnected = false
  let isConnected = false
  answerOtherTabs(() => isConnected)
  /** No link of this page's own: it says whether another page has it. */
  const sayUnsupported = async () => {
    setConnection((await isOtherTabConnected()) ? 'refused' : 'unsupported')
  }

  const goOn = (opening: OpeningSocket | null) => {
    if (opening === null) {
      void sayUnsupported()
      return
    }
    const { socket } = opening
    const giveUp = hasConnected ? setTimeout(() => socket.close(), HELLO_WITHIN_MS) : undefined
    void opening.hello.then((hello) => {
      clearTimeout(giveUp)
      if (hello === null) {
        socket.close()
        return
      }
      keepToken(hello.nextToken)
      hasConnected = true
      isConnected = true
      busyTries = 0
      lostTries = 0
      // Made only now: from the next message on, the socket is oRPC's.
      setConnection('connected', new RPCLink<ClientContext>({ websocket: socket }), hello.vaultStatus)
    })
    void opening.closed.then((code) => {
      clearTimeout(giveUp)
      isConnected = false
      if (code === CLOSE_BUSY && busyTries < BUSY_TRIES_MAX) {
        busyTries += 1
        setTimeout(again, BUSY_WAIT_MS)
      } else if (code === CLOSE_BUSY) {
        setConnection('refused')
      } else if (hasConnected) {
        setConnection('lost')
        lostTries += 1
        setTimeout(again, Math.min(LOST_WAIT_MAX_MS, 200 * 2 ** Math.min(lostTries, 6)))
      } else {
        void sayUnsupported()
      }
    })
  }
  const again = () => goOn(openSocket())
  goOn(first)
}
