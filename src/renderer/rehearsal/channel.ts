/**
 * @file The window messages between script and frame, in upstream's envelope: text, a scope, and a handshake in
 * which each side sends its own mark until the other echoes it (docs/meeting-api.md).
 */

/** How often a side says it is there, in milliseconds. */
const READY_EVERY_MS = 50

/** What goes through the channel. */
export type Parcel =
  | { type: 'event'; data: Readonly<Record<string, unknown>> }
  | { type: 'request'; id: number; data: Readonly<Record<string, unknown>> }
  | { type: 'response'; id: number; result?: unknown; error?: unknown }

/** One side of the channel. */
export interface Channel {
  /** Sends, or keeps until the other side is there. */
  send(parcel: Parcel): void
  close(): void
}

/** What a side is made from. */
export interface ChannelOptions {
  /** Both sides of one meeting share it. */
  scope: string
  /** The window of the other side; asked for late, because a frame's window changes as it loads. */
  target: () => Window | null
  /** The only origin heard; null hears any, as upstream's frame does. */
  allowedOrigin: string | null
  receive: (parcel: Parcel) => void
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readParcel = (value: unknown): Parcel | null => {
  if (!isRecord(value)) return null
  const { type, id, data, result, error } = value
  if (type === 'event' && isRecord(data)) return { type, data }
  if (type === 'request' && typeof id === 'number' && isRecord(data)) return { type, id, data }
  if (type === 'response' && typeof id === 'number') return { type, id, result, error }
  return null
}

const readEnvelope = (text: unknown, scope: string): { method: unknown; params: unknown } | null => {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value)) return null
    const { postis, scope: itsScope, method, params } = value
    return postis === true && itsScope === scope ? { method, params } : null
  } catch {
    return null
  }
}

/** Opens one side. */
export const openChannel = ({ scope, target, allowedOrigin, receive }: ChannelOptions): Channel => {
  const mark = crypto.randomUUID()
  const waiting: Parcel[] = []
  let isReady = false

  const post = (method: string, params: unknown): void => {
    target()?.postMessage(JSON.stringify({ postis: true, scope, method, params }), '*')
  }

  const onMessage = (event: MessageEvent): void => {
    if (event.source !== target() || (allowedOrigin !== null && event.origin !== allowedOrigin)) return
    const envelope = readEnvelope(event.data, scope)
    if (envelope === null) return
    if (envelope.method === '__ready__') {
      if (envelope.params !== mark) {
        post('__ready__', envelope.params)
      } else if (!isReady) {
        isReady = true
        clearInterval(saying)
        for (const parcel of waiting.splice(0)) post('message', parcel)
      }
      return
    }
    const parcel = envelope.method === 'message' ? readParcel(envelope.params) : null
    if (parcel !== null) receive(parcel)
  }

  const saying = setInterval(() => post('__ready__', mark), READY_EVERY_MS)
  window.addEventListener('message', onMessage)

  return {
    send: (parcel) => {
      if (isReady) post('message', parcel)
      else waiting.push(parcel)
    },
    close: () => {
      clearInterval(saying)
      window.removeEventListener('message', onMessage)
    },
  }
}
