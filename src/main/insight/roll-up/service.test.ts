/** @file A bundle's way: made from a vault's own sessions, sealed to a desk's key, opened there, and what is noted of it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { addGroup, type Evening, openEvening, refusalOf } from '../../../../tests/fixtures/evening'
import { nothingLeft } from '../../../../tests/fixtures/left-before'
import { openNumbers } from '../../../../tests/fixtures/numbers'
import { BundleContent } from '../../../contract/numbers-bundle'
import { interventionMeasures } from '../../conduct/service'
import {
  createOwnKeys,
  createRecipients,
  foundRecipient,
  type OwnKeysService,
  sealTextTo,
} from '../../recipients/service'
import { sessionMeasures } from '../../sessions/service'
import { bundlesKept, sentBundlesKept, toldKept } from './kept'
import { createRollUp, type RollUpService } from './service'

const first = { year: 2026, quarter: 1 }

const consoleOver = (evening: Evening): { rollUp: RollUpService; ownKeys: OwnKeysService } => {
  const ownKeys = createOwnKeys(evening)
  const rollUp = createRollUp({
    vault: evening.vault,
    clock: evening.clock,
    work: sessionMeasures(evening.charters),
    acts: interventionMeasures(evening.charters),
    left: nothingLeft(),
    settle: () => evening.sessions.settle(),
    seals: { recipient: foundRecipient, seal: sealTextTo, open: (file) => ownKeys.open(file) },
  })
  return { rollUp, ownKeys }
}

let lead: Evening
let desk: RollUpService
let key: string
beforeEach(async () => {
  lead = openEvening()
  lead.clock.set('2027-02-05T00:00:00.000Z')
  const made = consoleOver(lead)
  desk = made.rollUp
  const [own] = await made.ownKeys.make(null)
  key = own?.key ?? ''
})
/** A facilitator's console with groups that held so many sessions a quarter, and a counter. */
const facilitator = (...held: number[][]) => {
  const numbers = openNumbers()
  numbers.evening.clock.set('2027-02-05T00:00:00.000Z')
  numbers.held(...held)
  numbers.counted('2026-02', { slurs: 12 })
  const [recipient] = createRecipients(numbers.evening).add({ name: 'Lead volunteer', key })
  const { rollUp } = consoleOver(numbers.evening)
  return {
    ...numbers,
    rollUp,
    recipientId: recipient?.id ?? '',
    seal: (period = first) => rollUp.seal({ period, recipientId: recipient?.id ?? '' }),
  }
}

describe('a bundle', () => {
  it('is counted by group and month, names nobody and no group, and is what the screen showed', async () => {
    const { rollUp, seal, evening } = facilitator([4, 0, 0, 0], [2, 0, 0, 0])
    const shown = rollUp.preview(first)
    expect(BundleContent.parse(shown)).toEqual(shown)
    expect(
      shown.months.map(({ month, planned, held, heldMinutes }) => [month, planned, held, heldMinutes]),
    ).toEqual(
      expect.arrayContaining([
        [1, 4, 4, 0],
        [1, 2, 2, 0],
      ]),
    )
    // Every row of the charter, counted or not.
    expect(shown.counts).toHaveLength(3 * 4)
    expect(shown.counts).toContainEqual({
      charterId: 'counting-circle',
      act: 'removed',
      reasonId: 'slurs',
      count: 12,
    })
    const { file, fileName, note } = await seal()
    expect(fileName).toBe(`numbers-2026-Q1-${note.number}.age`)
    const opened = await createOwnKeys(lead).open(file)
    if (opened.kind === 'refused') throw new Error(opened.reason)
    expect(JSON.parse(opened.text)).toMatchObject(shown)
    for (const word of ['Group', 'meet.example.org', 'Lead']) expect(opened.text).not.toContain(word)
    expect(rollUp.sent()).toEqual([note])
    expect(note).toMatchObject({ recipient: 'Lead volunteer', period: first })
    const kept = sentBundlesKept()
    const [entry] = kept.list(evening.vault.read(), evening.clock.now())
    expect(entry).toMatchObject({ label: note.number, date: { kind: 'quarter', ...first } })
    expect(evening.vault.write((vault) => kept.forget(vault, entry?.id ?? ''))).toHaveLength(1)
    expect(rollUp.sent()).toEqual([])
  })

  it('is of one console however often it is made: a group called the same elsewhere is the same', async () => {
    const digests = (name: string) => {
      const evening = openEvening()
      const { next } = addGroup(evening, { name, isServerApproved: true, charterId: 'counting-circle' })
      evening.clock.set(next.plannedAt)
      evening.sessions.open(next.id)
      evening.clock.advance(60_000)
      evening.sessions.close(next.id)
      evening.clock.set('2027-02-05T00:00:00.000Z')
      return consoleOver(evening)
        .rollUp.preview({ year: 2026, quarter: 4 })
        .months.map(({ group }) => group)
    }
    const [own] = digests("=cmd|'/C calc'!A1")
    expect(digests("  =CMD|'/c  CALC'!A1 ")[0]).toBe(own)
    expect(digests('Tuesday circle')[0]).not.toBe(own)
    expect(own).toMatch(/^[0-9a-f]{32}$/)
  })

  it('of a quarter that is not over is refused, and nothing is noted', async () => {
    const { rollUp, evening, recipientId } = facilitator([1, 0, 0, 0])
    evening.clock.set('2026-03-20T00:00:00.000Z')
    expect(refusalOf(() => rollUp.preview(first))?.code).toBe('PERIOD_NOT_OVER')
    await expect(rollUp.seal({ period: first, recipientId })).rejects.toMatchObject({
      code: 'PERIOD_NOT_OVER',
    })
    expect(rollUp.sent()).toEqual([])
  })

  it('is taken in on the desk, and one made later takes its place', async () => {
    const { seal, evening } = facilitator([4, 0, 0, 0])
    const { file, note } = await seal()
    evening.clock.advance(1000)
    const again = await seal()
    expect(await desk.takeIn([file, again.file, file])).toEqual([
      { kind: 'taken', number: note.number, replaced: null },
      { kind: 'taken', number: again.note.number, replaced: note.number },
      { kind: 'older', number: note.number },
    ])
    expect(desk.desk().quarters).toEqual([{ period: first, bundles: 1, overlaps: [] }])
  })

  it('that was cut, changed or sealed to another is refused, each with its reason', async () => {
    const { seal } = facilitator([4, 0, 0, 0])
    const { file } = await seal()
    const lines = file.split('\n')
    const swapped = lines.with(3, lines[4] ?? '').with(4, lines[3] ?? '')
    const stranger = await (async () => {
      const [own] = await createOwnKeys(openEvening()).make(null)
      return sealTextTo('{}', own?.key ?? '')
    })()
    const files = [
      file.slice(0, 300),
      swapped.join('\n'),
      stranger,
      'Dear Sam',
      '',
      await sealTextTo('{}', key),
    ]
    expect((await desk.takeIn(files)).map((one) => (one.kind === 'refused' ? one.reason : one.kind))).toEqual(
      ['truncated', 'altered', 'otherKey', 'notSealed', 'empty', 'noBundle'],
    )
    expect(desk.desk().quarters).toEqual([])
  })
})

describe('the organization', () => {
  it('is told from the consoles of three, noted, and told again as it was', async () => {
    for (const held of [4, 5, 6]) {
      const { seal } = facilitator([held, 0, 0, 0], [held, 0, 0, 0])
      await desk.takeIn([(await seal()).file])
    }
    // All three call their groups the same: each group and month is counted once, of the one that held most. What that
    // is of one console is not told.
    expect(desk.desk().quarters[0]?.overlaps).toEqual([{ month: 1, groups: 2 }])
    expect(await desk.count({ kind: 'quarter', ...first })).toEqual({
      kind: 'refused',
      why: 'tooFewFacilitators',
    })
    for (const at of [1, 2]) {
      const { seal, evening } = facilitator(...Array.from({ length: 2 + at }, () => [4, 0, 0, 0]))
      evening.vault.raw.exec(`UPDATE groups SET name = name || ' of ${at}'`)
      await desk.takeIn([(await seal()).file])
    }
    const outcome = await desk.count({ kind: 'quarter', ...first })
    expect(outcome).toMatchObject({ kind: 'counted', result: { bundles: 5 } })
    expect(await desk.count({ kind: 'quarter', ...first })).toEqual(outcome)
    expect(desk.told()).toHaveLength(1)
    await expect(desk.count({ kind: 'quarter', year: 2027, quarter: 1 })).rejects.toMatchObject({
      code: 'PERIOD_NOT_OVER',
    })
    await expect(desk.count({ kind: 'month', year: 2026, month: 1 })).rejects.toMatchObject({
      code: 'PERIOD_NOT_OVER',
    })
  })

  it('keeps what it has on What is kept, by pages, until ten years after they were made, and forgets it there', async () => {
    const { seal } = facilitator([4, 0, 0, 0])
    await desk.takeIn([(await seal()).file])
    const bundles = bundlesKept()
    const [entry] = bundles.list(lead.vault.read(), lead.clock.now())
    expect(entry?.keptUntil).toBe('2037-02-12T00:00:00.000Z')
    const page = bundles.pages?.page(lead.vault.read(), lead.clock.now().toISOString(), null, 10)
    expect(page).toEqual({ entries: [entry], next: null })
    const late = new Date('2038-01-01T00:00:00.000Z')
    for (const kept of [bundles, toldKept(), sentBundlesKept()]) {
      lead.vault.write((vault) => kept.enforceEnd(vault, lead.clock.now()))
    }
    expect(bundles.countDue(lead.vault.read(), lead.clock.now())).toBe(0)
    expect(bundles.countDue(lead.vault.read(), late)).toBe(1)
    expect(lead.vault.write((vault) => bundles.forget(vault, entry?.id ?? ''))).toContain(entry?.id)
    const rows = () => lead.vault.raw.prepare('SELECT count(*) FROM bundle_months').pluck().get()
    expect(rows()).toBe(0)
    await desk.takeIn([(await seal()).file])
    lead.vault.write((vault) => bundles.enforceEnd(vault, late))
    expect([desk.desk().quarters, rows()]).toEqual([[], 0])
  })
})
