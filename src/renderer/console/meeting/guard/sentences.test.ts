/** @file The table of what the screen may say: the same in the docs, and every sentence has words. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import en from '../../words/en/meeting.json'
import { sentences } from './sentences'

const words = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      en,
    )

const tableInDocs = async (): Promise<readonly string[]> => {
  const text = await readFile(join(import.meta.dirname, '../../../../../docs/room-guard.md'), 'utf8')
  const [, after = ''] = text.split('| sentence | proved by | ended by |\n|---|---|---|\n')
  const [rows = ''] = after.split('\n\n')
  return rows.split('\n')
}

it('stands in docs/room-guard.md row by row', async () => {
  const rows = Object.entries(sentences).map(([key, { provedBy, endedBy }]) => {
    const proofs = provedBy.map((group) => group.join('; ')).join(' — or ')
    return `| ${String(words(key))} | ${proofs} | ${endedBy.join('; ')} |`
  })
  expect(await tableInDocs()).toEqual(rows)
})

it('has words for every sentence', () => {
  for (const key of Object.keys(sentences)) expect(typeof words(key), key).toBe('string')
})
