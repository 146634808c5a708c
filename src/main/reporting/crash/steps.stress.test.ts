/**
 * @file Killed at each step at which a report is saved, sealed, added to, given and shredded, and the call that is noted typed:
 * each opens as it was before the step or as it is after it, and never half.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { fixedClock } from '../../../../tests/fixtures/fixed-clock'
import { runUntilKilled } from '../../../../tests/fixtures/killed-process'
import { migrationsDir } from '../../../../tests/fixtures/memory-vault'
import { rounds } from '../../../../tests/fixtures/rounds'
import { temporaryFolder } from '../../../../tests/fixtures/temporary-folder'
import { createVault, type VaultService } from '../../vault/service'

/** A limit for what hangs. */
const LIMIT_MS = 4 * 3_600_000
const child = join(import.meta.dirname, 'step-child.ts')
const PASSPHRASE = 'a calm room with an open door'

/** What is there of the one report, in words that are compared with what was said last. */
const standingOf = (vault: VaultService): string[] => {
  const read = vault.access.read()
  const reports = read.all<{ id: string; state: string; body: string }>(
    sql`SELECT id, state, body FROM reports`,
  )
  const receipts = read.all<{ sha: string; shredded: string | null; addenda: string }>(
    sql`SELECT sealed_sha256 AS sha, shredded_at AS shredded, addenda FROM report_receipts`,
  )
  const given = read.all(sql`SELECT id FROM report_hand_overs`)
  const added = read.all(sql`SELECT id FROM report_addenda`)
  const forms = read.all<{ typed: string }>(sql`SELECT typed FROM unfinished_forms`)
  const [report] = reports
  const [receipt] = receipts
  if (report?.state === 'sealed') {
    expect(createHash('sha256').update(report.body).digest('hex')).toBe(receipt?.sha)
    expect(JSON.parse(receipt?.addenda ?? '[]')).toHaveLength(added.length)
    expect(receipt?.shredded).toBeNull()
  }
  if (receipt && !report) {
    expect(receipt.shredded, 'what is gone says so').not.toBeNull()
    expect([added, forms], 'and took along what was its own').toEqual([[], []])
  }
  if (report?.state === 'draft') expect([receipts, given, added, forms]).toEqual([[], [], [], []])
  const reference = forms.length === 0 ? 'no form' : /24-\d+/.exec(forms[0]?.typed ?? '')?.[0]
  return [
    report ? report.state : receipt ? 'shredded' : 'nothing',
    `${added.length} added`,
    `${given.length} given`,
    String(reference),
  ]
}

/** What may be there after each thing that was said last: that, or what comes next. */
const after: Readonly<Record<string, readonly (readonly string[])[]>> = {
  nothing: [
    ['nothing', '0 added', '0 given', 'no form'],
    ['draft', '0 added', '0 given', 'no form'],
  ],
  saved: [
    ['draft', '0 added', '0 given', 'no form'],
    ['sealed', '0 added', '0 given', 'no form'],
  ],
  sealed: [
    ['sealed', '0 added', '0 given', 'no form'],
    ['sealed', '1 added', '0 given', 'no form'],
  ],
  added: [
    ['sealed', '1 added', '0 given', 'no form'],
    ['sealed', '1 added', '0 given', '24-1'],
    ['sealed', '1 added', '0 given', '24-1187'],
  ],
  typed: [
    ['sealed', '1 added', '0 given', '24-1187'],
    ['sealed', '1 added', '1 given', 'no form'],
  ],
  given: [
    ['sealed', '1 added', '1 given', 'no form'],
    ['sealed', '1 added', '1 given', '24-1188'],
  ],
  'typed again': [
    ['sealed', '1 added', '1 given', '24-1188'],
    ['shredded', '0 added', '1 given', 'no form'],
  ],
  shredded: [['shredded', '0 added', '1 given', 'no form']],
}

const newVault = async () => {
  const dataDir = temporaryFolder()
  const clock = fixedClock(new Date().toISOString())
  const vault = createVault({ host: { clock, dataDir }, migrationsDir, kinds: () => [] })
  await vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  await vault.lock()
  return { dataDir, clock, vault }
}
const lastSaid = (said: readonly string[]): string =>
  said
    .filter((one) => !one.startsWith('steps '))
    .at(-1)
    ?.replace(/ \S+$/, '') ?? 'nothing'

/** Kills one at a step, and looks at what it left. @returns what it said. */
const killAt = async (step: number): Promise<string[]> => {
  const { dataDir, clock, vault } = await newVault()
  // Its own hand is the only one that kills it: no line ends it before.
  const said = await runUntilKilled(
    child,
    [dataDir, migrationsDir, PASSPHRASE, String(step)],
    0,
    Number.POSITIVE_INFINITY,
  )
  clock.set(new Date().toISOString())
  await vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
  expect(after[lastSaid(said)], `step ${step}, after ${lastSaid(said)}`).toContainEqual(standingOf(vault))
  expect(vault.isHealthy()).toBe(true)
  await vault.lock()
  vault.close()
  return said
}

it(
  'is as before a step or as after it, and never half, wherever it was killed',
  async () => {
    const whole = await killAt(0)
    const count = Number(/^steps (\d+)$/.exec(whole.at(-1) ?? '')?.[1])
    expect(count).toBeGreaterThan(20)
    const asked = rounds(6, count)
    // Spread over the whole of it, another set of steps each day.
    const first = Math.floor(Math.random() * (count / asked))
    for (let nth = 0; nth < asked; nth += 1) {
      const step = 1 + ((first + Math.floor((nth * count) / asked)) % count)
      const said = await killAt(step)
      expect(said.at(-1)?.startsWith('steps ') ?? false, `step ${step} was reached`).toBe(false)
    }
  },
  LIMIT_MS,
)
