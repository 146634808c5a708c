/** @file The control of the search itself: a canary planted in any encoding and place must be found. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { searchBytes, searchFolder } from './search'

const folders: string[] = []
const makeFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdspace-search-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const CANARY = 'Zorblatquix'

test('finds a canary in every encoding, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const text = `${before}${CANARY}${after}`
      const planted = [
        Buffer.from(text, 'utf8'),
        Buffer.from(text, 'utf16le'),
        Buffer.from(Buffer.from(text, 'utf8').toString('base64')),
        Buffer.from(Buffer.from(text, 'utf8').toString('base64url')),
        Buffer.from(Buffer.from(text, 'utf16le').toString('base64')),
        Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
        gzipSync(Buffer.from(text, 'utf8')),
      ]
      for (const bytes of planted) expect(searchBytes('here', bytes, [CANARY])).not.toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('finds nothing where nothing is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(searchBytes('here', Buffer.from(bytes), [CANARY])).toEqual([])
    }),
  )
})

test('looks into files, into sub-folders and at file names', () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'deep', 'deeper'), { recursive: true })
  writeFileSync(join(folder, 'clean'), 'nothing here')
  expect(searchFolder(folder, [CANARY])).toMatchObject({ hits: [], fileCount: 1, byteCount: 12 })
  writeFileSync(join(folder, 'deep', 'deeper', 'log'), `joined: ${CANARY} 17`)
  expect(searchFolder(folder, [CANARY]).hits).toMatchObject([{ encoding: 'UTF-8' }])
  writeFileSync(join(folder, 'deep', `${CANARY}.txt`), '')
  expect(searchFolder(folder, [CANARY]).hits.map((hit) => hit.encoding)).toEqual(['UTF-8', 'UTF-8'])
})
