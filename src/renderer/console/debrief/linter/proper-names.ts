/**
 * @file Finds names of people and places that were not in the room: by capitals, by lists of names, by the title or
 * the relation before them. English; what it does not know stays unseen.
 */
import { neverNames } from './common-words'
import { type Finding, severityOf } from './finding'
import type { Token } from './fold'
import { isGivenName, isOrdinary, isPersonName } from './ordinary-words'
import { readSentences } from './sentence-language'
import { isCapital, opensSentence } from './sentences'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const titles = set(
  'mr mrs ms miss mx dr doctor prof professor sgt sergeant officer judge pastor rev reverend father sister nurse coach rabbi imam señor señora sr sra don doña',
)
const relations = set(
  'friend son daughter husband wife partner ex boyfriend girlfriend brother sister cousin uncle aunt auntie nephew niece mum mom mother dad father boss therapist counsellor counselor abuser neighbour neighbor roommate flatmate dog cat colleague called named nicknamed',
)
/** Capitals that name no person and no small place. */
const common = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter ramadan eid diwali hanukkah passover thanksgiving halloween lent advent
  lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre
  octubre noviembre diciembre jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic navidad pascua psalm corinthians proverbs genesis exodus
  english spanish french german italian portuguese polish russian arabic hindi chinese japanese korean turkish welsh
  irish scottish british american european african asian latino god jesus allah bible quran torah zoom google youtube
  netflix spotify facebook instagram whatsapp twitter tiktok reddit discord internet covid monday's samaritans childline
  holdspace england scotland wales ireland britain uk usa us eu america europe africa asia australia canada spain france
  germany italy mexico colorado california alcoholics anonymous narcotics aa na al-anon english i earth
  chrome firefox linux android iphone ipad macbook excel gmail outlook
  ptsd adhd ocd nhs bbc tv pc gp er ok wifi usb pdf qr cv id am pm ii iii iv
`)

/** What one does in a place, and the word before the place: "lives in", "vive en". */
const inPlace: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['in', set('live lives lived living based born raised up works worked grew settled house flat job office')],
  [
    'from',
    set(
      'is was s originally comes came drives drove travels commutes woman man guy person lady girl boy nurse moved',
    ),
  ],
  ['to', set('moved moves moving drives drove commutes relocated')],
  ['near', set('lives lived living works based')],
  ['en', set('vive viven vivia vivio nacio trabaja trabajaba crecio reside estudia')],
  ['de', set('viene vino venia procede mujer chica chico hombre señora senora originario originaria')],
  ['a', set('mudo mudaron muda')],
])

const finding = (first: Token, last: Token): Finding => ({
  kind: 'properName',
  severity: severityOf('properName'),
  start: first.start,
  end: last.end,
})

/** Two or three capitals: a state, an abbreviation. */
const isShort = ({ start, end }: Token, text: string): boolean =>
  /^\p{Lu}{2,3}$/u.test(text.slice(start, end))

/** A heading or a name of a thing has its words in capitals: "Do Not Disturb". */
const isRare = (word: string): boolean =>
  !isOrdinary(word, true) && !common.has(word) && !neverNames.has(word)

/** A given name in small letters that is nothing else. */
const isRareGiven = (word: string): boolean =>
  word.length >= 5 && isGivenName(word) && !isOrdinary(word, false) && !common.has(word)

/** "Al principio", "Al cerrar": how sentences begin in Spanish, and no Al. */
const isSpanishAl = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  return (
    tokens[at]?.word === 'al' &&
    next?.isCapitalised === false &&
    /^(?:principio|comienzo|inicio|final|fin|cabo|menos|lado|rato|dia|mismo|grupo|hacer|ver|volver|tener|leer|[a-z]{3,}[ai]r)(?:me|se|lo|la|le|les|nos)?$/.test(
      next.word,
    )
  )
}

/** Names of people and places. */
export const findProperNames = (text: string): Finding[] => {
  const { tokens, isOrdinary: isOrdinaryAt } = readSentences(text, () => false)
  const found: Finding[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || token.word.length < 2 || /\p{N}/u.test(token.word) || isSpanishAl(tokens, at)) continue
    const before = tokens[at - 1]
    const gap = before ? text.slice(before.end, token.start) : ''
    const isAfterWord = /^[.]?\s$/.test(gap)
    const isTitled = isAfterWord && before !== undefined && titles.has(before.word) && !isOrdinaryAt(at)
    const isRelated =
      gap === ' ' &&
      before !== undefined &&
      relations.has(before.word) &&
      ((isGivenName(token.word) && !isOrdinaryAt(at)) || (token.isCapitalised && isPersonName(token.word)))
    const isInside =
      isCapital(tokens, at, text) &&
      !opensSentence(text, token.start) &&
      !isShort(token, text) &&
      gap !== "'" &&
      gap !== '’'
    const isPlaced =
      isInside &&
      gap === ' ' &&
      !common.has(token.word) &&
      !neverNames.has(token.word) &&
      inPlace.get(before?.word ?? '')?.has(tokens[at - 2]?.word ?? '') === true
    const isNamed =
      isPlaced ||
      (isInside && isRare(token.word)) ||
      (token.isCapitalised && isGivenName(token.word) && !common.has(token.word) && !isOrdinaryAt(at))
    if (isTitled && before) found.push(finding(before, token))
    else if (isRelated || isNamed || (!token.isCapitalised && isRareGiven(token.word) && !isOrdinaryAt(at)))
      found.push(finding(token, token))
  }
  return found
}
