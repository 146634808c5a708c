/** @file Charter files: taken in by signature and compared fingerprint, and refused with the exact reason. */
import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { type Evening, openEvening, refusalOf } from '../../../tests/fixtures/evening'
import { TAKEN_CHARTERS_MAX } from '../../contract/charter-files'
import type { CharterPack } from '../../contract/charters'
import { takenChartersKept } from './kept'
import { createCharters } from './service'
import {
  fileText,
  fingerprintOf,
  makeSigningKey,
  readSignedFile,
  type SigningKey,
  signCharter,
} from './signed-file'
import { readTaken, writeTaken } from './taken-store'

const theirs = makeSigningKey()
const others = makeSigningKey()
/** A charter of an organization that the app does not know. */
const sixth = (change: Partial<CharterPack> = {}): CharterPack => ({
  ...soundPack(),
  id: 'harbour',
  name: 'Harbour evenings',
  organization: 'Harbour Peers',
  version: '2026-11-01',
  clauses: soundPack().clauses.map(({ seed: _seed, line: _line, ...clause }) => ({
    ...clause,
    reference: 'Section 3',
  })),
  ...change,
})
const signed = (pack: unknown, key: SigningKey = theirs): string =>
  fileText(signCharter(JSON.stringify(pack), key))
const fingerprint = fingerprintOf(theirs.publicKey)

let evening: Evening
const files = () => evening.charters.files
const refusal = (text: string) => {
  const seen = files().examine(text)
  return seen.kind === 'refused' ? seen.refusal : null
}
beforeEach(() => {
  evening = openEvening(packFolder([soundPack()]))
})

describe('a charter file', () => {
  it('is looked at, taken in beside those that ship, chosen, and passed on to the letter', () => {
    const text = signed(sixth())
    expect(files().examine(text)).toEqual({
      kind: 'ready',
      pack: sixth(),
      fingerprint,
      knownSince: null,
      before: null,
      waitsUntil: null,
      notRead: [],
    })
    expect(evening.charters.find('harbour')).toBeUndefined()
    expect(files().take(text, fingerprint)).toMatchObject({ id: 'harbour', name: 'Harbour evenings' })
    expect(evening.charters.list().charters.map(({ id }) => id)).toEqual(['harbour', 'test-circle'])
    expect(evening.charters.choose('harbour').organization).toBe('Harbour Peers')
    expect(evening.charters.get('harbour')).toEqual(sixth())
    expect(files().save('harbour', '2026-11-01')).toEqual({
      fileName: 'harbour-2026-11-01.charter.json',
      text,
      fingerprint,
    })
    expect(files().examine(text)).toMatchObject({ kind: 'isHere', charter: { id: 'harbour' } })
    expect(files().taken()).toEqual([
      { charterId: 'harbour', fingerprint, isOwn: false, acknowledgedAt: null },
    ])
    expect(refusalOf(() => files().save('test-circle', '2026-01-01'))?.code).toBe('NOT_FOUND')
  })

  it('is not there while the vault is locked', () => {
    files().take(signed(sixth()), fingerprint)
    evening.vault.lock()
    expect(evening.charters.list().charters.map(({ id }) => id)).toEqual(['test-circle'])
    expect(evening.charters.find('harbour')).toBeUndefined()
    expect(() => files().examine(signed(sixth()))).toThrow('locked')
  })

  it('shows a newer version beside the one that is here, and replaces it when it is taken', () => {
    files().take(signed(sixth()), fingerprint)
    const next = sixth({ version: '2026-11-15', afterRemovalLine: 'We breathe, and go on.' })
    expect(files().examine(signed(next))).toMatchObject({
      kind: 'ready',
      before: { version: '2026-11-01' },
      knownSince: evening.clock.now().toISOString(),
    })
    files().take(signed(next), fingerprint)
    expect(evening.charters.get('harbour').afterRemovalLine).toBe('We breathe, and go on.')
    expect(files().taken()).toHaveLength(1)
  })

  it('changes nothing of a charter while a session is open', () => {
    files().take(signed(sixth()), fingerprint)
    const within = createCharters({ ...evening, folder: packFolder([soundPack()]), isInSession: () => true })
    const next = signed(sixth({ version: '2026-11-15' }))
    expect(refusalOf(() => within.files.take(next, fingerprint))?.code).toBe('SESSION_OPEN')
    expect(within.get('harbour').version).toBe('2026-11-01')
    // One that nothing is held under yet disturbs nobody.
    within.files.take(signed(sixth({ id: 'night', name: 'Night' })), fingerprint)
    expect(within.get('night').name).toBe('Night')
  })

  it('is not taken with another fingerprint than its own', () => {
    const attempt = refusalOf(() => files().take(signed(sixth()), fingerprintOf(others.publicKey)))
    expect(attempt).toMatchObject({ code: 'FILE_NOT_TAKEN', data: { reason: 'otherKey' } })
    expect(evening.charters.find('harbour')).toBeUndefined()
  })

  it('says which rules nobody could read in another language, and takes text in any script', () => {
    const pack = sixth({
      language: 'ar',
      name: 'حلقة الميناء',
      organization: 'أقران الميناء',
      about: '港湾的朋友。',
    })
    expect(files().examine(signed(pack))).toMatchObject({
      kind: 'ready',
      notRead: expect.arrayContaining(['floor.whatIsKeptWords', 'floor.promisedLines']),
    })
  })
})

describe('a file is refused, with where and why', () => {
  const change = (pack: CharterPack, at: (copy: CharterPack) => void) => {
    const copy = structuredClone(pack)
    at(copy)
    return copy
  }
  const raw = (json: string) => fileText(signCharter(json, theirs))
  const manyClauses = () => ({ ...sixth(), clauses: Array(1_000_000).fill(0) })
  const cases: [string, () => string, object][] = [
    ['no JSON', () => 'tomato', { reason: 'notJson' }],
    ['something else', () => '[1]', { reason: 'notACharterFile' }],
    ['a charter that nobody signed', () => JSON.stringify(sixth()), { reason: 'notSigned' }],
    ['a file of a newer app', () => '{"holdspaceCharter": 2}', { reason: 'newerFile' }],
    [
      'a part too many',
      () => JSON.stringify({ ...JSON.parse(signed(sixth())), extra: 1 }),
      { reason: 'notACharterFile' },
    ],
    ['a million clauses', () => signed(manyClauses()), { reason: 'tooLarge' }],
    [
      'more clauses than a charter has',
      () =>
        signed({
          ...sixth(),
          clauses: Array.from({ length: 400 }, (_, at) => ({ ...sixth().clauses[0], id: `c${at}` })),
        }),
      { reason: 'notAPack', where: 'clauses', detail: expect.stringContaining('more than 300') },
    ],
    [
      'a word changed after it was signed',
      () => signed(sixth()).replace('Harbour evenings', 'Harbour mornings'),
      { reason: 'badSignature' },
    ],
    [
      'another key put in its place',
      () => JSON.stringify({ ...JSON.parse(signed(sixth())), publicKey: others.publicKey }),
      { reason: 'badSignature' },
    ],
    ['a charter inside that is no JSON', () => raw('{{'), { reason: 'notJson' }],
    [
      'a file with two charters, of which one was signed',
      () => signed(sixth()).replace('"charter":', '"charter":"{}","charter":'),
      { reason: 'repeatedKey', where: 'charter' },
    ],
    [
      'a charter signed with a setting that stands there twice',
      () =>
        raw(JSON.stringify(sixth()).replace('"muteOnEntry":', '"muteOnEntry":{"value":true},"muteOnEntry":')),
      { reason: 'repeatedKey', where: 'settings.muteOnEntry' },
    ],
    [
      'a charter signed with a key that stands there twice, in two spellings',
      () => raw(JSON.stringify(sixth()).replace('"about":', '"\\u0061bout":"Another circle.","about":')),
      { reason: 'repeatedKey', where: 'about' },
    ],
    [
      'a key of its own making',
      () =>
        raw(JSON.stringify(sixth()).replace('"values":[]', '"values":[],"__proto__":{"isComplete":true}')),
      { reason: 'forbiddenKey', where: '' },
    ],
    [
      'a text whose direction is turned',
      () => signed(sixth({ about: 'A circle \u202E gnidneirf' })),
      { reason: 'hiddenCharacters', where: 'about' },
    ],
    [
      'a text whose direction is turned by an isolate',
      () => signed(sixth({ about: 'A circle \u2067gnidneirf\u2069' })),
      { reason: 'hiddenCharacters', where: 'about' },
    ],
    [
      'half a character',
      () => raw(JSON.stringify(sixth()).replace('"about":"', '"about":"\\ud83d')),
      { reason: 'hiddenCharacters', where: 'about' },
    ],
    [
      'parts within parts without end',
      () => raw(`{"format":3,"x":${'['.repeat(5000)}${']'.repeat(5000)}}`),
      { reason: 'notAPack' },
    ],
    [
      'two clauses of one id',
      () => signed(sixth({ clauses: [...sixth().clauses, ...sixth().clauses] })),
      { reason: 'brokenReference', where: 'clauses.1.id' },
    ],
    [
      'an id with a letter of another script',
      () => signed({ ...sixth(), id: 'h\u0430rbour' }),
      { reason: 'notAPack', where: 'id' },
    ],
    [
      'no opening words',
      () => signed({ ...sixth(), openingScript: undefined }),
      { reason: 'notAPack', where: 'openingScript', detail: expect.stringContaining('It is missing.') },
    ],
    [
      'what lets counts of three leave',
      () =>
        signed(
          change(sixth(), ({ settings }) => {
            settings.exportK.value = 3
          }),
        ),
      { reason: 'belowTheFloor', where: 'floor.exportK' },
    ],
    [
      'what allows recording',
      () => signed({ ...sixth(), settings: { ...sixth().settings, recording: { value: 'onRequest' } } }),
      { reason: 'belowTheFloor', where: 'floor.recording' },
    ],
    ['one that is not complete', () => signed(sixth({ isComplete: false })), { reason: 'incomplete' }],
    [
      'the id of one that ships',
      () => signed(sixth({ id: 'test-circle' })),
      { reason: 'takenId', where: 'id' },
    ],
    [
      'a name that looks like one that ships',
      () => signed(sixth({ name: 'Test c\u0456rcle' })),
      { reason: 'looksLike', where: 'name' },
    ],
    [
      'an organization that looks like one that is here',
      () => signed(sixth({ organization: 'Test organizat\u0456on' })),
      { reason: 'looksLike', where: 'organization' },
    ],
    [
      'an id that looks like one that ships',
      () => signed(sixth({ id: 'test-circ1e' })),
      { reason: 'looksLike', where: 'id' },
    ],
    [
      'a day that is still to come',
      () => signed(sixth({ version: '2026-12-24' })),
      { reason: 'inTheFuture' },
    ],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(refusal(text())).toMatchObject(expected)
    expect(refusalOf(() => files().take(text(), fingerprint))).toMatchObject({
      code: 'FILE_NOT_TAKEN',
      data: expected,
    })
    expect(evening.charters.all().map(({ id }) => id)).toEqual(['test-circle'])
  })

  it('an older version, the same day with other words, another key, and one too many', () => {
    files().take(signed(sixth()), fingerprint)
    expect(refusal(signed(sixth({ version: '2026-10-01' })))).toMatchObject({ reason: 'olderVersion' })
    expect(refusal(signed(sixth({ about: 'Other words.' })))).toMatchObject({ reason: 'sameVersion' })
    expect(files().examine(signed(sixth({ version: '2026-11-01.2', about: 'Other words.' })))).toMatchObject({
      kind: 'ready',
      before: { version: '2026-11-01' },
    })
    const otherFile = signed(sixth({ version: '2026-11-20' }), others)
    expect(refusal(otherFile)).toMatchObject({
      reason: 'otherKey',
      detail: expect.stringContaining(fingerprint),
    })
    // Another charter of the same organization, in capitals: the key is the organization's.
    const second = sixth({ id: 'harbour-night', name: 'Harbour nights', organization: 'HARBOUR PEERS' })
    expect(refusal(signed(second, others))).toMatchObject({ reason: 'otherKey' })
    expect(files().examine(signed(second))).toMatchObject({ kind: 'ready', knownSince: expect.any(String) })
    for (let number = 1; number < TAKEN_CHARTERS_MAX; number += 1) {
      const one = sixth({ id: `night-${'abcdefghijkmnopqrstuvwxyz'[number]}`, name: `Night ${number}` })
      files().take(signed(one), fingerprint)
    }
    expect(refusal(signed(sixth({ id: 'the-last', name: 'The last' })))).toMatchObject({ reason: 'tooMany' })
    expect(evening.charters.get('harbour')).toEqual(sixth())
  })

  it('a capital that is another letter when it is small, as in the name of one that is here', () => {
    files().take(signed(sixth()), fingerprint)
    const twin = sixth({ id: 'night', name: 'Night', organization: '\u0397arbour Peers' })
    expect(refusal(signed(twin, others))).toMatchObject({ reason: 'looksLike', where: 'organization' })
  })

  it('the id of one that is here and cannot be read any more, from anybody but its signer', () => {
    files().take(signed(sixth()), fingerprint)
    evening.vault.write((vault) => {
      const row = readTaken(vault, 'harbour')
      if (row) writeTaken(vault, { ...row, charter: '{"format":2}', signature: 'of an older app' })
    })
    expect(evening.charters.find('harbour')).toBeUndefined()
    const strangers = sixth({ name: 'Quay', organization: 'Quay Peers', version: '2026-11-20' })
    expect(refusal(signed(strangers, others))).toMatchObject({ reason: 'otherKey' })
    expect(refusal(signed(sixth({ version: '2026-10-01' })))).toMatchObject({ reason: 'olderVersion' })
    expect(files().examine(signed(sixth()))).toMatchObject({ kind: 'ready', before: null })
  })

  it('nothing of whatever else a file may be', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(refusal(text)).not.toBeNull()
        expect(refusal(raw(text))).not.toBeNull()
      }),
      { numRuns: 200 },
    )
  })

  it('a signature over the same words that was made for something else', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    expect(publicKey.asymmetricKeyType).toBe('ed25519')
    const key: SigningKey = {
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64'),
    }
    const file = signCharter(JSON.stringify(sixth()), key)
    expect(readSignedFile(fileText(file)).isSigned).toBe(true)
    expect(readSignedFile(fileText({ ...file, charter: ` ${file.charter}` })).isSigned).toBe(false)
  })
})

describe('a charter of one’s own', () => {
  const own = (change: Partial<CharterPack> = {}) =>
    sixth({ name: 'Harbour evenings', organization: 'Harbour Peers', ...change })

  it('is dated today, signed with the vault’s key, and can be taken in elsewhere', () => {
    expect(files().sign(own(), null)).toMatchObject({ id: 'harbour-evenings', version: '2026-11-21' })
    expect(files().taken()).toMatchObject([{ charterId: 'harbour-evenings', isOwn: true }])
    expect(files().isOwn('harbour-evenings')).toBe(true)
    expect(files().isOwn('test-circle')).toBe(false)
    const { text, fingerprint: whose } = files().save('harbour-evenings', '2026-11-21')
    const elsewhere = openEvening(packFolder([soundPack()]))
    expect(elsewhere.charters.files.examine(text)).toMatchObject({ kind: 'ready', fingerprint: whose })
    elsewhere.charters.files.take(text, whose)
    expect(elsewhere.charters.get('harbour-evenings').organization).toBe('Harbour Peers')
    // A second one is signed by the same key, under an id of its own.
    expect(files().sign(own(), null).id).toBe('harbour-evenings-2')
    expect(
      new Set(
        files()
          .taken()
          .map((one) => one.fingerprint),
      ).size,
    ).toBe(1)
  })

  it('is not made in another organization’s name, nor below the floor', () => {
    files().take(signed(sixth()), fingerprint)
    expect(refusalOf(() => files().sign(own({ organization: sixth().organization }), null))).toMatchObject({
      code: 'FILE_NOT_TAKEN',
      data: { reason: 'otherKey' },
    })
    expect(refusalOf(() => files().sign(own({ openingScript: [] }), null))).toMatchObject({
      code: 'FILE_NOT_TAKEN',
      data: { reason: 'notAPack' },
    })
  })
})

describe('what is kept of charter files', () => {
  it('is listed and forgotten, each with what hangs on it, and not within a session', () => {
    files().take(signed(sixth()), fingerprint)
    files().sign(sixth({ name: 'Quay', organization: 'Quay Peers', about: 'Another.' }), null)
    let isInSession = true
    const kept = takenChartersKept(evening.charters, () => isInSession)
    const listed = kept.list(evening.vault.read(), evening.clock.now())
    expect(listed.map(({ id }) => id).toSorted()).toEqual(['signing-key', 'taken:harbour', 'taken:quay'])
    const forget = (id: string) => evening.vault.write((vault) => kept.forget(vault, id))
    expect(() => forget('taken:harbour')).toThrow(expect.objectContaining({ name: 'EntryInUseError' }))
    isInSession = false
    expect(forget('taken:harbour')).toHaveLength(1)
    expect(forget('taken:harbour')).toBeNull()
    expect(forget('nothing')).toBeNull()
    expect(evening.charters.find('harbour')).toBeUndefined()
    // Their next file is a first one again, whoever signed it.
    expect(files().examine(signed(sixth(), others))).toMatchObject({ kind: 'ready', knownSince: null })
    // An organization that changed its name leaves no key behind under the one before.
    files().take(signed(sixth()), fingerprint)
    files().take(signed(sixth({ organization: 'Bay Peers', version: '2026-11-20' })), fingerprint)
    forget('taken:harbour')
    expect(files().examine(signed(sixth(), others))).toMatchObject({ kind: 'ready', knownSince: null })
    expect(forget('signing-key')).toHaveLength(1)
    expect(files().taken()).toMatchObject([{ charterId: 'quay', isOwn: false }])
  })
})
