/**
 * @file An organization's bundles in PostgreSQL: the console's own rules and statements over another database. What may be
 * taken in, what two bundles of one console mean, and what may be told is decided by the same code.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Period } from '../../src/contract/insight'
import { bundleNumberOf, type NumbersBundle } from '../../src/contract/numbers-bundle'
import type { RollUpOutcome, TakenBundle } from '../../src/contract/roll-up'
import { isCountable } from '../../src/main/insight/calendar'
import type { Solver } from '../../src/main/insight/disclosure/solver'
import type { ActSource } from '../../src/main/insight/measure-source'
import { placeOfBundle, readBundle, refusedNow, rowsOf } from '../../src/main/insight/roll-up/bundle-file'
import { type Merged, mergedFrom, statementsOf } from '../../src/main/insight/roll-up/merge'
import { parsedTold, rolledUp, shownTold, Told } from '../../src/main/insight/roll-up/rolled-up'
import { type Psql, quoted } from './psql'

/** What an organization can ask of its database. */
export interface Organization {
  /** Takes opened bundles in, all or none; one answer for each text. */
  takeIn(texts: readonly string[]): Promise<TakenBundle[]>
  /** Takes a bundle out by its number. @returns false where there is none. */
  takeOut(number: string): Promise<boolean>
  /** Counts a period, and notes it as told. @throws Error for one that is not over, or while an earlier one cannot be read */
  count(period: Period, acts: Pick<ActSource, 'tablesOf'>, solver: Solver | null): Promise<RollUpOutcome>
  /** The bundles of a period together. */
  merged(period: Period): Promise<Merged>
}

const Here = z.array(
  z.object({ id: z.string(), made_at: z.string(), digest: z.string(), is_same_id: z.boolean() }),
)
const ToldRows = z.array(
  z.object({ id: z.string(), period: z.string(), counted_at: z.string(), told: z.string() }),
)

type Value = string | number
const values = (row: Readonly<Record<string, Value>>, columns: readonly string[]): string =>
  `(${columns
    .map((column) => {
      const value = row[column]
      if (value === undefined) throw new RangeError(`There is no ${column}.`)
      return typeof value === 'number' ? Math.trunc(value).toString() : quoted(value)
    })
    .join(', ')})`

const column = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const insert = (table: string, rows: readonly Readonly<Record<string, Value>>[]): string => {
  const [first] = rows
  if (!first) return ''
  const keys = Object.keys(first)
  return `INSERT INTO ${table} (${keys.map(column).join(', ')}) VALUES ${rows
    .map((row) => values(row, keys))
    .join(', ')};`
}

/** The organization's bundles, their tables made where they are not there yet. */
export const openOrganization = async (
  psql: Psql,
  clock: { now: () => Date } = { now: () => new Date() },
): Promise<Organization> => {
  await psql.run(
    `SET client_min_messages = warning;\n${readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8')}`,
  )

  /** One at a time: what is looked at must not change before it is written. */
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    await psql.run('BEGIN; LOCK TABLE bundles, roll_ups IN EXCLUSIVE MODE')
    const done = await work()
    await psql.run('COMMIT')
    return done
  }

  const take = async (bundle: NumbersBundle): Promise<TakenBundle> => {
    const number = bundleNumberOf(bundle.id)
    const { year, quarter } = bundle.period
    const reason = refusedNow(bundle, clock.now())
    if (reason) return { kind: 'refused', reason }
    const rows = rowsOf(bundle)
    const here = Here.parse(
      await psql.rows(
        `SELECT id, made_at, digest, id = ${quoted(bundle.id)} AS is_same_id FROM bundles WHERE id = ${quoted(bundle.id)}
         OR (source = ${quoted(bundle.source)} AND year = ${year} AND quarter = ${quarter})`,
      ),
    ).map(({ made_at: madeAt, ...rest }) => ({ madeAt, ...rest }))
    const sameSource = here.find((one) => !one.is_same_id)
    switch (
      placeOfBundle(
        rows.bundle,
        here.find((one) => one.is_same_id),
        sameSource,
      )
    ) {
      case 'numberTaken':
        return { kind: 'refused', reason: 'numberTaken' }
      case 'again':
        return { kind: 'again', number }
      case 'older':
        return { kind: 'older', number }
      case 'take':
        await psql.run(
          [
            sameSource ? `DELETE FROM bundles WHERE id = ${quoted(sameSource.id)};` : '',
            insert('bundles', [rows.bundle]),
            insert('bundle_months', rows.months),
            insert('bundle_counts', rows.counts),
          ].join('\n'),
        )
        return { kind: 'taken', number, replaced: sameSource ? bundleNumberOf(sameSource.id) : null }
    }
  }

  const merged = async (period: Period): Promise<Merged> => {
    const { facts, held, counts, bundles, rows, overlaps } = statementsOf(period)
    return mergedFrom(period, {
      facts: await psql.rows(facts),
      held: await psql.rows(held),
      counts: await psql.rows(counts),
      bundles: await psql.rows(bundles),
      rows: await psql.rows(rows),
      overlaps: await psql.rows(overlaps),
    })
  }

  return {
    merged,
    takeIn: (texts) =>
      alone(async () => {
        const answers: TakenBundle[] = []
        for (const text of texts) {
          const read = readBundle(text)
          answers.push(read.kind === 'refused' ? read : await take(read.bundle))
        }
        return answers
      }),
    takeOut: (number) =>
      alone(async () => {
        const out = z
          .array(z.object({ id: z.string() }))
          .parse(await psql.rows(`SELECT id FROM bundles WHERE upper(substr(id, 1, 13)) = ${quoted(number)}`))
        const [one] = out
        if (!one || out.length > 1) return false
        await psql.run(`DELETE FROM bundles WHERE id = ${quoted(one.id)}`)
        return true
      }),
    count: (period, acts, solver) =>
      alone(async () => {
        if (!isCountable(period, clock.now())) {
          throw new Error(
            'The period is not over everywhere, ended less than two days ago, or is no longer kept.',
          )
        }
        const rows = ToldRows.parse(
          await psql.rows('SELECT id, period, counted_at, told FROM roll_ups ORDER BY counted_at, id'),
        )
        const before = rows.map(({ counted_at: countedAt, ...row }) => {
          const read = parsedTold({ ...row, countedAt })
          // Nothing is told that cannot be held against what was; and what it says is not repeated here.
          if (!read) throw new Error(`What was told of ${row.period} before cannot be read.`)
          return read
        })
        const counted = await rolledUp(await merged(period), period, acts, before, solver, null)
        switch (counted.kind) {
          case 'refused':
            return counted
          case 'again':
            return { kind: 'counted', result: shownTold(counted.told) }
          case 'new': {
            const { period: key, ...rest } = counted.told
            const told = Told.parse({
              ...counted.told,
              id: randomUUID(),
              countedAt: clock.now().toISOString(),
            })
            await psql.run(
              insert('roll_ups', [
                { id: told.id, period: key, countedAt: told.countedAt, told: JSON.stringify(rest) },
              ]),
            )
            return { kind: 'counted', result: shownTold(told) }
          }
        }
      }),
  }
}
