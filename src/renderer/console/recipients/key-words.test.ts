/** @file Keys as they are pasted, and what is said where a name or a key is there twice. */
import { expect, it } from 'vitest'
import { keyEnd, type SealRecipient } from '../../../contract/recipients'
import { readKey, twiceIn } from './key-words'

const one = (name: string, key: string): SealRecipient => ({
  id: '00000000-0000-4000-8000-000000000001',
  name,
  key,
  addedAt: '2026-11-21T20:00:00.000Z',
})
const KEY = 'age1lvyvwawkr0mcnnnncaghunadrqkmuf9e6507x9y920xxpp866cnql7dp2z'

it('says that one name has two keys, however it is written', () => {
  for (const name of ['County intake', 'COUNTY  Intake', 'county-intake', 'Coúnty intake']) {
    expect(twiceIn([one('County intake', 'age1a'), one(name, 'age1b')]), name).toEqual([
      { kind: 'sameName', name: 'County intake' },
    ])
  }
  expect(twiceIn([one('County intake', 'age1a'), one('Police', 'age1b')])).toEqual([])
})
it('says that one key has two names', () => {
  expect(twiceIn([one('County intake', KEY), one('Police', KEY)])).toEqual([
    { kind: 'sameKey', names: ['County intake', 'Police'] },
  ])
})
it('tells keys apart by their end', () => {
  expect(keyEnd(one('Police', KEY))).toBe('nql7dp2z')
})
it.each([` ${KEY}\n`, KEY.toUpperCase(), KEY, `\u200b${KEY}\u200e`])('reads %j as the key', (typed) => {
  expect(readKey(typed)).toEqual({ kind: 'key', key: KEY })
})
it.each(['AGE-SECRET-KEY-1QQQ', ' age-secret-key-1qqq', 'AGE-SECRET-KEY-PQ-1QQQ'])(
  'refuses the secret half %s by name',
  (typed) => {
    expect(readKey(typed)).toEqual({ kind: 'secret' })
  },
)
it.each([
  '',
  'age1',
  'age1abc def',
  'ssh-ed25519 AAAA',
  'age1é',
  `age1${'q'.repeat(5000)}`,
  `${KEY}\n${KEY}`,
])('takes %j for no key', (typed) => {
  expect(readKey(typed)).toEqual({ kind: 'bad' })
})
