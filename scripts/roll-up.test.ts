/**
 * @file The roll-up in PostgreSQL is the console's: the same bundles, cell by cell the same numbers, the same refusals, over
 * a real server. Without PostgreSQL on this machine it says so in a line; where CI requires it, that is a failure.
 */

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Period } from '../src/contract/insight'
import type { NumbersBundle } from '../src/contract/numbers-bundle'
import type { RollUpOutcome } from '../src/contract/roll-up'
import { interventionMeasures } from '../src/main/conduct/service'
import { loadSolver, type Solver } from '../src/main/insight/disclosure/solver'
import { createRollUp, type RollUpService } from '../src/main/insight/roll-up/service'
import { readMerged } from '../src/main/insight/roll-up/store'
import { sealTextTo } from '../src/main/recipients/service'
import { sessionMeasures } from '../src/main/sessions/service'
import { bundleOf, drawnBundles } from '../tests/fixtures/bundles'
import { countingPack } from '../tests/fixtures/charter-pack'
import { type Evening, openEvening } from '../tests/fixtures/evening'
import { nothingLeft } from '../tests/fixtures/left-before'
import { type PostgresServer, startPostgres } from '../tests/fixtures/postgres'
import { rounds } from '../tests/fixtures/rounds'
import { temporaryFolder } from '../tests/fixtures/temporary-folder'
import { ensurePostgres, isPostgresRequired } from './postgres.mjs'
import { type Organization, openOrganization } from './roll-up/organization'
import { openPsql, type Psql } from './roll-up/psql'

const programs = ensurePostgres()
if (programs === null && !isPostgresRequired()) {
  process.stdout.write(
    'not run: the roll-up in PostgreSQL, which is not on this machine (apt-get install postgresql)\n',
  )
}
const AT = '2027-02-05T00:00:00.000Z'
const year: Period = { kind: 'year', year: 2026 }
const quarter = (at: number): Period => ({ kind: 'quarter', year: 2026, quarter: at })

describe.skipIf(programs === null && !isPostgresRequired())('an organization in PostgreSQL', () => {
  let server: PostgresServer
  let started: PostgresServer | undefined
  let solver: Solver
  beforeAll(async () => {
    if (programs === null) {
      throw new Error(
        'HOLDSPACE_POSTGRES=required, and PostgreSQL is not on this machine: apt-get install postgresql, or leave it unset.',
      )
    }
    server = await startPostgres(programs)
    started = server
    solver = await loadSolver()
  })
  // Where it did not start there is nothing to stop.
  afterAll(() => started?.stop())

  /** A desk in a vault and an empty database, side by side. */
  const sideBySide = async () => {
    const evening: Evening = openEvening()
    evening.clock.set(AT)
    const acts = interventionMeasures(evening.charters)
    const desk: RollUpService = createRollUp({
      vault: evening.vault,
      clock: evening.clock,
      work: sessionMeasures(evening.charters),
      acts,
      left: nothingLeft(),
      settle: () => {},
      seals: {
        open: (file) => Promise.resolve({ kind: 'opened', text: file }),
        recipient: () => {
          throw new Error('Nothing is sealed here.')
        },
        seal: () => Promise.reject(new Error('Nothing is sealed here.')),
      },
    })
    const psql: Psql = openPsql(server.database, server.psql)
    await psql.run('DROP TABLE IF EXISTS roll_ups, bundle_counts, bundle_months, bundles')
    const organization: Organization = await openOrganization(psql, evening.clock)
    const both = async (bundles: readonly NumbersBundle[]) => {
      const texts = bundles.map((bundle) => JSON.stringify(bundle))
      return [await desk.takeIn(texts), await organization.takeIn(texts)] as const
    }
    const counted = async (period: Period): Promise<readonly [RollUpOutcome, RollUpOutcome]> => [
      await desk.count(period),
      await organization.count(period, acts, solver),
    ]
    return { evening, desk, organization, psql, both, counted }
  }
  const withoutTime = (outcome: RollUpOutcome) =>
    outcome.kind === 'refused' ? outcome : { ...outcome.result, countedAt: '' }

  it('tells cell by cell what the console tells, over drawn bundles and orders of counting', async () => {
    let shown = 0
    await fc.assert(
      fc.asyncProperty(
        drawnBundles,
        fc.shuffledSubarray([year, quarter(1), quarter(2), quarter(3), quarter(4)], { minLength: 2 }),
        async (bundles, periods) => {
          const { evening, organization, psql, both, counted } = await sideBySide()
          const half = Math.ceil(bundles.length / 2)
          for (const some of [bundles.slice(0, half), bundles.slice(half)]) {
            const [onDesk, inPostgres] = await both(some)
            expect(inPostgres).toEqual(onDesk)
            for (const period of periods) {
              expect(await organization.merged(period)).toEqual(readMerged(evening.vault.read(), period))
              const [desk, postgres] = await counted(period)
              expect(withoutTime(postgres)).toEqual(withoutTime(desk))
              if (desk.kind === 'counted') shown += desk.result.numbers.measures.length
            }
          }
          await psql.close()
        },
      ),
      { numRuns: rounds(6, 200), seed: 3 },
    )
    // Or nothing was compared.
    expect(shown).toBeGreaterThan(0)
  })

  it('hides and shows the same counts of what people did', async () => {
    const { both, counted, psql } = await sideBySide()
    await both(
      [1, 2, 3, 4].flatMap((source) =>
        [1, 2, 3, 4].map((at) =>
          bundleOf({
            source,
            quarter: at,
            months: [{ group: source, month: 1, held: 4 }],
            counts: [
              { reason: 0, count: 20 },
              { reason: 1, count: at },
              { reason: 2, count: 9 },
            ],
          }),
        ),
      ),
    )
    for (const period of [quarter(1), year, quarter(2), quarter(3)]) {
      const [desk, postgres] = await counted(period)
      expect(withoutTime(postgres)).toEqual(withoutTime(desk))
      const values = desk.kind === 'counted' ? desk.result.numbers.measures : []
      expect(values.some(({ about, value }) => about === 'acts' && value !== null)).toBe(true)
      expect(values.some(({ about, value }) => about === 'acts' && value === null)).toBe(true)
    }
    await psql.close()
  })

  it('has the tables of the vault, column by column', async () => {
    const { evening, psql } = await sideBySide()
    for (const table of ['bundles', 'bundle_months', 'bundle_counts', 'roll_ups']) {
      const rows = await psql.rows(
        `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = '${table}' ORDER BY column_name`,
      )
      const own = evening.vault.raw
        .prepare(`SELECT name, type FROM pragma_table_info('${table}') ORDER BY name`)
        .all()
      expect(rows).toEqual(
        own.map((one) => ({ ...Object(one), type: String(Object(one).type).toLowerCase() })),
      )
    }
    await psql.close()
  })

  it('takes all of a call in or nothing, where the database fails in the middle', async () => {
    const { organization, psql, both } = await sideBySide()
    const [one, two] = [1, 2].map((source) =>
      bundleOf({ source, quarter: 1, months: [{ group: source, month: 1, held: 2 }] }),
    )
    if (!one || !two) throw new Error('There are none.')
    await both([one])
    await psql.run(
      "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device'; END $$; CREATE TRIGGER full_disk BEFORE INSERT ON bundle_months FOR EACH ROW EXECUTE FUNCTION full_disk()",
    )
    await expect(organization.takeIn([JSON.stringify(two)])).rejects.toThrow('No space left')
    const after = openPsql(server.database, server.psql)
    await after.run('DROP FUNCTION full_disk() CASCADE')
    expect((await (await openOrganization(after)).merged(quarter(1))).members.map(({ id }) => id)).toEqual([
      one.id,
    ])
    await after.close()
  })

  it('says no row in an error, and counts no period that is not over', async () => {
    const { evening, organization, psql } = await sideBySide()
    const [one, two] = [1, 2].map((source) =>
      bundleOf({ source, quarter: 1, months: [{ group: 7, month: 1, held: 2 }] }),
    )
    await organization.takeIn([JSON.stringify(one)])
    evening.clock.set('2026-12-20T00:00:00.000Z')
    await expect(organization.count(year, interventionMeasures(evening.charters), solver)).rejects.toThrow(
      'not over',
    )
    await psql.close()
    const again = openPsql(server.database, server.psql)
    const after = await openOrganization(again, evening.clock)
    await again.run('ALTER TABLE bundle_months ADD CONSTRAINT few CHECK (held < 2) NOT VALID')
    const error = await after.takeIn([JSON.stringify(two)]).catch((thrown: unknown) => thrown)
    expect(String(error)).toContain('violates check constraint')
    expect(String(error)).not.toMatch(/Failing row|00000007|counting-circle/)
  })

  it('does not ask or wait for ever where there is no server', async () => {
    const nowhere = openPsql(`host=${temporaryFolder()} dbname=postgres`, server.psql)
    await expect(nowhere.run('SELECT 1')).rejects.toThrow('No such file')
    await nowhere.close()
  })

  it('is loaded and counted by the documented command, from sealed files', async () => {
    const { psql } = await sideBySide()
    const folder = temporaryFolder()
    const secret = await generateX25519Identity()
    const key = await identityToRecipient(secret)
    writeFileSync(join(folder, 'key.txt'), `# made by age-keygen\n${secret}\n`)
    const charters = join(folder, 'charters')
    mkdirSync(charters)
    writeFileSync(join(charters, 'counting.json'), JSON.stringify(countingPack()))
    const files: string[] = []
    for (const source of [1, 2, 3, 4]) {
      const bundle = bundleOf({
        source,
        quarter: 1,
        months: [{ group: source, month: 1, held: 4 }],
        counts: [{ reason: 0, count: 20 }],
      })
      const file = join(folder, `${source}.age`)
      writeFileSync(file, await sealTextTo(JSON.stringify(bundle), key))
      files.push(file)
    }
    writeFileSync(join(folder, 'strange.age'), 'Dear Sam')
    const command = (...words: string[]) =>
      spawnSync(
        process.execPath,
        [
          '--import',
          pathToFileURL(join(import.meta.dirname, '../tests/fixtures/ts-resolution.mjs')).href,
          join(import.meta.dirname, 'roll-up.ts'),
          server.database,
          ...words,
        ],
        { encoding: 'utf8' },
      )
    const loaded = command('load', join(folder, 'key.txt'), ...files, join(folder, 'strange.age'))
    expect(loaded.stdout).toContain(`strange.age: notSealed\n{"taken":4,"refused":1}`)
    const counted = command('count', '2026-Q1', charters)
    expect(counted.stderr).not.toContain('Error')
    expect(JSON.parse(counted.stdout)).toMatchObject({ kind: 'counted', result: { bundles: 4 } })
    expect(command('out', '00000001-0001').stdout).toBe('00000001-0001 is out.\n')
    expect(command('out', '00000001-0001').status).toBe(1)
    const refused = command('count', '2026-Q1', charters)
    expect([refused.status, JSON.parse(refused.stdout)]).toEqual([
      2,
      { kind: 'refused', why: 'tooLittleChanged' },
    ])
    expect(command('count', 'yesterday').stderr).toContain('is no period')
    await psql.close()
  })
})
