/**
 * @file The page for a group beside the live schema of a real vault: their difference is empty. Whoever adds a table or
 * a column says in which of the page's lines a group is told of it.
 */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pledgeLines, pledgeOf } from '../../src/renderer/console/vault/pledge/pledge-lines'
import en from '../../src/renderer/console/words/en/vault-pages.json'
import es from '../../src/renderer/console/words/es/vault-pages.json'
import { openRealCore, PASSPHRASE, type RealCore } from '../fixtures/real-core'

let real: RealCore
beforeAll(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
})
afterAll(() => real.core.close())

it('tells of every column that the vault has, and of none that it has not', async () => {
  const pledge = pledgeOf(await real.client.vault.kept())
  expect({ untold: pledge.untold, gone: pledge.gone }).toEqual({ untold: [], gone: [] })
  expect(pledge.lines).toEqual(Object.keys(pledgeLines))
})

it('would name a column and a table that were added without a line', async () => {
  const run = (...statements: string[]) =>
    real.core.vault.access.write((vault) => {
      for (const statement of statements) vault.run(sql.raw(statement))
    })
  run('ALTER TABLE sessions ADD COLUMN attended_by text')
  expect(pledgeOf(await real.client.vault.kept()).untold).toEqual(['sessions.attended_by'])
  run('ALTER TABLE sessions DROP COLUMN attended_by')
  expect(pledgeOf([{ columns: ['roster.name'] }])).toMatchObject({ lines: [], untold: ['roster.name'] })
})

it('has words for each line in every language, and says what is beyond our reach', () => {
  for (const { pledge } of [en, es]) {
    const { title: _, ...lines } = pledge.page.kept
    expect(Object.keys(lines).toSorted()).toEqual(Object.keys(pledgeLines).toSorted())
    expect(Object.keys(pledge.page.beyond)).toEqual(['title', 'server', 'others', 'paper', 'organization'])
  }
  // Only in a report can a person be named: no other line may say that one is.
  expect(en.pledge.page.kept.report).toContain('Only there can a person be named.')
})
