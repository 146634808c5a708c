/** @file Finds the room's names in a text: one pass over its words. The rule is in name-index.ts. */
import { commonWords, neverNames } from './common-words'
import type { Finding, Span } from './finding'
import { foldWithOffsets, type Token, tokenize, unleet, unspaced } from './fold'
import type { NameIndex, WordRule } from './name-index'

/** An apostrophe of any keyboard and an s: the possessive. */
const possessive = /^[\u0027\u2019\u2018\u02bc\u00b4\u0060\u2032\uff07]s(?![\p{L}\p{N}])/iu

/** True when the word opens a sentence: nothing before it, or an end mark, a colon, a bullet or a new line. */
const opensSentence = (text: string, start: number) =>
  /(^|[.!?…:;\n\r•*–—-])[\s"'“”‘’«»([{]*$/u.test(text.slice(Math.max(0, start - 12), start))

const ruleHolds = (rule: WordRule, token: Token, text: string, index: NameIndex): boolean => {
  if (rule === 'always') return true
  if (rule === 'loneCapital') return token.isCapitalised
  if (possessive.test(text.slice(token.end, token.end + 3))) return true
  if (index.asShown.size > 0 && index.asShown.has(text.slice(token.start, token.end).normalize('NFC')))
    return true
  if (!token.isCapitalised) return false
  return rule === 'capitalised' || !opensSentence(text, token.start)
}

/** Length of the longest name of several words that begins at this token, in tokens; 0 when none does. */
const phraseAt = (tokens: readonly Token[], at: number, index: NameIndex): number => {
  const first = tokens[at]
  const phrases = first ? index.phrases.get(first.word) : undefined
  const found = phrases?.find((parts) => parts.every((part, step) => tokens[at + step]?.word === part))
  return found?.length ?? 0
}

/** The forms under which a token may be a name: itself, without a plain s, its letters, its digits read as letters. */
const formsOf = (word: string): string[] => {
  const forms = [word]
  if (/^\p{L}{4,}$/u.test(word) && word.endsWith('s') && !commonWords.has(word) && !neverNames.has(word)) {
    forms.push(word.slice(0, -1))
  }
  if (/\p{N}/u.test(word)) {
    for (const run of word.match(/\p{L}{3,}/gu) ?? []) forms.push(run)
    forms.push(...unleet(word))
  }
  return forms
}

const findInside = (text: string, index: NameIndex): Span[] => {
  if (index.inside.length === 0 || !unspaced.test(text)) return []
  const folded = foldWithOffsets(text)
  const spans: Span[] = []
  for (const name of index.inside) {
    for (let at = folded.text.indexOf(name); at >= 0; at = folded.text.indexOf(name, at + name.length)) {
      const start = folded.starts[at]
      const end = folded.ends[at + name.length - 1]
      if (start !== undefined && end !== undefined) spans.push({ start, end })
    }
  }
  return spans
}

/** Every mention of a name, as findings that block. Pure; offsets are into `text`. */
export const findRoomNames = (text: string, index: NameIndex): Finding[] => {
  if (index.words.size === 0 && index.phrases.size === 0 && index.inside.length === 0) return []
  const tokens = tokenize(text)
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) break
    const length = phraseAt(tokens, at, index)
    const last = tokens[at + length - 1]
    if (length > 0 && last) {
      spans.push({ start: token.start, end: last.end })
      at += length - 1
      continue
    }
    const isName = formsOf(token.word).some((form) => {
      const rule = index.words.get(form)
      return rule !== undefined && ruleHolds(rule, token, text, index)
    })
    if (isName) spans.push({ start: token.start, end: token.end })
  }
  spans.push(...findInside(text, index))
  return spans.map((span) => ({ kind: 'roomName', severity: 'blocks', ...span }))
}
