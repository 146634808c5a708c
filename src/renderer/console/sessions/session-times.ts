/** @file When a session is, as a person would say it: in the group's own time zone, with the zone's name. */
import { hoursAndMinutes } from '../ui/when'

/** Parts of a day for the greeting, by the hour of this computer's clock. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening'

/** From 5 it is morning, from 12 afternoon, from 18 evening, the whole night through. */
export const partOfDay = (hour: number): PartOfDay =>
  hour >= 5 && hour < 12 ? 'morning' : hour >= 12 && hour < 18 ? 'afternoon' : 'evening'

/** Home shows only a session that begins within this time, in milliseconds (docs/promises.md). */
export const NEAR_MS = 60 * 60_000
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** What the rules here need of a session. */
export interface PlannedTime {
  /** ISO instant. */
  plannedAt: string
  /** IANA zone of the group. */
  timeZone: string
  plannedMinutes: number
}

/** True from an hour before its start until its planned end. */
export const isNear = (session: PlannedTime, nowMs: number): boolean => {
  const startMs = Date.parse(session.plannedAt)
  return nowMs >= startMs - NEAR_MS && nowMs <= startMs + session.plannedMinutes * MINUTE_MS
}

/** True before the hour in which it begins: until then it is prepared, and opening it asks once. */
export const isEarly = (session: PlannedTime, nowMs: number): boolean =>
  nowMs < Date.parse(session.plannedAt) - NEAR_MS

/** True when its planned end has passed. */
export const isOverdue = (session: PlannedTime, nowMs: number): boolean =>
  nowMs > Date.parse(session.plannedAt) + session.plannedMinutes * MINUTE_MS

/** The calendar day in a zone, as days since the epoch. */
const dayNumber = (ms: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(ms)
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? '0')
  return Date.UTC(of('year'), of('month') - 1, of('day')) / DAY_MS
}

/**
 * How far away an instant is: minutes within an hour, else calendar days in the group's zone.
 *
 * @returns null for this very minute, for which the catalogue has the word.
 */
export const relativeWords = (
  atMs: number,
  nowMs: number,
  timeZone: string,
  language: string,
): string | null => {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const minutes = Math.round((atMs - nowMs) / MINUTE_MS)
  if (minutes === 0) return null
  if (Math.abs(minutes) <= 60) return words.format(minutes, 'minute')
  const days = dayNumber(atMs, timeZone) - dayNumber(nowMs, timeZone)
  if (days === 0 && minutes < 0) return words.format(Math.round(minutes / 60), 'hour')
  return words.format(days, 'day')
}

/** A time zone's name without summer or winter, such as "Mountain Time". */
export const zoneWords = (timeZone: string, language: string, atMs: number): string => {
  const named = (timeZoneName: 'longGeneric' | 'short') =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
      .formatToParts(atMs)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  const generic = named('longGeneric')
  // A zone without a name of its own: "UTC" or "GMT-5" says it better than "GMT+00:00".
  return /^GMT[+-]/.test(generic) ? named('short') : generic
}

const dayAndTime = (atMs: number, nowMs: number, timeZone: string, language: string): string => {
  const days = dayNumber(atMs, timeZone) - dayNumber(nowMs, timeZone)
  const isThisWeek = days >= 0 && days < 7
  const day = new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    ...(isThisWeek ? {} : { day: 'numeric', month: 'long' }),
  }).format(atMs)
  const time = new Intl.DateTimeFormat(language, {
    timeZone,
    ...hoursAndMinutes(),
  }).format(atMs)
  return `${day}, ${time}`
}

/** A session's time in words. */
export interface SessionWhen {
  /** "Thursday, 19:00 Mountain Time"; with the date from a week ahead on. */
  when: string
  /** "in 2 days", "tomorrow", "in 25 minutes"; null for this very minute. */
  relative: string | null
  /** The same moment on this computer's clock, where that is another one; else null. */
  here: string | null
}

/**
 * Puts a session's time into words.
 *
 * @param session - its instant and the group's zone.
 * @param nowMs - the present instant.
 * @param language - BCP 47.
 * @param ownZone - this computer's zone.
 */
export const sessionWhen = (
  session: PlannedTime,
  nowMs: number,
  language: string,
  ownZone: string,
): SessionWhen => {
  const atMs = Date.parse(session.plannedAt)
  const there = dayAndTime(atMs, nowMs, session.timeZone, language)
  const here = dayAndTime(atMs, nowMs, ownZone, language)
  return {
    when: `${there} ${zoneWords(session.timeZone, language, atMs)}`,
    relative: relativeWords(atMs, nowMs, session.timeZone, language),
    here: here === there ? null : here,
  }
}

/** This computer's time zone. */
export const machineZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
