/** @file The room page: takes one port from the console and runs one meeting on it. */
import { type FromRoom, ToRoom } from '../../contract/room-protocol'
import { awaitConsolePort } from './console-port'
import { createMeetingSession } from './meeting-session'

const metaContent = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? ''

const readOrder = (data: unknown): ToRoom | null => {
  if (typeof data !== 'string') return null
  try {
    const read = ToRoom.safeParse(JSON.parse(data))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

const start = (): void => {
  const parentNode = document.getElementById('meeting')
  const consoleOrigin = metaContent('console-origin')
  const meetingOrigin = metaContent('meeting-origin')
  // Opened by hand, or served without its origins: there is nobody to talk to.
  if (parentNode === null || consoleOrigin === '' || window.parent === window) return

  awaitConsolePort({ window, consoleOrigin }, (port) => {
    // Text, so that the console can weigh a message before it reads it.
    const say = (message: FromRoom): void => port.postMessage(JSON.stringify(message))
    const session = createMeetingSession({ meetingOrigin, parentNode, say })
    port.addEventListener('message', (event: MessageEvent) => {
      const order = readOrder(event.data)
      if (order !== null) session.receive(order)
    })
    port.start()
  })
}

start()
