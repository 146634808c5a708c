/** @file A sealed report: final, in the service and in the database; addenda, hand-overs, receipt, and shredding. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import type { CharterPack } from '../../contract/charters'
import type { Answer } from '../../contract/field-answer'
import type { ReportId } from '../../contract/primitives'
import { reportRecord } from '../../contract/report-fields'
import { type HandOverNote, numberOf, Receipt, Recipient, SealedRecord } from '../../contract/report-handing'
import { Report, type ReportBody, ReportListed } from '../../contract/reporting'
import { createReporting, type ReportingService, receiptsKept, reportsKept, sealContext } from './service'

const AT = '2026-11-21T20:00:00.000Z'
const known = <T>(value: T): Answer<T> => ({ kind: 'known', value, setAside: null })
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const source = { from: 'ourDefault', why: 'A test needs one.' } as const

let evening: Evening
let reporting: ReportingService
const openWith = (pack: CharterPack) => {
  evening = openEvening(packFolder([pack]))
  reporting = createReporting(evening)
}
beforeEach(() => openWith(soundPack()))
const kept = () => reportsKept({ clock: evening.clock, context: sealContext(evening.charters) })
const rows = (table: string) => evening.vault.raw.prepare(`SELECT * FROM ${table}`).all()

const filled = (): ReportBody => {
  const body = reportRecord.empty()
  return {
    ...body,
    person: { ...body.person, name: known('Maren Quist'), otherNames: known('sunny_mq') },
    concern: {
      ...body.concern,
      theirWords: { kind: 'known', value: 'He said "stop".\nThen “nothing”.', setAside: 'an earlier slip' },
      injuries: { kind: 'unknown', setAside: 'a bruise, set aside' },
    },
  }
}
const sealed = (body: ReportBody = filled()): Report => {
  const { id } = reporting.start('test-circle')
  const { changedAt } = reporting.save(id, body)
  return reporting.seal(id, changedAt)
}
const handOver = (change: Partial<HandOverNote> = {}): HandOverNote => ({
  recipient: 'childProtection',
  agency: 'County hotline, worker on duty',
  method: 'phone',
  handedAt: AT,
  outcome: 'accepted',
  reference: 'CO-1234',
  ...change,
})
const note = (id: ReportId, change: Partial<HandOverNote> = {}, isSaidNoName = false) =>
  reporting.noteHandOver(id, { handOver: handOver(change), isSaidNoName })

describe('sealing', () => {
  it('makes a draft final with its gaps, and hashes exactly the line that lies there', () => {
    const report = sealed()
    expect(Report.parse(report)).toEqual(report)
    expect(report).toMatchObject({ state: 'sealed', changedAt: AT, asksAt: '2026-12-21T20:00:00.000Z' })
    expect(report.gaps.length).toBeGreaterThan(10)
    const { record, sha256: hash } = report.seal ?? { record: '', sha256: '' }
    expect(hash).toBe(sha256(record))
    expect(rows('reports')).toMatchObject([{ body: record }])
    expect(SealedRecord.parse(JSON.parse(record))).toMatchObject({
      number: numberOf(report.id),
      sealedAt: AT,
      answers: { person: { name: known('Maren Quist') } },
    })
    expect(reporting.list().map((entry) => ReportListed.parse(entry))).toMatchObject([
      { state: 'sealed', isTaken: false },
    ])
  })

  it('leaves out what was set aside, and says the rest as it was', () => {
    const report = sealed()
    expect(JSON.stringify(rows('reports'))).not.toMatch(/earlier slip|set aside/)
    expect(report.body.concern).toMatchObject({
      theirWords: known('He said "stop".\nThen “nothing”.'),
      injuries: { kind: 'unknown', setAside: null },
    })
  })

  it('refuses what was changed since it was shown, and answers the same when it is asked again', () => {
    const { id, changedAt } = reporting.start('test-circle')
    evening.clock.advance(1000)
    const saved = reporting.save(id, filled())
    expect(() => reporting.seal(id, changedAt)).toThrow(refuses('NOT_AS_SHOWN'))
    expect(reporting.get(id).state).toBe('draft')
    const report = reporting.seal(id, saved.changedAt)
    evening.clock.advance(1000)
    expect(reporting.seal(id, saved.changedAt).seal).toEqual(report.seal)
    expect(rows('report_receipts')).toHaveLength(1)
  })

  it('is final in the service: nothing saves, discards, or seals it anew', () => {
    const { id, body } = sealed()
    expect(() => reporting.save(id, body)).toThrow(refuses('SEALED'))
    expect(() => reporting.discard(id)).toThrow(refuses('SEALED'))
    const draft = reporting.start('test-circle')
    expect(() => reporting.addAddendum(draft.id, 'More.')).toThrow(refuses('NOT_SEALED'))
    expect(() => reporting.saveAddendum(draft.id, 'More.')).toThrow(refuses('NOT_SEALED'))
    expect(() => note(draft.id)).toThrow(refuses('NOT_SEALED'))
    expect(() => reporting.hold(draft.id, true)).toThrow(refuses('NOT_SEALED'))
  })

  it('is final in the database, whatever writes to it', () => {
    const { id } = sealed()
    reporting.addAddendum(id, 'More was said.')
    note(id)
    const tries = [
      `UPDATE reports SET body = '{}'`,
      `UPDATE reports SET state = 'draft'`,
      `UPDATE reports SET created_at = 'x'`,
      `UPDATE reports SET known_by = 'x'`,
      `UPDATE report_addenda SET words = 'other'`,
      `DELETE FROM report_addenda`,
      `UPDATE report_receipts SET sealed_sha256 = 'x'`,
      `UPDATE report_hand_overs SET outcome = 'refused'`,
      `DELETE FROM report_hand_overs`,
      `INSERT INTO report_addenda VALUES ('a', 'nobody', 'words', 'x')`,
    ]
    const before = JSON.stringify(['reports', 'report_addenda', 'report_receipts'].map(rows))
    for (const one of tries)
      expect(() => evening.vault.raw.prepare(one).run(), one).toThrow(/only|cannot|goes/i)
    expect(JSON.stringify(['reports', 'report_addenda', 'report_receipts'].map(rows))).toBe(before)
    // The control: a draft can be changed by the same words.
    const draft = reporting.start('test-circle')
    expect(
      evening.vault.raw.prepare(`UPDATE reports SET known_by = 'x' WHERE id = ?`).run(draft.id).changes,
    ).toBe(1)
  })

  it.each(['seal', 'addendum', 'hand-over', 'shred'] as const)(
    'stopped at any statement of %s, leaves what was before or what is after, never half',
    (act) => {
      const tables = ['reports', 'report_addenda', 'report_receipts', 'report_hand_overs']
      const state = () => JSON.stringify(tables.map(rows))
      const { id, changedAt } = reporting.start('test-circle')
      if (act !== 'seal') reporting.seal(id, changedAt)
      if (act === 'shred') {
        reporting.addAddendum(id, 'More was said.')
        note(id)
      }
      const run = () => {
        if (act === 'seal') reporting.seal(id, changedAt)
        if (act === 'addendum') reporting.addAddendum(id, 'More was said.')
        if (act === 'hand-over') note(id)
        if (act === 'shred') evening.vault.write((vault) => kept().forget(vault, id))
      }
      const before = state()
      const { raw } = evening.vault
      const prepare = raw.prepare.bind(raw)
      /** Runs the act with a database that stops after so many statements; true when it came to its end. */
      const endsWithin = (statements: number): boolean => {
        let left = statements
        const stopping = (text: string) => {
          left -= 1
          if (left < 0) throw new Error('stopped')
          return prepare(text)
        }
        raw.prepare = stopping as typeof raw.prepare
        try {
          run()
          return true
        } catch (thrown) {
          if (left >= 0) throw thrown
          return false
        } finally {
          raw.prepare = prepare
        }
      }
      let stops = 0
      while (!endsWithin(stops)) {
        stops += 1
        expect(state(), `stopped at statement ${stops}`).toBe(before)
      }
      expect(stops).toBeGreaterThan(2)
      expect(state()).not.toBe(before)
    },
  )
})

describe('addenda', () => {
  it('are dated, in their order, hashed in the receipt, and being written is kept apart', () => {
    const { id } = sealed()
    expect(reporting.saveAddendum(id, 'She cal').seal).toMatchObject({
      addenda: [],
      addendumDraft: 'She cal',
    })
    evening.clock.advance(60_000)
    const first = reporting.addAddendum(id, 'She called back.')
    expect(first.seal).toMatchObject({ addendumDraft: '', addenda: [{ words: 'She called back.' }] })
    // A clock that was put back dates nothing before what it follows.
    evening.clock.set('2026-11-21T19:00:00.000Z')
    const { seal } = reporting.addAddendum(id, 'And again.')
    expect(seal?.addenda.map(({ words, writtenAt }) => [words, writtenAt])).toEqual([
      ['She called back.', '2026-11-21T20:01:00.000Z'],
      ['And again.', '2026-11-21T20:01:00.000Z'],
    ])
    expect(seal?.receipt.addenda.map(({ sha256: hash }) => hash)).toEqual(
      seal?.addenda.map(({ sha256: hash }) => hash),
    )
    expect(JSON.stringify(seal?.receipt)).not.toContain('called')
  })
})

describe('hand-overs', () => {
  it('only grow, and telling the organization is never the report', () => {
    const { id } = sealed()
    note(id, { recipient: 'organization', agency: 'Lead volunteer', reference: null })
    expect(reporting.list()).toMatchObject([{ isTaken: false }])
    expect(reporting.get(id).seal?.shredHolds).toEqual(['notTaken'])
    for (const outcome of ['waiting', 'sentOn', 'noAnswer', 'refused'] as const) note(id, { outcome })
    expect(reporting.list()).toMatchObject([{ isTaken: false }])
    note(id)
    expect(reporting.list()).toMatchObject([{ isTaken: true }])
    expect(reporting.get(id).seal).toMatchObject({ shredHolds: [] })
    expect(reporting.get(id).seal?.receipt.handOvers).toHaveLength(6)
  })
  it.each(Recipient.options.filter((one) => one !== 'organization'))('may go to %s first', (recipient) => {
    const { id } = sealed()
    note(id, { recipient })
    expect(reporting.list()).toMatchObject([{ isTaken: true }])
  })
  it('take no time that is still to come, and no name of the report unless it is said to be none', () => {
    const { id } = sealed()
    expect(() => note(id, { handedAt: '2026-11-21T20:00:00.001Z' })).toThrow(refuses('IN_THE_FUTURE'))
    for (const change of [
      { agency: 'Police, about MAREN' },
      { agency: 'Hotline (Quist)' },
      { reference: 'sunny-mq' },
      { reference: 'quíst/7' },
    ]) {
      expect(() => note(id, change), JSON.stringify(change)).toThrow(refuses('NAME_IN_IT'))
    }
    expect(rows('report_hand_overs')).toEqual([])
    expect(note(id, { agency: 'Quist County' }, true).seal?.receipt.handOvers).toHaveLength(1)
  })
})

describe('the receipt', () => {
  it('has neither name nor narrative, and its sum is over all that stands before it', () => {
    const { id } = sealed()
    reporting.addAddendum(id, 'She called back.')
    const receipt = note(id).seal?.receipt
    expect(Receipt.parse(receipt)).toEqual(receipt)
    expect(reporting.receipts()).toEqual([receipt])
    const said = JSON.stringify(receipt)
    for (const words of ['Maren', 'Quist', 'sunny', 'stop', 'called', id]) expect(said).not.toContain(words)
    const { sum, ...before } = receipt ?? { sum: '' }
    expect(sum).toBe(sha256(JSON.stringify(before)))
  })
})

describe('shredding', () => {
  it('waits for an authority, a hold, and the charter, and leaves the receipt', () => {
    const { id } = sealed()
    reporting.addAddendum(id, 'She called back and said much more than before.')
    const isHeld = () => kept().isHeld?.(evening.vault.read(), id)
    expect(isHeld()).toBe(true)
    note(id)
    expect(isHeld()).toBe(false)
    expect(reporting.hold(id, true).seal).toMatchObject({ heldSince: AT, shredHolds: ['legalHold'] })
    expect(isHeld()).toBe(true)
    reporting.hold(id, false)
    const bytes = () => evening.vault.raw.serialize()
    expect(bytes().includes('Maren Quist')).toBe(true)
    const proof = evening.vault.write((vault) => kept().forget(vault, id)) ?? []
    expect(proof).toContain(id)
    expect(proof.some((piece) => piece.startsWith('She called back'))).toBe(true)
    for (const piece of [...proof, 'Maren Quist', 'sunny_mq'])
      expect(bytes().includes(piece), piece).toBe(false)
    expect(reporting.list()).toEqual([])
    expect(() => reporting.get(id)).toThrow(refuses('NOT_FOUND'))
    expect(reporting.receipts()).toMatchObject([
      { number: numberOf(id), shreddedAt: AT, handOvers: [{ reference: 'CO-1234' }], addenda: [{}] },
    ])
  })
  it('is not for a charter that keeps it, nor where its pack is gone', () => {
    openWith({ ...soundPack(), reportCopy: { mayBeShredded: false, source } })
    const { id } = sealed()
    expect(note(id).seal?.shredHolds).toEqual(['charterKeeps'])
    openWith(soundPack())
    const other = sealed()
    note(other.id)
    const gone = createReporting({ ...evening, charters: openEvening(packFolder([])).charters })
    expect(gone.get(other.id).seal?.shredHolds).toEqual(['charterUnknown'])
  })
  it('keeps what cannot be read any more under a hold, and lets it go without one', () => {
    const { id } = sealed()
    reporting.hold(id, true)
    const isHeld = () => kept().isHeld?.(evening.vault.read(), id)
    evening.vault.raw.prepare('DROP TRIGGER report_seal_is_final').run()
    evening.vault.raw.prepare(`UPDATE reports SET body = '{"answers":{"person":{"name":7}}}'`).run()
    expect(() => reporting.get(id)).toThrow()
    expect(isHeld()).toBe(true)
    evening.vault.raw.prepare('UPDATE report_receipts SET held_since = NULL').run()
    expect(isHeld()).toBe(false)
  })
  it('lets a draft go at once, and a receipt only after its report', () => {
    const draft = reporting.start('test-circle')
    expect(kept().isHeld?.(evening.vault.read(), draft.id)).toBe(false)
    const { id } = sealed()
    const number = numberOf(id)
    const receipts = receiptsKept()
    expect(receipts.isHeld?.(evening.vault.read(), number)).toBe(true)
    expect(evening.vault.write((vault) => receipts.forget(vault, number))).toBeNull()
    note(id)
    evening.vault.write((vault) => kept().forget(vault, id))
    expect(receipts.isHeld?.(evening.vault.read(), number)).toBe(false)
    expect(evening.vault.write((vault) => receipts.forget(vault, number))).toContain('CO-1234')
    expect(rows('report_hand_overs')).toEqual([])
  })
  it('asks at thirty days, and again thirty days after being kept', () => {
    const { id } = sealed()
    const at = (instant: string) => kept().list(evening.vault.read(), new Date(instant))[0]?.isAskingToGo
    expect([at('2026-12-21T19:59:59.999Z'), at('2026-12-21T20:00:00.000Z')]).toEqual([false, true])
    evening.clock.set('2027-01-01T00:00:00.000Z')
    expect(evening.vault.write((vault) => kept().keepLonger?.(vault, id, evening.clock.now()))).toBe(true)
    expect(reporting.get(id).asksAt).toBe('2027-01-31T00:00:00.000Z')
  })
})
