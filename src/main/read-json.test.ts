/** @file JSON of files from elsewhere: what a parser reads is read, and a key that stands twice is found, wherever it is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rounds } from '../../tests/fixtures/rounds'
import { readJson } from './read-json'

it.each([
  ['{"a":1,"a":1}', 'a'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"a":{"b":[1,{"c":1,"d":[],"c":2}]}}', 'a.b.1.c'],
  ['[[],{"x":{}},{"x":{},"y":{},"x":{}}]', '2.x'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"":1,"":2}', '…'],
  ['{"\\"}":1,"b":"\\\\","\\"}":2}', '…'],
  ['{"a b\\u202e":{"k":1,"k":2}}', '….k'],
  [`{"${'k'.repeat(60)}":{"a":1,"a":2}}`, `${'k'.repeat(60)}.a`],
])('finds the key that stands twice in %s', (text, where) => {
  expect(readJson(text)).toMatchObject({ kind: 'repeatedKey', where })
})

it.each([
  '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}',
  '{"a":"a","b":"a","c":["a","a"]}',
  '{"a":"\\",\\"a\\":1","b":"{\\"a\\":1,\\"a\\":2}"}',
  '{"a\\\\":1,"a":2}',
  ' [ 1 , true , null , "x" , -0.5e3 ] ',
  '"a"',
  'null',
])('reads %s as its parser does', (text) => {
  expect(readJson(text)).toEqual({ kind: 'json', value: JSON.parse(text) })
})

it('reads what is nested deeper than any recursion goes', () => {
  expect(readJson(`${'{"a":['.repeat(50_000)}${']}'.repeat(50_000)}`).kind).toBe('json')
})

it.each(['', '{', '{"a":1,"a":', "{'a':1}", '{"a":1,"a":2} x'])('%s is no JSON', (text) => {
  expect(readJson(text)).toEqual({ kind: 'notJson' })
})

/** Any value with, sometimes, an entry of an object written a second time; and whether there is one. */
type Written = { text: string; isTwice: boolean }
const space = fc.constantFrom('', ' ', '\n\t')
const spelled = fc.tuple(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'b', '"', '\\', '__proto__', '\\"')),
  fc.boolean(),
)
const written = ([key, isEscaped]: [string, boolean]): string =>
  isEscaped
    ? `"${[...Array(key.length).keys()].map((at) => `\\u${key.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`
    : JSON.stringify(key)
const { value: anyJson } = fc.letrec<{ value: Written; object: Written; list: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 0 }).map((one) => ({ text: JSON.stringify(one), isTwice: false })),
    tie('object'),
    tie('list'),
  ),
  list: fc.tuple(fc.array(tie('value'), { maxLength: 4 }), space).map(([all, gap]) => ({
    text: `[${gap}${all.map(({ text }) => text).join(`${gap},`)}${gap}]`,
    isTwice: all.some(({ isTwice }) => isTwice),
  })),
  object: fc.tuple(fc.array(fc.tuple(spelled, tie('value')), { maxLength: 5 }), space).map(([all, gap]) => {
    const keys = all.map(([[key]]) => JSON.parse(JSON.stringify(key)) as string)
    return {
      text: `{${all.map(([key, { text }]) => `${gap}${written(key)}${gap}:${gap}${text}`).join(',')}${gap}}`,
      isTwice: new Set(keys).size < keys.length || all.some(([, { isTwice }]) => isTwice),
    }
  }),
}))

it('finds one wherever there is one, and nowhere else, for any JSON in any spelling', () => {
  fc.assert(
    fc.property(anyJson, ({ text, isTwice }) => {
      const read = readJson(text)
      expect(read.kind).toBe(isTwice ? 'repeatedKey' : 'json')
      if (read.kind === 'json') expect(read.value).toEqual(JSON.parse(text))
    }),
    { numRuns: rounds(500, 20_000) },
  )
})

it('says of any text what its parser says: JSON, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      expect(readJson(text).kind).toBe(isJson ? 'json' : 'notJson')
    }),
    { numRuns: rounds(300, 5000) },
  )
})

it('no file that ships names a key twice', () => {
  const folder = join(import.meta.dirname, '../../resources')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  )
  expect(files.length).toBeGreaterThan(10)
  for (const name of files) expect(readJson(readFileSync(join(folder, name), 'utf8')).kind, name).toBe('json')
})
