/** @file Today by the calendar of this computer. */

/** `YYYY-MM-DD` of an instant in this machine's zone; of now where none is given. */
export const localToday = (now: Date = new Date()): string =>
  [
    String(now.getFullYear()).padStart(4, '0'),
    String(now.getMonth() + 1).padStart(2, '0'),
    String(now.getDate()).padStart(2, '0'),
  ].join('-')
