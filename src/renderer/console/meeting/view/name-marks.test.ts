/** @file Nobody stands unmarked under the facilitator's name, a word of ours, or another guest's name. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksOf, type NamedPerson } from './name-marks'

const ourWords = ['You', 'Facilitator', 'Moderator', 'Host', 'Everyone']
const self: NamedPerson = { id: 'self', name: 'Sam', isSelf: true }
const guest = (id: string, name: string): NamedPerson => ({ id, name, isSelf: false })
const markOf = (name: string, others: readonly NamedPerson[] = []) =>
  marksOf([self, ...others, guest('it', name)], 'Sam', ourWords)(name, 'it')

describe('a name that looks like another', () => {
  it.each(['Sam', 'sam', 'SAM', 'S a m', 'Ѕаm', 'ＳＡＭ', 'Sam.', 'Sám'])('%s is marked as yours', (name) => {
    expect(markOf(name)).toEqual({ kind: 'yours' })
  })

  it.each([
    'You',
    'YOU',
    'Уоu',
    'Y0u',
    'Facilitator',
    'Sam (facilitator)',
    'the-moderator',
    'M0derator',
    'HOST',
  ])('%s is marked as a word of ours', (name) => {
    expect(markOf(name)).toEqual({ kind: 'ours' })
  })

  it.each(['Youssef', 'Hostak', 'Samira', 'Ghost'])('%s is a name like any other', (name) => {
    expect(markOf(name)).toBeNull()
  })

  it('marks both of two guests, each by the other', () => {
    const others = [guest('a', 'Oak')]
    const find = marksOf([self, ...others, guest('b', '0ak')], 'Sam', ourWords)
    expect(find('Oak', 'a')).toEqual({ kind: 'another', name: '0ak' })
    expect(find('0ak', 'b')).toEqual({ kind: 'another', name: 'Oak' })
    expect(find('Οаk', null)).toEqual({ kind: 'another', name: 'Oak' })
  })

  it('never marks somebody by themselves alone', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), (name) => {
        const find = marksOf([guest('only', name)], '', [])
        expect(find(name, 'only')).toBeNull()
      }),
    )
  })
})
