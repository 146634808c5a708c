/** @file Where a sentence begins, and what a capital letter says. */
import type { Token } from './fold'

/** True when the word opens a sentence: nothing before it, or an end mark, a colon, a bullet or a new line. */
export const opensSentence = (text: string, start: number): boolean =>
  /(^|[.!?¿¡…:;\n\r•*–—-])[\s"'“”‘’«»([{]*$/u.test(text.slice(Math.max(0, start - 12), start))

const isShout = (token: Token | undefined, text: string): boolean => {
  if (!token || token.end - token.start < 2) return false
  const shown = text.slice(token.start, token.end)
  return shown === shown.toUpperCase() && shown !== shown.toLowerCase()
}

/** True for a capital that tells something: in a line all in capitals, it tells nothing. */
export const isCapital = (tokens: readonly Token[], at: number, text: string): boolean => {
  const token = tokens[at]
  if (!token?.isCapitalised) return false
  if (!isShout(token, text)) return true
  return !isShout(tokens[at - 1], text) && !isShout(tokens[at + 1], text)
}
