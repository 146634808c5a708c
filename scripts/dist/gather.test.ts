/** @file A release has what each machine made, whole, and nothing else. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { signingOnly } from './electron-packages.mjs'
import { gather } from './gather.mjs'

let place = ''
const at = (...path: string[]) => join(place, ...path)
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** What a machine made; `listed` where its list says something else. */
const machine = (
  name: string,
  files: Readonly<Record<string, string>>,
  listed: Readonly<Record<string, string>> = files,
) => {
  mkdirSync(at('made', name), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(at('made', name, file), text)
  const lines = Object.entries(listed).map(([file, text]) => `${sumOf(text)}  ${file}\n`)
  writeFileSync(at('made', name, 'SHA256SUMS'), lines.join(''))
}

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'holdspace-test-'))
})
afterEach(() => rmSync(place, { recursive: true }))

it('gathers the files of all machines, with one list; the same file from two is one', () => {
  machine('linux', { 'holdspace-1.deb': 'deb', 'same.txt': 'one' })
  machine('mac', { 'holdspace-1.dmg': 'dmg', 'same.txt': 'one' })
  expect(gather(at('made'), at('release'))).toEqual(['holdspace-1.deb', 'holdspace-1.dmg', 'same.txt'])
  expect(readdirSync(at('release')).sort()).toEqual([
    'SHA256SUMS',
    'holdspace-1.deb',
    'holdspace-1.dmg',
    'same.txt',
  ])
  expect(readFileSync(at('release/SHA256SUMS'), 'utf8')).toBe(
    `${sumOf('deb')}  holdspace-1.deb\n${sumOf('dmg')}  holdspace-1.dmg\n${sumOf('one')}  same.txt\n`,
  )
})

it.each([
  [
    'a file that is not what its machine made',
    () => machine('linux', { a: 'x' }, { a: 'y' }),
    /not what linux/,
  ],
  ['a file that is on no list', () => machine('linux', { a: 'x' }, {}), /on no list/],
  ['a file that is missing', () => machine('linux', {}, { a: 'x' }), /ENOENT/],
  [
    'one name for two things',
    () => {
      machine('linux', { a: 'x' })
      machine('mac', { a: 'y' })
    },
    /made twice, and differs/,
  ],
  ['a list of rubbish', () => machine('linux', { a: 'x' }, { '../a': 'x' }), /no sum|no list/],
  ['nothing at all', () => mkdirSync(at('made')), /Nothing was made/],
])('does not gather %s', (_what, make, words) => {
  make()
  expect(() => gather(at('made'), at('release'))).toThrow(words)
})

it('hands a packer no secret that is not set: an empty one is taken for a file', () => {
  expect(signingOnly({ PATH: '/bin', CSC_LINK: '', APPLE_API_KEY: '', CSC_KEY_PASSWORD: 'x' })).toEqual({
    PATH: '/bin',
    CSC_KEY_PASSWORD: 'x',
  })
})
