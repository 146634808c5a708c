/** @file A process that seals, adds, hands over and shreds reports as fast as it can, and says what was acknowledged. */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createCharters } from '../../charters/service'
import { createVault } from '../../vault/service'
import { createReporting, receiptsKept, reportsKept, sealContext } from '../service'

const [dataDir = '', migrationsDir = '', secret = ''] = process.argv.slice(2)
const clock = { now: () => new Date(), elapsedMs: () => performance.now() }
/** A charter that ships. */
const CHARTER = 'heartfelt'
const vault = createVault({
  host: { dataDir, clock },
  migrationsDir,
  kinds: () => [reportsKept({ clock, context: sealContext(charters) }), receiptsKept()],
})
const charters = createCharters({
  vault: vault.access,
  clock,
  folder: join(import.meta.dirname, '../../../../resources/charters'),
})
await vault.unlock({ secretKind: 'passphrase', secret })
const reporting = createReporting({ vault: vault.access, clock, charters })
const say = (what: string, id: string): void => {
  writeSync(1, `${what} ${id}\n`)
}
for (;;) {
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
  reporting.noteHandOver(id, {
    isSaidNoName: false,
    handOver: {
      recipient: 'police',
      agency: 'Police',
      method: 'phone',
      handedAt: new Date().toISOString(),
      outcome: 'accepted',
      reference: null,
    },
  })
  say('given', id)
  if (Math.random() < 0.5) {
    vault.forget('reports', id)
    say('shredded', id)
  }
}
