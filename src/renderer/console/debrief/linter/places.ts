/** @file Finds street addresses and postcodes, in either case, as English, Spanish and their neighbours write them. */
import type { Finding } from './finding'
import { shapes } from './shapes'

const plainStreet = '(?:street|avenue|boulevard|blvd|lane|road|parkway|crescent|highway|rd|ave|terrace)'
/** Words of a street that are also ordinary words or abbreviations: after a house's number only. */
const otherStreet =
  '(?:st|str|dr|ln|ct|pl|way|place|court|close|drive|circle|row|square|trail|gardens|grove|mews|hill|park|walk|pkwy|hwy|cir|sq|rise|view|green|quay|wharf|loop|alley)'
const houseNumber = '(?<![\\p{L}\\d.,#:/£$€-])\\d{1,6}(?:[A-Za-z]|\\s?(?:bis|ter))?'
const streetWords = "((?:[\\p{L}\\d.'’-]+\\s+){1,4}?)"
const streets = [
  new RegExp(`${houseNumber}\\s+${streetWords}${plainStreet}(?![\\p{L}\\d])`, 'giu'),
  new RegExp(`${houseNumber}\\s+${streetWords}${otherStreet}(?![\\p{L}\\d])`, 'giu'),
]
/** Words that no street's name has: "2 people went down the road" is no address. */
const neverInStreet = new Set(
  (
    'people of in on at to from down up along across for with and or but the an a my our your their his her this ' +
    'that was were is are be had have went go going came walked drove times minutes hours days weeks months years ' +
    'others members more left min mins minute sec secs second seconds hour day week month year mile miles km metres ' +
    'meters feet foot steps per cent percent of so too very as by not no yes if when while then than i me we us he she ' +
    'they it you who just only even still again half all each every one two three good bad long short hard easy big small ' +
    'pm am oclock people person groups group sessions session pounds dollars euros bucks pages chairs cups laps rounds'
  ).split(' '),
)
const isStreetName = (between: string) => {
  const words = between
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean)
  return words.length > 0 && !words.some((word) => neverInStreet.has(word))
}

const way = String.raw`(?:calle|c/|avenida|avda\.?|av\.|paseo|plaza|carrera|cra\.?|camino|ronda|travesía|carretera|jirón|jr\.|pasaje|pje\.|urbanización|urb\.|rua|travessa|praça|viale|piazza|corso|vicolo|rue)`
/** A word of a road's name: what small words of a sentence are not. "La ronda empieza a las 8" is no address. */
const wayWord = String.raw`(?!(?:a|al|en|con|por|para|que|se|es|fue|era|empieza|empez[oó]|hay|hasta|desde|me|nos|y|o|no|muy|sin|como)\s)[\p{L}'’.-]+`
const otherStreets = [
  // Colombia: the road's number, the corner's, the house's.
  /(?<![\p{L}])(?:carrera|calle|cra\.?|kr\.?|cl\.?|diagonal|transversal|avenida|av\.)\s+\d{1,3}[a-z]?\s*(?:#|n[º°o]\.?)\s*\d{1,3}[a-z]?\s?-\s?\d{1,3}(?!\d)/giu,
  // Compass and the number: "1600 N Broadway"; "17 The Crescent".
  /(?<![\p{L}\d.,#:/£$€-])\d{1,6}[A-Za-z]?\s+(?:[NSEW]{1,2}|North|South|East|West)\.?\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?/gu,
  /(?<![\p{L}\d.,#:/£$€-])\d{1,6}[A-Za-z]?\s+(?:[Tt]he\s+(?:Crescent|Avenue|Green|Close|Mews|Grove|Drive|Street|Terrace|Square|Rise|Park|Hill|Lane|Row|Parade|Quay|Gardens)|Broadway)(?![\p{L}])/gu,
  new RegExp(
    String.raw`(?<![\p{L}])${way}\s+(?:(?:de|del|la|las|los|el|da|do|di|della|des|du)\s+)*${wayWord}(?:\s+${wayWord}){0,3}?,?\s*(?:n(?:[º°o]|úm)?\.?\s*)?\d{1,4}[a-z]?(?![\p{L}\d%:])`,
    'giu',
  ),
  /(?<![\p{L}\d.,#])\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|bd|place|chemin|impasse|allée|quai|cours|route|rua|calle)\s+(?:(?:de|du|des|la|le|les|l['’]|d['’])\s*)*[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?/giu,
  /(?<![\p{L}])\p{L}{3,}(?:straße|strasse|str\.|weg|gasse|allee|platz|ufer|damm|straat|laan|plein|gracht|gatan|vägen|gade|vej)\s+\d{1,4}\s?[a-z]?(?![\p{L}\d])/giu,
  /(?<![\p{L}])(?:ул(?:ица|\.)|пр(?:оспект|\.|-т)|пер(?:еулок|\.)|вул(?:иця|\.))\s+\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?,?\s+(?:д(?:ом|\.)\s?)?\d{1,4}/gu,
  /\p{Script=Han}{1,12}[市区區町村路街巷][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{0,12}\d{1,4}(?:[-−‐]\d{1,4}|丁目|番地|号|號|弄)+/gu,
  /[가-힣]{1,5}[시군구]\s[가-힣]{1,8}(?:로|길|동)\s?\d{1,4}(?:-\d{1,4})?(?![\d.,:시분년월일명번])/gu,
  // A place in a ward, or on a road without houses.
  /\b(?:[Rr]oom|[Bb]ed|[Bb]ay|[Cc]ell)\s+\d{1,4}[a-z]?,?\s+(?:(?:on|of|in)\s+)?(?:\p{Lu}[\p{L}'’]+\s+){1,2}(?:Ward|Unit|Wing|House|Hospital|Hospice|Block)(?![\p{L}])/gu,
  /\b(?:bed|bay)\s+\d{1,4}[a-z]?\s+on\s+(?:\p{L}[\p{L}'’]+\s+)?ward(?![\p{L}])/giu,
  /\b(?:county road|state route|rural route|highway|route|cr|rr)\s+\d{1,4},?\s+(?:house|box|lot|apt|unit|space)\s+#?\d{1,5}/giu,
  // Where somebody is on a map: degrees, three words, an open location code.
  /(?<![\d.])-?\d{1,3}\.\d{4,}\s?[°º]?\s?[NS]?\s?[,;]\s?-?\d{1,3}\.\d{4,}/gu,
  /\d{1,3}\s?[°º]\s?\d{1,2}\s?[′'’]\s?(?:\d{1,2}(?:\.\d+)?\s?[″"”]\s?)?[NSEWO]/gu,
  /(?:\/\/\/|\b(?:what3words|w3w)(?:\s+(?:is|was))?\s*:?\s*)\p{Ll}{2,20}\.\p{Ll}{2,20}\.\p{Ll}{2,20}/giu,
  /(?<![\p{L}\d+])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\p{L}\d])/gu,
  /(?<![\p{L}])ul(?:ica|\.)\s+\p{L}+(?:\s\p{L}+)?\s+\d{1,4}[a-z]?(?![\p{L}])/giu,
  /\b(?:apt|apartment|flat|unit|suite|ste|piso|portal|depto|departamento|apto)\.?\s*#?\s?(?:\d{1,4}\s?[a-z]?|[a-h])(?![\p{L}\d%])(?!\s+(?:times|hours|days|minutes|people|of|is|was|week|weeks))/giu,
  /(?<![\p{L}])(?:manzana|mz\.?|lote|chalet|bloque)\s+\d{1,3}[a-z]?(?:,?\s+(?:lote|lt\.?|casa|portal|piso|puerta)\s+\d{1,3}[a-z]?)(?![\p{L}\d])/giu,
  /(?<![\p{L}])(?:colonia|col\.|urbanización|urb\.|fraccionamiento|residencial|barrio)\s+(?:(?:de|del|la|las|los|el)\s+)*\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2}/gu,
  /\b(?:corner|intersection|esquina)\s+(?:of|de)\s+[\p{L}\d'’.-]+(?:\s+\p{L}+)?\s+(?:and|&|y|con)\s+[\p{L}\d'’.-]+/giu,
  /\b(?:lives?|living|lived|house|home|stays?|staying|moved)\s+(?:in|on|at|to|down|off|near|round)\s+(?:\p{L}[\p{L}'’.-]+\s+){1,3}(?:street|avenue|road|lane|boulevard|crescent|terrace|court|close|drive|estate|apartments|towers?|st|rd|ave)(?![\p{L}])/giu,
]
const isPlace = (match: string): boolean => {
  const between = match.replace(/^.*?\b(?:in|on|at|to|down|off|near|round)\s+/i, '')
  return (
    !/^(?:lives?|living|lived|house|home|stays?|staying|moved)/i.test(match) ||
    !/^(?:the|a|my|this|our)\s+(?:same\s+)?\p{L}+$/iu.test(between)
  )
}

const money = String.raw`(?:dollars?|bucks|pounds?|euros?|pesos?|quid|yen|rupees?|usd|gbp|eur|k\b)`
const noCode = String.raw`(?:%|percent|people|steps|minutes|hours|days|times|words|members|views|miles|km|feet|lines|characters|users|copies|others|a\s|an\s|per\s|each|every|of\s|more|years?|${money})`
const codes = [
  // United States and most of Europe; a round number, a sum, or a number with a unit behind it is no postcode.
  new RegExp(
    String.raw`(?<![\d.,#+/£$€¥-]|(?:ISO|RFC|IEC|DIN|about|around|over|under|nearly|than|some|almost|of|least|most)\s)(?!\d{2}000\b)\d{5}(?:-\d{4})?(?![\d.,/-]*\d)(?!\s*${noCode})`,
    'giu',
  ),
  // United Kingdom.
  /(?<![\p{L}\p{N}])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d[\dABEHMNPRV-Y]?|\d[A-HJKPS-UW]) ?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/giu,
  // Canada.
  /(?<![\p{L}\p{N}])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\p{N}])/giu,
  // Ireland, in capitals: in small letters it reads like a word.
  /(?<![\p{L}\p{N}])(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?(?=[\dAC-FHKNPRTV-Y]*\d)[\dAC-FHKNPRTV-Y]{4}(?![\p{L}\p{N}])/gu,
  /\bp\.?\s?o\.?\s?box\s+\d+/giu,
  /\b(?:zip|postcode|post code|postal code|eircode|código postal|c\.p\.)(?:\s+code)?(?:\s+(?:is|was|es))?\s*:?\s*[\p{L}\d]*\d[\p{L}\d-]*/giu,
]

/** Street addresses and postcodes. */
export const findPlaces = (text: string): Finding[] => [
  ...shapes(text, 'address', streets, (match) => isStreetName(match[1] ?? '')),
  ...shapes(text, 'address', otherStreets, (match) => isPlace(match[0])),
  ...shapes(text, 'address', codes),
]
