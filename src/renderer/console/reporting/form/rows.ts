/** @file Lists of the form: one line replaced, one line gone. Pure. */

/** The list with one line replaced. */
export const replaceAt = <T>(list: readonly T[], at: number, line: T): T[] =>
  list.map((old, place) => (place === at ? line : old))

/** The list without one line. */
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, place) => place !== at)
