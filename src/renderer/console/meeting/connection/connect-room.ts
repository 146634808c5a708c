/**
 * @file Connects the console to one room page: one iframe, one port, everything parsed both ways. Whatever the
 * page does wrong raises an alarm and changes nothing else.
 */
import { CONSOLE_PORT, type FromRoom, ToRoom } from '../../../../contract/room-protocol'
import { createHeartbeat, PING_EVERY_MS } from './heartbeat'
import { createAlarmGate } from './intake'
import type { Heard } from './intake-thread'
import { guardKeyboard } from './keyboard-guard'
import { countWindowWords, createRoomFrame, judgeWindowMessage } from './room-frame'
import type {
  CloseReason,
  ConnectionAlarm,
  ConnectionState,
  ConnectOptions,
  RoomConnection,
  RoomNotice,
} from './types'

/** How long leaving may take before the iframe goes all the same, in milliseconds (trap 16). */
export const LEAVE_LIMIT_MS = 3000
/** How long the room page may take to ask for its port, in milliseconds: on a busy machine that is long. */
export const READY_LIMIT_MS = 120_000

/**
 * Puts the room page into its container and starts the handshake.
 *
 * @returns a live connection; its states and alarms come to subscribers.
 * @throws TypeError when the room page is not on an origin of its own: a mistake of ours, never of the page.
 */
export const connectRoom = ({ container, roomUrl, title, startIntake }: ConnectOptions): RoomConnection => {
  const roomOrigin = new URL(roomUrl).origin
  if (roomOrigin === window.origin || roomOrigin === 'null') {
    throw new TypeError('The room page must have an origin of its own.')
  }

  const listeners = new Set<(notice: RoomNotice) => void>()
  const alarms = createAlarmGate()
  // Before the frame, so that it is there when the port is.
  const intake = startIntake()
  const heartbeat = createHeartbeat()
  const frame = createRoomFrame(roomUrl, title)
  const isTooManyWords = countWindowWords()
  const timers = new Set<ReturnType<typeof setTimeout>>()

  let state: ConnectionState = 'loading'
  let port: MessagePort | null = null
  let loads = 0
  let isJoinAsked = false
  let queuedJoin: ToRoom | null = null
  let lastCommandId = 0
  let lastPollId = 0
  let lastPingId = 0
  let leaving: Promise<CloseReason> | null = null
  let settleLeaving: ((reason: CloseReason) => void) | null = null

  const tell = (notice: RoomNotice): void => {
    for (const listener of listeners) {
      try {
        listener(notice)
      } catch {
        // Without the cause: it could carry what somebody wrote.
        reportError(new Error('A listener of the room connection failed.'))
      }
    }
  }

  const alarm = (kind: ConnectionAlarm): void => {
    const told = alarms.pass(kind, performance.now())
    if (told !== null) tell({ kind: 'alarm', alarm: told })
  }

  const become = (next: Exclude<ConnectionState, 'closed'>): void => {
    if (state === next || state === 'closed') return
    state = next
    tell({ kind: 'state', state: next })
  }

  const isClosed = (): boolean => state === 'closed'

  const tearDown = (reason: CloseReason): void => {
    if (isClosed()) return
    state = 'closed'
    window.removeEventListener('message', onWindowMessage)
    frame.removeEventListener('load', onFrameLoad)
    for (const timer of timers) clearTimeout(timer)
    clearInterval(pinging)
    keyboard.stop()
    port?.close()
    port = null
    // The room page's own port goes with the thread it is in.
    intake.terminate()
    // The camera and microphone are let go with the frame.
    frame.remove()
    settleLeaving?.(reason)
    tell({ kind: 'state', state: 'closed', reason })
    listeners.clear()
  }

  const after = (delayMs: number, action: () => void): void => {
    timers.add(setTimeout(action, delayMs))
  }

  const post = (message: ToRoom): boolean => {
    const parsed = ToRoom.safeParse(message)
    if (port === null || !parsed.success) return false
    port.postMessage(JSON.stringify(parsed.data))
    return true
  }

  const receiveMessage = (message: FromRoom): void => {
    heartbeat.heard()
    if (state === 'silent') become('open')
    tell({ kind: 'message', message })
    if (message.kind === 'closed' && state === 'leaving') tearDown('left')
  }

  const receiveHeard = ({ data }: MessageEvent<readonly Heard[]>): void => {
    for (const heard of data) {
      if (isClosed()) return
      if (heard.kind === 'message') receiveMessage(heard.message)
      else tell(heard)
    }
  }

  const handPort = (): void => {
    const toRoom = new MessageChannel()
    const toIntake = new MessageChannel()
    port = toIntake.port1
    port.addEventListener('message', receiveHeard)
    port.start()
    intake.postMessage(null, [toRoom.port1, toIntake.port2])
    frame.contentWindow?.postMessage(CONSOLE_PORT, roomOrigin, [toRoom.port2])
    become('open')
    if (queuedJoin !== null) post(queuedJoin)
    queuedJoin = null
  }

  function onWindowMessage(event: MessageEvent): void {
    const heard = {
      ownWindow: window,
      frameWindow: frame.contentWindow,
      roomOrigin,
      isReadyAwaited: port === null && state === 'loading',
    }
    switch (judgeWindowMessage(event, heard)) {
      case 'ready':
        handPort()
        return
      case 'forged':
        alarm('forged')
        if (isTooManyWords(performance.now())) tearDown('flooded')
        return
      case 'notOurs':
        return
    }
  }

  function onFrameLoad(): void {
    loads += 1
    if (loads === 1) return
    // Whatever is in the frame now is not the page that got the port.
    alarm('secondLoad')
    tearDown('secondLoad')
  }

  const pinging = setInterval(() => {
    if (port === null) return
    if (heartbeat.beat(performance.now()) && state === 'open') become('silent')
    lastPingId += 1
    post({ kind: 'ping', pingId: lastPingId })
  }, PING_EVERY_MS)

  intake.addEventListener('error', () => tearDown('neverReady'))
  window.addEventListener('message', onWindowMessage)
  frame.addEventListener('load', onFrameLoad)
  after(READY_LIMIT_MS, () => {
    if (state === 'loading') tearDown('neverReady')
  })
  container.replaceChildren(frame)
  const keyboard = guardKeyboard({
    frame,
    onTaken: () => tell({ kind: 'keyboardTaken' }),
    onTooOften: () => tearDown('keyboardTaken'),
  })

  const canSend = (): boolean => state === 'open' || state === 'silent'

  return {
    state: () => state,
    join(request) {
      const message = { kind: 'join', ...request } satisfies ToRoom
      const canJoin = !isJoinAsked && (canSend() || state === 'loading')
      if (!canJoin || !ToRoom.safeParse(message).success) return false
      isJoinAsked = true
      if (port === null) queuedJoin = message
      else post(message)
      return true
    },
    send(command) {
      if (!canSend()) return null
      const commandId = lastCommandId + 1
      if (!post({ kind: 'command', commandId, command })) return null
      lastCommandId = commandId
      return commandId
    },
    poll() {
      if (!canSend()) return null
      const pollId = lastPollId + 1
      if (!post({ kind: 'poll', pollId })) return null
      lastPollId = pollId
      return pollId
    },
    leave() {
      if (leaving !== null) return leaving
      if (isClosed()) return Promise.resolve<CloseReason>('closed')
      leaving = new Promise((resolve) => {
        settleLeaving = resolve
      })
      if (port === null) {
        // Nobody joined: there is nothing to hang up.
        tearDown('left')
        return leaving
      }
      post({ kind: 'leave' })
      become('leaving')
      after(LEAVE_LIMIT_MS, () => tearDown('leftUnanswered'))
      return leaving
    },
    close: () => tearDown('closed'),
    focusFrame: () => keyboard.focusFrame(),
    setShown: (isShown) => keyboard.setShown(isShown),
    cutOff: () => tearDown('keyboardTaken'),
    subscribe(listener) {
      if (!isClosed()) listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
