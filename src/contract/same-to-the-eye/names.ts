/**
 * @file Names that look the same, or nearly. Look-alikes are those of Unicode (UTS 39, confusables, as
 * `unhomoglyph` carries them) and what keyboards can type besides.
 */
import confusables from 'unhomoglyph/data.json'
import { hanVariants } from './han-variants'
import { decoration, undecomposed, unseen } from './letters'

/** Look-alikes that UTS 39 leaves out or maps elsewhere, after NFKD and lower case. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ...undecomposed,
  ...[
    // Cyrillic.
    'аa вb сc ԁd еe ёe ғf һh нh іi їi јj кk ӏl мm оo рp ԛq ѕs тt ѵv ԝw хx уy гr иn єe ҳx ӿx ӽx ӄk',
    // Greek.
    'αa βb γy εe ζz ηn ιi κk μm νv οo ρp σs ςs τt υu χx ωw',
    // Latin letters that do not decompose.
    'ȷj ɑa ɡg ɩi əe ɛe ɔo ƒf ɓb ɗd ƙk ƈc ʄf ɧh ʝj ɬl ⱡl ⱬz ʑz ʊu',
    // Cherokee, which has capitals of a Latin shape.
    'ꭰd ꭱr ꭲt ꭺa ꭻj ꭼe ꮃw ꮇm ꮋh ꮐg ꮓz ꮢr ꮪs ꮖi ꮯc ꮲp ꮤw ꮩv ꮍy ꮶk ꮮl ᏼb ꮥs ꭵi ꭹy ꮟb ꮒh ꮷj',
    // Coptic, by its shapes; Canadian syllables and signs of money as fancy display names have them.
    'ⲁa ⲃb ⲅr ⲇd ⲉe ⲍz ⲏh ⲑo ⲓi ⲕk ⲗl ⲙm ⲛn ⲟo ⲡn ⲣp ⲥc ⲧt ⲩy ⲭx ⲱw',
    'ᗩa ᗷb ᑕc ᗪd ᗴe ᖴf ᕼh ᒍj ᒪl ᗰm ᑎn ᑭp ᑫq ᖇr ᔕs ᑌu ᐯv ᗯw ᘔz ₳a ฿b ₿b ₵c ₣f ₲g ₭k ₥m ₦n ₱p ₴s ₮t ₩w',
    // Han signs that names have in an older form, and others type in the common one.
    '髙高 﨑崎 濵浜 濱浜 邉辺 邊辺 齋斎 齊斉 德徳 嶋島 嶌島 槗橋 黑黒 惠恵 廣広 澤沢 眞真 彌弥 櫻桜 瀨瀬 國国 榮栄 學学 靜静',
    // Arabic letters that are typed for one another, by keyboard and by habit.
    'ىي یي ېي کك ۀo ةo ہo ھo ۃo ٱl',
    // Small capitals, as fancy display names have them.
    'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz',
  ].flatMap((row) => row.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)])),
  ['𠮷', '吉'],
  ...hanVariants,
  // White letters in black circles and squares, which have no plain form in Unicode.
  ...[0x1f150, 0x1f170].flatMap((first) =>
    Array.from({ length: 26 }, (_, at): [string, string] => [
      String.fromCodePoint(first + at),
      String.fromCodePoint(0x61 + at),
    ]),
  ),
])

const letter = /\p{L}/u
const confusable: ReadonlyMap<string, string> = new Map(Object.entries(confusables))

/** One look-alike as the plain letter, where Unicode knows one in ASCII; other letters stay as they are. */
const plainLetter = (char: string): string => {
  return lookalikes.get(char) ?? byUnicode(char) ?? char
}

/** What Unicode says that a letter looks like, where that is plain; null where it says nothing of the kind. */
const byUnicode = (char: string): string | null => {
  if (!letter.test(char)) return null
  // UTS 39 writes m as rn, so that rn and m are one; letter by letter, m is what is meant.
  const plain = (confusable.get(char) ?? char).replace(decoration, '').replace('rn', 'm').toLowerCase()
  return /^[a-z]{1,2}$/.test(plain) ? plain : null
}

/** A letter by what it looks like as it stands: a capital may look like another letter than its small one (Υ, υ). */
const plainLook = (char: string): string => byUnicode(char) ?? plainLetter(char.toLowerCase())

/** Remembers what single characters fold to, never a word; bounded, so that it cannot grow over an evening. */
const remembered = (fold: (char: string) => string) => {
  const memory = new Map<string, string>()
  return (char: string): string => {
    if (char < '\u0080') return char.toLowerCase()
    const known = memory.get(char)
    if (known !== undefined) return known
    const folded = fold(char)
    if (memory.size >= MEMORY_MAX) memory.clear()
    memory.set(char, folded)
    return folded
  }
}
const MEMORY_MAX = 4096

/** One character as `foldName` has it; empty for what nobody sees and for marks. */
export const foldNameCharacter = remembered((char) => {
  let folded = ''
  const bare = char.normalize('NFKD').replace(decoration, '').replace(unseen, '').toLowerCase()
  for (const part of bare.normalize('NFKD').replace(decoration, '')) folded += plainLetter(part)
  return folded
})

/** The same by look: read as it stands, before its case and its compatibility form are dropped. */
const lookOfCharacter = remembered((char) => {
  let folded = ''
  for (const bare of char.normalize('NFD').replace(decoration, '').replace(unseen, '')) {
    const plain = byUnicode(bare)
    if (plain !== null) folded += plain
    else for (const part of bare.normalize('NFKD')) folded += plainLook(part)
  }
  return folded.normalize('NFKD').replace(decoration, '')
})

/** A name letter by letter: case, accents, width and look-alike letters do not tell names apart. Digits do. */
export const foldName = (text: string): string => {
  let folded = ''
  for (const char of text) folded += foldNameCharacter(char)
  return folded
}

const foldLook = (text: string): string => Array.from(text, lookOfCharacter).join('')

/**
 * What two names that a tired eye takes for one have in common: `foldName`, and besides 0 as o, 1 and l as i, rn as
 * m, vv as w; spaces and punctuation do not count. It errs towards the same: a mark too many is better
 * than a stranger under a known name.
 */
export const nameToTheEye = (name: string): string => eyeKey(foldName(name.normalize('NFC')))

/**
 * All keys of a name, one or two: by its letters whatever their case, and by what they look like as they stand.
 * Names that share one look the same.
 */
export const keysToTheEye = (name: string): readonly string[] => {
  const byLetters = nameToTheEye(name)
  const byLook = eyeKey(foldLook(name.normalize('NFC')))
  return byLook === byLetters ? [byLetters] : [byLetters, byLook]
}

/** Tones of Thai and Lao, and the round sign that half of a vowel is. */
const toneRun = /[\u0e48-\u0e4b\u0e4d\u0ec8-\u0ecb\u0ecd]{2,}/gu
const roundSign = /[\u0e4d\u0ecd]/gu

const eyeKey = (folded: string): string => {
  const letters = folded.replace(/\p{Nd}/gu, (digit) => digit.normalize('NFKD'))
  // A tone and the round sign of Thai and Lao are typed in either order; an okina is an apostrophe to whoever has none.
  const bare = letters
    .replace(/[\p{P}\p{Z}\p{Cc}\u02b9-\u02bf\ua78b\ua78c]/gu, '')
    .replace(toneRun, (run) => run.replace(roundSign, '') + (run.match(roundSign) ?? []).join(''))
  const key = bare.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('0', 'o').replace(/[1l|]/g, 'i')
  return key === '' ? folded : key
}
