/** @file What the thread of the room page's port does: the intake, in batches to the console; orders straight through. */
import type { FromRoom } from '../../../../contract/room-protocol'
import { createAlarmGate, createIntake } from './intake'
import { TICK_MS } from './rate-limit'
import type { ConnectionAlarm } from './types'

/** One word of the room page that may be heard, or an alarm of one that may not. */
export type Heard = { kind: 'message'; message: FromRoom } | { kind: 'alarm'; alarm: ConnectionAlarm }

/** Most that go to the console in one piece: what it takes to hear them must not hold up a frame. */
export const BATCH_MAX = 100

/**
 * Starts hearing.
 *
 * @param roomPort - the room page's: hostile.
 * @param consolePort - the console's: gets arrays of `Heard`, in order; text from it goes to the room page as it is.
 * @returns stops what it does by the clock; a thread that is ended needs no such thing.
 */
export const createIntakeThread = (roomPort: MessagePort, consolePort: MessagePort): (() => void) => {
  const alarms = createAlarmGate()
  const intake = createIntake(alarms)
  let waiting: Heard[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    consolePort.postMessage(waiting)
    waiting = []
  }
  const tell = (heard: Heard): void => {
    waiting.push(heard)
    if (waiting.length >= BATCH_MAX) flush()
    else timer ??= setTimeout(flush)
  }
  roomPort.addEventListener('message', ({ data }: MessageEvent) => {
    const taken = intake.take(data, performance.now())
    if (taken.kind === 'message') tell(taken)
    else if (taken.alarm !== null) tell({ kind: 'alarm', alarm: taken.alarm })
  })
  roomPort.addEventListener('messageerror', () => {
    const alarm = alarms.pass('unparsable', performance.now())
    if (alarm !== null) tell({ kind: 'alarm', alarm })
  })
  consolePort.addEventListener('message', ({ data }: MessageEvent) => roomPort.postMessage(data))
  const ticking = setInterval(() => intake.tick(performance.now()), TICK_MS)
  consolePort.start()
  roomPort.start()
  return () => {
    clearInterval(ticking)
    if (timer !== null) clearTimeout(timer)
  }
}
