/** @file The vault end to end on real files: create, unlock, lock, waits, two consoles, the procedures. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { bytesOf, createFixture, notesVault, PASSPHRASE } from '../../../tests/migrations/notes-vault'
import type { VaultStatus } from '../../contract/vault'
import { VaultLockedError } from './handles'
import { createVaultRouter } from './router'

const wrong = { secretKind: 'passphrase', secret: 'not the passphrase at all' } as const

describe('a new vault', () => {
  it('starts with none, becomes unlocked, and holds the name given', async () => {
    const made = notesVault()
    expect(made.vault.status()).toEqual({ state: 'none' })
    expect(() => made.vault.access.read()).toThrow(VaultLockedError)
    expect(existsSync(made.dataDir)).toBe(false)
    const recoveryKey = await createFixture(made)
    expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)
    expect(made.vault.status()).toEqual({
      state: 'unlocked',
      hold: null,
      clock: { kind: 'trusted' },
      isRecovered: false,
    })
    expect(made.vault.profile()).toEqual({
      displayName: 'River',
      createdAt: '2026-11-21T20:00:00.000Z',
      recoverySheetConfirmedAt: null,
      firstStartDoneAt: null,
      work: 'facilitates',
    })
    expect(made.vault.setWork('both').work).toBe('both')
    expect(made.vault.rename('Brook').displayName).toBe('Brook')
    expect(made.vault.isHealthy()).toBe(true)
    expect(made.vault.schemaGaps()).toEqual([])
  })

  it('keeps everything over a lock, by either secret, and leaves no log behind', async () => {
    const made = notesVault()
    const recoveryKey = await createFixture(made)
    made.add('note-one-000001', 'a first note')
    await made.vault.lock()
    expect(made.vault.status()).toEqual({ state: 'locked', nextTryAt: null, isPreviousHeader: false })
    expect(() => made.texts()).toThrow(VaultLockedError)
    expect(readdirSync(made.dataDir).sort()).toEqual([
      'vault.changes',
      'vault.db',
      'vault.json',
      'vault.json.previous',
      'vault.lock',
      'vault.spare',
    ])
    await made.unlock()
    expect(made.texts()).toEqual(['a first note'])
    await made.vault.lock()
    await made.vault.unlock({
      secretKind: 'recoveryKey',
      secret: recoveryKey.toLowerCase().replaceAll('-', ' '),
    })
    expect(made.texts()).toEqual(['a first note'])
  })

  it.skipIf(process.platform === 'win32')(
    'is readable by its owner only, where files have modes',
    async () => {
      const made = notesVault()
      await createFixture(made)
      expect(statSync(made.dataDir).mode & 0o777).toBe(0o700)
      for (const name of readdirSync(made.dataDir)) {
        expect(`${name} ${(statSync(join(made.dataDir, name)).mode & 0o777).toString(8)}`).toBe(`${name} 600`)
      }
      chmodSync(made.dataDir, 0o700)
    },
  )

  it('shows nothing of its content in any file', async () => {
    const made = notesVault()
    const recoveryKey = await createFixture(made)
    made.add('note-one-000001', 'canary-in-a-note')
    const secrets = ['canary-in-a-note', 'River', 'notes', PASSPHRASE, recoveryKey, 'SQLite format 3']
    for (const isLocked of [false, true]) {
      if (isLocked) await made.vault.lock()
      for (const name of readdirSync(made.dataDir)) {
        const bytes = readFileSync(join(made.dataDir, name))
        for (const secret of secrets) expect(`${name}: ${bytes.includes(secret)}`).toBe(`${name}: false`)
      }
    }
  })

  it('is refused where there is one, locked or unlocked, and the old one stays', async () => {
    const made = notesVault()
    await createFixture(made)
    await expect(createFixture(made)).rejects.toMatchObject({ name: 'VaultExistsError' })
    await made.vault.lock()
    const before = bytesOf(made.dataDir)
    await expect(createFixture(made)).rejects.toMatchObject({ name: 'VaultExistsError' })
    expect(bytesOf(made.dataDir)).toEqual(before)
  })

  it('is made once when asked for twice at the same time', async () => {
    const made = notesVault()
    const both = await Promise.allSettled([createFixture(made), createFixture(made)])
    expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected'])
    const other = made.another()
    made.vault.close()
    await other.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
    expect(other.profile().displayName).toBe('River')
  })
})

describe('handles', () => {
  it('reads cannot write, not even by raw SQL', async () => {
    const made = notesVault()
    await createFixture(made)
    expect(() => made.vault.access.read().all('DELETE FROM profile RETURNING id')).toThrow(/readonly/)
    expect(made.vault.profile().displayName).toBe('River')
  })

  it('rolls a throwing change back, and refuses one that is not synchronous', async () => {
    const made = notesVault()
    await createFixture(made)
    expect(() =>
      made.vault.access.write((handle) => {
        handle.run("INSERT INTO notes(id, text, kept_since) VALUES ('x', 'y', 'z')")
        throw new Error('no')
      }),
    ).toThrow('no')
    const sneaky = (): unknown => {
      made.vault.access.write((handle) => {
        handle.run("INSERT INTO notes(id, text, kept_since) VALUES ('x', 'y', 'z')")
      })
      return Promise.resolve()
    }
    expect(() => made.vault.access.write(sneaky)).toThrow('synchronous')
    expect(made.texts()).toEqual([])
  })
})

describe('a wrong secret', () => {
  it('waits 1, 2, 4 ... 60 seconds, loses nothing, and is forgiven by the right one', async () => {
    const made = notesVault()
    await createFixture(made)
    await made.vault.lock()
    const before = bytesOf(made.dataDir)
    for (const waitSeconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      const nextTryAt = new Date(made.clock.nowMs + waitSeconds * 1000)
      await expect(made.vault.unlock(wrong)).rejects.toMatchObject({ name: 'WrongSecretError', nextTryAt })
      expect(made.vault.status()).toMatchObject({ state: 'locked', nextTryAt: nextTryAt.toISOString() })
      made.clock.pass(waitSeconds * 1000 - 1)
      await expect(made.unlock()).rejects.toMatchObject({ name: 'TooSoonError', nextTryAt })
      made.clock.pass(1)
    }
    expect(bytesOf(made.dataDir, ['vault.lock', 'vault.tries'])).toEqual(before)
    await made.unlock()
    expect(existsSync(join(made.dataDir, 'vault.tries'))).toBe(false)
    await made.vault.lock()
    const again = new Date(made.clock.nowMs + 1000)
    await expect(made.vault.unlock(wrong)).rejects.toMatchObject({ nextTryAt: again })
    // A clock that is set does not shut anyone out for a day, and ends no wait.
    for (const byMs of [-86_400_000, 2 * 86_400_000]) {
      made.clock.nowMs += byMs
      expect(made.vault.status()).toMatchObject({
        nextTryAt: new Date(made.clock.nowMs + 1000).toISOString(),
      })
      await expect(made.unlock()).rejects.toMatchObject({ name: 'TooSoonError' })
    }
  })

  it('waits as long after a restart, which begins the last wait again', async () => {
    const made = notesVault()
    await createFixture(made)
    await made.vault.lock()
    for (const waitSeconds of [1, 2, 4]) {
      await expect(made.vault.unlock(wrong)).rejects.toMatchObject({ name: 'WrongSecretError' })
      made.clock.pass(waitSeconds * 1000)
    }
    const restarted = made.another()
    const nextTryAt = new Date(made.clock.nowMs + 4000)
    expect(restarted.status()).toMatchObject({ nextTryAt: nextTryAt.toISOString() })
    await expect(made.unlock(restarted)).rejects.toMatchObject({ name: 'TooSoonError', nextTryAt })
    made.clock.pass(4000)
    await made.unlock(restarted)
    await restarted.lock()
    expect(made.another().status()).toMatchObject({ nextTryAt: null })
  })

  it.each([
    '',
    'null',
    '{"wrongSecrets":1e9}',
    '{"wrongSecrets":-1}',
    'x'.repeat(5000),
    '{"wrongSecrets":2,"a":1}',
  ])('takes a count that is not ours (%#) for none, and shuts nobody out', async (text) => {
    const made = notesVault()
    await createFixture(made)
    await made.vault.lock()
    writeFileSync(join(made.dataDir, 'vault.tries'), text)
    await made.unlock(made.another())
  })

  it('counts on in memory where the count cannot be written', async () => {
    const made = notesVault()
    await createFixture(made)
    await made.vault.lock()
    mkdirSync(join(made.dataDir, 'vault.tries'))
    mkdirSync(join(made.dataDir, 'vault.tries.writing'))
    await expect(made.vault.unlock(wrong)).rejects.toMatchObject({ name: 'WrongSecretError' })
    await expect(made.unlock()).rejects.toMatchObject({ name: 'TooSoonError' })
    made.clock.pass(1000)
    await made.unlock()
  })

  it('takes only the first of several tries at once', async () => {
    const made = notesVault()
    await createFixture(made)
    await made.vault.lock()
    const tries = await Promise.allSettled([
      made.vault.unlock(wrong),
      made.vault.unlock(wrong),
      made.unlock(),
    ])
    const names = tries.map((one) => (one.status === 'rejected' ? String(one.reason.name) : 'opened'))
    expect(names).toEqual(['WrongSecretError', 'TooSoonError', 'TooSoonError'])
  })

  it('tells a mistyped recovery key from a wrong one, and makes nobody wait for a slip', async () => {
    const made = notesVault()
    const recoveryKey = await createFixture(made)
    await made.vault.lock()
    const slip = recoveryKey.startsWith('7') ? `8${recoveryKey.slice(1)}` : `7${recoveryKey.slice(1)}`
    const typed = (secret: string) => made.vault.unlock({ secretKind: 'recoveryKey', secret })
    await expect(typed(slip)).rejects.toMatchObject({ isMistyped: true, nextTryAt: made.clock.now() })
    await expect(typed(recoveryKey)).resolves.toBeUndefined()
    await made.vault.lock()
    const other = notesVault()
    const otherKey = await createFixture(other)
    await expect(typed(otherKey)).rejects.toMatchObject({ isMistyped: false })
  })
})

describe('two consoles on one vault', () => {
  it('the second is told, and may go on once the first has locked', async () => {
    const made = notesVault()
    await createFixture(made)
    const second = made.another()
    expect(second.status()).toMatchObject({ state: 'unusable', problem: 'inUse' })
    await expect(made.unlock(second)).rejects.toMatchObject({ problem: 'inUse' })
    await made.vault.lock()
    expect(second.status()).toMatchObject({ state: 'locked' })
    await made.unlock(second)
    expect(made.vault.status()).toMatchObject({ state: 'unusable', problem: 'inUse' })
    await expect(made.unlock()).rejects.toMatchObject({ problem: 'inUse' })
  })
})

describe('watching', () => {
  it('says where the vault stands now and on each change, and ends when asked to', async () => {
    const made = notesVault()
    const gone = new AbortController()
    const seen: VaultStatus['state'][] = []
    const watching = (async () => {
      for await (const status of made.vault.watch(gone.signal)) seen.push(status.state)
    })()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await createFixture(made)
    made.vault.status()
    await made.vault.lock()
    await made.unlock()
    await new Promise((resolve) => setTimeout(resolve, 5))
    gone.abort()
    await watching
    expect(seen).toEqual(['none', 'unlocked', 'locked', 'unlocked'])
  })
})

describe('the procedures', () => {
  it('answer by the codes of the contract', async () => {
    const made = notesVault()
    const router = createVaultRouter(made.vault)
    const created = await call(router.create, { displayName: 'River', passphrase: PASSPHRASE })
    expect(created.recoveryKey.length).toBeGreaterThan(40)
    await expect(call(router.create, { displayName: 'R', passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'VAULT_EXISTS',
      defined: true,
    })
    expect(await call(router.rename, { displayName: 'Brook' })).toMatchObject({ displayName: 'Brook' })
    await expect(call(router.forget, { kind: 'profile', id: 'profile' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(call(router.forget, { kind: 'reports', id: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(call(router.keepLonger, { kind: 'debriefs', id: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await call(router.lock, undefined)).toEqual({})
    const answers = [
      call(router.profile, undefined),
      call(router.kept, undefined),
      call(router.health, undefined),
    ]
    for (const answer of await Promise.allSettled<unknown>(answers)) {
      expect(answer).toMatchObject({ reason: { code: 'VAULT_LOCKED', defined: true } })
    }
    await expect(call(router.forget, { kind: 'profile', id: 'x' })).rejects.toMatchObject({
      code: 'VAULT_LOCKED',
    })
    const nextTryAt = new Date(made.clock.nowMs + 1000).toISOString()
    await expect(call(router.unlock, wrong)).rejects.toMatchObject({
      code: 'WRONG_SECRET',
      defined: true,
      data: { nextTryAt, isMistyped: false },
    })
    await expect(call(router.unlock, wrong)).rejects.toMatchObject({ code: 'TOO_SOON', data: { nextTryAt } })
    expect(await call(router.status, undefined)).toMatchObject({ state: 'locked', nextTryAt })
  })
})
