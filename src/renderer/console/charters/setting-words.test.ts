/** @file Tests that every value a pack may have is said in words, and every setting is shown. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { RungKind } from '../../../contract/charter-conduct'
import { CharterSettings } from '../../../contract/charter-settings'
import { CharterPack } from '../../../contract/charters'
import words from '../words/en/charters.json'
import { citedClause, settingValueKeys } from './setting-words'

const at = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (now, part) => (typeof now === 'object' && now !== null ? Reflect.get(now, part) : undefined),
      words,
    )

const settings = CharterSettings.keyof().options
/** Settings whose values are neither a choice nor a number. */
const wordsOfTheirOwn: ReadonlySet<string> = new Set(['ladder', 'lock', 'requiredItemId', 'evidence'])

describe('setting words', () => {
  it('names every setting of the contract', () => {
    for (const name of settings) expect(typeof at(`names.${name}`), name).toBe('string')
  })

  it('has words for every choice the contract allows', () => {
    for (const name of settings) {
      const { value } = CharterSettings.shape[name].shape
      const choices: (string | boolean)[] =
        value instanceof z.ZodEnum ? value.options : value instanceof z.ZodBoolean ? [true, false] : []
      for (const choice of choices) {
        for (const { key } of settingValueKeys(name, choice as never)) {
          expect(typeof at(key), key).toBe('string')
        }
      }
      if (choices.length === 0 && !wordsOfTheirOwn.has(name)) {
        for (const { key } of settingValueKeys(name, 3)) expect(typeof at(`${key}_other`), key).toBe('string')
      }
    }
    expect(settingValueKeys('registrationsMinimum', null)).toEqual([{ key: 'numbers.none' }])
  })

  it('says when the room is locked, and that there is a stop before it opens', () => {
    for (const value of [
      { kind: 'none' },
      { kind: 'words', days: 7 },
      { kind: 'oneMessage', days: 30 },
    ] as const) {
      const [said] = settingValueKeys('evidence', value)
      const key = said?.count === undefined ? said?.key : `${said.key}_other`
      expect(typeof at(key ?? ''), key).toBe('string')
    }
    for (const value of [{ kind: 'manual' }, { kind: 'atStart' }, { kind: 'grace', minutes: 15 }] as const) {
      const [said] = settingValueKeys('lock', value)
      const key = said?.count === undefined ? said?.key : `${said.key}_other`
      expect(typeof at(key ?? ''), key).toBe('string')
    }
    expect(settingValueKeys('lock', { kind: 'grace', minutes: 15 })[0]?.count).toBe(15)
    expect(typeof at(settingValueKeys('requiredItemId', 'before-limits')[0]?.key ?? '')).toBe('string')
    expect(settingValueKeys('requiredItemId', null)).toEqual([{ key: 'numbers.none' }])
  })

  it('says every step a ladder may have, in their order', () => {
    const source = { from: 'ourDefault', why: 'A test.' } as const
    const keys = settingValueKeys(
      'ladder',
      RungKind.options.map((kind) => ({ kind, say: null, source })),
    )
    expect(keys.map(({ key }) => key)).toEqual(RungKind.options.map((kind) => `choices.ladder.${kind}`))
    for (const { key } of keys) expect(typeof at(key), key).toBe('string')
  })

  it('finds the clause that each setting of the shipped pack cites', () => {
    const pack = CharterPack.parse(
      JSON.parse(
        readFileSync(new URL('../../../../resources/charters/heartfelt.json', import.meta.url), 'utf8'),
      ),
    )
    for (const name of settings) {
      const { source } = pack.settings[name]
      const clause = citedClause(source, pack.clauses)
      expect(clause !== null, name).toBe(source.from === 'clause')
    }
    expect(citedClause({ from: 'clause', clauseId: 'no-such' }, pack.clauses)).toBeNull()
  })
})
