/** @file A small vault for tests: migrations of its own in a temporary folder, one kind of record, a clock to turn. */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, lt, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/main/host'
import type { KeptKindDescriptor } from '../../src/main/vault/kept-kind'
import { createVault, type VaultService } from '../../src/main/vault/service'
import { KDF_LEAST } from '../fixtures/key-cost'

/** One migration of a fixture. `whenMs`: its date, which decides its order. */
export interface FixtureMigration {
  tag: string
  whenMs: number
  sql: string
}

/** The profile, as the app has it, and notes with a search table. */
export const FIRST: FixtureMigration = {
  tag: '0000_first',
  whenMs: 1_700_000_000_000,
  sql: `CREATE TABLE profile (id integer PRIMARY KEY, display_name text NOT NULL, created_at text NOT NULL, key_bindings text, recovery_sheet_confirmed_at text, first_start_done_at text, work text NOT NULL DEFAULT 'facilitates', backup_folder text, backup_made_at text, backup_reminder_days integer DEFAULT 30, backup_by_itself integer NOT NULL DEFAULT 0);
--> statement-breakpoint
CREATE TABLE vault_state (id integer PRIMARY KEY, changes integer NOT NULL, last_seen_at text);
--> statement-breakpoint
CREATE TABLE notes (seq integer PRIMARY KEY, id text NOT NULL UNIQUE, text text NOT NULL, kept_since text NOT NULL);
--> statement-breakpoint
CREATE VIRTUAL TABLE note_words USING fts5(text, content = 'notes', content_rowid = 'seq');
--> statement-breakpoint
INSERT INTO note_words(note_words, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER notes_in AFTER INSERT ON notes BEGIN
  INSERT INTO note_words(rowid, text) VALUES (new.seq, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER notes_out AFTER DELETE ON notes BEGIN
  INSERT INTO note_words(note_words, rowid, text) VALUES ('delete', old.seq, old.text);
END;`,
}

/** A table that refers to notes, so that references are tested too. */
export const SECOND: FixtureMigration = {
  tag: '0001_marks',
  whenMs: 1_700_000_001_000,
  sql: `CREATE TABLE marks (note_id text NOT NULL REFERENCES notes(id) ON DELETE CASCADE, mark text NOT NULL);`,
}

/** Writes a migrations folder as drizzle-kit lays it out. */
export function writeMigrations(dir: string, migrations: readonly FixtureMigration[]): string {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(join(dir, 'meta'), { recursive: true })
  const entries = migrations.map(({ tag, whenMs }, idx) => ({
    idx,
    version: '6',
    when: whenMs,
    tag,
    breakpoints: true,
  }))
  writeFileSync(
    join(dir, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  )
  for (const migration of migrations) writeFileSync(join(dir, `${migration.tag}.sql`), migration.sql)
  return dir
}

/** The fixture's table as drizzle has it. */
export const notes = sqliteTable('notes', {
  seq: integer('seq').primaryKey(),
  id: text('id').notNull(),
  text: text('text').notNull(),
  keptSince: text('kept_since').notNull(),
})

const thirtyDaysBefore = (now: Date) => new Date(now.getTime() - 30 * 86_400_000).toISOString()

/** Notes, as a domain would describe them; kept for thirty days. */
export const notesKind: KeptKindDescriptor = {
  kind: 'debriefs',
  tables: ['notes', 'note_words'],
  canForget: true,
  list: (vault) =>
    vault
      .select()
      .from(notes)
      .all()
      .map((row) => ({
        id: row.id,
        label: `Note ${row.seq}`,
        keptSince: row.keptSince,
        keptUntil: new Date(Date.parse(row.keptSince) + 30 * 86_400_000).toISOString(),
        isAskingToGo: false,
      })),
  forget: (vault, id) => {
    const row = vault.delete(notes).where(eq(notes.id, id)).returning().get()
    return row === undefined ? null : [row.id, row.text]
  },
  countDue: (vault, now) =>
    vault
      .select()
      .from(notes)
      .where(lt(notes.keptSince, thirtyDaysBefore(now)))
      .all().length,
  enforceEnd: (vault, now) => {
    vault.run(sql`DELETE FROM notes WHERE kept_since < ${thirtyDaysBefore(now)}`)
  },
}

/** Passphrase of every fixture vault. */
export const PASSPHRASE = 'a lamp in the window all night'

/** A folder, a clock and a vault in it. */
export interface NotesVault {
  dataDir: string
  migrationsDir: string
  /** `nowMs` puts the clock somewhere; `pass` lets time pass. */
  clock: Clock & { nowMs: number; pass(byMs: number): void }
  vault: VaultService
  /** One more console on the same folder. */
  another(kinds?: readonly KeptKindDescriptor[]): VaultService
  unlock(vault?: VaultService): Promise<void>
  add: (id: string, words: string) => void
  texts(): string[]
}

/** Makes it in a temporary folder that goes when the test ends; no vault is created yet. */
export function notesVault(migrations: readonly FixtureMigration[] = [FIRST]): NotesVault {
  const root = mkdtempSync(join(tmpdir(), 'holdspace-vault-'))
  const dataDir = join(root, 'data')
  const migrationsDir = writeMigrations(join(root, 'migrations'), migrations)
  let elapsedMs = 0
  const clock = {
    nowMs: Date.parse('2026-11-21T20:00:00.000Z'),
    now: () => new Date(clock.nowMs),
    elapsedMs: () => elapsedMs,
    pass(byMs: number) {
      clock.nowMs += byMs
      elapsedMs += byMs
    },
  }
  const made: VaultService[] = []
  const another = (kinds: readonly KeptKindDescriptor[] = [notesKind]) => {
    const vault = createVault({ host: { clock, dataDir }, migrationsDir, kinds: () => kinds, kdf: KDF_LEAST })
    made.push(vault)
    return vault
  }
  onTestFinished(() => {
    for (const vault of made) vault.close()
    rmSync(root, { recursive: true, force: true })
  })
  const vault = another()
  return {
    dataDir,
    migrationsDir,
    clock,
    vault,
    another,
    unlock: (which = vault) => which.unlock({ secretKind: 'passphrase', secret: PASSPHRASE }),
    add(id, words) {
      vault.access.write((handle) => {
        handle.insert(notes).values({ id, text: words, keptSince: clock.now().toISOString() }).run()
      })
    },
    texts: () =>
      vault.access
        .read()
        .select()
        .from(notes)
        .orderBy(notes.seq)
        .all()
        .map((row) => row.text),
  }
}

/** Creates the vault and returns its recovery key. */
export function createFixture(made: NotesVault): Promise<string> {
  return made.vault.create({ displayName: 'River', passphrase: PASSPHRASE })
}

/** Names and bytes of every file in a folder, names and modes of everything else: to see that nothing was touched. */
export function bytesOf(dir: string, except: readonly string[] = ['vault.lock']): Record<string, string> {
  const names = readdirSync(dir)
    .filter((name) => !except.includes(name))
    .sort()
  return Object.fromEntries(
    names.map((name) => {
      const path = join(dir, name)
      const stats = lstatSync(path)
      return [name, stats.isFile() ? readFileSync(path).toString('base64') : `mode ${stats.mode}`]
    }),
  )
}
