/** @file Drafts for a platform over a real vault: where a charter asks, for its days, and gone with proof. */
import { beforeEach, describe, expect, it } from 'vitest'
import { packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { type Evening, openEvening, refusalOf } from '../../../tests/fixtures/evening'
import type { Evidence } from '../../contract/charter-settings'
import { VIOLATIONS_MAX, ViolationId } from '../../contract/report-violations'
import { createViolations, violationsKept } from './violations'

const DAY_MS = 86_400_000
const packWith = (id: string, value: Evidence) => {
  const pack = soundPack()
  return {
    ...pack,
    id,
    settings: { ...pack.settings, evidence: { ...pack.settings.evidence, value } },
  }
}
const words = { happened: 'Somebody wrote an insult three times over.', message: '' }
const newId = () => ViolationId.parse(crypto.randomUUID())

let evening: Evening
const drafts = () => createViolations(evening)
const save = (change: Partial<Parameters<ReturnType<typeof drafts>['save']>[0]> = {}) =>
  drafts().save({ violationId: newId(), isNew: true, charterId: 'one', content: words, ...change })
beforeEach(() => {
  evening = openEvening(
    packFolder([
      packWith('none', { kind: 'none' }),
      packWith('own', { kind: 'words', days: 7 }),
      packWith('one', { kind: 'oneMessage', days: 30 }),
    ]),
  )
})

describe('a draft for a platform', () => {
  it('keeps what the charter allows, and no more', () => {
    const withMessage = { ...words, message: 'You are worth nothing.' }
    expect(save({ content: withMessage })).toMatchObject({ content: withMessage })
    expect(save({ charterId: 'own' })).toMatchObject({ content: words })
    for (const refused of [
      { charterId: 'own', content: withMessage },
      { charterId: 'none' },
      { charterId: 'nowhere' },
    ])
      expect(refusalOf(() => save(refused))?.code).toBe('EVIDENCE_FORBIDDEN')
    expect(drafts().list()).toHaveLength(2)
  })

  it('is created once, written on, and goes at its day however it is written on', () => {
    const first = save()
    expect(first.keptUntil).toBe(new Date(evening.clock.now().getTime() + 30 * DAY_MS).toISOString())
    evening.clock.advance(20 * DAY_MS)
    const on = save({ violationId: first.id, isNew: false, content: { ...words, happened: 'Four times.' } })
    expect([on.createdAt, on.keptUntil]).toEqual([first.createdAt, first.keptUntil])
    evening.clock.advance(10 * DAY_MS)
    expect(drafts().list()).toEqual([])
    expect(refusalOf(() => save({ violationId: first.id, isNew: false }))?.code).toBe('NOT_FOUND')
    const kept = violationsKept()
    expect(kept.countDue(evening.vault.read(), evening.clock.now())).toBe(1)
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(kept.list(evening.vault.read(), evening.clock.now())).toEqual([])
  })

  it('that was forgotten is not made again by a late save, and is proved gone by its words', () => {
    const draft = save()
    const kept = violationsKept()
    const proof = evening.vault.write((vault) => kept.forget(vault, draft.id))
    expect(proof?.some((piece) => words.happened.includes(piece))).toBe(true)
    expect(refusalOf(() => save({ violationId: draft.id, isNew: false }))?.code).toBe('NOT_FOUND')
    expect(refusalOf(() => drafts().discard(draft.id))?.code).toBe('NOT_FOUND')
  })

  it('is not the beginning of a list of what people did', () => {
    for (let at = 0; at < VIOLATIONS_MAX; at += 1) save()
    expect(refusalOf(() => save())?.code).toBe('TOO_MANY')
  })

  it('needs an open vault', () => {
    evening.vault.lock()
    expect(() => drafts().list()).toThrow('locked')
  })
})
