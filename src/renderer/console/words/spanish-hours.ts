/** @file An hour in a Spanish sentence: one o'clock stands alone (`a la 1:05`), every other is several (`a las 21:05`). */
import type { i18n } from 'i18next'

/** A time of day with its article. */
export const withArticle = (time: string): string => `${/^0?1(?!\d)/.test(time) ? 'la' : 'las'} ${time}`

/** Teaches a catalogue to say `{{time, clock}}`. */
export const speakHours = ({ services }: Pick<i18n, 'services'>): void => {
  services.formatter?.add('clock', (time: unknown) => withArticle(String(time)))
}
