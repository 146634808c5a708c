/** @file Killed at random moments while reports are sealed and shredded: each is a draft or sealed, whole, or gone. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { fixedClock } from '../../../../tests/fixtures/fixed-clock'
import { runUntilKilled } from '../../../../tests/fixtures/killed-process'
import { migrationsDir } from '../../../../tests/fixtures/memory-vault'
import { rounds } from '../../../../tests/fixtures/rounds'
import { temporaryFolder } from '../../../../tests/fixtures/temporary-folder'
import type { ReportId } from '../../../contract/primitives'
import { numberOf } from '../../../contract/report-handing'
import { createVault, type VaultService } from '../../vault/service'

/** Rounds of killing: each starts a process of its own. */
const KILLS = rounds(5, 300)
/** A limit for what hangs. */
const LIMIT_MS = 4 * 3_600_000
const child = join(import.meta.dirname, 'sealing-child.ts')
const PASSPHRASE = 'a calm room with an open door'

interface Row {
  id: ReportId
  state: string
  body: string
}

/** Every report there is whole, and so is every receipt. @returns the reports by id, and the receipts by number. */
const lookAtAll = (vault: VaultService) => {
  const read = vault.access.read()
  const reports = read.all<Row>(sql`SELECT id, state, body FROM reports`)
  const receipts = read.all<{ number: string; sha: string; shredded: string | null; addenda: string }>(
    sql`SELECT number, sealed_sha256 AS sha, shredded_at AS shredded, addenda FROM report_receipts`,
  )
  const byNumber = new Map(receipts.map((one) => [one.number, one]))
  for (const { id, state, body } of reports) {
    const receipt = byNumber.get(numberOf(id))
    if (state === 'draft') expect(receipt, 'a draft has no receipt').toBeUndefined()
    else {
      expect(createHash('sha256').update(body).digest('hex')).toBe(receipt?.sha)
      expect(receipt?.shredded, 'what is here is not shredded').toBeNull()
      const added = read.all(sql`SELECT id FROM report_addenda WHERE report_id = ${id}`)
      expect(JSON.parse(receipt?.addenda ?? '[]')).toHaveLength(added.length)
    }
  }
  const numbers = new Set(reports.map(({ id }) => numberOf(id)))
  for (const { number, shredded } of receipts) {
    if (!numbers.has(number)) expect(shredded, 'what is gone says so').not.toBeNull()
  }
  expect(
    read.all(sql`SELECT id FROM report_addenda WHERE report_id NOT IN (SELECT id FROM reports)`),
  ).toEqual([])
  return { reports: new Map(reports.map((one) => [one.id, one])), receipts: byNumber }
}

it(
  `leaves every report a draft or sealed, and none half shredded, after each of ${KILLS} kills`,
  async () => {
    const dataDir = temporaryFolder()
    const clock = fixedClock(new Date().toISOString())
    const vault = createVault({ host: { clock, dataDir }, migrationsDir, kinds: () => [] })
    await vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
    await vault.lock()
    let sealedCount = 0
    for (let round = 0; round < KILLS; round += 1) {
      const said = await runUntilKilled(child, [dataDir, migrationsDir, PASSPHRASE], 20, 1 + (round % 10))
      clock.set(new Date().toISOString())
      await vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
      const { reports, receipts } = lookAtAll(vault)
      // What was acknowledged is so: the last that was said of each report.
      const last = new Map(
        said.map((one): [ReportId, string] => {
          const [what = '', id = ''] = one.split(' ')
          return [id as ReportId, what]
        }),
      )
      for (const [id, what] of last) {
        if (what === 'saved') expect(reports.has(id)).toBe(true)
        else expect(receipts.has(numberOf(id)), `${what} ${id}`).toBe(true)
        if (what === 'shredded') expect(reports.has(id)).toBe(false)
      }
      sealedCount += receipts.size
      expect(vault.isHealthy()).toBe(true)
      await vault.lock()
    }
    expect(sealedCount).toBeGreaterThan(0)
    vault.close()
  },
  LIMIT_MS,
)
