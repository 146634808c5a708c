/** @file The facilitator's keys, as another release may have kept them. */
import { describe, expect, it } from 'vitest'
import { openMemoryVault } from '../../../../tests/fixtures/memory-vault'
import { changeKeyBindings, insertProfile, readKeyBindings } from './profile'

const kept = (text: string) => {
  const vault = openMemoryVault()
  vault.write((handle) =>
    insertProfile(
      handle,
      { displayName: 'River', work: 'facilitates' },
      new Date('2026-11-21T20:00:00.000Z'),
    ),
  )
  vault.raw.prepare('update profile set key_bindings = ?').run(text)
  return { ...vault, keys: () => readKeyBindings(vault.read()) }
}

describe('the keys that are kept', () => {
  it.each(['Alt+U', 'Alt+M', 'Alt+T', 'Alt+B'])(
    'stay where one was chosen that an act of this release has at first: %s',
    (key) => {
      const before = { 'Alt+L': key, 'Alt+Q': 'F2' }
      expect(kept(JSON.stringify(before)).keys()).toEqual(before)
    },
  )

  it.each([
    ['an act that is not known', '{"Alt+Z":"F8","Alt+L":"F2"}', { 'Alt+L': 'F2' }],
    ['a key that cannot be one', '{"Alt+Q":"Ctrl+C","Alt+L":"F2"}', { 'Alt+L': 'F2' }],
    ['one key for two', '{"Alt+Q":"F2","Alt+L":"F2"}', { 'Alt+L': 'F2' }],
    ['no record', '["F2"]', {}],
    ['no JSON', '{"Alt+L"', {}],
  ])('lose only what cannot be read: %s', (_what, text, read) => {
    expect(kept(text).keys()).toEqual(read)
  })

  it('are replaced as a whole', () => {
    const vault = kept('{"Alt+L":"F2"}')
    vault.write((handle) => changeKeyBindings(handle, { 'Alt+Q': 'F8' }))
    expect(vault.keys()).toEqual({ 'Alt+Q': 'F8' })
  })
})
