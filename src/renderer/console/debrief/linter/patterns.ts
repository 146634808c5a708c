/**
 * @file Finds identifiers by their shape: addresses of mail and web, handles, dates of birth, high ages,
 * street addresses and postcodes. They warn and never stop a save: a shape is a guess.
 *
 * Ages over 89 after the HIPAA Safe Harbor list (45 CFR 164.514(b)(2)(i)(C)).
 */
import { LinkifyIt } from 'linkify-it'
import { type Finding, type FindingKind, type Span, severityOf } from './finding'

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true })

const links = (text: string): Finding[] =>
  (linkify.match(text) ?? []).flatMap((match): Finding[] => {
    const kind: FindingKind = match.schema === 'mailto:' ? 'email' : 'url'
    // "I felt calm.So did they": a full stop without its space, not an address.
    if (kind === 'url' && match.schema === '' && /\.\p{Lu}/u.test(match.raw)) return []
    return [{ kind, start: match.index, end: match.lastIndex, severity: 'warns' }]
  })

const handles = [
  /(?<![\p{L}\p{N}_.@/])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,30}[\p{L}\p{N}_])?/gu,
  /(?<![\p{L}\p{N}_/])\/?u\/[A-Za-z0-9_-]{2,30}/gu,
  /(?<![\p{L}\p{N}_#])[\p{L}\p{N}_.]{2,32}#\d{4}(?!\d)/gu,
  /\b(?:discord|instagram|insta|ig|snapchat|snap|telegram|whatsapp|tiktok|twitter|reddit|skype|xbox|psn|steam)(?:\s+(?:name|handle|id|user|username|account))?(?:\s+(?:is|was)\s+|\s*[:=]\s*)@?[\p{L}\p{N}_.#-]{2,32}/giu,
]

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const ordinal = `${day}(?:st|nd|rd|th)?`
const year = '(?:19|20)\\d{2}'
const anyYear = `(?:${year}|['’]?\\d{2})`
const numericDate = `(?:${year}([-/.])(?:0?[1-9]|1[0-2])\\1${day}|${day}[-/.]${day}[-/.]${anyYear})`
const dates = [
  new RegExp(`(?<![\\d/.-])${numericDate}(?![\\d/-])`, 'giu'),
  new RegExp(`\\b${ordinal}\\s+(?:of\\s+)?${month},?\\s+${year}\\b`, 'giu'),
  new RegExp(`\\b${month}\\s+${ordinal},?\\s+${year}\\b`, 'giu'),
  new RegExp(
    `\\bborn\\s+(?:on|in)?\\s*(?:the\\s+)?(?:${ordinal}\\s+(?:of\\s+)?${month}|${month}\\s+${ordinal}|${month}\\s+)?(?:,?\\s*)${year}\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:born|birthday|birth\\s?date|bday)\\b[^.!?\\n]{0,16}?(?:${ordinal}\\s+(?:of\\s+)?${month}|${month}\\s+${ordinal})(?![\\p{L}\\d])`,
    'giu',
  ),
  /\b(?:d\.?\s?o\.?\s?b\.?|date of birth)(?![\p{L}])[\s:=]*(?:is\s+|was\s+)?[\p{L}\d][\p{L}\d ,./’'-]{0,24}\d/giu,
]

const highAge = '(?:9\\d|1[0-2]\\d)'
const highAgeWord =
  '(?:ninety(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one)\\s+hundred(?:\\s+and\\s+\\w+)?)'
const ages = [
  new RegExp(`\\b(?:${highAge}|${highAgeWord})[\\s-]*(?:years?|yrs?)[\\s-]*(?:olds?|of\\s+age)\\b`, 'giu'),
  new RegExp(`\\b${highAge}\\s?(?:yo|y/o|y\\.o\\.)(?![\\p{L}])`, 'giu'),
  new RegExp(
    `\\b(?:aged?|age\\s+of|turn(?:s|ed|ing)?|age\\s+is)\\s+(?:${highAge}|${highAgeWord})(?![\\d%])\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:(?:s?he|they|who|mum|mom|mother|dad|father|grandmother|grandfather|grandma|grandpa|gran|nan|aunt|uncle|neighbou?r)(?:['’]s|['’]re|\\s+(?:is|was|are|were))|i['’]m|i\\s+am)\\s+(?:${highAge}|${highAgeWord})(?=\\s*(?:$|[.,;:!?)\\n]|and\\b|now\\b|but\\b|years?\\b))`,
    'giu',
  ),
  /\bin\s+(?:his|her|their|my)\s+(?:early\s+|mid[\s-]?|late\s+)?(?:nineties|['’]?90s|hundreds)\b/giu,
  /\b(?:over|past|above)\s+(?:the\s+age\s+of\s+)?(?:89|90|9[1-9]|ninety)(?=\s*(?:$|[.,;:!?)\n]|years?\b))/giu,
  /\b(?:nonagenarian|centenarian)s?\b/giu,
]

/** Words of a street that are nothing else, and those that are also ordinary words or abbreviations. */
const plainStreet = '(?:street|avenue|boulevard|blvd|lane|road|parkway|crescent|highway|rd|ave|terrace)'
const capitalStreet =
  '(?:St|Dr|Ln|Ct|Pl|Way|Place|Court|Close|Drive|Circle|Row|Square|Trail|Gardens|Grove|Mews|Hill|Park|Walk|Pkwy|Hwy|Cir|Sq)'
const houseNumber = '(?<![\\d.,#:/-])\\d{1,6}[A-Za-z]?'
const streets = [
  new RegExp(`${houseNumber}\\s+((?:[\\p{L}\\d.'’-]+\\s+){1,4}?)${plainStreet}(?![\\p{L}\\d])`, 'giu'),
  new RegExp(`${houseNumber}\\s+((?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}?)${capitalStreet}(?![\\p{L}\\d])`, 'gu'),
]
/** Words that no street's name has: "2 people went down the road" is no address. */
const neverInStreet = new Set(
  (
    'people of in on at to from down up along across for with and or but the a an my our your their his her this ' +
    'that was were is are be had have went go going came walked drove times minutes hours days weeks months years ' +
    'others members more left'
  ).split(' '),
)
const isStreetName = (between: string) => {
  const words = between
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean)
  return words.length > 0 && !words.some((word) => neverInStreet.has(word))
}
const codes = [
  // United States and most of Europe; a number with a unit behind it is no postcode.
  /(?<![\d.,#+/-])\d{5}(?:-\d{4})?(?![\d.,/-]*\d)(?!\s*(?:%|percent|people|steps|minutes|hours|days|times|dollars|pounds|words|members))/giu,
  // United Kingdom.
  /(?<![\p{L}\p{N}])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d[\dABEHMNPRV-Y]?|\d[A-HJKPS-UW]) ?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/giu,
  // Canada.
  /(?<![\p{L}\p{N}])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\p{N}])/giu,
  // Ireland, in capitals: in small letters it reads like a word.
  /(?<![\p{L}\p{N}])(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?(?=[\dAC-FHKNPRTV-Y]*\d)[\dAC-FHKNPRTV-Y]{4}(?![\p{L}\p{N}])/gu,
  /\bp\.?\s?o\.?\s?box\s+\d+/giu,
  /\b(?:zip|postcode|post code|postal code)(?:\s+code)?(?:\s+(?:is|was))?\s*:?\s*[\p{L}\d]*\d[\p{L}\d-]*/giu,
]

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))

const all = (text: string, kind: FindingKind, patterns: readonly RegExp[]): Finding[] =>
  patterns.flatMap((pattern) =>
    spansOf(text, pattern).map((span) => ({ kind, severity: severityOf(kind), ...span })),
  )

const streetFindings = (text: string): Finding[] =>
  streets.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => isStreetName(match[1] ?? ''))
      .map((match) => ({
        kind: 'address' as const,
        severity: severityOf('address'),
        start: match.index,
        end: match.index + match[0].length,
      })),
  )

/** Every identifier that has a shape, phone numbers apart. Findings may overlap. */
export const findPatterns = (text: string): Finding[] => [
  ...links(text),
  ...all(text, 'handle', handles),
  ...all(text, 'dateOfBirth', dates),
  ...all(text, 'ageOver89', ages),
  ...streetFindings(text),
  ...all(text, 'address', codes),
]
