/** @file The gate for everything the room page says: counted, weighed, parsed, and nothing else (docs/room-page.md). */
import { FromRoom, MESSAGE_MAX, MESSAGES_PER_SECOND_MAX } from '../../../../contract/room-protocol'
import type { ConnectionAlarm } from './types'

/** How long an alarm of one kind stays told, in milliseconds. */
export const ALARM_QUIET_MS = 10_000

/** What came of one message. */
export type Taken =
  | { kind: 'message'; message: FromRoom }
  /** Dropped; the alarm is null when the same one was told a moment ago. */
  | { kind: 'dropped'; alarm: ConnectionAlarm | null }

/** Remembers which alarms were told lately. */
export interface AlarmGate {
  /**
   * @param alarm - what happened.
   * @param nowMs - a monotonic time, in milliseconds.
   * @returns the alarm when it is to be told, null when it was told within the last ten seconds of such trouble.
   */
  pass(alarm: ConnectionAlarm, nowMs: number): ConnectionAlarm | null
}

/** Makes a gate that tells each kind once while the trouble lasts, and again after ten calm seconds. */
export const createAlarmGate = (quietMs = ALARM_QUIET_MS): AlarmGate => {
  const lastSeenAtMs = new Map<ConnectionAlarm, number>()
  return {
    pass(alarm, nowMs) {
      const last = lastSeenAtMs.get(alarm)
      lastSeenAtMs.set(alarm, nowMs)
      return last !== undefined && nowMs - last < quietMs ? null : alarm
    },
  }
}

/** Counts messages over any one second. */
export interface RateLimit {
  /**
   * @param nowMs - a monotonic time, in milliseconds; never earlier than the time before.
   * @returns false when the second before `nowMs` already holds the most that is taken.
   */
  take(nowMs: number): boolean
}

/** Makes a limit of `max` messages in any window of one second, however it is cut. */
export const createRateLimit = (max: number = MESSAGES_PER_SECOND_MAX): RateLimit => {
  const takenAtMs = new Float64Array(max).fill(Number.NEGATIVE_INFINITY)
  let next = 0
  return {
    take(nowMs) {
      const oldest = takenAtMs[next] ?? Number.NEGATIVE_INFINITY
      if (nowMs - oldest < 1000) return false
      takenAtMs[next] = nowMs
      next = (next + 1) % max
      return true
    },
  }
}

/**
 * Parses one message of the room page. Never throws.
 *
 * @param data - what the port delivered: JSON text, or it is no word of the protocol.
 * @returns the message, stripped to the fields the protocol names, or why it is refused.
 */
export const parseFromRoom = (data: unknown): FromRoom | 'unparsable' | 'tooLarge' => {
  if (typeof data !== 'string') return 'unparsable'
  if (data.length > MESSAGE_MAX) return 'tooLarge'
  try {
    const read = FromRoom.safeParse(JSON.parse(data))
    return read.success ? read.data : 'unparsable'
  } catch {
    return 'unparsable'
  }
}

/** The gate of one connection. */
export interface Intake {
  /** @param nowMs - a monotonic time, in milliseconds. */
  take(data: unknown, nowMs: number): Taken
}

/** Makes the gate of one connection: the rate first, unread; then the weight; then the words. */
export const createIntake = (alarms: AlarmGate, limit: RateLimit = createRateLimit()): Intake => ({
  take(data, nowMs) {
    if (!limit.take(nowMs)) return { kind: 'dropped', alarm: alarms.pass('flood', nowMs) }
    const parsed = parseFromRoom(data)
    return typeof parsed === 'string'
      ? { kind: 'dropped', alarm: alarms.pass(parsed, nowMs) }
      : { kind: 'message', message: parsed }
  },
})
