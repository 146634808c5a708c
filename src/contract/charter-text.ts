/** @file Texts of a charter pack: their length, and what may stand in braces. */
import { z } from 'zod'

/** Words of at most `max` UTF-16 units, trimmed, never empty. */
export const words = (max: number) => z.string().trim().min(1).max(max)

/** Words as they will be said or sent: nothing in braces or brackets, which nobody would fill in. */
export const spoken = (max: number) =>
  words(max).regex(/^[^{}[\]]*$/, 'Nothing may stand in braces or brackets here.')

/** The text without the blanks of this list; what is left of braces and brackets is nobody's to fill in. */
const withoutBlanks = (text: string, blanks: readonly string[]): string =>
  blanks.reduce((left, blank) => left.replaceAll(`{${blank}}`, ''), text)

/** Whether nothing but blanks of this list stands in braces or brackets. */
export const hasOnlyBlanks = (blanks: readonly string[]) => (text: string) =>
  !/[{}[\]]/.test(withoutBlanks(text, blanks))
