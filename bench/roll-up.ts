/** @file Figures of a roll-up of a thousand bundles into a vault, in a process of its own: prints them as one line of JSON. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUNDLES_AT_ONCE } from '../src/contract/roll-up'
import { createCharters } from '../src/main/charters/service'
import { interventionMeasures } from '../src/main/conduct/service'
import { machineClock } from '../src/main/host'
import { readBundle } from '../src/main/insight/roll-up/bundle-file'
import { createRollUp } from '../src/main/insight/roll-up/service'
import { leftBefore } from '../src/main/insight/service'
import { createOwnKeys, foundRecipient, sealTextTo } from '../src/main/recipients/service'
import { sessionMeasures } from '../src/main/sessions/service'
import { createVault } from '../src/main/vault/service'
import { bundleOf } from '../tests/fixtures/bundles'

const BUNDLES = 1000
const HEAP_AFTER = 200
const clock = { ...machineClock, now: () => new Date('2027-02-05T12:00:00.000Z') }
const root = mkdtempSync(join(tmpdir(), 'holdspace-bench-roll-up-'))
const vault = createVault({
  host: { clock, dataDir: join(root, 'data') },
  migrationsDir: join(import.meta.dirname, '../src/main/vault/migrations'),
  kinds: () => [],
})
await vault.create({ displayName: 'Bench', passphrase: 'a lamp in the window all night' })
const charters = createCharters({
  vault: vault.access,
  clock,
  folder: join(import.meta.dirname, '../resources/charters'),
  isInSession: () => false,
})
const ownKeys = createOwnKeys({ vault: vault.access, clock })
const [own] = await ownKeys.make(null)
const files: string[] = []
for (let source = 1; source <= BUNDLES; source += 1) {
  // Four groups a month, as a busy facilitator has, some of them met by two.
  const months = [1, 2, 3].flatMap((month) =>
    [0, 1, 2, 3].map((at) => ({ group: source * 3 + at, month, held: 4, missed: 1 })),
  )
  const counts = [0, 1, 2, null].map((reason) => ({ reason, count: source % 7 }))
  const file = join(root, `${source}.age`)
  writeFileSync(
    file,
    await sealTextTo(JSON.stringify(bundleOf({ source, quarter: 1, months, counts })), own?.key ?? ''),
  )
  files.push(file)
}
const rollUp = createRollUp({
  vault: vault.access,
  clock,
  work: sessionMeasures(charters),
  acts: interventionMeasures(charters),
  left: leftBefore(vault.forgottenByHand),
  settle: () => {},
  seals: { recipient: foundRecipient, seal: sealTextTo, open: (file) => ownKeys.open(file) },
})
const heapMb = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}
/** Opens and parses them, and nothing else. */
const read = async (some: readonly string[]): Promise<void> => {
  for (const file of some) {
    const opened = await ownKeys.open(readFileSync(file, 'utf8'))
    if (opened.kind !== 'opened' || readBundle(opened.text).kind !== 'bundle')
      throw new Error('It should open.')
  }
}
let readMs = 0
let rollUpMs = 0
let heapAfterSome = 0
await read(files.slice(0, 50))
for (let from = 0; from < files.length; from += BUNDLES_AT_ONCE) {
  const some = files.slice(from, from + BUNDLES_AT_ONCE)
  // Turn by turn: what else the machine does then weighs on both alike.
  const readFrom = performance.now()
  await read(some)
  readMs += performance.now() - readFrom
  const takenFrom = performance.now()
  const taken = await rollUp.takeIn(some.map((file) => readFileSync(file, 'utf8')))
  rollUpMs += performance.now() - takenFrom
  if (taken.some(({ kind }) => kind !== 'taken')) throw new Error('It should be taken in.')
  if (from + BUNDLES_AT_ONCE === HEAP_AFTER) heapAfterSome = heapMb()
}
const heapAfterAll = heapMb()
const countFrom = performance.now()
const outcome = await rollUp.count({ kind: 'quarter', year: 2026, quarter: 1 })
rollUpMs += performance.now() - countFrom
if (outcome.kind !== 'counted') throw new Error(outcome.why)
vault.close()
rmSync(root, { recursive: true, force: true })
console.log(JSON.stringify({ readMs, rollUpMs, heapAfterSome, heapAfterAll }))
