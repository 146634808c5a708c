/** @file Versions that wait: the earlier one acts until the day has come and somebody has read what is different. */
import { beforeEach, describe, expect, it } from 'vitest'
import { packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { addGroup, type Evening, openEvening, refusalOf } from '../../../tests/fixtures/evening'
import { COMING_VERSIONS_MAX } from '../../contract/charter-versions'
import type { CharterPack } from '../../contract/charters'
import { CharterDraftId } from '../../contract/primitives'
import { takenChartersKept } from './kept'
import { createCharters } from './service'
import { fileText, fingerprintOf, makeSigningKey, signCharter } from './signed-file'

const theirs = makeSigningKey()
const fingerprint = fingerprintOf(theirs.publicKey)
const sixth = (change: Partial<CharterPack> = {}): CharterPack => ({
  ...soundPack(),
  id: 'harbour',
  name: 'Harbour evenings',
  organization: 'Harbour Peers',
  version: '2026-11-01',
  ...change,
})
const textOf = (pack: CharterPack) => fileText(signCharter(JSON.stringify(pack), theirs))

let evening: Evening
const take = (change: Partial<CharterPack> = {}) =>
  evening.charters.files.take(textOf(sixth(change)), fingerprint)
const acting = () => evening.charters.get('harbour').version
const coming = () => evening.charters.versions.coming()
beforeEach(() => {
  evening = openEvening(packFolder([soundPack()]))
  take()
})

describe('a version with a day to come', () => {
  it('waits beside the one that acts, and is said with its day', () => {
    const next = sixth({ version: '2026-11-20', takesEffectOn: '2026-12-20' })
    expect(evening.charters.files.examine(textOf(next))).toMatchObject({
      kind: 'ready',
      before: { version: '2026-11-01' },
      waitsUntil: '2026-12-20',
    })
    expect(take(next)).toMatchObject({ id: 'harbour', waitsUntil: '2026-12-20' })
    expect(acting()).toBe('2026-11-01')
    expect(coming()).toEqual([
      {
        charterId: 'harbour',
        name: 'Harbour evenings',
        version: '2026-11-20',
        actingVersion: '2026-11-01',
        takesEffectOn: '2026-12-20',
        isDue: false,
      },
    ])
    // Announced is what can be handed on: the file is the one that came, and the one that acts is another.
    expect(evening.charters.files.save('harbour', '2026-11-20').text).toBe(textOf(next))
    expect(evening.charters.files.save('harbour', '2026-11-01').text).toBe(textOf(sixth()))
    expect(evening.charters.files.examine(textOf(next)).kind).toBe('isHere')
    expect(take(next)).toMatchObject({ waitsUntil: '2026-12-20' })
    expect(coming()).toHaveLength(1)
  })

  it('cannot be acknowledged before it, and from then on acts once somebody has read it', () => {
    take({ version: '2026-11-20', takesEffectOn: '2026-12-20', afterRemovalLine: 'We breathe first.' })
    const { versions } = evening.charters
    expect(refusalOf(() => versions.acknowledge('harbour', '2026-11-20'))?.code).toBe('NOT_YET')
    evening.clock.set('2026-12-20T09:00:00.000Z')
    expect(coming()).toMatchObject([{ isDue: true }])
    // Nobody read it yet: what acts is what was read last.
    expect(acting()).toBe('2026-11-01')
    expect(versions.compare('harbour', '2026-11-20')).toMatchObject({
      before: { version: '2026-11-01' },
      after: { afterRemovalLine: 'We breathe first.' },
    })
    expect(versions.acknowledge('harbour', '2026-11-20')).toMatchObject({ version: '2026-11-20' })
    expect(acting()).toBe('2026-11-20')
    expect(coming()).toEqual([])
    expect(evening.charters.files.taken()).toMatchObject([{ acknowledgedAt: '2026-12-20T09:00:00.000Z' }])
    expect(refusalOf(() => versions.acknowledge('harbour', '2026-11-20'))?.code).toBe('NOT_FOUND')
    // A clock that is set back takes nothing away that was read.
    evening.clock.set('2026-12-01T09:00:00.000Z')
    expect(acting()).toBe('2026-11-20')
  })

  it('holds no session up, and changes none that is open', () => {
    const { next } = addGroup(evening, { charterId: 'harbour' })
    take({ version: '2026-11-20', takesEffectOn: '2026-11-23' })
    evening.clock.set('2026-11-24T23:00:00.000Z')
    expect(evening.sessions.open(next.id)).toMatchObject({ charterVersion: '2026-11-01' })
    const within = createCharters({
      ...evening,
      folder: packFolder([soundPack()]),
      isInSession: () => evening.sessions.active() !== null,
    })
    expect(refusalOf(() => within.versions.acknowledge('harbour', '2026-11-20'))?.code).toBe('SESSION_OPEN')
    expect(evening.sessions.charter(next.id).version).toBe('2026-11-01')
    // Taking in what waits disturbs nobody.
    expect(
      within.files.take(textOf(sixth({ version: '2026-11-22', takesEffectOn: '2027-01-01' })), fingerprint),
    ).toMatchObject({ waitsUntil: '2027-01-01' })
    evening.sessions.close(next.id)
    within.versions.acknowledge('harbour', '2026-11-20')
    const later = evening.sessions.upcoming().find(({ groupId }) => groupId === next.groupId)
    if (!later) throw new Error('No session was scheduled.')
    expect(evening.sessions.open(later.id)).toMatchObject({ charterVersion: '2026-11-20' })
    expect(evening.sessions.get(next.id)).toMatchObject({ state: 'held', charterVersion: '2026-11-01' })
  })

  it('is covered by a newer one whose day has come too, and by one that acts at once', () => {
    take({ version: '2026-11-18', takesEffectOn: '2026-12-01' })
    take({ version: '2026-11-19', takesEffectOn: '2026-12-05' })
    take({ version: '2026-11-20', takesEffectOn: '2027-02-01' })
    evening.clock.set('2026-12-06T09:00:00.000Z')
    expect(coming().map(({ version, isDue }) => [version, isDue])).toEqual([
      ['2026-11-19', true],
      ['2026-11-20', false],
    ])
    evening.charters.versions.acknowledge('harbour', '2026-11-19')
    expect(coming().map(({ version }) => version)).toEqual(['2026-11-20'])
    take({ version: '2026-12-06' })
    expect(acting()).toBe('2026-12-06')
    expect(coming()).toEqual([])
  })

  it('acts at once where its day has passed, and where it is the first of its charter', () => {
    expect(take({ version: '2026-11-20', takesEffectOn: '2026-11-21' })).toMatchObject({ waitsUntil: null })
    expect(acting()).toBe('2026-11-20')
    const first = sixth({ id: 'pier', name: 'Pier', takesEffectOn: '2027-01-01' })
    expect(evening.charters.files.take(textOf(first), fingerprint)).toMatchObject({ waitsUntil: null })
    expect(evening.charters.get('pier').name).toBe('Pier')
  })

  it('is refused where another of its number waits, and where too many do', () => {
    const refusal = (change: Partial<CharterPack>) =>
      refusalOf(() => take(change))?.data as { reason: string } | undefined
    take({ version: '2026-11-02', takesEffectOn: '2027-01-01' })
    expect(
      refusal({ version: '2026-11-02', takesEffectOn: '2027-01-01', about: 'Other words.' }),
    ).toMatchObject({ reason: 'sameVersion', where: 'version' })
    for (let at = 1; at < COMING_VERSIONS_MAX; at += 1)
      take({ version: `2026-11-0${at + 2}`, takesEffectOn: '2027-01-01' })
    expect(refusal({ version: '2026-11-19', takesEffectOn: '2027-01-01' })).toMatchObject({
      reason: 'tooMany',
    })
  })

  it('of a charter that this app cannot read any more, or brings itself, hides none of the others', () => {
    take({ version: '2026-11-20', takesEffectOn: '2026-12-20' })
    evening.charters.files.take(textOf(sixth({ id: 'pier', name: 'Pier' })), fingerprint)
    evening.charters.files.take(
      textOf(sixth({ id: 'pier', name: 'Pier', version: '2026-11-20', takesEffectOn: '2026-12-20' })),
      fingerprint,
    )
    expect(coming().map(({ charterId }) => charterId)).toEqual(['harbour', 'pier'])
    evening.vault.raw.exec(
      "UPDATE taken_charters SET charter = '{}', signature = 'x' WHERE charter_id = 'pier'",
    )
    expect(coming().map(({ charterId }) => charterId)).toEqual(['harbour'])
    const bringing = createCharters({ ...evening, folder: packFolder([sixth()]) })
    expect(bringing.versions.coming()).toEqual([])
  })

  it('is forgotten by itself or with its charter, and stands under What is kept', () => {
    take({ version: '2026-11-20', takesEffectOn: '2026-12-20' })
    const kept = takenChartersKept(evening.charters, () => false)
    const ids = () => kept.list(evening.vault.read(), evening.clock.now()).map(({ id }) => id)
    const forget = (id: string) => evening.vault.write((vault) => kept.forget(vault, id))
    expect(ids()).toEqual(['taken:harbour', 'coming:harbour@2026-11-20'])
    expect(forget('coming:harbour@2026-11-20')).toHaveLength(1)
    expect(coming()).toEqual([])
    take({ version: '2026-11-20', takesEffectOn: '2026-12-20' })
    expect(forget('taken:harbour')).toHaveLength(2)
    expect(ids()).toEqual([])
  })
})

describe('a version of one’s own', () => {
  it('begins from the newest, without its day and notes, and comes after it', () => {
    const own = createCharters({
      ...evening,
      folder: packFolder([soundPack()]),
      oursPath: new URL('../../../resources/composer/our-defaults.json', import.meta.url).pathname,
    })
    const publish = (from: Parameters<typeof own.drafts.begin>[1], change: Partial<CharterPack>) => {
      const id = CharterDraftId.parse(crypto.randomUUID())
      const { pack } = own.drafts.begin(id, from)
      own.drafts.save(id, JSON.stringify({ ...pack, ...change }))
      return { begun: pack, published: own.drafts.publish(id) }
    }
    const named = { name: 'Quay', organization: 'Quay Peers', about: 'By the quay.', jurisdiction: 'GB' }
    const { published: first } = publish({ kind: 'copy', charterId: 'test-circle' }, named)
    expect(first).toMatchObject({ id: 'quay', version: '2026-11-21', waitsUntil: null })
    const next = publish(
      { kind: 'version', charterId: 'quay' },
      {
        takesEffectOn: '2026-12-21',
        changeNotes: [{ id: 'n-1', text: 'We start earlier.' }],
        afterRemovalLine: 'We breathe first.',
      },
    )
    expect(next.published).toMatchObject({ version: '2026-11-21.2', waitsUntil: '2026-12-21' })
    expect(own.get('quay').version).toBe('2026-11-21')
    const third = publish({ kind: 'version', charterId: 'quay' }, { takesEffectOn: '2027-01-21' })
    expect(third.begun.afterRemovalLine).toBe('We breathe first.')
    expect([third.begun.takesEffectOn, third.begun.changeNotes]).toEqual([undefined, undefined])
    expect(third.published).toMatchObject({ version: '2026-11-21.3', waitsUntil: '2027-01-21' })
  })
})
