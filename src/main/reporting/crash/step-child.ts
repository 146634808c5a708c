/**
 * @file A process that types a call, notes it, seals, adds to and shreds one report, and is killed by its own hand at a
 * step that it was given: before a statement that writes, or right after it. Step 0: it goes to its end and says how many there are.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createCharters } from '../../charters/service'
import { createUnfinished, unfinishedKept, withForm } from '../../unfinished/service'
import { createVault } from '../../vault/service'
import { createReporting, isSealedReport, receiptsKept, reportsKept, sealContext } from '../service'

const [dataDir = '', migrationsDir = '', secret = '', killAt = '0'] = process.argv.slice(2)
const clock = { now: () => new Date(), elapsedMs: () => performance.now() }
/** A charter that ships. */
const CHARTER = 'heartfelt'
const vault = createVault({
  host: { dataDir, clock },
  migrationsDir,
  kinds: () => [
    withForm(reportsKept({ clock, context: sealContext(charters) }), 'handOver'),
    receiptsKept(),
    unfinishedKept(),
  ],
})
const charters = createCharters({
  vault: vault.access,
  clock,
  folder: join(import.meta.dirname, '../../../../resources/charters'),
})
await vault.unlock({ secretKind: 'passphrase', secret })

/** Every statement that the app runs to write goes through `run`, COMMIT included. */
const steps = { count: 0 }
const statement: unknown = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1'))
if (typeof statement !== 'object' || statement === null) throw new Error('A statement has a prototype.')
for (const name of ['run', 'get', 'all'] as const) {
  const original: unknown = Reflect.get(statement, name)
  if (typeof original !== 'function') throw new Error('It runs.')
  Reflect.set(statement, name, function stepped(this: Database.Statement, ...values: unknown[]): unknown {
    if (this.readonly && !/^\s*(commit|begin)/i.test(this.source))
      return Reflect.apply(original, this, values)
    steps.count += 1
    if (steps.count * 2 - 1 === Number(killAt)) process.kill(process.pid, 'SIGKILL')
    const answer: unknown = Reflect.apply(original, this, values)
    if (steps.count * 2 === Number(killAt)) process.kill(process.pid, 'SIGKILL')
    return answer
  })
}

const say = (what: string, id: string): void => {
  writeSync(1, `${what} ${id}\n`)
}
const reporting = createReporting({ vault: vault.access, clock, charters })
const forms = createUnfinished({
  vault: vault.access,
  clock,
  isThere: {
    handOver: isSealedReport,
    group: () => false,
    contacts: () => false,
    recipientKey: () => false,
    duty: () => false,
    lesson: () => false,
  },
})
const type = (reportId: typeof id, reference: string) =>
  forms.keep({
    form: 'handOver',
    belongsTo: reportId,
    typed: {
      recipient: 'police',
      agency: 'Police, the desk at night',
      method: 'phone',
      handedAt: '2026-11-20T20:00',
      outcome: '',
      reference,
    },
  })
const { id, body } = reporting.start(CHARTER)
const words = `They said it, again and again. ${'And went on. '.repeat(200)}`
const { changedAt } = reporting.save(id, {
  ...body,
  concern: { ...body.concern, theirWords: { kind: 'known', value: words, setAside: null } },
})
say('saved', id)
reporting.seal(id, changedAt)
say('sealed', id)
reporting.addAddendum(id, 'She called again.')
say('added', id)
type(id, '24-1')
type(id, '24-1187')
say('typed', id)
reporting.noteHandOver(id, {
  isSaidNoName: false,
  handOver: {
    recipient: 'police',
    agency: 'Police, the desk at night',
    method: 'phone',
    handedAt: new Date().toISOString(),
    outcome: 'accepted',
    reference: '24-1187',
  },
})
say('given', id)
type(id, '24-1188')
say('typed again', id)
vault.forget('reports', id)
say('shredded', id)
say('steps', String(steps.count * 2))
process.kill(process.pid, 'SIGKILL')
