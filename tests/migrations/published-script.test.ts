/** @file The script that is published with the format of a backup opens one of today's vault, with every table of it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openRealCore, PASSPHRASE } from '../fixtures/real-core'

it('opens a backup of the vault as the newest migration leaves it, by code that is not ours', async () => {
  const { core, client, host } = openRealCore()
  try {
    const { recoveryKey } = await client.vault.create({
      displayName: 'Robin',
      passphrase: PASSPHRASE,
      work: 'both',
    })
    const tables = (await client.vault.kept()).flatMap((kind) => kind.tables)
    const folder = join(host.dataDir, '..', 'stick')
    mkdirSync(folder)
    await client.vault.backup.make({ folder })
    const [made] = (await client.vault.backup.find({ folder })).backups
    const script = join(import.meta.dirname, '../../scripts/open-backup.mjs')
    const plain = join(folder, 'plain.sqlite')
    const open = (secret: string, ...more: string[]) =>
      execFileSync(process.execPath, [script, join(folder, made?.name ?? ''), ...more], {
        input: `${secret}\n`,
        encoding: 'utf8',
      })
    const listed = open(recoveryKey)
    expect(tables.length).toBeGreaterThan(20)
    for (const table of tables) expect(listed).toContain(`${table}: `)
    open(PASSPHRASE, plain)
    const database = new Database(plain, { readonly: true })
    expect(database.prepare('SELECT display_name, work FROM profile').all()).toEqual([
      { display_name: 'Robin', work: 'both' },
    ])
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  } finally {
    core.close()
  }
})
