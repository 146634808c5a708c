/** @file Checks unfinished forms over a real database: kept, given back, gone with what they belong to, and proved gone. */
import { expect, it } from 'vitest'
import { fixedClock } from '../../../tests/fixtures/fixed-clock'
import { openMemoryVault } from '../../../tests/fixtures/memory-vault'
import { openRealCore, PASSPHRASE } from '../../../tests/fixtures/real-core'
import { DutyId, ReportId } from '../../contract/primitives'
import {
  NOT_YET,
  THE_ONE,
  TypedKey,
  UNFINISHED_KEPT_DAYS,
  type UnfinishedForm,
  UnfinishedFormName,
  unfinishedForms,
} from '../../contract/unfinished-forms'
import { createUnfinished, dropForm, unfinishedKept } from './service'

const DAY_MS = 86_400_000
const REPORT = ReportId.parse('6f9619ff-8b86-4d01-b42d-00cf4fc964ff')
const log = {
  recipient: 'police' as const,
  agency: 'County sheriff, night desk',
  method: 'phone' as const,
  handedAt: '2026-11-21T20:05',
  outcome: '' as const,
  reference: '24-118',
}
const handOver = (part: Partial<typeof log> = {}): UnfinishedForm => ({
  form: 'handOver',
  belongsTo: REPORT,
  typed: { ...log, ...part },
})
const contacts = (role: string): UnfinishedForm => ({
  form: 'contacts',
  belongsTo: THE_ONE,
  typed: { region: null, role, number: '', contact: '' },
})

const open = () => {
  const clock = fixedClock('2026-11-21T20:00:00.000Z')
  const vault = openMemoryVault(() => clock.now())
  const there = new Set<string>([REPORT])
  const isThere = (_: unknown, id: string) => there.has(id)
  const service = createUnfinished({
    vault,
    clock,
    isThere: {
      handOver: isThere,
      group: isThere,
      contacts: () => true,
      recipientKey: () => true,
      duty: isThere,
      lesson: isThere,
    },
  })
  const rows = () => vault.raw.prepare<[], Record<string, unknown>>('SELECT * FROM unfinished_forms').all()
  return { clock, vault, there, service, rows }
}

it('names every form that it declares, and no other', () => {
  expect(Object.keys(unfinishedForms)).toEqual(UnfinishedFormName.options)
})

it('keeps what is typed in one row, and gives the last of it back with its day', () => {
  const { clock, service, rows } = open()
  service.keep(handOver())
  clock.advance(2000)
  expect(service.keep(handOver({ reference: '24-1187' }))).toMatchObject({
    typedAt: '2026-11-21T20:00:02.000Z',
  })
  service.keep(contacts('Lead'))
  expect(rows()).toHaveLength(2)
  expect(service.list('handOver')).toMatchObject([
    {
      ...handOver({ reference: '24-1187' }),
      typedAt: '2026-11-21T20:00:02.000Z',
      keptUntil: '2026-11-28T20:00:02.000Z',
    },
  ])
})

it('lets one go when it was saved or discarded, and no other', () => {
  const { service, rows } = open()
  service.keep(handOver())
  service.keep(contacts('Lead'))
  service.drop('handOver', REPORT)
  expect(service.list('handOver')).toEqual([])
  expect(service.list('contacts')).toHaveLength(1)
  service.drop('handOver', REPORT)
  expect(rows()).toHaveLength(1)
})

it('takes nothing for what is not there any more, and gives nothing of it back', () => {
  const { service, there, rows } = open()
  service.keep(handOver())
  there.delete(REPORT)
  expect(service.list('handOver')).toEqual([])
  expect(() => service.keep(handOver({ reference: 'late' }))).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  )
  expect(JSON.stringify(rows())).not.toContain('late')
})

it('ends a week after the last word, while the clock is believed', () => {
  const { clock, vault, service } = open()
  const kept = unfinishedKept()
  service.keep(contacts('Lead'))
  clock.advance((UNFINISHED_KEPT_DAYS - 1) * DAY_MS)
  expect(kept.countDue(vault.read(), clock.now())).toBe(0)
  service.keep(contacts('Lead volunteer'))
  clock.advance(UNFINISHED_KEPT_DAYS * DAY_MS)
  expect(service.list('contacts')).toEqual([])
  expect(kept.countDue(vault.read(), clock.now())).toBe(1)
  vault.write((handle) => kept.enforceEnd(handle, clock.now()))
  expect(kept.list(vault.read(), clock.now())).toEqual([])
})

it('keeps from the latest instant known where the clock was set back', () => {
  const { clock, vault, service } = open()
  vault.clockTrust.isTrusted = false
  vault.clockTrust.dueBefore = new Date(clock.now().getTime() + 365 * DAY_MS)
  service.keep(contacts('Lead'))
  expect(service.list('contacts')).toHaveLength(1)
})

it('passes over a form of another shape, says so, and neither writes over it nor loses it to a save', () => {
  const { clock, vault, service, rows } = open()
  const kept = unfinishedKept()
  service.keep(contacts('Lead'))
  vault.raw.prepare(`UPDATE unfinished_forms SET typed = '{"role":"Lead of old"}'`).run()
  const [list] = kept.lists ?? []
  expect(service.list('contacts')).toEqual([])
  expect(list?.leftOut(vault.read(), clock.now())).toEqual([rows()[0]?.id])
  service.keep(contacts('Lead volunteer'))
  expect(service.list('contacts')).toMatchObject([{ typed: { role: 'Lead volunteer' } }])
  vault.write((handle) => dropForm(handle, 'contacts', THE_ONE))
  expect(rows()).toMatchObject([{ typed: '{"role":"Lead of old"}' }])
})

it('takes no secret half of a key, however it is pasted, and the public half as it is typed', () => {
  const takes = (key: string) => TypedKey.safeParse({ name: '', key }).success
  expect(takes('AGE-SECRET-KEY-1QQQ')).toBe(false)
  expect(takes('my key:\n age-secret\u2011key-1qqq')).toBe(false)
  expect(takes('age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgp')).toBe(true)
})

const newReal = async () => {
  const real = openRealCore('2026-11-21T20:00:00.000Z')
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  return real
}
const sealedReport = async ({ client }: Awaited<ReturnType<typeof newReal>>) => {
  const { id, changedAt } = await client.reporting.start({ charterId: 'test-circle' })
  await client.reporting.seal({ reportId: id, changedAt })
  return id
}
const noted = {
  recipient: 'police' as const,
  agency: 'Police',
  method: 'phone' as const,
  handedAt: '2026-11-21T20:00:00.000Z',
  outcome: 'accepted' as const,
  reference: null,
}

it('a call log goes with what it is noted as, in one step, and with the report that is shredded, proved', async () => {
  const real = await newReal()
  try {
    const { client } = real
    const reportId = await sealedReport(real)
    const keep = (reference: string) =>
      client.unfinished.keep({ form: 'handOver', belongsTo: reportId, typed: { ...log, reference } })
    await keep('24-1')
    await client.reporting.noteHandOver({ reportId, isSaidNoName: false, handOver: noted })
    expect(await client.unfinished.list({ form: 'handOver' })).toEqual([])
    await keep('Ask for the officer of the second shift, 24-2')
    const receipt = await client.vault.forget({ kind: 'reports', id: reportId })
    expect(receipt).toMatchObject({ forgotten: 1, isVerified: true })
    expect(await client.unfinished.list({ form: 'handOver' })).toEqual([])
    const kinds = await client.vault.kept()
    expect(kinds.find(({ kind }) => kind === 'unfinishedForms')).toMatchObject({ count: 0 })
    await expect(keep('late')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  } finally {
    real.core.close()
  }
})

it('control: a call log that stays when its report is shredded is seen by the proof', async () => {
  const real = await newReal()
  try {
    const { client, core } = real
    const reportId = await sealedReport(real)
    await client.reporting.noteHandOver({ reportId, isSaidNoName: false, handOver: noted })
    await client.unfinished.keep({
      form: 'handOver',
      belongsTo: reportId,
      typed: { ...log, reference: 'Ask for the officer of the second shift' },
    })
    core.vault.access.write((vault) => {
      vault.run(
        `CREATE TRIGGER planted AFTER DELETE ON unfinished_forms BEGIN
           INSERT INTO debriefs (id, charter_id, content, words, is_draft, created_at, changed_at, kept_until)
           VALUES (old.belongs_to, 'x', old.typed, '', 0, old.typed_at, old.typed_at, old.kept_until);
         END`,
      )
    })
    expect(await client.vault.forget({ kind: 'reports', id: reportId })).toMatchObject({ isVerified: false })
  } finally {
    real.core.close()
  }
})

it('a duty takes its form along: saved, taken back, or forgotten; one that is suggested leaves it', async () => {
  const real = await newReal()
  try {
    const { client } = real
    const dutyId = DutyId.parse(crypto.randomUUID())
    const typed = {
      kind: 'training' as const,
      title: 'First aid',
      rhythm: 'once' as const,
      days: '',
      months: '',
      soonHours: '',
      dueHours: '',
      dueOn: '' as const,
      endsOn: '' as const,
      remindDays: '7',
    }
    const draft = {
      kind: typed.kind,
      title: typed.title,
      rhythm: { kind: 'once' as const },
      dueOn: null,
      endsOn: null,
      remindDays: 7,
    }
    const count = async () => (await client.unfinished.list({ form: 'duty' })).length
    await client.unfinished.keep({ form: 'duty', belongsTo: NOT_YET, typed })
    await client.duties.save({
      dutyId: DutyId.parse(crypto.randomUUID()),
      isNew: true,
      draft,
      suggestedBy: { charterId: 'test-circle', suggestedId: 'one' },
    })
    expect(await count()).toBe(1)
    await client.duties.save({ dutyId, isNew: true, draft })
    expect(await count()).toBe(0)
    const keep = () => client.unfinished.keep({ form: 'duty', belongsTo: dutyId, typed })
    await keep()
    await client.duties.save({ dutyId, isNew: false, draft })
    expect(await count()).toBe(0)
    await keep()
    await client.vault.forget({ kind: 'duties', id: dutyId })
    expect((await client.vault.kept()).find(({ kind }) => kind === 'unfinishedForms')).toMatchObject({
      count: 0,
    })
  } finally {
    real.core.close()
  }
})

it('is named on What is kept by what it is a form of, without a word of it, and can be forgotten', async () => {
  const real = await newReal()
  try {
    const { client } = real
    await client.unfinished.keep(contacts('Lead of the volunteers on call'))
    const kind = (await client.vault.kept()).find((one) => one.kind === 'unfinishedForms')
    expect(kind?.entries).toMatchObject([{ label: '', role: 'contactsForm' }])
    expect(JSON.stringify(kind)).not.toContain('volunteers')
    const receipt = await client.vault.forget({ kind: 'unfinishedForms', id: kind?.entries[0]?.id ?? '' })
    expect(receipt).toMatchObject({ isVerified: true })
    expect(await client.unfinished.list({ form: 'contacts' })).toEqual([])
  } finally {
    real.core.close()
  }
})
