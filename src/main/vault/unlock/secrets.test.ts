/**
 * @file Another passphrase, new secrets after recovery, and the test of a sheet: at every step the old ones or the new
 * ones open the vault, and a test opens nothing.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { onFailingDisk } from '../../../../tests/fixtures/failing-disk'
import {
  bytesOf,
  createFixture,
  type NotesVault,
  notesVault,
  PASSPHRASE,
} from '../../../../tests/migrations/notes-vault'
import { vaultPaths } from '../files/vault-files'
import { createVaultRouter } from '../router'

const NEXT = 'three herons on a frozen canal'
const headers = ['header', 'previousHeader'] as const

/** A vault with a note and a confirmed sheet. */
const withNote = async () => {
  const made = notesVault()
  const sheet = await createFixture(made)
  made.add('note-one-000001', 'a first note')
  made.vault.confirmRecoverySheet()
  return { made, sheet, paths: vaultPaths(made.dataDir) }
}

/** Whether a secret opens the vault in a console that was just started; it is left locked. */
const opens = async (
  made: NotesVault,
  secret: string,
  secretKind: 'passphrase' | 'recoveryKey' = 'passphrase',
): Promise<boolean> => {
  await made.vault.lock()
  made.clock.pass(120_000)
  const started = made.another()
  made.clock.pass(120_000)
  try {
    await started.unlock({ secretKind, secret })
    expect(started.isHealthy()).toBe(true)
    expect(started.profile().displayName).toBe('River')
    return true
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: 'WrongSecretError' })
    return false
  } finally {
    await started.lock()
    made.clock.pass(120_000)
  }
}

/** What a kill would have left: the files that were not replaced yet, as they were kept, and a half-written one. */
const killedAfter = (made: NotesVault, kept: string, written: readonly string[]) => {
  const paths = vaultPaths(made.dataDir)
  for (const name of headers) if (!written.includes(name)) copyFileSync(join(kept, name), paths[name])
  writeFileSync(`${paths.header}.writing`, 'half')
}

const keepHeaders = (made: NotesVault): string => {
  const kept = join(made.dataDir, '..', 'kept')
  mkdirSync(kept)
  const paths = vaultPaths(made.dataDir)
  for (const name of headers) copyFileSync(paths[name], join(kept, name))
  return kept
}

const steps = [
  ['before anything is written', []],
  ['after the copy', ['previousHeader']],
  ['after both', ['previousHeader', 'header']],
] as const

describe('another passphrase', () => {
  it('is in force at once, the old one is not, the sheet stays, and saving goes on', async () => {
    const { made, sheet, paths } = await withNote()
    writeFileSync(`${paths.header}.damaged`, readFileSync(paths.header))
    await made.vault.changePassphrase(PASSPHRASE, NEXT)
    made.add('note-two-000002', 'a second note')
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    expect(await opens(made, PASSPHRASE)).toBe(false)
    expect(await opens(made, NEXT)).toBe(true)
    expect(await opens(made, sheet, 'recoveryKey')).toBe(true)
    // No copy beside it opens with the old one.
    expect(readFileSync(paths.previousHeader)).toEqual(readFileSync(paths.header))
    expect(existsSync(`${paths.header}.damaged`)).toBe(false)
  })

  it('takes the new one however it is typed later', async () => {
    const { made } = await withNote()
    await made.vault.changePassphrase(PASSPHRASE, ' it\u2019s the \u201cold\u201d mill\u00a0\u2014 again ')
    expect(await opens(made, 'it\'s the "old" mill - again')).toBe(true)
  })

  it('asks for the old one: a wrong one changes nothing and waits', async () => {
    const { made, paths } = await withNote()
    const before = readFileSync(paths.header)
    const router = createVaultRouter(made.vault)
    const change = (passphrase: string) => call(router.changePassphrase, { passphrase, next: NEXT })
    await expect(change('not the passphrase')).rejects.toMatchObject({ code: 'WRONG_SECRET' })
    await expect(change(PASSPHRASE)).rejects.toMatchObject({ code: 'TOO_SOON' })
    await expect(
      call(router.changePassphrase, { passphrase: PASSPHRASE, next: 'too short' }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    expect(readFileSync(paths.header)).toEqual(before)
    await made.vault.lock()
    made.clock.pass(120_000)
    await expect(change(PASSPHRASE)).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  })

  it.each(steps)('killed %s, the vault opens by the old one or by the new one', async (_, written) => {
    const { made, sheet } = await withNote()
    const kept = keepHeaders(made)
    await made.vault.changePassphrase(PASSPHRASE, NEXT)
    await made.vault.lock()
    killedAfter(made, kept, written)
    const isNew = written.length === 2
    expect(await opens(made, PASSPHRASE)).toBe(!isNew)
    expect(await opens(made, isNew ? NEXT : PASSPHRASE)).toBe(true)
    expect(await opens(made, sheet, 'recoveryKey')).toBe(true)
  })

  it('is never sealed for another vault, whatever header lies beside the database by then', async () => {
    const { made, sheet, paths } = await withNote()
    const other = notesVault()
    await createFixture(other)
    const foreign = vaultPaths(other.dataDir)
    for (const name of headers) writeFileSync(paths[name], readFileSync(foreign[name]))
    // The other vault has the same passphrase.
    await made.vault.changePassphrase(PASSPHRASE, NEXT)
    expect(await opens(made, NEXT)).toBe(true)
    expect(await opens(made, PASSPHRASE)).toBe(false)
    expect(await opens(made, sheet, 'recoveryKey')).toBe(true)
  })

  it('replaces nothing where its key does not open the database that is there', async () => {
    const { made, paths } = await withNote()
    await made.vault.lock()
    const whole = readFileSync(paths.database)
    await made.unlock()
    const header = readFileSync(paths.header)
    // Another database in the same file, with the time of the one before.
    const { atime, mtime } = statSync(paths.database)
    const bytes = Buffer.from(whole)
    bytes.fill(7, 0, 4096)
    writeFileSync(paths.database, bytes)
    utimesSync(paths.database, atime, mtime)
    await expect(made.vault.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow()
    await expect(made.vault.renewRecoverySheet(PASSPHRASE)).rejects.toThrow()
    expect(readFileSync(paths.header)).toEqual(header)
    writeFileSync(paths.database, whole)
  })

  it.each([
    ['refused once', false],
    ['refused for good', true],
  ])('a disk that %s at any step leaves one in force, and says which', async (_, isForGood) => {
    const { made, sheet, paths } = await withNote()
    const isCounted = (path: string) => path.startsWith(paths.header)
    let [now, next] = [PASSPHRASE, NEXT]
    for (let at = 1; ; at += 1) {
      let hasFailed = false
      const { steps } = await onFailingDisk({ at, isForGood, isCounted }, () =>
        made.vault.changePassphrase(now, next).catch(() => {
          hasFailed = true
        }),
      )
      if (!hasFailed) [now, next] = [next, now]
      expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
      expect(await opens(made, now)).toBe(true)
      if (!hasFailed || !isForGood) expect(await opens(made, next)).toBe(false)
      expect(await opens(made, sheet, 'recoveryKey')).toBe(true)
      await made.vault.unlock({ secretKind: 'passphrase', secret: now })
      if (steps < at) break
    }
  })

  it.each(headers)('leaves the old one in force where the %s cannot be written', async (name) => {
    const { made, paths } = await withNote()
    mkdirSync(`${paths[name]}.writing`)
    await expect(made.vault.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow()
    rmSync(`${paths[name]}.writing`, { recursive: true })
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null })
    expect(await opens(made, PASSPHRASE)).toBe(true)
  })
})

describe('after unlocking by the recovery key', () => {
  const recovered = async () => {
    const { made, sheet, paths } = await withNote()
    await made.vault.lock()
    await made.vault.unlock({ secretKind: 'recoveryKey', secret: sheet })
    expect(made.vault.status()).toMatchObject({ isRecovered: true })
    return { made, sheet, paths }
  }

  it('both secrets are replaced at once; neither old one opens the vault', async () => {
    const { made, sheet } = await recovered()
    const fresh = (await made.vault.replaceSecrets(NEXT)) ?? ''
    expect(made.vault.status()).toMatchObject({ isRecovered: false })
    expect(made.vault.profile().recoverySheetConfirmedAt).toBeNull()
    expect(await made.vault.replaceSecrets('and a third one for later')).toBeNull()
    expect(await opens(made, PASSPHRASE)).toBe(false)
    expect(await opens(made, sheet, 'recoveryKey')).toBe(false)
    expect(await opens(made, NEXT)).toBe(true)
    expect(await opens(made, fresh, 'recoveryKey')).toBe(true)
  })

  it.each(steps)('killed %s, the old ones open the vault or the new ones do', async (_, written) => {
    const { made, sheet } = await recovered()
    const kept = keepHeaders(made)
    const fresh = (await made.vault.replaceSecrets(NEXT)) ?? ''
    await made.vault.lock()
    killedAfter(made, kept, written)
    const isNew = written.length === 2
    expect(await opens(made, PASSPHRASE)).toBe(!isNew)
    expect(await opens(made, sheet, 'recoveryKey')).toBe(!isNew)
    expect(await opens(made, isNew ? NEXT : PASSPHRASE)).toBe(true)
    expect(await opens(made, isNew ? fresh : sheet, 'recoveryKey')).toBe(true)
  })

  it('is over once declined, locked, or opened by the passphrase', async () => {
    const { made, sheet } = await recovered()
    const router = createVaultRouter(made.vault)
    await call(router.keepSecrets, undefined)
    expect(made.vault.status()).toMatchObject({ isRecovered: false })
    await expect(call(router.replaceSecrets, { next: NEXT })).rejects.toMatchObject({ code: 'NOT_RECOVERED' })
    expect(await opens(made, sheet, 'recoveryKey')).toBe(true)
    await made.unlock()
    await expect(call(router.replaceSecrets, { next: NEXT })).rejects.toMatchObject({ code: 'NOT_RECOVERED' })
  })

  it('a lock in the middle changes nothing', async () => {
    const { made, sheet, paths } = await recovered()
    const before = readFileSync(paths.header)
    const replacing = made.vault.replaceSecrets(NEXT)
    made.vault.close()
    await expect(replacing).rejects.toMatchObject({ name: 'VaultLockedError' })
    expect(readFileSync(paths.header)).toEqual(before)
    expect(await opens(made, sheet, 'recoveryKey')).toBe(true)
  })
})

describe('the test of a sheet', () => {
  it('knows the one in force, an old one, a slip and another vault’s, and touches nothing', async () => {
    const { made, sheet } = await withNote()
    const fresh = await made.vault.renewRecoverySheet(PASSPHRASE)
    const other = await createFixture(notesVault())
    // The index of the log notes who reads.
    const files = () => bytesOf(made.dataDir, ['vault.lock', 'vault.db-shm'])
    const before = files()
    const test = async (recoveryKey: string) =>
      (await call(createVaultRouter(made.vault).testRecoverySheet, { recoveryKey })).answer
    expect(await test(fresh)).toBe('opens')
    expect(await test(`Recovery key: ${fresh.toLowerCase().replaceAll('-', '\u2212')}, printed`)).toBe(
      'opens',
    )
    expect(await test(sheet)).toBe('doesNotOpen')
    expect(await test(other)).toBe('doesNotOpen')
    expect(await test(fresh.slice(0, -1))).toBe('mistyped')
    expect(await test('')).toBe('mistyped')
    expect(files()).toEqual(before)
    expect(made.vault.status()).toMatchObject({ state: 'unlocked', hold: null, isRecovered: false })
    made.add('note-two-000002', 'a second note')
    await made.vault.lock()
    // No wait for wrong sheets, and none of them opened anything.
    expect(made.vault.status()).toMatchObject({ state: 'locked', nextTryAt: null })
    await expect(
      call(createVaultRouter(made.vault).testRecoverySheet, { recoveryKey: fresh }),
    ).rejects.toMatchObject({
      code: 'VAULT_LOCKED',
    })
  })
})
