/**
 * @file Finds births and exact dates, in English and Spanish. A year alone, a weekday, "the 3rd" and the date that
 * heads a diary's entry point to nobody.
 */
import type { Finding } from './finding'
import { shapes } from './shapes'

const english =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![\\p{L}])\\.?'
const spanish =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const ordinal = `${day}(?:st|nd|rd|th)?(?!\\d)`
const ordinalWord =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[\\s-]\\p{L}+)'
const year = '(?:19|20)\\d{2}'
const anyYear = `(?:${year}|['’]?\\d{2})`
const numericDate = `(?:${year}([-/.])(?:0?[1-9]|1[0-2])\\1${day}|${day}([-/])${day}\\2${anyYear}|(?:${day}\\.${day}\\.${year}|\\d{2}\\.\\d{2}\\.\\d{2}))`
const inEnglish = `(?:(?:${ordinal}|${ordinalWord})\\s+(?:of\\s+)?${english}|${english}\\s+(?:the\\s+)?(?:${ordinal}|${ordinalWord}))`
const spanishDay =
  '(?:primero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veinti\\p{L}+|treinta(?:\\s+y\\s+uno)?)'
const inSpanish = `(?:${day}\\s+(?:de\\s+)?|${spanishDay}\\s+de\\s+)${spanish}`
/** Months of languages whose days stand in front of them: French, German, Italian, Portuguese, Russian. */
const elsewhere =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|januar|jänner|februar|märz|april|juni|juli|august|september|oktober|november|dezember|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre|janeiro|fevereiro|março|abril|maio|junho|julho|setembro|outubro|dezembro|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)'
const inOthers = `${day}(?:\\.|er)?\\s+(?:de\\s+)?${elsewhere}(?![\\p{L}]|\\s+bars?\\b)`
const written = `(?:${inEnglish}|${inSpanish}|${inOthers})`

const withYear = [
  new RegExp(`(?<![\\d/.-])${numericDate}(?![\\d/-]|\\.\\d)`, 'giu'),
  new RegExp(`(?<![\\p{L}\\d])${written}(?:,?\\s+(?:de\\s+)?${year})(?!\\d)`, 'giu'),
  // 12-XI-1979, 4-Mar-87.
  new RegExp(`(?<![\\p{L}\\d/.-])${day}([-/. ])(?:X?I{1,3}|I?[VX]|VI{1,3})\\1${year}(?!\\d)`, 'gu'),
  new RegExp(`(?<![\\p{L}\\d/.-])${day}-${english}-${anyYear}(?!\\d)`, 'giu'),
  /(?:(?:19|20)\d{2}|(?:昭和|平成|令和|大正)\d{1,2})\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]/gu,
]
const births = [
  new RegExp(
    `\\bborn\\s+(?:on|in)?\\s*(?:the\\s+)?(?:${written}|${english}\\s+)?(?:,?\\s*)${year}(?!\\d)`,
    'giu',
  ),
  new RegExp(
    `\\b(?:born|birthday|birth\\s?date|b-?day|cumpleaños|nac(?:í|ió|ida|ido))(?![\\p{L}])(?:['’]s)?[^.!?\\n]{0,20}?${written}`,
    'giu',
  ),
  new RegExp(
    `\\b(?:birthday|b-?day|cumpleaños)(?![\\p{L}])(?:['’]s)?[^.!?\\n]{0,24}?\\bthe\\s+${day}(?:st|nd|rd|th)`,
    'giu',
  ),
  new RegExp(`\\bturn(?:s|ed|ing)?\\s+\\d{1,3}\\s+(?:on|in)\\s+(?:the\\s+)?(?:${written}|${english})`, 'giu'),
  /\b(?:d\.?\s?o\.?\s?b\.?|date of birth|fecha de nacimiento)(?![\p{L}])[\s:=]*(?:is\s+|was\s+|es\s+)?[\p{L}\d][\p{L}\d ,./’'-]{0,24}\d/giu,
  new RegExp(`\\b(?:nac(?:í|ió)|nacid[oa])\\s+en\\s+(?:${spanish}\\s+de\\s+)?${year}(?!\\d)`, 'giu'),
  new RegExp(`\\b(?:class|generation|promoci[oó]n)\\s+(?:of|de)\\s+(?:${year}|['’]\\d{2})(?!\\d)`, 'giu'),
  /\bborn\s+(?:in\s+)?(?:the\s+(?:year|day|night|week|summer|winter|spring|autumn|fall)|['’]\d{2})(?![\p{L}\d])(?:\s+[\p{L}']+){0,6}/giu,
]
/** Days that have a name and no number. */
const feast =
  '(?:christmas|boxing\\s+day|new\\s+year|halloween|valentine|thanksgiving|independence\\s+day|bonfire\\s+night|easter|st\\.?\\s+patrick|leap\\s+day|d[ií]a\\s+de\\s+(?:reyes|navidad|muertos|los\\s+(?:muertos|santos|inocentes)|la\\s+(?:madre|candelaria)|san\\s+\\p{L}+)|navidad|nochebuena|nochevieja|año\\s+nuevo)'
const bornOnFeasts = [
  new RegExp(
    `(?<![\\p{L}])(?:born|birthday|b-?day|nac(?:í|ió|id[oa])|cumple(?:años)?)(?![\\p{L}])[^.!?\\n]{0,16}?\\b${feast}(?![\\p{L}])(?:['’]?s)?(?:\\s+(?:day|eve|sunday))?(?:,?\\s+(?:de(?:l)?\\s+)?(?:${year}|['’]?\\d{2}))?`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:born|nac(?:í|ió|id[oa]))\\s+(?:on\\s+|el\\s+)?(?:the\\s+)?${day}([./-])(?:0?[1-9]|1[0-2])\\1(?:${year}|\\d{2})(?![\\d.])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:birth\\s?year|year\\s+of\\s+birth|año\\s+de\\s+nacimiento)[\\s:=]*(?:is\\s+|was\\s+|es\\s+)?${year}(?!\\d)`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:birthday|b-?day|cumple(?:años)?)\\s+(?:(?:is|was|es|era|cae)\\s+)?(?:on|el)\\s+(?:the\\s+)?${day}[/.-](?:0?[1-9]|1[0-2])(?![\\d/])`,
    'giu',
  ),
  /(?<![\p{L}])(?:soy|es|era|son)\s+del\s+(?:año\s+(?:['’]?\d{2}|19\d{2})|19[3-9]\d)(?!\d)/giu,
  new RegExp(
    `(?<![\\p{L}])cumple(?:años)?\\s+(?:es|era|fue|será|cae)\\s+(?:el|en)\\s+(?:\\p{L}+\\s+)?${day}(?![\\d:%])`,
    'giu',
  ),
]
/** "b. 1962", "n. 1962": as registers have it. */
const inRegisters = [new RegExp(`(?<![\\p{L}\\p{N}.])[bn]\\.\\s?(?:${written}\\s+)?${year}(?!\\d)`, 'giu')]
/** "New Year's Eve 2019": a day of one year. */
const feastOfYear = [
  new RegExp(
    `(?<![\\p{L}])(?:(?:christmas|new\\s+year['’]?s|boxing|easter|halloween|thanksgiving|valentine['’]?s)\\s+(?:day|eve|sunday|monday|night),?\\s+(?:of\\s+|in\\s+)?|(?:nochebuena|nochevieja|navidad|d[ií]a\\s+de\\s+reyes)\\s+de(?:l|l\\s+año)?\\s+)${year}(?!\\d)`,
    'giu',
  ),
]
const withoutYear = [new RegExp(`(?<![\\p{L}\\d.,:/-])${written}(?![\\p{L}\\d]|\\s*${year})`, 'giu')]

/** Bullets, a weekday and their white space: what may stand before the date that heads an entry, in UTF-16 units. */
const HEAD_MAX = 40

/** The date that heads an entry: at the start of a line, with a colon, a dash or the line's end behind it. */
const headsEntry = (text: string, start: number, end: number): boolean => {
  const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1
  if (start - lineStart > HEAD_MAX) return false
  return (
    /^[\s#*•–—-]*(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\s*)?$/i.test(
      text.slice(lineStart, start),
    ) && /^\s*(?:[:;,.)–—-]|\n|$)/.test(text.slice(end - (text[end - 1] === '.' ? 1 : 0), end + HEAD_MAX))
  )
}

const versionBefore =
  /(?:\bv|\b(?:version|release|build|update|updated to|chapter|section|node|python|ios|android|windows|chrome|firefox|kernel|ubuntu|debian|ver)\.?\s*)$/i

/** The longest of these words with its white space, in UTF-16 units. */
const VERSION_WORD_MAX = 20

const isDate =
  (text: string) =>
  (match: RegExpMatchArray & { index: number }): boolean =>
    !headsEntry(text, match.index, match.index + match[0].trimEnd().length) &&
    !versionBefore.test(text.slice(Math.max(0, match.index - VERSION_WORD_MAX), match.index))

/** "I may 2 times", "1 may be": the verb, not the month. */
const isMayTheVerb = (match: string): boolean =>
  /\bmay\b/.test(match) && !/\d(?:st|nd|rd|th)|\bof\b|\bthe\b/.test(match)

/** Births and exact dates. */
export const findDates = (text: string): Finding[] => [
  ...shapes(text, 'dateOfBirth', withYear, isDate(text)),
  ...shapes(text, 'dateOfBirth', [...births, ...bornOnFeasts, ...inRegisters]),
  ...shapes(text, 'exactDate', feastOfYear),
  ...shapes(text, 'exactDate', withoutYear, (match) => isDate(text)(match) && !isMayTheVerb(match[0])),
]
