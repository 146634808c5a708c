/** @file Finds phone numbers with their digits in words, one by one, or in twos as Spanish says them. */
import type { Span } from './finding'

const ones: readonly (readonly string[])[] = [
  'zero one two three four five six seven eight nine'.split(' '),
  'cero uno dos tres cuatro cinco seis siete ocho nueve'.split(' '),
]
const spanishTeens =
  'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  )
const spanishTens = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')

const digitWord = `(?:${[...ones.flat(), 'oh', 'o', 'nought', 'double', 'triple'].join('|')})`
const twoDigits = `(?:${[...spanishTeens, 'dieciseis', 'veintidos', 'veintitres', 'veintiseis'].join('|')}|(?:${spanishTens.join('|')})(?:\\s+y\\s+(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?)`
const part = `(?:${twoDigits}|${digitWord}|\\d{1,4})`
const saidAloud = new RegExp(`(?<![\\p{L}\\p{N}])${part}(?:[\\s,.-]+${part})+(?![\\p{L}\\p{N}])`, 'giu')
const eachPart = new RegExp(`(?<![\\p{L}\\p{N}])${part}(?![\\p{L}\\p{N}])`, 'giu')
const isTwo = new RegExp(`^${twoDigits}$`, 'iu')

/** Fewer are a count, not a number. */
const WORDS_MIN = 3
const DIGITS_MIN = 7

const saidValue = (said: string): number => {
  const word = said.toLowerCase()
  const tens = spanishTens.findIndex((ten) => word.startsWith(ten))
  if (tens >= 0) {
    const one = ones[1]?.indexOf(word.split(/\s+/).at(-1) ?? '') ?? -1
    return (tens + 3) * 10 + Math.max(0, one)
  }
  const teen = spanishTeens.indexOf(word)
  return teen >= 0 ? teen + 10 : Math.max(...ones.map((row) => row.indexOf(word)))
}

/** "One, two, three ...", "diez, veinte, treinta": somebody counts, up or down. */
const isCounting = (parts: readonly string[]): boolean => {
  const values = parts.map(saidValue)
  const [first = 0, second = 0] = values
  const step = second - first
  return step !== 0 && values.every((value, at) => value >= 0 && value === first + at * step)
}

/** Numbers with digits in words: "303 five five five 0142", "seis cuarenta y cuatro doce noventa". */
export const findSaidAloud = (text: string): Span[] =>
  [...text.matchAll(saidAloud)]
    .filter((match) => {
      const parts = match[0].match(eachPart) ?? []
      const words = parts.filter((said) => !/\d/.test(said))
      const digits = parts.reduce(
        (sum, said) => sum + (/\d/.test(said) ? said.length : isTwo.test(said) ? 2 : 1),
        0,
      )
      return words.length >= WORDS_MIN && digits >= DIGITS_MIN && !isCounting(parts)
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
