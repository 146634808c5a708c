/** @file The list of walls is of this source: each stands where it says, its test is there, and the page tells them all. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { walls, wallTables } from './walls/index.mjs'
import { takenDown, writtenInto } from './walls/take-down.mjs'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

it.each(walls)('$name stands in $file, and its test is there', (wall) => {
  expect(takenDown(read(wall.file), wall)).not.toBe(read(wall.file))
  expect(read(wall.testFile)).toContain(`'${wall.test}'`)
})

it('no two walls have one name', () => {
  const names = walls.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

it('docs/walls.md tells them all: npm run walls -- --write', () => {
  const page = read('docs/walls.md')
  expect(writtenInto(page, wallTables())).toBe(page)
})

it('a wall that is not there, or twice, is found', () => {
  const wall = { name: 'a', file: 'f', from: 'x', to: 'y', testFile: 't', test: 'u' }
  expect(takenDown('- x -', wall)).toBe('- y -')
  expect(() => takenDown('- -', wall)).toThrow('0 times')
  expect(() => takenDown('x x', wall)).toThrow('2 times')
  expect(() => takenDown('x', { ...wall, to: 'x' })).toThrow('nothing is taken down')
})
