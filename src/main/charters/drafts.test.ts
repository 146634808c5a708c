/** @file The composer's drafts over a real vault: kept as typed, sound or not, and published through the one judge. */
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import { CHARTER_DRAFTS_MAX } from '../../contract/charter-drafts'
import { judgeDraft } from '../../contract/charter-judge/judge-draft'
import type { CharterPack } from '../../contract/charters'
import { CharterDraftId } from '../../contract/primitives'
import { createCharterDrafts } from './drafts'
import { charterDraftsKept } from './kept'

const oursPath = join(import.meta.dirname, '../../../resources/composer/our-defaults.json')
const newId = () => CharterDraftId.parse(crypto.randomUUID())

let evening: Evening
const drafts = () =>
  createCharterDrafts({
    vault: evening.vault,
    clock: evening.clock,
    oursPath,
    get: (charterId) => evening.charters.get(charterId),
    newest: (charterId) => evening.charters.versions.newest(charterId),
    ...evening.charters.files,
  })
beforeEach(() => {
  evening = openEvening(packFolder([soundPack()]))
})

const codeOf = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error ? error.code : error
  }
  return null
}

const named = (pack: CharterPack, name = 'Quay'): CharterPack => ({
  ...pack,
  name,
  organization: 'Quay Peers',
  about: 'Evenings by the quay.',
  jurisdiction: 'GB',
  clauses: [
    { id: 'one', text: 'Be kind.', reference: 'Section 1', carriedBy: 'people', how: 'Between people.' },
  ],
})

describe('a draft', () => {
  it('begins as an empty page that lacks only what is the organization’s own', () => {
    const { pack } = drafts().begin(newId(), { kind: 'ours' })
    expect(judgeDraft(pack).map(({ where, code }) => `${where} ${code}`)).toEqual([
      'name empty',
      'organization empty',
      'about empty',
      'jurisdiction place',
      'clauses tooFew',
    ])
    expect(judgeDraft(named(pack))).toEqual([])
  })

  it('is kept as it was typed, sound or not, and by nothing else than a charter’s parts', () => {
    const draftId = newId()
    const { pack } = drafts().begin(draftId, { kind: 'copy', charterId: 'test-circle' })
    expect(pack.clauses[0]).toMatchObject({ reference: 'Clause 1' })
    expect(pack).toMatchObject({ name: '', organization: '', about: '' })
    const long = { ...pack, name: 'x'.repeat(5000), openingScript: [] }
    drafts().save(draftId, JSON.stringify(long))
    expect(drafts().get(draftId).pack).toEqual(long)
    for (const text of ['', '{', '[]', JSON.stringify({ ...pack, people: ['Kim'] })])
      expect(codeOf(() => drafts().save(draftId, text))).toBe('NOT_A_DRAFT')
    expect(drafts().get(draftId).pack).toEqual(long)
    expect(drafts().list()).toMatchObject([{ draftId, charterId: null }])
    expect(charterDraftsKept().list(evening.vault.read(), evening.clock.now())[0]?.label).toHaveLength(200)
    expect(evening.vault.write((vault) => charterDraftsKept().forget(vault, `draft:${draftId}`))).toEqual([
      draftId,
    ])
    expect(codeOf(() => drafts().save(draftId, JSON.stringify(pack)))).toBe('NOT_FOUND')
  })

  it('is not published below the floor, and stays', () => {
    const draftId = newId()
    const { pack } = drafts().begin(draftId, { kind: 'ours' })
    const weaker = named({
      ...pack,
      openingScript: pack.openingScript.filter(({ topic }) => topic !== 'stepOut'),
    })
    drafts().save(draftId, JSON.stringify(weaker))
    expect(codeOf(() => drafts().publish(draftId))).toBe('FILE_NOT_TAKEN')
    expect(drafts().get(draftId).pack).toEqual(weaker)
    expect(evening.charters.find('quay')).toBeUndefined()
  })

  it('becomes a charter, and the next version of it after that', () => {
    const draftId = newId()
    const { pack } = drafts().begin(draftId, { kind: 'ours' })
    drafts().save(draftId, JSON.stringify(named(pack)))
    expect(drafts().publish(draftId)).toMatchObject({ id: 'quay', name: 'Quay' })
    expect(drafts().list()).toEqual([])
    const next = drafts().begin(newId(), { kind: 'version', charterId: 'quay' })
    expect(next).toMatchObject({ charterId: 'quay', name: 'Quay' })
    // One next version at a time: the draft that is there is answered.
    expect(drafts().begin(newId(), { kind: 'version', charterId: 'quay' }).draftId).toBe(next.draftId)
    evening.clock.set('2026-11-23T10:00:00.000Z')
    drafts().save(next.draftId, JSON.stringify({ ...next.pack, about: 'Mornings by the quay.' }))
    expect(drafts().publish(next.draftId)).toMatchObject({ id: 'quay', version: '2026-11-23' })
    expect(evening.charters.get('quay').about).toBe('Mornings by the quay.')
    expect(codeOf(() => drafts().begin(newId(), { kind: 'version', charterId: 'test-circle' }))).toBe(
      'NOT_OURS',
    )
    expect(codeOf(() => drafts().begin(newId(), { kind: 'copy', charterId: 'nobody' }))).toBe('NOT_FOUND')
  })

  it('begins as a copy of a charter that is here, and becomes one of one’s own beside it', () => {
    const { draftId, pack, charterId } = drafts().begin(newId(), { kind: 'copy', charterId: 'test-circle' })
    expect(charterId).toBeNull()
    drafts().save(draftId, JSON.stringify({ ...named(pack), clauses: pack.clauses }))
    const own = drafts().publish(draftId)
    expect(own).toMatchObject({ id: 'quay', name: 'Quay' })
    expect(evening.charters.get('quay').clauses.map(({ text }) => text)).toEqual(
      evening.charters.get('test-circle').clauses.map(({ text }) => text),
    )
    expect(evening.charters.get('test-circle').name).not.toBe('Quay')
  })

  it('has a second version on the same day and a third, also by a clock that was set back, and no older one back', () => {
    const publish = (about: string, charterId: string | null) => {
      const draftId = newId()
      const begun = drafts().begin(
        draftId,
        charterId === null ? { kind: 'ours' } : { kind: 'version', charterId },
      )
      const pack = charterId === null ? named(begun.pack) : begun.pack
      drafts().save(draftId, JSON.stringify({ ...pack, about }))
      return drafts().publish(draftId).version
    }
    evening.clock.set('2026-11-23T10:00:00.000Z')
    expect(publish('Mornings.', null)).toBe('2026-11-23')
    expect(publish('Evenings.', 'quay')).toBe('2026-11-23.2')
    const second = evening.charters.files.save('quay', '2026-11-23.2')
    expect(second.fileName).toBe('quay-2026-11-23.2.charter.json')
    evening.clock.set('2026-11-22T23:00:00.000Z')
    expect(publish('Nights.', 'quay')).toBe('2026-11-23.3')
    expect(evening.charters.get('quay').about).toBe('Nights.')
    expect(evening.charters.files.examine(second.text)).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'olderVersion' },
    })
    evening.clock.set('2026-11-24T10:00:00.000Z')
    expect(publish('Afternoons.', 'quay')).toBe('2026-11-24')
  })

  it('is one of so many at most', () => {
    for (let count = 0; count < CHARTER_DRAFTS_MAX; count += 1) drafts().begin(newId(), { kind: 'ours' })
    expect(codeOf(() => drafts().begin(newId(), { kind: 'ours' }))).toBe('TOO_MANY')
  })
})
