/** @file Checks the wellbeing checks over a real database, their key, and that forgetting destroys it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { fixedClock } from '../../../tests/fixtures/fixed-clock'
import { openMemoryVault } from '../../../tests/fixtures/memory-vault'
import { openRealCore, PASSPHRASE } from '../../../tests/fixtures/real-core'
import { WellbeingCheckId } from '../../contract/primitives'
import { WELLBEING_CHECKS_MAX, WELLBEING_KEPT_DAYS, type WellbeingAnswers } from '../../contract/wellbeing'
import { newWellbeingKey, openAnswers, sealAnswers } from './sealing'
import { createWellbeing, wellbeingKept } from './service'

const DAY_MS = 86_400_000
const newId = () => WellbeingCheckId.parse(crypto.randomUUID())
const answers: WellbeingAnswers = {
  tired: 'nothingLeft',
  homeWith: 'keepsAwake',
  next: null,
  talk: 'nobody',
  wish: null,
}
const open = () => {
  const clock = fixedClock('2026-11-21T20:00:00.000Z')
  const vault = openMemoryVault(() => clock.now())
  return { clock, vault, service: createWellbeing({ vault, clock }) }
}
const rowsOf = (vault: ReturnType<typeof openMemoryVault>, table: string): Record<string, unknown>[] =>
  vault.raw.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()

it('keeps a check and gives it back, newest first', () => {
  const { clock, service } = open()
  const first = service.keep(newId(), answers)
  clock.advance(DAY_MS)
  const second = service.keep(newId(), { ...answers, tired: 'rested' })
  expect(service.list()).toMatchObject({ checks: [second, first], totalCount: 2, unreadableCount: 0 })
  expect(first).toMatchObject({ answers, keptUntil: '2027-02-19T20:00:00.000Z' })
})

it('keeps one that is sent twice once, and no more than the bound', () => {
  const { service } = open()
  const id = newId()
  const first = service.keep(id, answers)
  expect(service.keep(id, { ...answers, tired: 'rested' })).toEqual(first)
  for (let n = 1; n < WELLBEING_CHECKS_MAX; n += 1) service.keep(newId(), answers)
  expect(() => service.keep(newId(), answers)).toThrow(expect.objectContaining({ code: 'TOO_MANY' }))
})

it('seals what was chosen: no choice stands in any row, and every row has one length', () => {
  const { vault, service } = open()
  service.keep(newId(), answers)
  service.keep(newId(), { ...answers, homeWith: null, talk: null })
  const rows = rowsOf(vault, 'wellbeing_checks')
  expect(JSON.stringify(rows)).not.toMatch(/nothingLeft|keepsAwake|nobody|tired/)
  expect(new Set(rows.map(({ sealed }) => String(sealed).length)).size).toBe(1)
})

it('opens nothing of another check, another key, or that was changed', () => {
  const key = newWellbeingKey()
  const sealed = sealAnswers(key, 'one', answers)
  expect(openAnswers(key, 'one', sealed)).toEqual(answers)
  expect(openAnswers(key, 'other', sealed)).toBeNull()
  expect(openAnswers(newWellbeingKey(), 'one', sealed)).toBeNull()
  expect(openAnswers('', 'one', sealed)).toBeNull()
  expect(openAnswers(key, 'one', '')).toBeNull()
  const changed = Buffer.from(sealed, 'base64')
  changed[40] = (changed[40] ?? 0) ^ 1
  expect(openAnswers(key, 'one', changed.toString('base64'))).toBeNull()
})

it('says how many cannot be read and breaks no list', () => {
  const { vault, service } = open()
  const sound = service.keep(newId(), answers)
  const damaged = service.keep(newId(), answers)
  vault.raw.prepare('UPDATE wellbeing_checks SET sealed = ? WHERE id = ?').run('none', damaged.id)
  expect(service.list()).toMatchObject({ checks: [sound], totalCount: 2, unreadableCount: 1 })
})

it('lets each go at its end, and the key with the last', () => {
  const { clock, vault, service } = open()
  const kept = wellbeingKept()
  service.keep(newId(), answers)
  clock.advance(DAY_MS)
  const later = service.keep(newId(), answers)
  clock.advance((WELLBEING_KEPT_DAYS - 1) * DAY_MS)
  expect(service.list().checks).toEqual([later])
  expect(kept.countDue(vault.read(), clock.now())).toBe(1)
  vault.write((handle) => kept.enforceEnd(handle, clock.now()))
  expect(rowsOf(vault, 'wellbeing_checks')).toHaveLength(1)
  expect(rowsOf(vault, 'wellbeing_keys')).toHaveLength(1)
  clock.advance(DAY_MS)
  vault.write((handle) => kept.enforceEnd(handle, clock.now()))
  expect(rowsOf(vault, 'wellbeing_keys')).toEqual([])
  expect(service.list()).toEqual({ keyId: null, checks: [], totalCount: 0, unreadableCount: 0 })
})

it('takes one back, and the key with the last', () => {
  const { vault, service } = open()
  const { id } = service.keep(newId(), answers)
  service.discard(id)
  expect(rowsOf(vault, 'wellbeing_keys')).toEqual([])
  expect(() => service.discard(id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
})

it('keeps from the latest instant known where the clock was set back', () => {
  const { clock, vault, service } = open()
  vault.clockTrust.isTrusted = false
  vault.clockTrust.dueBefore = new Date(clock.now().getTime() + 365 * DAY_MS)
  const { id } = service.keep(newId(), answers)
  expect(service.list().checks.map((check) => check.id)).toEqual([id])
})

it('forgets all by destroying the key, proved on the pages; what a stolen row would need is gone', async () => {
  const real = openRealCore()
  try {
    await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
    for (let n = 0; n < 3; n += 1) await real.client.wellbeing.keep({ checkId: newId(), answers })
    const { keyId } = await real.client.wellbeing.list()
    const kind = (await real.client.vault.kept()).find((each) => each.kind === 'wellbeing')
    expect(kind).toMatchObject({
      count: 1,
      canForget: true,
      entries: [{ id: keyId, role: 'wellbeingChecks' }],
    })
    const receipt = await real.client.vault.forget({ kind: 'wellbeing', id: keyId ?? '' })
    expect(receipt).toMatchObject({ isVerified: true })
    expect(await real.client.wellbeing.list()).toMatchObject({ keyId: null, checks: [], totalCount: 0 })
    const again = await real.client.wellbeing.keep({ checkId: newId(), answers })
    const next = await real.client.wellbeing.list()
    expect(next.checks).toEqual([again])
    expect(next.keyId).not.toBe(keyId)
  } finally {
    real.core.close()
  }
})

it('stays forgotten on this computer when a backup from before is restored', async () => {
  const real = openRealCore()
  try {
    const { client, host } = real
    await client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
    await client.wellbeing.keep({ checkId: newId(), answers })
    const { keyId } = await client.wellbeing.list()
    const folder = join(host.dataDir, '..', 'stick')
    mkdirSync(folder)
    const { name } = await client.vault.backup.make({ folder })
    await client.vault.forget({ kind: 'wellbeing', id: keyId ?? '' })
    await client.vault.lock()
    writeFileSync(join(host.dataDir, 'vault.db'), 'not a database')
    await client.vault.backup.restore({ folder, name, secretKind: 'passphrase', secret: PASSPHRASE })
    expect(await client.wellbeing.list()).toMatchObject({ keyId: null, totalCount: 0 })
    expect(real.core.vault.access.read().all(sql`SELECT * FROM wellbeing_checks`)).toEqual([])
  } finally {
    real.core.close()
  }
})

it('answers nothing behind the lock, and takes no word and no check without a choice', async () => {
  const real = openRealCore()
  try {
    await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
    const none = { tired: null, homeWith: null, next: null, talk: null, wish: null }
    await expect(real.client.wellbeing.keep({ checkId: newId(), answers: none })).rejects.toThrow()
    const worded = { ...answers, note: 'She said no' }
    await expect(real.client.wellbeing.keep({ checkId: newId(), answers: worded })).rejects.toThrow()
    await real.client.vault.lock()
    await expect(real.client.wellbeing.list()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  } finally {
    real.core.close()
  }
})
