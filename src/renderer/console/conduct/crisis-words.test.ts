/**
 * @file Words that promise a number carry it: every card of every charter that ships, for every place, with the
 * data that ships and with any part of it gone.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { CharterPack, type CrisisCard, CrisisWords } from '../../../contract/charters'
import type { CrisisResource, Region } from '../../../contract/conduct'
import { loadCrisisResources, regionsOf, resourcesFor } from '../../../main/conduct/crisis-packs'
import { catalogue } from '../words'
import { crisisResource } from './crisis-resource.fixture'
import { blanksFor, fillCrisisWords, fillMessage } from './crisis-words'
import type { PlaceHelp } from './place/use-place'
import './words'

const folder = join(import.meta.dirname, '../../../../resources')
const { resources } = loadCrisisResources(join(folder, 'crisis'))
const packs = readdirSync(join(folder, 'charters')).map((name) =>
  CharterPack.parse(JSON.parse(readFileSync(join(folder, 'charters', name), 'utf8'))),
)
const cards = packs.flatMap((pack) => pack.crisisCards)
const t: TFunction<'conduct'> = catalogue.getFixedT('en', 'conduct')
/** Chosen places, a part of a country and a country without data, and none. */
const regions: (Region | null)[] = [...regionsOf(resources), 'FR', 'US-TX', 'JP', null]

const helpIn = (region: Region | null, known: readonly CrisisResource[] = resources): PlaceHelp => ({
  place: region === null ? { kind: 'notChosen', region } : { kind: 'ownRegion', region },
  resources: resourcesFor(known, region),
})

/** All that a card may say or send there. */
const saidOn = (card: CrisisCard, help: PlaceHelp): string[] => {
  const blanks = blanksFor(help, t, 'en')
  return [
    ...card.say.map((words) => fillCrisisWords(words, blanks)),
    fillMessage(card.message, blanks),
    fillMessage(card.messageOnceSafe, blanks),
  ].flatMap((said) => said ?? [])
}

/** Sentences that promise a way to reach somebody and carry none of the place's own. */
const emptyPromises = (said: string, help: PlaceHelp): string[] =>
  said
    .split(/(?<=[.?!]) /)
    .filter((sentence) =>
      /\b(numbers?|(?:help|hot)?lines?|people you can talk to|somebody right now)\b/i.test(
        sentence.replaceAll(/\bemergency numbers?\b/gi, ''),
      ),
    )
    .filter(
      (sentence) =>
        !help.resources.some(({ channels }) => channels.some(({ value }) => sentence.includes(value))),
    )

const flaws = (said: string, help: PlaceHelp): string[] => [
  ...emptyPromises(said, help),
  ...(/[{}[\]]|undefined|null|\bcrisis\.inWords/.test(said) ? [said] : []),
  // A blank that was filled with nothing.
  ...(/ [.,;:]|: [.;]/.test(said) ? [said] : []),
  // What a private message may hold.
  ...(said.length > 1500 ? ['too long'] : []),
]

describe('words of crisis cards', () => {
  it('promise nothing that they do not carry, in any place', () => {
    for (const region of regions) {
      const help = helpIn(region)
      for (const card of cards) {
        for (const said of saidOn(card, help)) expect(flaws(said, help), `${region} ${card.id}`).toEqual([])
      }
    }
  })

  it('promise nothing that they do not carry, whatever of the data is gone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regions), fc.subarray([...resources]), (region, known) => {
        const help = helpIn(region, known)
        return cards.every((card) => saidOn(card, help).every((said) => flaws(said, help).length === 0))
      }),
    )
  })

  it('always leave something to say, and keep the first question', () => {
    for (const region of regions) {
      for (const card of cards) {
        const said = saidOn(card, helpIn(region, []))
        expect(said.length, card.id).toBeGreaterThan(2)
        expect(said.join(' '), card.id).toMatch(/safe/)
      }
    }
  })

  it('are judged by a rule that finds what was wrong before', () => {
    const help = helpIn('GB-ENG')
    for (const promise of [
      'I have a number for you, if it is safe for me to send it.',
      'I have a line for young people for you, and I will wait until you have it.',
      'There is also a crisis line that you can call or write to now.',
      'You can reach us here: [say how to reach your organization].',
      'Reach {contact}.',
    ])
      expect(flaws(promise, help), promise).not.toEqual([])
  })

  it('carry the numbers of the place', () => {
    const messageIn = (id: string, region: Region | null) => {
      const card = cards.find((one) => one.id === id)
      return fillMessage(card?.messageOnceSafe ?? card?.message, blanksFor(helpIn(region), t, 'en'))
    }
    expect(messageIn('first-line', 'US-CO')).toContain('It is 911 (Colorado, United States).')
    expect(messageIn('first-line', 'US-CO')).toContain(
      '988 Suicide & Crisis Lifeline: call 988 or text 988; Crisis Text Line: text HOME to 741741.',
    )
    expect(messageIn('first-line', 'GB-ENG')).toContain('It is 999 or 112 (England, United Kingdom).')
    expect(messageIn('first-line', null)).toContain('please call the emergency number where you are now.')
    expect(messageIn('first-line', null)).not.toMatch(/\d/)
    expect(messageIn('frightened-at-home', 'US')).toContain('1-800-799-7233')
    expect(messageIn('frightened-at-home', 'GB-SCT')).toContain('0800 027 1234')
    expect(messageIn('frightened-at-home', 'JP')).not.toMatch(/\d/)
    expect(messageIn('under-age', 'IE')).toContain('1800 66 66 66')
    expect(messageIn('under-age', 'WORLD')).toContain('an adult you trust')
  })

  it('never take a line for some for a line for all', () => {
    const lines: CrisisResource[] = [
      crisisResource({ id: 'some', audience: ['lgbtq', 'youth'] }),
      crisisResource({ id: 'veterans', audience: ['veterans'] }),
      crisisResource({ id: 'cy', channels: [{ kind: 'call', value: '2', languages: ['cy'] }] }),
    ]
    expect(blanksFor(helpIn('US', lines), t, 'en')).toMatchObject({ youthLines: null, crisisLines: null })
  })

  it('are refused with a blank that nobody fills', () => {
    for (const bad of [
      'Write to {contact}.',
      'Call [number].',
      { text: 'Call {number}.', otherwise: null },
      { text: 'No blank at all.', otherwise: null },
      { text: 'Here: {crisisLines}', otherwise: 'Or {emergency}.' },
      { text: 'Here: {crisisLines', otherwise: null },
    ])
      expect(CrisisWords.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
    expect(CrisisWords.safeParse({ text: 'Here: {crisisLines}.', otherwise: null }).success).toBe(true)
  })
})
