/** @file Killed at random moments and cut off at random bytes: what was acknowledged is there, and nothing is half. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { runUntilKilled } from '../../../../tests/fixtures/killed-process'
import { rounds } from '../../../../tests/fixtures/rounds'
import {
  createFixture,
  FIRST,
  type NotesVault,
  notesVault,
  PASSPHRASE,
} from '../../../../tests/migrations/notes-vault'
import { createVault, type VaultService } from '../service'

/** Rounds of killing: each starts a process of its own. */
const KILLS = rounds(5, 500)
/** Rounds of cutting. */
const CUTS = rounds(25, 500)
/** A limit for what hangs: five hundred rounds take half an hour on a quiet machine. */
const LIMIT_MS = 4 * 3_600_000

const WRITES = {
  ...FIRST,
  sql: `${FIRST.sql}\n--> statement-breakpoint\nCREATE TABLE writes (number integer, half integer, filler text, PRIMARY KEY (number, half));`,
}

/** Lets the writer write until it is killed. Returns the last acknowledged write. */
const writeUntilKilled = async ({ dataDir, migrationsDir }: NotesVault): Promise<number> => {
  const child = join(import.meta.dirname, 'writing-child.ts')
  return Number((await runUntilKilled(child, [dataDir, migrationsDir, PASSPHRASE], 40)).at(-1))
}

/** The number of the last write, after checking that every one up to it is there, whole. */
function lastWholeWrite(vault: VaultService): number {
  const [row] = vault.access
    .read()
    .all<{ rows: number; numbers: number; last: number }>(
      sql`SELECT count(*) AS rows, count(DISTINCT number) AS numbers, coalesce(max(number), 0) AS last FROM writes`,
    )
  expect(row).toEqual({ rows: (row?.last ?? 0) * 2, numbers: row?.last, last: row?.last })
  return row?.last ?? 0
}

describe('a killed console', () => {
  it(
    `has lost no acknowledged write, after each of ${KILLS} kills, and its lock is free`,
    async () => {
      const made = notesVault([WRITES])
      await createFixture(made)
      await made.vault.lock()
      let survived = 0
      for (let round = 0; round < KILLS; round += 1) {
        const acknowledged = await writeUntilKilled(made)
        expect(acknowledged).toBeGreaterThan(0)
        await made.unlock()
        expect(lastWholeWrite(made.vault)).toBeGreaterThanOrEqual(acknowledged)
        expect(made.vault.isHealthy()).toBe(true)
        await made.vault.lock()
        survived += 1
      }
      expect(survived).toBe(KILLS)
    },
    LIMIT_MS,
  )
})

describe('a log cut off at a random byte', () => {
  it(
    `opens to what was before or after, never to half of it, in each of ${CUTS} copies`,
    async () => {
      const made = notesVault([WRITES])
      await createFixture(made)
      const write = (number: number) =>
        made.vault.access.write((handle) => {
          for (const half of [1, 2]) {
            handle.run(
              sql`INSERT INTO writes(number, half, filler) VALUES (${number}, ${half}, ${'z'.repeat(2500)})`,
            )
          }
        })
      for (let number = 1; number <= 10; number += 1) write(number)
      await made.vault.lock()
      await made.unlock()
      // Fewer than move the log into the database by themselves.
      for (let number = 11; number <= 40; number += 1) write(number)
      const logBytes = statSync(join(made.dataDir, 'vault.db-wal')).size
      expect(logBytes).toBeGreaterThan(100_000)
      const seen = new Set<number>()
      for (let round = 0; round < CUTS; round += 1) {
        const dataDir = join(made.dataDir, '..', `copy-${round}`)
        mkdirSync(dataDir)
        for (const name of ['vault.json', 'vault.db', 'vault.db-wal', 'vault.changes']) {
          copyFileSync(join(made.dataDir, name), join(dataDir, name))
        }
        // The first copy keeps the whole log, the second nothing of it.
        const share = round === 0 ? 1 : round === 1 ? 0 : Math.random()
        truncateSync(join(dataDir, 'vault.db-wal'), Math.floor(share * logBytes))
        const copy = createVault({
          host: { clock: made.clock, dataDir },
          migrationsDir: made.migrationsDir,
          kinds: () => [],
        })
        await made.unlock(copy)
        const last = lastWholeWrite(copy)
        if (round === 0) expect(last).toBe(40)
        if (round === 1) expect(last).toBe(10)
        expect(last).toBeGreaterThanOrEqual(10)
        // What was acknowledged and is cut off is said; nothing is written before it is accepted.
        const isAll = round === 0 || last === 40
        expect(copy.status()).toMatchObject({ hold: isAll ? null : { kind: 'recordsLost' } })
        if (!isAll) expect(copy.acceptLoss()).toBe(true)
        expect(lastWholeWrite(copy)).toBe(last)
        expect(copy.isHealthy()).toBe(true)
        seen.add(last)
        copy.close()
        expect(readFileSync(join(dataDir, 'vault.db')).length).toBeGreaterThan(0)
        rmSync(dataDir, { recursive: true })
      }
      // Cuts at many places must have led to many states, or nothing was cut.
      expect(seen.size).toBeGreaterThan(5)
    },
    LIMIT_MS,
  )
})
