/** @file What two versions of a charter differ in: every change is found, and nothing else. */
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
    { kind: 'words', part: 'afterRemovalLine', before: 'We go on together.', after: 'We breathe.' },
    { kind: 'words', part: 'cannedMessages', before: null, after: 'Hello.' },
    { kind: 'words', part: 'cancelReasons', before: 'I am ill', after: null },
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

const source = { from: 'ourDefault', why: 'New.' } as const

it('says what may be done now that might not, and the other way round', () => {
  const before = soundPack()
  const loosened = { ...before, reportCopy: { mayBeShredded: false, source } }
  const handing = { isAllowed: false, text: 'Nothing is handed on.', source }
  const strict = { ...loosened, handOff: handing }
  expect(differencesOf(strict, before)).toEqual([
    { kind: 'permission', part: 'handOff', before: false, after: null },
    { kind: 'permission', part: 'reportCopy', before: false, after: null },
    { kind: 'words', part: 'handOff', before: 'Nothing is handed on.', after: null },
  ])
  expect(differencesOf(strict, { ...strict, handOff: { ...handing, isAllowed: true } })).toEqual([
    { kind: 'permission', part: 'handOff', before: false, after: true },
  ])
})

it('says what stands in another order', () => {
  const before = shippedPack('heartfelt')
  const after = changed(before, ({ crisisCards }) => crisisCards.push(...crisisCards.splice(1, 1)))
  expect(differencesOf(before, after)).toEqual([{ kind: 'order', part: 'crisisCards' }])
})

it('leaves nothing of a charter out: whichever part is changed, something is said', () => {
  const before: CharterPack = {
    ...shippedPack('heypeers'),
    handOff: { isAllowed: true, text: 'It may be handed on.', source },
    reportCopy: { mayBeShredded: true, source },
  }
  // What a file is by is no difference: the same id, a later day, one format, and only what is complete.
  const aside = new Set(['id', 'version', 'format', 'isComplete'])
  // Of a list's entries those that have the same part are one kind: the first two of each stand for the rest.
  const countOfKind = new Map<string, number>()
  const paths: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) {
      const kind = path.map((key) => (typeof key === 'number' ? '*' : key)).join('.')
      const count = (countOfKind.get(kind) ?? 0) + 1
      countOfKind.set(kind, count)
      if (count <= 2) paths.push(path)
    } else if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(one, [...path, at])
    else
      for (const [key, one] of Object.entries(value))
        if (path.length > 0 || !aside.has(key)) walk(one, [...path, key])
  }
  walk(before, [])
  for (const path of paths) {
    const after = structuredClone(before)
    const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), after)
    Reflect.set(Object(parent), path.at(-1) ?? '', 'Other words.')
    expect(differencesOf(before, after).length, path.join('.')).toBeGreaterThan(0)
  }
})
