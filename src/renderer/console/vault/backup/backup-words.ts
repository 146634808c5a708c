/** @file When a backup was made, as its name says. */
import { hourCycle } from '../../ui/when'

/** The moment in a backup's name, by the clock of the computer that made it, in words. */
export const madeWords = (name: string, language: string): string => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (name.match(/\d+/g) ?? []).map(
    Number,
  )
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: hourCycle(),
  }).format(new Date(year, month - 1, day, hour, minute, second))
}
