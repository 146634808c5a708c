/** @file Migrations on real vaults: whole tables compared, a copy while it runs, refusals before anything runs. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openWriter } from '../../src/main/vault/database/connections'
import {
  MigrationOrderError,
  pendingMigrations,
  readJournal,
  runMigrations,
} from '../../src/main/vault/database/migrate'
import { writeHeader } from '../../src/main/vault/header/header'
import { createHeader } from '../../src/main/vault/header/header-keys'
import { createVault, type VaultService } from '../../src/main/vault/service'
import { KDF_LEAST } from '../fixtures/key-cost'
import {
  bytesOf,
  createFixture,
  FIRST,
  type FixtureMigration,
  type NotesVault,
  notesVault,
  PASSPHRASE,
  SECOND,
  writeMigrations,
} from './notes-vault'

const SHIPPED = join(import.meta.dirname, '../../src/main/vault/migrations')

const copies = (made: NotesVault) => readdirSync(made.dataDir).filter((name) => name.includes('before'))

/** What changes with each unlock, and is no record. */
const ASIDE = new Set(['__drizzle_migrations', 'vault_state'])

/** Every row of every table, the search table's inside and what is no record left out. */
function allRows(vault: VaultService): Record<string, unknown[]> {
  const read = vault.access.read()
  const names = read.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
  )
  return Object.fromEntries(
    names
      .map(({ name }) => name)
      .filter((name) => !ASIDE.has(name))
      .sort()
      .map((name) => [name, read.all(`SELECT * FROM "${name}"`)]),
  )
}

/** A vault of version one with rows, locked. */
async function versionOne(): Promise<NotesVault> {
  const made = notesVault([FIRST])
  await createFixture(made)
  for (let index = 0; index < 50; index += 1) made.add(`note-${index}-0000001`, `words of note ${index} 🌊`)
  await made.vault.lock()
  return made
}

describe('a vault of the version before', () => {
  it('keeps every row of every table when one is added', async () => {
    const made = await versionOne()
    await made.unlock()
    const before = allRows(made.vault)
    expect(before.notes).toHaveLength(50)
    await made.vault.lock()
    writeMigrations(made.migrationsDir, [FIRST, SECOND])
    await made.unlock()
    expect(allRows(made.vault)).toEqual({ ...before, marks: [] })
    expect(copies(made)).toEqual([])
    expect(made.vault.isHealthy()).toBe(true)
  })

  it('keeps every row when a table that others refer to is rebuilt', async () => {
    const made = await versionOne()
    writeMigrations(made.migrationsDir, [FIRST, SECOND])
    await made.unlock()
    made.vault.access.write((handle) => {
      handle.run("INSERT INTO marks(note_id, mark) SELECT id, 'm' || seq FROM notes WHERE seq % 3 = 0")
    })
    const before = allRows(made.vault)
    await made.vault.lock()
    const rebuild: FixtureMigration = {
      tag: '0002_rebuild',
      whenMs: SECOND.whenMs + 1000,
      sql: `CREATE TABLE __new_notes (seq integer PRIMARY KEY, id text NOT NULL UNIQUE, text text NOT NULL, kept_since text NOT NULL, mood text DEFAULT 'settled' NOT NULL);
--> statement-breakpoint
INSERT INTO __new_notes(seq, id, text, kept_since) SELECT seq, id, text, kept_since FROM notes;
--> statement-breakpoint
DROP TABLE notes;
--> statement-breakpoint
ALTER TABLE __new_notes RENAME TO notes;`,
    }
    writeMigrations(made.migrationsDir, [FIRST, SECOND, rebuild])
    await made.unlock()
    const withMood = before.notes?.map((row) => ({ ...Object(row), mood: 'settled' }))
    expect(before.marks).toHaveLength(16)
    expect(allRows(made.vault)).toEqual({ ...before, notes: withMood })
  })

  it('is as it was, with a copy kept, when a migration fails', async () => {
    const failing: FixtureMigration = {
      tag: '0001_fails',
      whenMs: SECOND.whenMs,
      sql: 'DELETE FROM notes;\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);',
    }
    const breaking: FixtureMigration = {
      tag: '0002_breaks',
      whenMs: SECOND.whenMs + 1,
      sql: "INSERT INTO marks(note_id, mark) VALUES ('nobody', 'x');",
    }
    for (const migrations of [
      [FIRST, failing],
      [FIRST, SECOND, breaking],
    ]) {
      const made = await versionOne()
      const before = readFileSync(join(made.dataDir, 'vault.db'))
      writeMigrations(made.migrationsDir, migrations)
      await expect(made.unlock()).rejects.toMatchObject({ problem: 'migrationFailed' })
      expect(made.vault.status()).toMatchObject({ problem: 'migrationFailed', hasPreviousCopy: true })
      expect(copies(made)).toEqual([`vault.db.before-${migrations[1]?.tag}`])
      expect(readFileSync(join(made.dataDir, copies(made)[0] ?? ''))).toEqual(before)
      expect(readFileSync(join(made.dataDir, 'vault.db'))).toEqual(before)
      // An app that is put right opens it, and the copy goes.
      writeMigrations(made.migrationsDir, [FIRST, SECOND])
      const repaired = made.another()
      await made.unlock(repaired)
      expect(allRows(repaired).notes).toHaveLength(50)
      expect(copies(made)).toEqual([])
    }
  })

  it('loses a copy that a crash left behind, once it is found whole', async () => {
    const made = await versionOne()
    copyFileSync(join(made.dataDir, 'vault.db'), join(made.dataDir, 'vault.db.before-0001_marks'))
    writeFileSync(join(made.dataDir, 'vault.db.before-0001_marks.writing'), 'half of one')
    await made.unlock()
    expect(copies(made)).toEqual([])
  })

  it('is migrated from its log too, when it was not closed in order', async () => {
    const made = await versionOne()
    await made.unlock()
    made.add('note-in-the-log-1', 'only in the log')
    for (const name of ['vault.db', 'vault.db-wal']) {
      copyFileSync(join(made.dataDir, name), join(made.dataDir, `kept-${name}`))
    }
    await made.vault.lock()
    for (const name of ['vault.db', 'vault.db-wal']) {
      renameSync(join(made.dataDir, `kept-${name}`), join(made.dataDir, name))
    }
    writeMigrations(made.migrationsDir, [FIRST, SECOND])
    await made.unlock()
    expect(made.texts().at(-1)).toBe('only in the log')
  })
})

describe('refused before anything runs', () => {
  it('a vault of a newer app', async () => {
    const made = notesVault([FIRST, SECOND])
    await createFixture(made)
    await made.vault.lock()
    writeMigrations(made.migrationsDir, [FIRST])
    const before = bytesOf(made.dataDir)
    await expect(made.unlock()).rejects.toMatchObject({ problem: 'fromTheFuture' })
    expect(bytesOf(made.dataDir)).toEqual(before)
  })

  it('migrations whose dates do not ascend', async () => {
    const made = await versionOne()
    const before = bytesOf(made.dataDir)
    for (const whenMs of [FIRST.whenMs, FIRST.whenMs - 1]) {
      writeMigrations(made.migrationsDir, [FIRST, { ...SECOND, whenMs }])
      await expect(made.unlock()).rejects.toBeInstanceOf(MigrationOrderError)
      const fresh = notesVault([FIRST, { ...SECOND, whenMs }])
      await expect(createFixture(fresh)).rejects.toBeInstanceOf(MigrationOrderError)
      expect(fresh.vault.status()).toEqual({ state: 'none' })
    }
    expect(bytesOf(made.dataDir)).toEqual(before)
  })

  it('a vault in which an earlier migration was skipped', async () => {
    const made = await versionOne()
    const earlier = { ...SECOND, tag: '0000_earlier', whenMs: FIRST.whenMs - 1 }
    writeMigrations(made.migrationsDir, [earlier, FIRST])
    const before = bytesOf(made.dataDir)
    await expect(made.unlock()).rejects.toMatchObject({ problem: 'migrationFailed' })
    expect(bytesOf(made.dataDir)).toEqual(before)
  })

  it('every history but a beginning of the app\u2019s own', () => {
    const dates = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 })
    const ascending = (list: number[]) => [...list].sort((one, other) => one - other)
    fc.assert(
      fc.property(dates, dates, (shipped, ran) => {
        const journal = ascending(shipped).map((when) => ({ tag: `m${when}`, when }))
        const applied = ascending(ran)
        const isBeginning = applied.every((when, index) => journal[index]?.when === when)
        if (isBeginning) {
          expect(pendingMigrations(journal, applied)).toEqual(journal.slice(applied.length))
        } else {
          expect(() => pendingMigrations(journal, applied)).toThrow(/fromTheFuture|migrationFailed/)
        }
      }),
    )
  })
})

/** A vault as an older app left it: its schema, its one profile, no note of changes. This app cannot make one. */
async function writeOldVault(made: NotesVault, isLeading = false): Promise<void> {
  mkdirSync(made.dataDir, { mode: 0o700 })
  const { body, vaultKey } = await createHeader(PASSPHRASE, KDF_LEAST)
  const connection = openWriter(join(made.dataDir, 'vault.db'), vaultKey, false)
  runMigrations(connection, made.migrationsDir)
  connection
    .prepare('INSERT INTO profile (id, display_name, created_at) VALUES (1, ?, ?)')
    .run('River', '2026-11-21T20:00:00.000Z')
  if (isLeading) connection.exec('UPDATE profile SET is_leading = 1')
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  writeFileSync(join(made.dataDir, 'vault.json'), writeHeader(body))
}

describe('the migrations that ship', () => {
  it('have ascending dates and make a healthy vault', async () => {
    expect(readJournal(SHIPPED).length).toBeGreaterThan(0)
    const made = notesVault()
    const vault = createVault({
      host: { clock: made.clock, dataDir: made.dataDir },
      migrationsDir: SHIPPED,
      kinds: () => [],
    })
    await vault.create({ displayName: 'River', passphrase: PASSPHRASE })
    expect(vault.isHealthy()).toBe(true)
    await vault.lock()
    await vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    expect(vault.profile().displayName).toBe('River')
    vault.close()
  })

  it('bring a vault of each shipped version to the newest without losing its profile', async () => {
    const journal = readJournal(SHIPPED)
    const shipped = journal.map(({ tag, when }) => ({
      tag,
      whenMs: when,
      sql: readFileSync(join(SHIPPED, `${tag}.sql`), 'utf8'),
    }))
    for (let count = 1; count < shipped.length; count += 1) {
      const made = notesVault(shipped.slice(0, count))
      const sqls = shipped.slice(0, count).map(({ sql }) => sql)
      const isLeading =
        sqls.some((sql) => sql.includes('ADD `is_leading`')) &&
        !sqls.some((sql) => sql.includes('DROP COLUMN `is_leading`'))
      await writeOldVault(made, isLeading)
      writeMigrations(made.migrationsDir, shipped)
      const newest = made.another([])
      await made.unlock(newest)
      const isNoted = shipped.slice(0, count).some(({ sql }) => sql.includes('`first_start_done_at`'))
      expect(newest.profile()).toEqual({
        displayName: 'River',
        createdAt: '2026-11-21T20:00:00.000Z',
        recoverySheetConfirmedAt: null,
        // Who used a Holdspace from before it was noted is not led through first start again.
        firstStartDoneAt: isNoted ? null : '2026-11-21T20:00:00.000Z',
        // Who had the desk on their screen keeps it, and the rest beside it.
        work: isLeading ? 'both' : 'facilitates',
      })
      expect(newest.status()).toMatchObject({ state: 'unlocked', hold: null })
      expect(newest.isHealthy()).toBe(true)
      newest.close()
    }
  })
})
