/** @file Finds ages: those of 90 and more, after the HIPAA Safe Harbor list (45 CFR 164.514(b)(2)(i)(C)), and somebody else's exact one. */
import type { Finding } from './finding'
import { shapes } from './shapes'

const highAge = '(?:9\\d|1[0-2]\\d)'
const highAgeWord =
  '(?:ninety(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one)\\s+hundred(?:\\s+and\\s+\\w+)?)'
const who =
  "(?:(?:s?he|they|who|mum|mom|mother|dad|father|grandmother|grandfather|grandma|grandpa|gran|nan|aunt|uncle|neighbou?r|husband|wife|partner|son|daughter|brother|sister|kid|child|baby|boy|girl)(?:['’]?s|['’]re|\\s+(?:is|was|are|were|just turned|turned)))"
const quite = '(?:\\s+(?:only|just|about|nearly|almost|already|barely|over|maybe|around))?'
/** What a number is no age before. */
const end = '(?=\\s*(?:$|[.,;:!?)\\n]|and\\b|now\\b|but\\b|years?\\b|like\\b|with\\b))'

const high = [
  new RegExp(`\\b(?:${highAge}|${highAgeWord})[\\s-]*(?:years?|yrs?)[\\s-]*(?:olds?|of\\s+age)\\b`, 'giu'),
  new RegExp(`\\b${highAge}\\s?(?:yo|y/o|y\\.o\\.)(?![\\p{L}])`, 'giu'),
  new RegExp(
    `\\b(?:aged?|age\\s+of|turn(?:s|ed|ing)?|age\\s+is)\\s+(?:${highAge}|${highAgeWord})(?![\\d%])\\b`,
    'giu',
  ),
  new RegExp(`\\b(?:${who}|i['’]m|i\\s+am)${quite}\\s+(?:${highAge}|${highAgeWord})${end}`, 'giu'),
  /\bin\s+(?:his|her|their|my)\s+(?:early\s+|mid[\s-]?|late\s+)?(?:nineties|['’]?90s|hundreds)\b/giu,
  /\b(?:over|past|above)\s+(?:the\s+age\s+of\s+)?(?:89|90|9[1-9]|ninety)(?=\s*(?:$|[.,;:!?)\n]|years?\b))/giu,
  /\b(?:nonagenarian|centenarian)s?\b/giu,
  /\bninety[\s-](?:one|two|three|four|five|six|seven|eight|nine)\s+years?\b/giu,
  /\b(?:cumple|cumplió|cumplirá)\s+noventa(?:\s+y\s+\p{L}+)?(?![\p{L}])/giu,
  /\b(?:tiene|tenía|cumple|cumplió|de)\s+(?:9\d|1[0-2]\d|noventa(?:\s+y\s+\p{L}+)?)\s+años(?![\p{L}])/giu,
]

const anyAge = '[1-8]?\\d'
const tens =
  '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)[\\s-](?:one|two|three|four|five|six|seven|eight|nine)'
const teen = '(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)'
const exact = [
  new RegExp(`\\b(?:${anyAge}|${tens}|${teen})[\\s-]*(?:years?|yrs?)[\\s-]*(?:old\\b|of\\s+age\\b)`, 'giu'),
  new RegExp(`(?<![\\d.,])${anyAge}\\s?(?:yo|y/o|y\\.o\\.)(?![\\p{L}])`, 'giu'),
  new RegExp(`\\b${who}${quite}\\s+(?:[1-8]\\d|${tens}|${teen})${end}`, 'giu'),
  new RegExp(`\\b(?:${tens})\\s+(?:like\\s+me|years\\s+old|and\\s+(?:a|an|still)\\b)`, 'giu'),
  /\b(?:tiene|tenía|cumple|cumplió)\s+\d{1,2}\s+años(?![\p{L}])/giu,
  /(?<![\p{L}])(?:hij|niet|herman|sobrin|niñ|chic|prim|espos|abuel|ti|novi|amig|viud)[oa]s?\s+de\s+\d{1,2}\s+años(?![\p{L}])/giu,
  /(?<![\p{L}])(?:bebé|señora?|mujer|hombre|marido|madre|padre|persona|joven|pareja)\s+de\s+\d{1,2}\s+años(?![\p{L}])/giu,
]

/** Ages. */
export const findAges = (text: string): Finding[] => [
  ...shapes(text, 'ageOver89', high),
  ...shapes(text, 'age', exact),
]
