/** @file The gate for everything the room page says: counted, weighed, parsed, and nothing else (docs/room-page.md). */
import {
  FromRoom,
  MESSAGE_MAX,
  MESSAGES_PER_SECOND_MAX,
  TEXT_PER_SECOND_MAX,
} from '../../../../contract/room-protocol'
import { createRateLimit, type RateLimit } from './rate-limit'
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

/** The gate of one connection. Times are monotonic milliseconds. */
export interface Intake {
  take(data: unknown, nowMs: number): Taken
  /** This page is awake: due every `TICK_MS`. */
  tick(nowMs: number): void
}

/** What a connection may say: how often, and how much text. */
export interface IntakeLimits {
  messages: RateLimit
  text: RateLimit
}

const protocolLimits = (): IntakeLimits => ({
  messages: createRateLimit({ perSecond: MESSAGES_PER_SECOND_MAX, burst: MESSAGES_PER_SECOND_MAX }),
  text: createRateLimit({ perSecond: TEXT_PER_SECOND_MAX, burst: TEXT_PER_SECOND_MAX }),
})

/** Makes the gate of one connection: how often first, unread; then how long; then the words. */
export const createIntake = (alarms: AlarmGate, limits: IntakeLimits = protocolLimits()): Intake => ({
  take(data, nowMs) {
    const drop = (alarm: ConnectionAlarm): Taken => ({ kind: 'dropped', alarm: alarms.pass(alarm, nowMs) })
    if (!limits.messages.take(nowMs)) return drop('flood')
    if (typeof data === 'string') {
      if (data.length > MESSAGE_MAX) return drop('tooLarge')
      if (!limits.text.take(nowMs, data.length)) return drop('flood')
    }
    const parsed = parseFromRoom(data)
    return typeof parsed === 'string' ? drop(parsed) : { kind: 'message', message: parsed }
  },
  tick(nowMs) {
    limits.messages.tick(nowMs)
    limits.text.tick(nowMs)
  },
})
