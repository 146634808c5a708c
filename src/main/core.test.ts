/** @file One evening through the whole router, over a real encrypted vault and real files. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientOf, openRealCore, PASSPHRASE, type RealCore } from '../../tests/fixtures/real-core'
import { DebriefId, DutyId, SessionId } from '../contract/primitives'
import type { GroupDraft } from '../contract/sessions'
import { createCore } from './core'

const draft: GroupDraft = {
  name: 'Tuesday circle',
  charterId: 'test-circle',
  server: { kind: 'rehearsal' },
  serverOperator: null,
  isServerApproved: false,
  secondServer: null,
  weekday: 2,
  startsAtLocal: '19:00',
  timeZone: 'America/Denver',
  plannedMinutes: 90,
  registeredCount: 8,
}

let real: RealCore
beforeEach(() => {
  real = openRealCore()
})
afterEach(() => real.core.close())

const create = () => real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
const unlock = () => real.client.vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
/** The code of the contract that a call was answered with; a code that is not the contract's is an error. */
const codeOf = async (answer: Promise<unknown>): Promise<string> => {
  try {
    await answer
    return 'answered'
  } catch (thrown) {
    if (thrown instanceof ORPCError && thrown.defined) return thrown.code
    throw thrown
  }
}

describe('before the vault is unlocked', () => {
  it('offers charters and crisis numbers, and nothing else', async () => {
    const { client } = real
    expect((await client.charters.list()).charters.map((charter) => charter.id)).toEqual([
      'counting-circle',
      'test-circle',
    ])
    expect((await client.charters.get({ charterId: 'test-circle' })).name).toBe('Test circle')
    expect((await client.conduct.crisisResources({ region: 'US-CO' }))[0]?.kind).toBe('emergency')
    expect(await client.conduct.crisisRegions()).toContain('US')
    const sessionId = SessionId.parse(crypto.randomUUID())
    const period = { kind: 'quarter', year: 2026, quarter: 1 } as const
    for (const answer of [
      client.charters.choose({ charterId: 'test-circle' }),
      client.charters.chosen(),
      client.sessions.groups(),
      client.sessions.createGroup(draft),
      client.sessions.rehearse({ charterId: 'test-circle' }),
      client.conduct.crisisSettings(),
      client.meeting.checkServer({ server: { kind: 'jitsi', host: 'localhost:9' } }),
      client.meeting.roomPassword({ sessionId }),
      client.debrief.list({ query: '', limit: 1 }),
      client.reporting.start({ charterId: 'test-circle' }),
      client.insight.numbers({ period, healthReasons: 'folded' }),
      client.insight.release({ period, healthReasons: 'folded' }),
      client.insight.periods(),
    ]) {
      expect(await codeOf(answer)).toBe('VAULT_LOCKED')
    }
  })
})

describe('an evening', () => {
  it('goes from the first start to the export, and all is there after locking', async () => {
    const { client, clock } = real
    await create()
    await client.charters.choose({ charterId: 'test-circle' })
    const group = await client.sessions.createGroup(draft)
    const [next] = await client.sessions.upcoming()
    if (!next) throw new Error('No session was scheduled.')
    expect(next.groupId).toBe(group.id)
    await client.conduct.tick({ sessionId: next.id, phase: 'before', itemId: 'numbers', isTicked: true })
    clock.set(next.plannedAt)
    await client.sessions.open({ sessionId: next.id })
    expect((await client.meeting.openRoomPage({ sessionId: next.id })).isRehearsal).toBe(true)
    const { password } = await client.meeting.newRoomPassword({ sessionId: next.id })

    // The console is locked in mid-session: the next start offers Rejoin, with the way past our own lobby.
    await client.vault.lock()
    expect(await codeOf(client.sessions.active())).toBe('VAULT_LOCKED')
    await unlock()
    expect((await client.sessions.active())?.id).toBe(next.id)
    expect(await client.meeting.roomPassword({ sessionId: next.id })).toEqual({ password })
    expect(await client.conduct.ticks({ sessionId: next.id })).toHaveLength(1)

    clock.advance(80 * 60_000)
    expect((await client.sessions.close({ sessionId: next.id })).state).toBe('held')
    // It was a rehearsal: no record of it stays, and no password.
    expect(await codeOf(client.meeting.roomPassword({ sessionId: next.id }))).toBe('NOT_FOUND')
    const kept = await client.debrief.save({
      debriefId: DebriefId.parse(crypto.randomUUID()),
      isNew: true,
      charterId: 'test-circle',
      content: { text: 'I listened well.', answers: {}, tags: [] },
      isDraft: false,
    })
    const report = await client.reporting.start({ charterId: 'test-circle' })
    expect(report.gaps[0]).toBe('danger.answer')
    await client.vault.lock()
    await unlock()
    expect((await client.debrief.list({ query: 'listen', limit: 5 })).entries[0]?.id).toBe(kept.id)
    expect((await client.reporting.list())[0]?.id).toBe(report.id)
    clock.set('2027-01-15T00:00:00.000Z')
    const numbers = await client.insight.release({
      period: { kind: 'quarter', year: 2026, quarter: 4 },
      healthReasons: 'folded',
    })
    // Nor is it counted.
    expect(numbers.measures[1]).toMatchObject({ measure: 'sessionsHeld', value: 0 })
  })

  it('offers Rejoin after the process was gone, and forgets a room page that was never closed', async () => {
    await create()
    const rehearsal = await real.client.sessions.rehearse({ charterId: 'test-circle' })
    await real.client.sessions.open({ sessionId: rehearsal.id })
    real.core.close()
    const again = createCore(real.host)
    real = { ...real, core: again, client: clientOf(again) }
    await unlock()
    expect((await real.client.sessions.active())?.id).toBe(rehearsal.id)
    await real.client.sessions.close({ sessionId: rehearsal.id })
    expect(await codeOf(real.client.sessions.get({ sessionId: rehearsal.id }))).toBe('NOT_FOUND')
  })
})

describe('what is kept', () => {
  it('lists every kind, forgets one entry with proof, and enforces end dates at unlock', async () => {
    const { client, clock } = real
    await create()
    await client.charters.choose({ charterId: 'test-circle' })
    await client.conduct.saveCrisisSettings({ region: 'US-CO', onCall: null })
    const group = await client.sessions.createGroup(draft)
    await client.debrief.save({
      debriefId: DebriefId.parse(crypto.randomUUID()),
      isNew: true,
      charterId: 'test-circle',
      content: { text: `Words that end. ${'And go on. '.repeat(300)}`, answers: {}, tags: [] },
      isDraft: false,
    })
    const { id: reportId } = await client.reporting.start({ charterId: 'test-circle' })
    await client.conduct.countIntervention({
      charterId: 'counting-circle',
      kind: 'removed',
      reasonId: 'slurs',
    })
    const duty = await client.duties.save({
      dutyId: DutyId.parse(crypto.randomUUID()),
      isNew: true,
      draft: {
        kind: 'training',
        title: 'Monthly training',
        rhythm: { kind: 'months', months: 1 },
        dueOn: '2026-12-01',
        endsOn: null,
        remindDays: 7,
      },
    })
    const counts = async () =>
      Object.fromEntries((await client.vault.kept()).map((kind) => [kind.kind, kind.count]))
    expect(await counts()).toEqual({
      profile: 1,
      groups: 1,
      sessions: 1,
      debriefs: 1,
      handOffs: 0,
      feedback: 0,
      ownKeys: 0,
      received: 0,
      lessons: 0,
      wellbeing: 0,
      reports: 1,
      receipts: 0,
      decisions: 0,
      violations: 0,
      counters: 1,
      exports: 0,
      bundles: 0,
      duties: 1,
      unfinishedForms: 0,
      settings: 2,
    })

    for (const [kind, id] of [
      ['settings', 'chosen-charter'],
      ['settings', 'crisis-settings'],
      ['counters', 'counting-circle/2026-11'],
      ['groups', group.id],
      ['duties', duty.id],
    ] as const) {
      expect(await client.vault.forget({ kind, id }), id).toMatchObject({ isVerified: true })
      expect(await codeOf(client.vault.forget({ kind, id })), id).toBe('NOT_FOUND')
    }
    expect(await counts()).toMatchObject({ groups: 0, sessions: 0, settings: 0, counters: 0, debriefs: 1 })

    clock.advance(31 * 86_400_000)
    await client.vault.lock()
    await unlock()
    expect(await counts()).toMatchObject({ debriefs: 0, reports: 1 })
    const asking = async () =>
      (await client.vault.kept()).find((kind) => kind.kind === 'reports')?.entries[0]?.isAskingToGo
    expect(await asking()).toBe(true)
    await client.vault.keepLonger({ kind: 'reports', id: reportId })
    expect(await asking()).toBe(false)
    expect(await client.vault.forget({ kind: 'reports', id: reportId })).toMatchObject({ isVerified: true })
  })

  it('shreds a sealed report with proof, only when nothing holds it, and keeps its receipt', async () => {
    const { client, host, clock } = real
    await create()
    const started = await client.reporting.start({ charterId: 'test-circle' })
    const words = `They said so. ${'And went on. '.repeat(200)}`
    const { changedAt } = await client.reporting.save({
      reportId: started.id,
      body: {
        ...started.body,
        concern: { ...started.body.concern, theirWords: { kind: 'known', value: words, setAside: null } },
      },
    })
    const reportId = started.id
    await client.reporting.seal({ reportId, changedAt })
    await client.reporting.addAddendum({ reportId, words: 'She called again, much later that night.' })
    const forget = () => client.vault.forget({ kind: 'reports', id: reportId })
    expect(await codeOf(forget())).toBe('HELD')
    const { seal } = await client.reporting.noteHandOver({
      reportId,
      isSaidNoName: false,
      handOver: {
        recipient: 'police',
        agency: 'Police',
        method: 'phone',
        handedAt: clock.now().toISOString(),
        outcome: 'accepted',
        reference: null,
      },
    })
    const number = seal?.receipt.number ?? ''
    expect(await codeOf(client.vault.forget({ kind: 'receipts', id: number }))).toBe('HELD')
    expect(await forget()).toMatchObject({ forgotten: 1, isVerified: true })
    expect(await client.reporting.receipts()).toMatchObject([
      { number, shreddedAt: host.clock.now().toISOString() },
    ])
    expect(await client.vault.forget({ kind: 'receipts', id: number })).toMatchObject({ isVerified: true })
    expect(await client.reporting.receipts()).toEqual([])
  })

  it('a backup made before does not bring a shredded report back on this computer, but its receipt', async () => {
    const { client, host, clock } = real
    await create()
    const { id: reportId, changedAt } = await client.reporting.start({ charterId: 'test-circle' })
    await client.reporting.seal({ reportId, changedAt })
    await client.reporting.noteHandOver({
      reportId,
      isSaidNoName: false,
      handOver: {
        recipient: 'police',
        agency: 'Police',
        method: 'phone',
        handedAt: clock.now().toISOString(),
        outcome: 'accepted',
        reference: null,
      },
    })
    const folder = join(host.dataDir, '..', 'stick')
    mkdirSync(folder)
    const { name } = await client.vault.backup.make({ folder })
    expect(await client.vault.forget({ kind: 'reports', id: reportId })).toMatchObject({ isVerified: true })
    await client.vault.lock()
    writeFileSync(join(host.dataDir, 'vault.db'), 'not a database')
    await client.vault.backup.restore({ folder, name, secretKind: 'passphrase', secret: PASSPHRASE })
    expect(await client.reporting.list()).toEqual([])
    expect(await client.reporting.receipts()).toMatchObject([
      { handOvers: [{ agency: 'Police' }], shreddedAt: clock.now().toISOString() },
    ])
  })

  it('forgets nothing of an open session', async () => {
    const { client } = real
    await create()
    const group = await client.sessions.createGroup(draft)
    const [next] = await client.sessions.upcoming()
    if (!next) throw new Error('No session was scheduled.')
    await client.sessions.open({ sessionId: next.id })
    expect(await codeOf(client.vault.forget({ kind: 'groups', id: group.id }))).toBe('IN_USE_NOW')
    expect(await codeOf(client.vault.forget({ kind: 'sessions', id: next.id }))).toBe('IN_USE_NOW')
    expect((await client.sessions.active())?.id).toBe(next.id)
  })
})

describe('refusals', () => {
  it('are answered by the codes of the contract, with their data', async () => {
    const { client } = real
    await create()
    expect(await codeOf(client.charters.get({ charterId: 'nobody' }))).toBe('NOT_FOUND')
    expect(await codeOf(client.sessions.rehearse({ charterId: 'nobody' }))).toBe('CHARTER_UNKNOWN')
    const jitsi = { kind: 'jitsi', host: 'meet.example.org' } as const
    const unapproved = { ...draft, charterId: 'counting-circle', server: jitsi }
    expect(await codeOf(client.sessions.createGroup(unapproved))).toBe('SERVER_NOT_APPROVED')
    await client.sessions.createGroup({ ...draft, server: jitsi })
    const [next] = await client.sessions.upcoming()
    if (!next) throw new Error('No session was scheduled.')
    const sessionId = next.id
    await expect(client.sessions.close({ sessionId })).rejects.toMatchObject({
      code: 'WRONG_STATE',
      defined: true,
      data: { state: 'scheduled' },
    })
    expect(await codeOf(client.meeting.openRoomPage({ sessionId }))).toBe('NOT_OPEN')
    await client.sessions.open({ sessionId })
    expect(await codeOf(client.meeting.openRoomPage({ sessionId }))).toBe('NO_ROOM_HERE')
    expect(await codeOf(client.sessions.rehearse({ charterId: 'test-circle' }))).toBe('SESSION_OPEN')
    expect(
      await codeOf(
        client.conduct.countIntervention({ charterId: 'test-circle', kind: 'removed', reasonId: 'slurs' }),
      ),
    ).toBe('NOT_COUNTED_HERE')
    const [group] = await client.sessions.groups()
    if (!group) throw new Error('No group was made.')
    const past = { groupId: group.id, day: '2026-01-01', startsAtLocal: '10:00' }
    expect(await codeOf(client.sessions.schedule(past))).toBe('IN_THE_PAST')
    const period = { kind: 'quarter', year: 2026, quarter: 4 } as const
    expect(await codeOf(client.insight.numbers({ period, healthReasons: 'folded' }))).toBe('PERIOD_NOT_OVER')
  })

  it('of the input come before any change', async () => {
    await create()
    const badServer = { ...draft, server: { kind: 'jitsi', host: 'meet.jit.si' } as const }
    await expect(real.client.sessions.createGroup(badServer)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(
      // A field that the contract does not know: a place for a person is refused, not ignored.
      real.client.sessions.createGroup(Object.assign({ members: ['Canary'] }, draft)),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await real.client.sessions.groups()).toEqual([])
  })
})
