/** @file Checks that what looks the same is the same, and that what does not is not. */
import fc from 'fast-check'
import confusables from 'unhomoglyph/data.json'
import { describe, expect, it } from 'vitest'
import { foldName, foldNameCharacter, keysToTheEye, nameToTheEye } from './names'
import { canonicalPassphrase, opaquePassphrase, passphraseLength, passphraseSpellings } from './passphrase'
import { foldSearch, searchWords } from './search'

describe('a passphrase', () => {
  it('is an OpaqueString: other spaces are plain ones, composed, case and width kept (RFC 8265)', () => {
    expect(opaquePassphrase('a\u00a0lamp\u3000in\u2009the window')).toBe('a lamp in the window')
    expect(opaquePassphrase('cafe\u0301')).toBe('caf\u00e9')
    expect(opaquePassphrase('Ａ a')).toBe('Ａ a')
    expect(opaquePassphrase(' kept at the ends ')).toBe(' kept at the ends ')
  })

  it('is the same with a space at its end, a no-break space, curly quotes and a long dash', () => {
    const plain = 'it\'s "a" lamp - all night...'
    for (const typed of [
      `${plain} `,
      `\u00a0${plain}\t`,
      plain.replaceAll(' ', '\u00a0'),
      'it\u2019s \u201ca\u201d lamp \u2014 all night\u2026',
      'it\u2018s \u201ea\u201c lamp \u2212 all night...',
    ]) {
      expect(canonicalPassphrase(typed)).toBe(plain)
      expect(passphraseSpellings(typed)[0]).toBe(plain)
    }
  })

  it('is the same with marks that nobody sees and no letter needs, and with a tab or a space too many', () => {
    const plain = 'a lamp 🌻❤ in the window'
    for (const typed of [
      `\u200f${plain}\u200b`,
      `\ufeff${plain}\u2060`,
      `\u202a${plain}\u202c`,
      'a la\u00admp 🌻❤\ufe0f in the window',
      'a  lamp 🌻❤ in\tthe  window',
      `${plain}\r\n`,
    ]) {
      expect(canonicalPassphrase(typed)).toBe(plain)
      // As a vault has it that was made before they were left out.
      expect(passphraseSpellings(typed)).toContain(typed.normalize('NFC'))
    }
    // Joiners are letters' own: in Persian, in scripts of India, between pictures.
    for (const needed of ['می\u200cخواهم', 'क्\u200dष', '👩\u200d🦱'])
      expect(canonicalPassphrase(needed)).toBe(needed)
  })

  it('is the same with the signs that another keyboard or a word processor has for the same', () => {
    const plain = 'it\'s "a" lamp - all night'
    for (const typed of [
      'it\'s "a" lamp -- all night',
      'it\u2019s \u201ca\u201d lamp \u2014\u2014 all night',
      'it\u00b4s \u301da\u301f lamp \u05be all night',
      'it\uff07s \uff02a\uff02 lamp \uff0d all night',
      'it\u05f3s \u05f4a\u05f4 lamp --- all night',
    ]) {
      expect(canonicalPassphrase(typed)).toBe(plain)
      expect(passphraseSpellings(typed)).toContain(typed)
    }
    // As a vault has it that was made when two hyphens were two.
    expect(passphraseSpellings('a  lamp \u2014- all\u200b night')).toContain('a lamp -- all night')
    expect(passphraseLength('-'.repeat(15))).toBe(1)
  })

  it('keeps the form of older vaults among its spellings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const spellings = passphraseSpellings(typed)
        expect(spellings).toContain(typed.normalize('NFC'))
        expect(spellings.length).toBeLessThanOrEqual(5)
        expect(canonicalPassphrase(canonicalPassphrase(typed))).toBe(canonicalPassphrase(typed))
      }),
    )
  })

  it('counts what can be seen', () => {
    expect(passphraseLength('a lamp in the window')).toBe(20)
    expect(passphraseLength(' '.repeat(15))).toBe(0)
    expect(passphraseLength('\u00a0'.repeat(40))).toBe(0)
    expect(passphraseLength('\u200b'.repeat(40))).toBe(0)
    expect(passphraseLength(`a${' '.repeat(20)}b`)).toBe(3)
    expect(passphraseLength('🌻'.repeat(15))).toBe(15)
  })
})

describe('a name to the eye', () => {
  const same: [string, string][] = [
    ['Sam', 'ｓａｍ'],
    ['Sam', 'Ѕаm'],
    ['Sol', 'S0l'],
    ['Olga', '0lga'],
    ['Ilan', 'llan'],
    ['Ilan', '1lan'],
    ['Marnie', 'Mamie'],
    ['William', 'VVilliam'],
    ['Zoë', 'Zoe'],
    ['Łukasz', 'Lukasz'],
    ['Mia', 'Мiа'],
    ['Ann Marie', 'Ann-Marie'],
    ['O’Brien', "O'Brien"],
    ['Sam', 'S\u200bam'],
    ['Sam', 'S\u0301am'],
    ['Sam', '𝓢𝓪𝓶'],
    ['Sam', 'ᏚAM'],
    ['river', 'RIVER.'],
    ['Weiß', 'WEISS'],
    ['Sam 2', 'Sam ２'],
    ['Sam', 'ꮥꭺꮇ'],
    ['Tibo', 'ⲧⲓⲃⲟ'],
    ['Grace', '₲Ɽ₳₵Ɇ'],
    ['Anna', 'ᗩᑎᑎᗩ'],
    ['Nuu', 'Nuʻu'],
    ['高橋', '髙橋'],
    ['吉田', '𠮷田'],
    ['黃志強', '黄志强'],
    ['張麗華', '张丽华'],
    ['渡邊', '渡辺'],
    ['澤', '泽'],
    ['澤', '沢'],
    ['น้ำ', 'น\u0e4d\u0e49า'],
  ]
  it.each(same)('%s and %s are the same', (one, other) => {
    expect(nameToTheEye(one)).toBe(nameToTheEye(other))
  })

  const different: [string, string][] = [
    ['Sam', 'Sami'],
    ['Ana', 'Anna'],
    ['Sam', 'Pam'],
    ['李娜', '李明'],
    ['さくら', 'さくろ'],
    ['Sam 🌻', 'Sam'],
    ['मीरा', 'मीता'],
    ['Guest 2', 'Guest 3'],
    ['민수', '민서'],
    ['ガク', 'カク'],
    ['नीना', 'निना'],
  ]
  it.each(different)('%s and %s are not', (one, other) => {
    expect(nameToTheEye(one)).not.toBe(nameToTheEye(other))
  })

  it('leaves nothing empty that had something to see, and folds what is folded no further', () => {
    expect(nameToTheEye('...')).toBe('...')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameToTheEye(nameToTheEye(name))).toBe(nameToTheEye(name))
        expect(foldName(name)).toBe(Array.from(name, foldNameCharacter).join(''))
      }),
    )
  })

  it('keeps plain letters and digits apart letter by letter', () => {
    expect(foldName('Mia 01l')).toBe('mia 01l')
  })
})

describe('look-alikes in either case', () => {
  const looksLike = (one: string, other: string) => {
    const keys = keysToTheEye(other)
    return keysToTheEye(one).some((key) => keys.includes(key))
  }

  it.each([
    ['Υου', 'You'],
    ['ΥΟU', 'You'],
    ['Ηost', 'Host'],
    ['Νina', 'Nina'],
    ['Αnna', 'anna'],
    ['Уou', 'you'],
    ['Ɩlan', 'Ilan'],
    ['İlan', 'ilan'],
    ['ılan', 'ILAN'],
    ['IŞIK', 'ışık'],
    // The same Greek name, whatever its case.
    ['ΥΠΑΤΙΑ', 'υπατια'],
    ['ΝΙΝΑ', 'νινα'],
  ])('%s looks like %s', (one, other) => {
    expect(looksLike(one, other)).toBe(true)
    expect(looksLike(other, one)).toBe(true)
  })

  it.each([
    ['Han', 'Nan'],
    ['Van', 'Nan'],
    ['Yuri', 'Uuri'],
    ['Υου', 'Noa'],
  ])('%s does not look like %s', (one, other) => {
    expect(looksLike(one, other)).toBe(false)
  })

  /** Letters by what Unicode says they look like: a plain letter, in the case in which they look like it. */
  const alike = new Map<string, string[]>()
  for (const [char, plain] of Object.entries(confusables)) {
    if (!/^[A-Za-z]$/.test(plain) || !/^\p{L}$/u.test(char)) continue
    alike.set(plain, [...(alike.get(plain) ?? []), char])
  }

  it('any letters of a word, each written by any letter that looks like it as it stands', () => {
    expect(alike.size).toBeGreaterThan(40)
    const word = fc.array(fc.constantFrom(...alike.keys()), { minLength: 1, maxLength: 10 })
    const written = word.chain((letters) =>
      fc
        .tuple(...letters.map((plain) => fc.constantFrom(plain, ...(alike.get(plain) ?? []))))
        .map((chars) => ({ plain: letters.join(''), chars: chars.join('') })),
    )
    fc.assert(
      fc.property(written, ({ plain, chars }) => {
        expect(looksLike(chars, plain)).toBe(true)
        expect(looksLike(chars, plain.toUpperCase())).toBe(true)
        expect(looksLike(chars, plain.toLowerCase())).toBe(true)
      }),
    )
  })

  it('a name in capitals and in small letters is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (name) => {
        const small = name.toLowerCase()
        if (small.toUpperCase().toLowerCase() === small)
          expect(looksLike(small.toUpperCase(), small)).toBe(true)
      }),
    )
  })
})

describe('a search', () => {
  it('folds case, accents, width, ligatures and letters that are typed as others', () => {
    for (const [written, typed] of [
      ['Straße', 'STRASSE'],
      ['ışık', 'isik'],
      ['İstanbul', 'istanbul'],
      ['Łódź', 'lodz'],
      ['ﬁre', 'fire'],
      ['Ｔｉｒｅｄ', 'tired'],
      ['sœur', 'soeur'],
      ['naïve', 'naive'],
      ['Ørsted', 'orsted'],
    ] as const) {
      expect(foldSearch(written)).toBe(foldSearch(typed))
    }
    expect(foldSearch('мир')).not.toBe(foldSearch('mup'))
  })

  it('is by words, and by signs where a script puts no space between words', () => {
    expect(searchWords('Très fatigué, ok')).toBe('tres fatigue, ok')
    expect(searchWords('我今天hello你，𠮷野')).toBe('我 今 天 hello 你 , 𠮷 野')
    expect(searchWords('ｶﾞ한')).toBe('カ\u3099 한'.normalize('NFC'))
    for (const text of ['我 今天\nhello', 'ฉันเหนื่อย มาก', 'Straße ﬁ'])
      expect(searchWords(searchWords(text))).toBe(searchWords(text))
  })
})
