/**
 * @file The thread that the room page's port lives in: what comes is copied, counted, weighed and parsed here, so that no
 * message, however long, holds up the page that draws (docs/room-page.md). It is handed two ports, once: the room page's
 * and the console's.
 */
import { createIntakeThread } from './intake-thread'

addEventListener(
  'message',
  ({ ports: [roomPort, consolePort] }: MessageEvent) => {
    if (roomPort && consolePort) createIntakeThread(roomPort, consolePort)
  },
  { once: true },
)
