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

const spanishHigh = '(?:9\\d|1[0-2]\\d|noventa(?:\\s+y\\s+\\p{L}+)?|ciento?(?:\\s+\\p{L}+)?)'
const spanishTens =
  '(?:(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta)(?:\\s+y\\s+(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?|veinti\\p{L}+|veinte|die(?:z|ci)\\p{L}*|once|doce|trece|catorce|quince)'
const turns = '(?:cumple|cumplió|cumplirá|cumplía|cumplir|acaba\\s+de\\s+cumplir|va\\s+a\\s+cumplir)'
/** "Mi tía tiene 94": nothing counted stands behind. */
const spanishEnd =
  '(?=\\s*(?:$|[.,;:!?)\\n]|años(?![\\p{L}])|y\\s|pero\\s|el\\s|la\\s|este\\s|esta\\s|hoy|ayer|mañana|como\\s|igual\\s))'

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
  new RegExp(
    `(?<![\\p{L}])(?:(?:tiene|tenía|${turns})(?:\\s+(?:ya|casi|más\\s+de))?|de)\\s+${spanishHigh}\\s+años(?![\\p{L}])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:${turns}|(?:abuel|tí|viud|padr|madr|suegr|herman|vecin|señor|bisabuel)\\p{L}*\\s+(?:(?:ya\\s+)?(?:tiene|tenía)|de))(?:\\s+casi)?\\s+${spanishHigh}${spanishEnd}`,
    'giu',
  ),
]

const spanishWho =
  '(?:(?:hij|niet|herman|sobrin|niñ|chic|prim|espos|abuel|ti|tí|novi|amig|viud|vecin|compañer|alumn|bisniet|suegr|muchach)[oa]s?|bebé|señora?|mujer|hombre|marido|madre|padre|persona|joven|pareja|adolescente|paciente|el|la|un[oa]?)'
const anyAge = '[1-8]?\\d'
const tens =
  '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)[\\s-](?:one|two|three|four|five|six|seven|eight|nine)'
const teen = '(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)'
const exact = [
  new RegExp(`\\b(?:${anyAge}|${tens}|${teen})[\\s-]*(?:years?|yrs?)[\\s-]*(?:old\\b|of\\s+age\\b)`, 'giu'),
  new RegExp(`(?<![\\d.,])${anyAge}\\s?(?:yo|y/o|y\\.o\\.)(?![\\p{L}])`, 'giu'),
  new RegExp(`\\b${who}${quite}\\s+(?:[1-8]\\d|${tens}|${teen})${end}`, 'giu'),
  new RegExp(
    `\\b(?:son|daughter|kid|child|children|baby|boy|girl|twin|triplet|grandson|granddaughter|grandchild|niece|nephew|toddler)s?(?:['’]s|\\s+(?:is|are|was|were|just\\s+turned|turns))${quite}\\s+(?:\\d|1[0-7])${end}`,
    'giu',
  ),
  new RegExp(`\\b(?:${tens})\\s+(?:like\\s+me|years\\s+old|and\\s+(?:a|an|still)\\b)`, 'giu'),
  new RegExp(
    `(?<![\\p{L}])(?:tiene|tenía|tienen|${turns})\\s+(?:\\d{1,2}|${spanishTens})\\s+años(?![\\p{L}])`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}])${turns}\\s+(?:[1-8]\\d|${spanishTens})${spanishEnd}`, 'giu'),
  new RegExp(
    `(?<![\\p{L}])${spanishWho}\\s+de\\s+(?:\\d{1,2}|${spanishTens})\\s+años(?![\\p{L}]|\\s+de\\s)`,
    'giu',
  ),
]

/** Ages. */
export const findAges = (text: string): Finding[] => [
  ...shapes(text, 'ageOver89', high),
  ...shapes(text, 'age', exact),
]
