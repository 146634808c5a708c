/** @file A clock that ran ahead or back is asked about; until it is answered nothing goes and nothing moves. */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createFixture, notesVault } from '../../../../tests/migrations/notes-vault'
import { createVaultRouter } from '../router'
import { doubtOf, GAP_MS, keepClock } from './clock-trust'

const DAY_MS = 86_400_000
const SEEN_AT = new Date('2026-11-21T20:00:00.000Z')
const at = (afterMs: number) => new Date(SEEN_AT.getTime() + afterMs)
const some = () => 3
const none = () => 0

describe('a doubt about the clock', () => {
  it('is none on the next evening, on the next day, or after a month', () => {
    for (const afterMs of [0, 1000, DAY_MS, 34 * DAY_MS, GAP_MS, -60_000]) {
      expect(doubtOf(at(afterMs), SEEN_AT, some)).toBeNull()
    }
  })

  it('is there when it ran backwards, whatever is due', () => {
    for (const afterMs of [-3_600_000, -DAY_MS, -200 * DAY_MS]) {
      const doubt = doubtOf(at(afterMs), new Date('2027-11-21T20:00:00.000Z'), none)
      expect(doubt).toMatchObject({ reason: 'backwards', dueCount: 0 })
    }
  })

  it('is there after a long gap, where something would end or move, and only there', () => {
    expect(doubtOf(at(GAP_MS + 1), SEEN_AT, none)).toBeNull()
    expect(doubtOf(at(365 * DAY_MS), SEEN_AT, some)).toMatchObject({ reason: 'gap', dueCount: 3 })
  })

  it('is there for a year that cannot be, also the first time', () => {
    for (const year of ['1970', '2001', '2025', '2100', '9999']) {
      expect(doubtOf(new Date(`${year}-05-01T00:00:00.000Z`), null, none)).toMatchObject({
        reason: 'implausible',
      })
    }
    expect(doubtOf(SEEN_AT, null, some)).toBeNull()
  })

  it('keeps any clock: what was seen is never forgotten unless a person says so', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 20 }), (days) => {
        let nowMs = SEEN_AT.getTime()
        const clock = keepClock(() => new Date(nowMs), SEEN_AT)
        let trustedMs = SEEN_AT.getTime()
        for (const day of days) {
          nowMs = SEEN_AT.getTime() + day * DAY_MS
          clock.judge(some)
          const isNear = nowMs >= trustedMs && nowMs - trustedMs <= GAP_MS
          expect(clock.isTrusted()).toBe(isNear)
          if (isNear) trustedMs = nowMs
          expect(clock.seenAt()).toBe(isNear ? new Date(nowMs).toISOString() : null)
        }
      }),
    )
  })

  it('is not believed in the moment it jumps, before anybody judged it', () => {
    let nowMs = SEEN_AT.getTime()
    const clock = keepClock(() => new Date(nowMs), SEEN_AT)
    expect(clock.isTrusted()).toBe(true)
    nowMs += 366 * DAY_MS
    expect(clock.isTrusted()).toBe(false)
    expect(clock.seenAt()).toBeNull()
  })
})

/** A vault with a note that is kept for thirty days, locked. */
async function lockedVault() {
  const made = notesVault()
  await createFixture(made)
  made.add('note-one-000001', 'kept for thirty days')
  await made.vault.lock()
  return made
}

describe('an unlock with the clock a year ahead', () => {
  it('removes nothing, hides what is due, and asks', async () => {
    const made = await lockedVault()
    made.clock.nowMs += 366 * DAY_MS
    await made.unlock()
    expect(made.vault.status()).toMatchObject({
      clock: { kind: 'asks', reason: 'gap', dueCount: 1, nowAt: '2027-11-22T20:00:00.000Z' },
    })
    expect(made.texts()).toEqual(['kept for thirty days'])
    expect(made.vault.kept().find(({ kind }) => kind === 'debriefs')?.entries).toEqual([])
    made.vault.lookAfter()
    made.vault.rename('Brook')
    expect(made.texts()).toHaveLength(1)
    await made.vault.lock()
    // The clock put right brings everything back, and nothing is asked.
    made.clock.nowMs -= 365 * DAY_MS
    await made.unlock()
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'trusted' } })
    expect(made.vault.kept().find(({ kind }) => kind === 'debriefs')?.entries).toHaveLength(1)
  })

  it('answered yes, enforces the end dates and is not asked again', async () => {
    const made = await lockedVault()
    made.clock.nowMs += 366 * DAY_MS
    await made.unlock()
    const router = createVaultRouter(made.vault)
    expect(await call(router.answerDate, { isRight: true })).toEqual({})
    expect(made.texts()).toEqual([])
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'trusted' } })
    await made.vault.lock()
    await made.unlock()
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'trusted' } })
  })

  it('answered no, stays usable, removes nothing, and asks again at the next unlock', async () => {
    const made = await lockedVault()
    made.clock.nowMs += 366 * DAY_MS
    await made.unlock()
    made.vault.answerDate(false)
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'wrong' } })
    expect(made.vault.kept().find(({ kind }) => kind === 'debriefs')?.entries).toHaveLength(1)
    made.vault.lookAfter()
    made.vault.rename('Brook')
    expect(made.texts()).toHaveLength(1)
    await made.vault.lock()
    await made.unlock()
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'asks' } })
    made.vault.answerDate(false)
    // Put right while the vault is open: believed again.
    made.clock.nowMs -= 365 * DAY_MS
    made.vault.lookAfter()
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'trusted' } })
    expect(made.texts()).toHaveLength(1)
  })

  it('forwards and then backwards: the first is refused its harm, the second asks once', async () => {
    const made = await lockedVault()
    await made.unlock()
    made.vault.forget('debriefs', 'note-one-000001')
    await made.vault.lock()
    // Nothing is due, so the year ahead is taken; putting it right looks like running backwards.
    made.clock.nowMs += 366 * DAY_MS
    await made.unlock()
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'trusted' } })
    made.add('note-two-000002', 'written a year ahead')
    await made.vault.lock()
    made.clock.nowMs -= 366 * DAY_MS
    await made.unlock()
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'asks', reason: 'backwards' } })
    made.vault.answerDate(true)
    expect(made.texts()).toHaveLength(1)
    await made.vault.lock()
    await made.unlock()
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'trusted' } })
  })

  it('what the vault remembers is in no file in the clear, and an unlock alone remembers it', async () => {
    const made = await lockedVault()
    made.clock.nowMs += 20 * DAY_MS
    await made.unlock()
    made.vault.close()
    const copy = join(made.dataDir, '..', 'copy')
    mkdirSync(copy)
    for (const name of readdirSync(made.dataDir)) copyFileSync(join(made.dataDir, name), join(copy, name))
    const other = made.another()
    made.clock.nowMs -= 10 * DAY_MS
    await made.unlock(other)
    expect(other.status()).toMatchObject({
      clock: { kind: 'asks', reason: 'backwards', lastSeenAt: '2026-12-11T20:00:00.000Z' },
    })
    rmSync(copy, { recursive: true })
  })
})

describe('an open vault', () => {
  it('enforces end dates while it is open, and hides what is past its end before that', async () => {
    const made = await lockedVault()
    await made.unlock()
    for (let day = 0; day < 31; day += 1) {
      made.clock.nowMs += DAY_MS
      if (day < 30) made.vault.lookAfter()
    }
    expect(made.vault.kept().find(({ kind }) => kind === 'debriefs')?.entries).toEqual([])
    expect(made.texts()).toHaveLength(1)
    made.vault.lookAfter()
    expect(made.texts()).toEqual([])
  })

  it('does so by its own timer, also after a long sleep', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const made = await lockedVault()
      await made.unlock()
      made.clock.nowMs += 31 * DAY_MS
      vi.advanceTimersByTime(60_000)
      expect(made.texts()).toEqual([])
      await made.vault.lock()
    } finally {
      vi.useRealTimers()
    }
  })

  it('asks when its clock jumps a year, and removes nothing until it is answered', async () => {
    const made = await lockedVault()
    await made.unlock()
    made.clock.nowMs += 366 * DAY_MS
    made.vault.rename('Brook')
    made.vault.lookAfter()
    expect(made.vault.status()).toMatchObject({ clock: { kind: 'asks', reason: 'gap' } })
    expect(made.texts()).toHaveLength(1)
    made.vault.answerDate(true)
    expect(made.texts()).toEqual([])
  })
})
