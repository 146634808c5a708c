/** @file A process that writes to a vault as fast as it can and says on stdout which writes were acknowledged. */
import { writeSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { createVault } from '../service'

const [dataDir = '', migrationsDir = '', secret = ''] = process.argv.slice(2)
const vault = createVault({
  host: { dataDir, clock: { now: () => new Date(), elapsedMs: () => performance.now() } },
  migrationsDir,
  kinds: () => [],
})
await vault.unlock({ secretKind: 'passphrase', secret })
const [row] = vault.access
  .read()
  .all<{ last: number }>(sql`SELECT coalesce(max(number), 0) AS last FROM writes`)
for (let number = (row?.last ?? 0) + 1; ; number += 1) {
  // Two rows for each write: a half one would show.
  vault.access.write((handle) => {
    handle.run(
      sql`INSERT INTO writes(number, half, filler) VALUES (${number}, 1, ${'x'.repeat(number % 3000)})`,
    )
    handle.run(
      sql`INSERT INTO writes(number, half, filler) VALUES (${number}, 2, ${'y'.repeat(number % 500)})`,
    )
  })
  writeSync(1, `${number}\n`)
}
