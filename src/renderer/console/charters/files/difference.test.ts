/** @file What two versions of a charter differ in: every change is found, and nothing else. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shippedPack, soundPack } from '../../../../../tests/fixtures/charter-pack'
import type { CharterPack } from '../../../../contract/charters'
import { differencesOf } from './difference'

const changed = (pack: CharterPack, change: (copy: CharterPack) => void): CharterPack => {
  const copy = structuredClone(pack)
  change(copy)
  return copy
}

it('is nothing between a charter and itself, for every charter', () => {
  for (const id of ['heartfelt', 'heartsupport', 'heypeers', 'uk-peer-group', 'agency-team'])
    expect(differencesOf(shippedPack(id), structuredClone(shippedPack(id)))).toEqual([])
})

it('says what is new, what is gone, what reads otherwise, and which setting moved', () => {
  const before = soundPack()
  const after = changed(before, (pack) => {
    pack.settings.lock.value = { kind: 'atStart' }
    pack.afterRemovalLine = 'We breathe.'
    pack.cannedMessages.push({ id: 'hello', text: 'Hello.', source: { from: 'ourDefault', why: 'New.' } })
    pack.cancelReasons = pack.cancelReasons.slice(1)
  })
  expect(differencesOf(before, after)).toEqual([
    { kind: 'setting', name: 'lock', before: before.settings, after: after.settings },
    { kind: 'words', part: 'cannedMessages', before: null, after: 'Hello.' },
    { kind: 'words', part: 'cancelReasons', before: 'I am ill', after: null },
    { kind: 'words', part: 'afterRemovalLine', before: 'We go on together.', after: 'We breathe.' },
  ])
})

it('finds a change that is in no word', () => {
  const before = soundPack()
  const after = changed(before, ({ reasons }) => {
    const [slurs] = reasons
    if (slurs?.kind === 'conduct') slurs.redLine = null
  })
  expect(differencesOf(before, after)).toEqual([
    { kind: 'words', part: 'reasons', before: expect.any(String), after: expect.any(String) },
  ])
})

it('leaves no text of a charter out: whichever is changed, something is said', () => {
  const before = shippedPack('uk-peer-group')
  // What a list shows of it, and where it comes from, is said elsewhere.
  const aside = new Set([
    'id',
    'version',
    'name',
    'organization',
    'jurisdiction',
    'language',
    'format',
    'isTextDated',
  ])
  const paths: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string') paths.push(path)
    else if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(one, [...path, at])
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value))
        if (path.length > 0 || !aside.has(key)) walk(one, [...path, key])
  }
  walk(before, [])
  fc.assert(
    fc.property(fc.constantFrom(...paths), (path) => {
      const after = structuredClone(before)
      const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), after)
      Reflect.set(Object(parent), path.at(-1) ?? '', 'Other words.')
      expect(differencesOf(before, after).length, path.join('.')).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})
