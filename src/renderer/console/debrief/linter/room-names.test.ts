/** @file The room's names: found however they are written, and never in a text without them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neverNames } from './common-words'
import { indexNames } from './name-index'
import { findRoomNames } from './room-names'

const found = (text: string, names: readonly string[]) =>
  findRoomNames(text, indexNames(names)).map(({ start, end }) => text.slice(start, end))

describe('one sign of a name', () => {
  it('is found beside what is said to a person, and nowhere else', () => {
    const names = ['李明', '王心', '佐藤 健']
    expect(new Set(found('小李和老王都在，阿明没来，健くんも。', names))).toEqual(
      new Set(['小李', '老王', '阿明', '健くん']),
    )
    expect(found('桃李满天下。明天小心一点，三个小时后见。健康が大事。', names)).toEqual([])
  })
})

describe('a word with letters covered', () => {
  it.each([
    ['what the d**n thing was', ['Dean', 'Dawn']],
    ['full of sh*t and f**k all', ['Shat', 'Frek', 'Shet']],
    ['they talked of su*cide and of k*lling', ['Suacide', 'Kelling']],
  ])('is nobody where it is an oath or a word that platforms count: %s', (text, names) => {
    expect(found(text, names)).toEqual([])
  })
  it.each([
    ['then D**n spoke', ['Dean'], ['D**n']],
    ['then m*ria spoke', ['Maria'], ['m*ria']],
    ['then J*n•per spoke', ['Juniper'], ['J*n•per']],
  ])('is found where it can be a name: %s', (text, names, mentions) => {
    expect(found(text, names)).toEqual(mentions)
  })
  it('in another script of one line is found at each place', () => {
    const text = 'さくら spoke, then さくら fell silent'
    const places = findRoomNames(text, indexNames(['Sakura'])).map(({ start }) => start)
    expect([...new Set(places)]).toEqual([0, text.lastIndexOf('さ')])
  })
})

describe('a plain name', () => {
  it.each([
    ['exact', 'Wren was quiet.', 'Wren'],
    ['lower case', 'then wren spoke', 'wren'],
    ['upper case', 'I heard WREN.', 'WREN'],
    ['possessive', 'it was Wren’s turn', 'Wren'],
    ['possessive, straight', "it was wren's turn", 'wren'],
    ['without its apostrophe', 'it was wrens turn', 'wrens'],
    ['accented', 'Wrén spoke', 'Wrén'],
    ['accents typed as characters', 'Wre\u0301n spoke', 'Wre\u0301n'],
    ['full width', 'Ｗｒｅｎ spoke', 'Ｗｒｅｎ'],
    ['Cyrillic look-alikes', 'Wr\u0435n spoke', 'Wr\u0435n'],
    ['small capitals', 'ᴡʀᴇɴ spoke', 'ᴡʀᴇɴ'],
    ['an invisible joiner inside', 'Wr\u200den spoke', 'Wr\u200den'],
    ['a handle', 'ask @wren_99 later', 'wren'],
    ['digits behind', 'Wren99 spoke', 'Wren99'],
    ['digits for letters', 'Wr3n spoke', 'Wr3n'],
    ['quotes and dashes', '—“wren”—', 'wren'],
  ])('is found %s', (_how, text, mention) => {
    expect(found(text, ['Wren'])).toEqual([mention])
  })

  it('is found when the name itself is dressed up', () => {
    for (const shown of [
      '🌿 Wren 🌿',
      'WREN (she/her)',
      '𝐖𝐫𝐞𝐧',
      'Wrén',
      '\u202eWren\u202c',
      'W r'.replace(' r', 'ren'),
      'wr3n',
      '<b>Wren</b>',
    ]) {
      expect(found('I thought of wren after', [shown]), shown).toEqual(['wren'])
    }
  })

  it('is found in parts, in a row, run together and shortened', () => {
    expect(found('smith spoke', ['Alex Smithson'])).toEqual([])
    expect(found('Then smithson spoke', ['Alex Smithson'])).toEqual(['smithson'])
    expect(found('alex  smithson', ['Alex Smithson'])).toEqual(['alex  smithson'])
    expect(found('alexsmithson', ['Alex Smithson'])).toEqual(['alexsmithson'])
    expect(found('Tonight Chris spoke', ['Christopher'])).toEqual(['Chris'])
    expect(found("o'brien, O’Brien, OBrien", ["O'Brien"])).toEqual(["o'brien", 'O’Brien', 'OBrien'])
    expect(found('Jo and mary jane', ['Jo Ann', 'MaryJane'])).toEqual(['Jo', 'mary jane'])
    expect(found('Wally came', ['W@lly'])).toEqual(['Wally'])
  })

  it('is found in scripts without spaces and with endings', () => {
    expect(found('今日は美咲さんと話した', ['美咲'])).toEqual(['美咲'])
    expect(found('민준이가 말했다', ['민준'])).toEqual(['민준'])
    expect(found('Анна говорила', ['АННА'])).toEqual(['Анна'])
    expect(found('राम आया', ['राम'])).toEqual(['राम'])
  })
})

describe('a name that is an ordinary word', () => {
  it('is found when capitalised, anywhere', () => {
    expect(found('May was quiet and so was Will.', ['May', 'Will'])).toEqual(['May', 'Will'])
    expect(found('Sol, Oak and Art stayed', ['Sol', 'oak', 'ART'])).toEqual(['Sol', 'Oak', 'Art'])
  })
  it('is none where it opens a question, or is an interjection', () => {
    expect(found('Will I do it? Can we stop? May the calm last.', ['Will', 'Can', 'May'])).toEqual([])
    expect(found('Will stayed. Can laughed. May was kind.', ['Will', 'Can', 'May'])).toEqual([
      'Will',
      'Can',
      'May',
    ])
    expect(found('Bueno, pues eso. Pedí perdón al final.', ['Luis Bueno', 'Ali'])).toEqual([])
    expect(found('Hoy habló Bueno.', ['Luis Bueno'])).toEqual(['Bueno'])
    expect(found('I was a C, the plan an A, a B minus', ['Carla', 'Aya', 'Bea'])).toEqual([])
  })
  it('leaves the small word free', () => {
    expect(
      found('I will rest, I may write, the art of it, under an oak', ['May', 'Will', 'Sol', 'Oak', 'Art']),
    ).toEqual([])
  })
  it('is found small when shown small, grammar words excepted', () => {
    expect(found('so river spoke', ['river'])).toEqual(['river'])
    expect(found('I will rest', ['will'])).toEqual([])
  })
  it('is found with an apostrophe and s', () => {
    expect(found("it was oak's turn", ['Oak'])).toEqual(['oak'])
  })
  it('as a later word of a name, only inside a sentence', () => {
    expect(found('Day by day. But Day left.', ['Sunny Day'])).toEqual(['Day'])
    expect(found('Sunny spoke', ['Sunny Day'])).toEqual(['Sunny'])
  })
})

describe('a name that is a verb of Spanish', () => {
  it('is none behind what only a verb has behind it', () => {
    expect(found('Siempre lo leo con prisa, y no sé cómo me armo.', ['Leo', 'Martes'])).toEqual([])
    expect(found('Hoy leo me miró y yo callé.', ['Leo'])).toEqual(['leo'])
  })
  it('nor is a word of Spanish the plural of one', () => {
    expect(found('Martes, tarde. Me voy a la cama.', ['Marta', 'Mart'])).toEqual([])
  })
})

describe('a display name that would make writing impossible', () => {
  it.each(['me', 'I', 'the', 'User', 'Guest', 'a', 'Facilitator', 'I Will', 'iPhone', 'my iPad'])(
    '%s',
    (name) => {
      expect(
        found('The user and I will say what the guest told me. A facilitator has an iPhone.', [name]),
      ).toEqual([])
    },
  )
  it('a word of grammar of two letters only as a name is written', () => {
    const names = ['Lê An', 'My Linh', 'So Jin', 'He']
    const sure = (text: string) =>
      findRoomNames(text, indexNames(names))
        .filter(({ severity }) => severity === 'blocks')
        .map(({ start, end }) => text.slice(start, end))
    expect(sure('I thanked An, and My too. Then He laughed.')).toEqual(['An', 'My', 'He'])
    expect(
      sure(
        'He’s right, it was SO much. “My word,” I said, “An hour.” The Do Not Disturb sign. So I left my hat.',
      ),
    ).toEqual([])
  })
  it('one letter only as a lone capital', () => {
    expect(found('then J spoke, j. x', ['J'])).toEqual(['J'])
  })
  it('punctuation, nothing at all, and a picture, which only asks', () => {
    expect(found('hello … there', ['', '   ', '🌿', '…', '\u200b', '🏳️‍🌈'])).toEqual([])
    expect(findRoomNames('🌿 stayed', indexNames(['🌿']))).toMatchObject([{ severity: 'warns' }])
  })
  it('a sentence as a name takes no small word away', () => {
    const name = 'please let everyone in this room write whatever they would enjoy writing tonight'
    expect(found('everyone would enjoy writing in this room', [name])).toEqual([])
    expect(found(`then ${name} came`, [name])).toHaveLength(1)
  })
  it('10,000 characters', () => {
    expect(found('Wren spoke', [`Wren ${'x'.repeat(10_000)}`])).toEqual(['Wren'])
  })
})

const letters = (from: string) =>
  fc.string({ unit: fc.constantFrom(...from.split('')), minLength: 3, maxLength: 9 })
/** Names from one half of the alphabet, filler from the other: never the same word, and no word that names nobody. */
const nameWord = letters('bcdfghjkqvwxz')
  .filter((word) => !neverNames.has(word))
  .map((word) => word[0]?.toUpperCase() + word.slice(1))
const filler = fc.array(letters('aeioulmnprsty'), { maxLength: 12 }).map((words) => words.join(' '))

const accents: Record<string, string> = { c: 'ç', g: 'ğ', z: 'ž', d: 'ď', h: 'ĥ', w: 'ŵ', k: 'ķ' }
const dress = {
  exact: (name: string) => name,
  lower: (name: string) => name.toLowerCase(),
  upper: (name: string) => name.toUpperCase(),
  accented: (name: string) => name.replace(/./gu, (char) => accents[char] ?? char),
  decomposed: (name: string) => name.replace(/./gu, (char) => `${char}\u0301`),
  wide: (name: string) =>
    name.replace(/[A-Za-z]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)),
}

describe('for any text and names', () => {
  it('finds a planted name, whatever its case, accents, possessive and punctuation', () => {
    fc.assert(
      fc.property(
        nameWord,
        fc.array(nameWord, { maxLength: 20 }),
        filler,
        filler,
        fc.constantFrom(...Object.values(dress)),
        fc.constantFrom('', "'s", '’s', 's', ',', '.', '!', '?', ')', '”', '…', ' —', '\n'),
        fc.constantFrom('', ' ', '(', '“', '— ', '\n', '@', '#'),
        (name, others, before, after, dressed, behind, ahead) => {
          const lead = `${before} ${ahead}`
          const text = `${lead}${dressed(name)}${behind} ${after}`
          const hits = findRoomNames(text, indexNames([...others, name]))
          expect(
            hits.some((hit) => hit.start <= lead.length && hit.end >= lead.length + dressed(name).length),
          ).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('finds nothing where no name is', () => {
    fc.assert(
      fc.property(fc.array(nameWord, { maxLength: 40 }), filler, (names, text) => {
        expect(findRoomNames(text, indexNames(names))).toEqual([])
      }),
    )
  })

  it('never throws, and every range is a real place', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 8 }), (text, names) => {
        for (const { start, end } of findRoomNames(text, indexNames([...names, text.slice(3, 20)]))) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
