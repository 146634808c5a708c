/** @file The notes of what was forgotten: what is not as it was written is counted, and takes no later note with it. */
import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../tests/fixtures/temporary-folder'
import { openForgotten } from './forgotten'

const AT = new Date('2026-11-21T20:00:00.000Z')
const opened = () => {
  const path = join(temporaryFolder(), 'vault.forgotten')
  return { path, notes: openForgotten(path, randomBytes(32)) }
}

describe('notes of what was forgotten', () => {
  it('are whole where there are none, and as they were written', () => {
    const { notes } = opened()
    expect(notes.unreadLines()).toBe(0)
    notes.note('debriefs', 'one', AT)
    notes.note('debriefs', 'two', AT)
    expect(notes.unreadLines()).toBe(0)
    expect(notes.look()('debriefs', 'two')).toBe(AT.getTime())
  })
  it.each([
    ['cut off in its last line', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, -9))],
    ['with something at its end', (path: string) => appendFileSync(path, 'garbage')],
    ['all garbage', (path: string) => writeFileSync(path, randomBytes(300).toString('base64'))],
    [
      'of another vault',
      (path: string) => {
        const other = opened()
        other.notes.note('debriefs', 'one', AT)
        writeFileSync(path, readFileSync(other.path))
      },
    ],
  ])('%s, are said to be, and the next note is read all the same', (_, damage) => {
    const { path, notes } = opened()
    notes.note('debriefs', 'one', AT)
    damage(path)
    expect(notes.unreadLines()).toBe(1)
    notes.note('debriefs', 'two', AT)
    expect(notes.look()('debriefs', 'two')).toBe(AT.getTime())
    expect(notes.unreadLines()).toBe(1)
  })
  it('are said not to be read where a folder is in their place', () => {
    const { path, notes } = opened()
    mkdirSync(path)
    notes.note('debriefs', 'one', AT)
    expect(notes.unreadLines()).toBe(1)
  })
  it('of which one bit was changed are said to be', () => {
    const { path, notes } = opened()
    notes.note('debriefs', 'one', AT)
    const bytes = readFileSync(path)
    for (const at of [3, 80]) {
      const hurt = Buffer.from(bytes)
      hurt.writeUInt8(bytes.readUInt8(at) === 0x30 ? 0x31 : 0x30, at)
      writeFileSync(path, hurt)
      expect(notes.unreadLines()).toBe(1)
    }
  })
})
