/** @file The calendar's libraries, loaded when a file is asked for: nobody needs them to hold a group. */
import type { CalendarInput } from './calendar-text'
import type { ReadCalendar } from './read-calendar'

/** The text of a calendar file. Rejects when the app's own files cannot be loaded. */
export const makeCalendar = async (input: CalendarInput): Promise<string> =>
  (await import('./calendar-text')).calendarText(input)

/** What a file holds. Rejects when the file cannot be read, or the app's own cannot be loaded. */
export const openCalendar = async (file: File, ownZone: string): Promise<ReadCalendar> => {
  const { CALENDAR_BYTES_MAX, readCalendar } = await import('./read-calendar')
  // Looked at before a byte of it is copied.
  return file.size > CALENDAR_BYTES_MAX
    ? { kind: 'refused', reason: 'tooLarge' }
    : readCalendar(await file.text(), ownZone)
}
