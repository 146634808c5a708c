/**
 * @file The roll-up of an organization that outgrows one laptop, in PostgreSQL. Nothing in the console needs it.
 *
 *   npm run roll-up -- DATABASE load KEYFILE FILE...     takes sealed bundles in
 *   npm run roll-up -- DATABASE out NUMBER               takes one out
 *   npm run roll-up -- DATABASE count 2026-Q3 [FOLDER]   tells a quarter or a year as JSON; FOLDER has more charters
 *
 * DATABASE is what `psql -d` takes; KEYFILE holds the secret half of a key as `age-keygen` writes it. docs/roll-up.md.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityToRecipient } from 'age-encryption'
import { CharterPack } from '../src/contract/charters'
import { Period } from '../src/contract/insight'
import { BundleNumber } from '../src/contract/numbers-bundle'
import { BUNDLES_AT_ONCE, type TakenBundle } from '../src/contract/roll-up'
import { interventionMeasures } from '../src/main/conduct/measures'
import { loadSolver } from '../src/main/insight/disclosure/solver'
import { openSealed } from '../src/main/recipients/open-sealed'
import { type Organization, openOrganization } from './roll-up/organization'
import { openPsql } from './roll-up/psql'

const say = (words: string) => process.stdout.write(`${words}\n`)
const USAGE = 'npm run roll-up -- DATABASE load KEYFILE FILE... | out NUMBER | count PERIOD [FOLDER]'

/** @throws Error where there is no key in it. */
const keyIn = async (file: string) => {
  const secret = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(readFileSync(file, 'utf8'))?.[0]
  if (secret === undefined) throw new Error('There is no secret key in the key file.')
  return { id: 'file', key: await identityToRecipient(secret), secret }
}

const load = async (organization: Organization, keyFile: string, files: readonly string[]): Promise<void> => {
  const key = await keyIn(keyFile)
  const sums = new Map<string, number>()
  for (let from = 0; from < files.length; from += BUNDLES_AT_ONCE) {
    const some = files.slice(from, from + BUNDLES_AT_ONCE)
    const texts: string[] = []
    const became: ({ kind: 'text' } | TakenBundle)[] = []
    for (const file of some) {
      const opened = await openSealed(readFileSync(file, 'utf8'), [key])
      if (opened.kind === 'opened') texts.push(opened.text)
      became.push(opened.kind === 'opened' ? { kind: 'text' } : opened)
    }
    const taken = await organization.takeIn(texts)
    for (const [at, one] of became.entries()) {
      const outcome = one.kind === 'text' ? taken.shift() : one
      if (!outcome) throw new Error('Each file has an answer.')
      sums.set(outcome.kind, (sums.get(outcome.kind) ?? 0) + 1)
      if (outcome.kind === 'refused') say(`${some[at]}: ${outcome.reason}`)
    }
    process.stderr.write(`${Math.min(from + BUNDLES_AT_ONCE, files.length)} of ${files.length}\n`)
  }
  say(JSON.stringify(Object.fromEntries(sums)))
}

/** @throws Error for what is neither a quarter nor a year. */
const periodIn = (word: string): Period => {
  const [, year, quarter] = /^(\d{4})(?:-Q([1-4]))?$/.exec(word) ?? []
  if (year === undefined) throw new Error(`${word} is no period: 2026, or 2026-Q3.`)
  return Period.parse(
    quarter === undefined
      ? { kind: 'year', year: Number(year) }
      : { kind: 'quarter', year: Number(year), quarter: Number(quarter) },
  )
}

const chartersIn = (folders: readonly string[]): CharterPack[] =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => CharterPack.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))),
  )

const count = async (organization: Organization, word: string, folders: readonly string[]): Promise<void> => {
  const shipped = join(import.meta.dirname, '../resources/charters')
  const packs = chartersIn([shipped, ...folders])
  const acts = interventionMeasures({ all: () => packs })
  const outcome = await organization.count(
    periodIn(word),
    acts,
    acts.isCounting() ? await loadSolver() : null,
  )
  say(JSON.stringify(outcome, null, 2))
  if (outcome.kind === 'refused') process.exitCode = 2
}

const takeOut = async (organization: Organization, word: string): Promise<void> => {
  const number = BundleNumber.parse(word.toUpperCase())
  if (!(await organization.takeOut(number))) throw new Error(`There is no bundle ${number}.`)
  say(`${number} is out.`)
}

const [database, act, first, ...rest] = process.argv.slice(2)
if (!database || !act || !first) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(1)
}
const psql = openPsql(database)
try {
  const organization = await openOrganization(psql)
  switch (act) {
    case 'load':
      await load(organization, first, rest)
      break
    case 'out':
      await takeOut(organization, first)
      break
    case 'count':
      await count(organization, first, rest)
      break
    default:
      throw new Error(USAGE)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await psql.close()
}
