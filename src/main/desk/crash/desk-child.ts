/** @file A process that opens, answers, gives back and forgets hand-offs as fast as it can, and says what was acknowledged. */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { HandOffNumber } from '../../../contract/hand-off'
import { createOwnKeys, ownKeysKept, sealTextTo } from '../../recipients/service'
import { createVault } from '../../vault/service'
import { createDesk, receivedKept } from '../service'

const [dataDir = '', migrationsDir = '', secret = ''] = process.argv.slice(2)
const clock = { now: () => new Date(), elapsedMs: () => performance.now() }
const vault = createVault({
  host: { dataDir, clock },
  migrationsDir,
  kinds: () => [receivedKept(), ownKeysKept()],
})
await vault.unlock({ secretKind: 'passphrase', secret })
const ownKeys = createOwnKeys({ vault: vault.access, clock })
const desk = createDesk({ vault: vault.access, clock, ownKeys, forgotten: vault.forgottenByHand })
const key = ownKeys.current() ?? ''
const say = (what: string, number: string): void => {
  writeSync(1, `${what} ${number}\n`)
}
const sealed = (record: object) => sealTextTo(`In words\n\n${JSON.stringify(record)}\n`, key)

for (;;) {
  const [first = '', second = ''] = randomUUID().toUpperCase().split('-')
  const number = HandOffNumber.parse(`${first}-${second}`)
  const madeAt = new Date().toISOString()
  const handOff = await sealed({
    holdspaceHandOff: 2,
    number,
    madeAt,
    expiresOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
    charter: { id: 'heartfelt', version: '2026-01-01' },
    answers: [{ path: 'text', question: null, words: `A canary of ${number}. ${'And on. '.repeat(300)}` }],
    replyTo: key,
  })
  const askBack = await sealed({ holdspaceAskBack: 1, number, madeAt })
  await desk.open(handOff)
  say('opened', number)
  desk.setThemes(number, ['silence'])
  desk.saveFeedback(number, [{ heading: 'What I value', words: `An answer to ${number}.` }])
  desk.noteGiven(number)
  say('answered', number)
  if (Math.random() < 0.4) {
    await desk.open(askBack)
    say('givenBack', number)
  } else if (Math.random() < 0.6) {
    vault.forget('received', number)
    say('forgotten', number)
  }
}
