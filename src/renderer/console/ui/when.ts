/** @file Instants as a reader says them, in this machine's time zone. */

/** How a time of day is said: `19:04`, `7:04 PM`, or as this computer does it. */
export type TimeStyle = 'h24' | 'h12' | 'system'

type HourCycle = 'h11' | 'h12' | 'h23'

const cycleOf = (style: TimeStyle): HourCycle => {
  if (style === 'h24') return 'h23'
  if (style === 'h12') return 'h12'
  const here = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hourCycle
  return here === 'h11' || here === 'h12' ? here : 'h23'
}

const isTimeStyle = (said: string | undefined): said is TimeStyle =>
  said === 'h24' || said === 'h12' || said === 'system'

/**
 * The hours as the person wants them: of the day, or twice twelve. The page's own element says it, as it says its theme
 * and size: the shell wrote it there, and the settings change it.
 */
export const hourCycle = (): HourCycle => {
  const style = globalThis.document?.documentElement.dataset.timeStyle
  return cycleOf(isTimeStyle(style) ? style : 'h24')
}

const hoursIn = (cycle: HourCycle): Intl.DateTimeFormatOptions => ({
  hour: cycle === 'h23' ? '2-digit' : 'numeric',
  minute: '2-digit',
  hourCycle: cycle,
})

/** Hours and minutes, to be spread into the options of a format. */
export const hoursAndMinutes = (): Intl.DateTimeFormatOptions => hoursIn(hourCycle())

/** Hours and minutes in a style that need not be the person's. */
export const timeIn = (style: TimeStyle, instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, hoursIn(cycleOf(style))).format(new Date(instant))

/** Hours and minutes, `21:04` or `9:04 PM`. */
export const timeOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, hoursAndMinutes()).format(new Date(instant))

/** Day, month and year in words. */
export const dayOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(instant))

/** A calendar day (`YYYY-MM-DD`) in words: no instant, so that no zone moves it. */
export const calendarDayOf = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00.000Z`),
  )

/** A calendar month (`YYYY-MM`) in words. */
export const monthOf = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00.000Z`),
  )

/** Day and time in words, with the year. */
export const momentOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: hourCycle(),
  }).format(new Date(instant))

/** Day and time in words with the zone they are said in, for paper that may be read elsewhere. */
export const zonedMomentOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    ...hoursAndMinutes(),
    timeZoneName: 'short',
  }).format(new Date(instant))

/** The name of this machine's zone as it is at an instant, `Mountain Standard Time`; an offset where it has no name. */
export const zoneOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZoneName: 'long' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** Whole minutes until an instant, never more than are left; zero once it has passed. */
export const minutesLeft = (dueAt: string, passedMs: number): number =>
  Math.max(0, Math.floor((Date.parse(dueAt) - passedMs) / 60_000))
