/** @file Instants as a reader says them, in this machine's time zone. */

/** Hours and minutes, `21:04`. */
export const timeOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  )

/** Day, month and year in words. */
export const dayOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(instant))

/** Day and time in words, with the year. */
export const momentOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(
    new Date(instant),
  )

/** Day and time in words with the zone they are said in, for paper that may be read elsewhere. */
export const zonedMomentOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(instant))

/** The name of this machine's zone as it is at an instant, `Mountain Standard Time`; an offset where it has no name. */
export const zoneOf = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZoneName: 'long' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''
