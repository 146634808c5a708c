/** @file The opening script as it is said aloud: nothing private and nothing unfilled is in it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CharterPack } from '../../../../contract/charters'
import { fillScript } from './fill-script'

const pack = CharterPack.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../../resources/charters/heartfelt.json'), 'utf8'),
  ),
)

it('leaves no brace and no bracket to be read aloud', () => {
  const words = { displayName: 'Sam', groupName: 'Tuesday circle', contact: pack.organization }
  for (const { text } of pack.openingScript) expect(fillScript(text, words)).not.toMatch(/[{}[\]]/)
})

it('puts words in as they are, whatever they look like', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      const filled = fillScript('-{displayName}-', { displayName: name, groupName: 'G', contact: 'C' })
      expect(filled).toBe(`-${name}-`)
    }),
  )
})
