/** @file Killed at random moments while hand-offs are opened, answered, given back and forgotten: each whole, emptied or gone. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixedClock } from '../../../../tests/fixtures/fixed-clock'
import { runUntilKilled } from '../../../../tests/fixtures/killed-process'
import { migrationsDir } from '../../../../tests/fixtures/memory-vault'
import { rounds } from '../../../../tests/fixtures/rounds'
import { temporaryFolder } from '../../../../tests/fixtures/temporary-folder'
import { HandOffNumber } from '../../../contract/hand-off'
import { createOwnKeys } from '../../recipients/service'
import { createVault } from '../../vault/service'
import { createDesk, receivedKept } from '../service'

/** Rounds of killing: each starts a process of its own. */
const KILLS = rounds(3, 200)
/** A limit for what hangs. */
const LIMIT_MS = 4 * 3_600_000
const child = join(import.meta.dirname, 'desk-child.ts')
const PASSPHRASE = 'a calm room with an open door'

it(
  `leaves every hand-off whole, emptied or gone, and knows what it gave back, after each of ${KILLS} kills`,
  async () => {
    const dataDir = temporaryFolder()
    const clock = fixedClock(new Date().toISOString())
    const vault = createVault({ host: { clock, dataDir }, migrationsDir, kinds: () => [receivedKept()] })
    await vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
    const ownKeys = createOwnKeys({ vault: vault.access, clock })
    await ownKeys.make(null)
    const desk = createDesk({ vault: vault.access, clock, ownKeys, forgotten: vault.forgottenByHand })
    await vault.lock()
    let seen = 0
    for (let round = 0; round < KILLS; round += 1) {
      const said = await runUntilKilled(child, [dataDir, migrationsDir, PASSPHRASE], 20, 1 + (round % 8))
      clock.set(new Date().toISOString())
      await vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
      const here = new Map(desk.list().map((one) => [one.number, desk.get(one.number)]))
      for (const { number, status, answers, themes, feedback } of here.values()) {
        const isEmptied = status === 'askedBack'
        expect(answers.some(({ words }) => words.startsWith(`A canary of ${number}.`))).toBe(!isEmptied)
        if (isEmptied) expect([themes, feedback]).toEqual([[], []])
      }
      // What was acknowledged is so: the last that was said of each.
      const last = new Map(
        said.map((one) => {
          const [what = '', number = ''] = one.split(' ')
          return [HandOffNumber.parse(number), what] as const
        }),
      )
      for (const [number, what] of last) {
        const one = here.get(number)
        if (what === 'opened') expect(one).toBeDefined()
        if (what === 'answered' && one) expect(['answered', 'askedBack']).toContain(one.status)
        if (what === 'givenBack') expect(one?.status).toBe('askedBack')
        if (what === 'forgotten') expect(one).toBeUndefined()
        if (what === 'givenBack' || what === 'forgotten')
          expect(vault.forgottenByHand.look()('received', number), what).toBe(true)
      }
      seen += last.size
      expect(vault.isHealthy()).toBe(true)
      await vault.lock()
    }
    expect(seen).toBeGreaterThan(0)
    vault.close()
  },
  LIMIT_MS,
)
