/** @file The proof of a forgetting goes on while other work is done, and says less rather than more when something comes between. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { onFailingDisk } from '../../../../tests/fixtures/failing-disk'
import { createFixture, type NotesVault, notesVault } from '../../../../tests/migrations/notes-vault'

const ID = 'note-to-go-00001'

/** A vault of some megabytes. */
const large = async (): Promise<NotesVault> => {
  const made = notesVault()
  await createFixture(made)
  for (let number = 0; number < 200; number += 1)
    made.add(`other-note-${number}`, `what stays ${number} `.padEnd(8000, '.'))
  made.add(ID, 'a canary in a single line')
  return made
}
const tick = () => new Promise((resolve) => setImmediate(resolve))
const count = (made: NotesVault) => made.texts().length

it('is gone before the first step, and many turns are other people’s', async () => {
  const made = await large()
  let isProved = false
  const proving = made.vault.forgetInSteps('debriefs', ID).finally(() => {
    isProved = true
  })
  expect(count(made)).toBe(200)
  let turns = 0
  for (; !isProved; turns += 1) await tick()
  expect(turns).toBeGreaterThan(10)
  const receipt = await proving
  expect(receipt).toMatchObject({ forgotten: 1, isVerified: true })
  expect(receipt?.searchedBytes).toBeGreaterThan(1_000_000)
})

it('is proved although more is saved meanwhile than the log holds, and the log is moved afterwards', async () => {
  const made = await large()
  let isProved = false
  const proving = made.vault.forgetInSteps('debriefs', ID).finally(() => {
    isProved = true
  })
  for (let number = 0; !isProved; number += 1) {
    made.add(`meanwhile-${number}`, `${number} `.padEnd(400_000, 'y'))
    await tick()
  }
  expect(await proving).toMatchObject({ isVerified: true })
  made.add('afterwards-00001', 'z'.repeat(5_000_000))
  expect(statSync(join(made.dataDir, 'vault.db-wal')).size).toBe(0)
  expect(made.vault.isHealthy()).toBe(true)
})

it('two at once are both proved', async () => {
  const made = await large()
  made.add('note-to-go-00002', 'another canary, in a line of its own')
  const [one, two] = await Promise.all([
    made.vault.forgetInSteps('debriefs', ID),
    made.vault.forgetInSteps('debriefs', 'note-to-go-00002'),
  ])
  expect([one, two]).toMatchObject([{ isVerified: true }, { isVerified: true }])
  expect(count(made)).toBe(200)
})

it('one between the steps of another moves the log: both are gone, and the first begins its search anew', async () => {
  const made = await large()
  const proving = made.vault.forgetInSteps('debriefs', ID)
  for (let turns = 0; turns < 5; turns += 1) await tick()
  expect(made.vault.forget('debriefs', 'other-note-7')).toMatchObject({ isVerified: true })
  expect(await proving).toMatchObject({ isVerified: true })
  expect(count(made)).toBe(199)
})

it('locked in the middle, the lock does not wait, the entry stays gone, and nothing is called proved', async () => {
  const made = await large()
  const proving = made.vault.forgetInSteps('debriefs', ID)
  await tick()
  await made.vault.lock()
  expect(made.vault.status()).toMatchObject({ state: 'locked' })
  expect(await proving).toEqual({ forgotten: 1, searchedBytes: 0, isVerified: false })
  await made.unlock()
  expect(count(made)).toBe(200)
  expect(made.vault.status()).toMatchObject({ hold: null })
  expect(made.vault.isHealthy()).toBe(true)
})

it('where the note of what was acknowledged is refused, what is answered is so: gone, or still there', async () => {
  let refusedCount = 0
  for (let at = 1; at <= 8; at += 1) {
    const made = notesVault()
    await createFixture(made)
    made.add(ID, 'a canary in a single line')
    await made.vault.lock()
    let isGone = false
    let isAnsweredGone = false
    const { refused } = await onFailingDisk(
      { at, isForGood: false, code: 'ENOSPC', isCounted: (path) => path.endsWith('vault.changes') },
      async () => {
        try {
          await made.unlock()
          isAnsweredGone = (await made.vault.forgetInSteps('debriefs', ID))?.forgotten === 1
        } catch {
          // Refused: then nothing may be gone.
        }
        if (made.vault.status().state !== 'unlocked') await made.unlock()
        isGone = count(made) === 0
      },
    )
    refusedCount += refused.length
    expect(isGone, `step ${at}: ${refused.join()}`).toBe(isAnsweredGone)
  }
  expect(refusedCount).toBeGreaterThan(2)
})
