/** @file A name with an ending of its language is the name, and blocks. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexNames } from './name-index'
import { isOrdinary } from './ordinary-words'
import { findRoomNames } from './room-names'
import { isOrdinarySpanish } from './spanish-words'

const blocked = (text: string, names: readonly string[]) =>
  findRoomNames(text, indexNames(names))
    .filter(({ severity }) => severity === 'blocks')
    .map(({ start, end }) => text.slice(start, end))

interface Paradigm {
  sentence: string
  name: string
  forms: readonly string[]
}

const paradigms = (): Paradigm[] => {
  let sentence = ''
  return readFileSync(join(import.meta.dirname, '../../../../../tests/fixtures/linter/inflected.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line): Paradigm[] => {
      if (line.startsWith('= ')) {
        sentence = line.slice(2)
        return []
      }
      const [name = '', forms = ''] = line.split(': ')
      return [{ sentence, name, forms: forms.split(' ') }]
    })
}

describe('a name with an ending', () => {
  it('blocks in a sentence of its language', () => {
    const all = paradigms()
    expect(all.flatMap(({ forms }) => forms).length).toBeGreaterThan(700)
    const openFor = (room: (name: string) => readonly string[]) =>
      all.flatMap(({ sentence, name, forms }) =>
        forms.filter((form) => blocked(sentence.replace('X', form), room(name)).length === 0),
      )
    expect(openFor((name) => [name])).toEqual([])
    // The control: beside nobody of that name nothing does.
    expect(openFor(() => ['Wxyz'])).toHaveLength(all.flatMap(({ forms }) => forms).length)
  })

  it('is no other word of English or Spanish', () => {
    // Each is a name of the list and an ending of some language.
    const text =
      'A solo share, a bene. He made a male choice to tome the pane. The lane was dire and I was on edge. ' +
      'Hoy tomo la mano y paso un rato solo. Evita el ruido. Una pena, una mesa, una lana.'
    expect(
      blocked(text, ['Sol', 'Ben', 'Mal', 'Tom', 'Pan', 'Lan', 'Dir', 'Man', 'Eva', 'Pen', 'Mes']),
    ).toEqual([])
  })

  it('blocks in a small form of Spanish, whatever the name', () => {
    const consonant = fc.constantFrom(...'bdfjklmnprstv'.split(''))
    const vowel = fc.constantFrom(...'aeiou'.split(''))
    const word = fc
      .tuple(consonant, vowel, consonant, vowel, consonant, fc.constantFrom('a', 'o'))
      .map((letters) => letters.join(''))
      .filter(
        (name) =>
          ![name, `${name.slice(0, -1)}it${name.slice(-1)}`].some(
            (one) => isOrdinary(one, false) || isOrdinarySpanish(one),
          ),
      )
    fc.assert(
      fc.property(word, (name) => {
        const small = `${name.slice(0, -1)}it${name.slice(-1)}`
        expect(blocked(`hoy ${small} me miró y yo callé`, [name])).toEqual([small])
        expect(blocked(`hoy ${small} me miró y yo callé`, ['Wxyz'])).toEqual([])
      }),
    )
  })
})

describe('a word that its accents alone tell from one that names nobody', () => {
  it('is the name', () => {
    expect(blocked('I let Bé wait, and Mỹ too', ['Bé', 'Mỹ'])).toEqual(['Bé', 'Mỹ'])
    expect(blocked('I let my phone be', ['Bé', 'Mỹ'])).toEqual([])
  })
  it('is a word of Spanish in Spanish', () => {
    expect(blocked('Creo que tú y yo lo vimos', ['Tú'])).toEqual([])
    expect(blocked('Hoy le corté a Tú sin querer', ['Tú'])).toEqual(['Tú'])
  })
})

describe('a name run together that is a word', () => {
  it('is found apart where a part is no word', () => {
    expect(blocked('i asked rose mary to wait', ['Rosemary'])).toEqual(['rose mary'])
    expect(blocked('i do it every day and some times', ['Everyday', 'Sometimes'])).toEqual([])
  })
})
