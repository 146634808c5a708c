/** @file Checks that sound packs are taken, and every other file is refused by name and clause. */
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingPack, packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { CHARTER_FORMAT, type CharterPack } from '../../contract/charters'
import { loadCharters, PACK_BYTES_MAX, readPack, readTakenPack } from './loader'

const read = (pack: unknown) => readPack('pack.json', JSON.stringify(pack))
const refusalOf = (pack: unknown) => {
  const result = read(pack)
  return result.isTaken ? null : { reason: result.refused.reason, where: result.refused.where }
}
const changed = (change: (pack: CharterPack) => unknown) => {
  const pack = soundPack()
  return change(pack) ?? pack
}
const saying = (topic: string, text: string) =>
  changed((pack) => ({
    ...pack,
    openingScript: pack.openingScript.map((line) => (line.topic === topic ? { ...line, text } : line)),
  }))
const withSetting = (name: string, value: unknown) => {
  const pack = soundPack()
  return { ...pack, settings: { ...pack.settings, [name]: { value, source: pack.values } } }
}

describe('readPack', () => {
  it('takes a sound pack', () => {
    expect(read(soundPack())).toEqual({ isTaken: true, pack: soundPack() })
  })

  it('refuses what is not JSON, without quoting it', () => {
    const result = readPack('evil.json', '{"secret": tomato')
    expect(result).toMatchObject({ refused: { fileName: 'evil.json', reason: 'notJson' } })
    expect(JSON.stringify(result)).not.toContain('tomato')
  })

  it('refuses a key that stands twice with its place, and takes none away that was taken in before', () => {
    const text = JSON.stringify(soundPack()).replace('"clauses":', '"clauses":[],"clauses":')
    expect(readPack('twice.json', text)).toMatchObject({
      refused: { reason: 'repeatedKey', where: 'clauses' },
    })
    expect(readTakenPack('twice', text)).toEqual({ isTaken: true, pack: soundPack() })
  })

  it('refuses a newer format and an older one before anything else is looked at', () => {
    const settings = { recording: { value: 'always' } }
    expect(refusalOf({ format: CHARTER_FORMAT + 1, settings })).toEqual({
      reason: 'newerFormat',
      where: 'format',
    })
    // A pack of the first format has no ladder: it is told that it is older, not that it is malformed.
    expect(refusalOf({ format: 1, settings })).toEqual({ reason: 'olderFormat', where: 'format' })
  })

  it('refuses another shape, naming where', () => {
    expect(refusalOf([])).toMatchObject({ reason: 'notAPack' })
    expect(refusalOf(null)).toMatchObject({ reason: 'notAPack' })
    expect(refusalOf(changed((pack) => ({ ...pack, id: 'Not An Id' })))).toEqual({
      reason: 'notAPack',
      where: 'id',
    })
    expect(refusalOf(changed((pack) => ({ ...pack, surprise: 1 })))).toMatchObject({ reason: 'notAPack' })
  })

  it.each([
    [
      'whatIsKept',
      'No list of who comes, ever. You may make up any name. I write a few notes about my own part afterwards.',
    ],
    ['whatIsKept', 'I take no notes on anybody. My program keeps that we met and when.'],
    [
      'notRecordedByUs',
      'This group isn’t recorded, and nobody here records it. If you record, we ask you to leave.',
    ],
    ['notRecordedByUs', 'We never record. Please tell us if something looks like a recording.'],
  ] as const)('takes honest words of its own: %s, %s', (topic, text) => {
    expect(refusalOf(saying(topic, text))).toBeNull()
  })

  it('takes no charter away that was taken in before for words that it now reads otherwise', () => {
    const text = JSON.stringify(saying('reachUsAfter', 'We never tell anybody.'))
    expect(readPack('a.json', text)).toMatchObject({ refused: { where: 'floor.promisesTooMuch' } })
    expect(readTakenPack('a', text).isTaken).toBe(true)
    expect(readTakenPack('a', JSON.stringify(withSetting('exportK', 4))).isTaken).toBe(false)
  })

  it.each<[rule: string, pack: unknown]>([
    ['floor.recording', withSetting('recording', 'onRequest')],
    ['floor.attendance', withSetting('attendance', 'names')],
    ['floor.retention', withSetting('debriefRetentionDays', 366)],
    ['floor.exportK', withSetting('exportK', 4)],
    ...[
      'We keep everything and that is fine.',
      'I keep a list of who comes. Nothing about you leaves this computer.',
      'That is between us.',
      'No names are asked for. We make a list of who attended.',
      'Nothing about you is shared. Attendance is logged after each group.',
      'I keep no list. Notes are taken of what people say.',
      'We have no list on paper. Your words are stored for a month.',
    ].map((text): [string, unknown] => ['floor.whatIsKeptWords', saying('whatIsKept', text)]),
    ...[
      'We record this group for training.',
      'We do not mind if you record.',
      'Nothing leaves this room. The meeting is recorded for our trainers.',
      'We never share what we record.',
    ].map((text): [string, unknown] => ['floor.notRecordedWords', saying('notRecordedByUs', text)]),
    ...(['whatIsKept', 'notRecordedByUs', 'stepOut', 'reachUsAfter', 'lineDrops'] as const).map(
      (topic) =>
        [
          `floor.${topic}`,
          changed((pack) => ({
            ...pack,
            openingScript: pack.openingScript.filter((line) => line.topic !== topic),
          })),
        ] satisfies [string, unknown],
    ),
    [
      'floor.firstLine',
      changed((pack) => ({ ...pack, crisisCards: pack.crisisCards.map((c) => ({ ...c, id: 'other' })) })),
    ],
    [
      'floor.lifeAtStake',
      changed((pack) => ({
        ...pack,
        crisisCards: pack.crisisCards.map(({ isLifeAtStake: _led, ...card }) => card),
      })),
    ],
    [
      'floor.firstLineWords',
      changed((pack) => ({ ...pack, crisisCards: pack.crisisCards.map((c) => ({ ...c, say: ['Hello.'] })) })),
    ],
    ...['I will send you the hotline.', 'Here is a number for you.'].flatMap((promise) =>
      [
        changed((pack) => ({
          ...pack,
          conductCards: pack.conductCards.map((c) => ({ ...c, message: promise })),
        })),
        changed((pack) => ({ ...pack, groupClosing: { ...pack.groupClosing, sayToOne: promise } })),
        changed((pack) => ({
          ...pack,
          settings: {
            ...pack.settings,
            ladder: {
              ...pack.settings.ladder,
              value: pack.settings.ladder.value.map((rung) => ({ ...rung, say: promise })),
            },
          },
        })),
      ].map((pack) => ['floor.promisedLines', pack] satisfies [string, unknown]),
    ),
    [
      // A blank may be left out where a place has no lines; the first questions may not.
      'floor.firstLineWords',
      changed((pack) => ({
        ...pack,
        crisisCards: pack.crisisCards.map((c) => ({
          ...c,
          say: [{ text: 'Are you safe, and where are you? {crisisLines}', otherwise: null }],
        })),
      })),
    ],
    ...[
      'I have a number for you.',
      'There are lines for young people.',
      'A helpline is there for this.',
      { text: 'In {place} there is a hotline.', otherwise: null },
      { text: 'Here it is: {crisisLines}.', otherwise: 'I can send you a line.' },
    ].map(
      (promise) =>
        [
          'floor.promisedLines',
          changed((pack) => ({
            ...pack,
            crisisCards: pack.crisisCards.map((c) => ({ ...c, message: [promise] })),
          })),
        ] satisfies [string, unknown],
    ),
    [
      'floor.promisedLines',
      changed((pack) => ({
        ...pack,
        cannedMessages: [
          { id: 'line', text: 'I will send you the number.', source: { from: 'ourDefault', why: 'A test.' } },
        ],
      })),
    ],
    [
      'floor.safetyReasons',
      changed((pack) => ({ ...pack, reasons: pack.reasons.filter((reason) => reason.kind === 'conduct') })),
    ],
    [
      'floor.safetyNeverRemoves',
      changed((pack) => ({
        ...pack,
        reasons: pack.reasons.map((r) => (r.kind === 'safety' ? { ...r, say: 'I am removing you.' } : r)),
      })),
    ],
  ])('refuses a pack below %s', (rule, pack) => {
    expect(refusalOf(pack)).toEqual({ reason: 'belowTheFloor', where: rule })
  })

  it('refuses a source that cites a clause the pack lacks', () => {
    const pack = changed((p) => ({
      ...p,
      reasons: p.reasons.map((reason) => ({ ...reason, source: { from: 'clause', clauseId: 'nowhere' } })),
    }))
    expect(refusalOf(pack)).toEqual({ reason: 'brokenReference', where: 'reasons.0.source' })
    const inSettings = soundPack()
    inSettings.settings.exportK.source = { from: 'clause', clauseId: 'nowhere' }
    expect(refusalOf(inSettings)).toEqual({ reason: 'brokenReference', where: 'settings.exportK.source' })
  })

  it('refuses a reason, a step and a closing that point at what the pack lacks', () => {
    const nowhere = { from: 'clause', clauseId: 'nowhere' } as const
    const withReason = (kind: 'conduct' | 'safety', change: object) =>
      changed((p) => ({
        ...p,
        reasons: p.reasons.map((reason) => (reason.kind === kind ? { ...reason, ...change } : reason)),
      }))
    expect(refusalOf(withReason('conduct', { redLine: nowhere }))).toEqual({
      reason: 'brokenReference',
      where: 'reasons.0.redLine.source',
    })
    expect(refusalOf(withReason('safety', { cardId: 'silence' }))).toEqual({
      reason: 'brokenReference',
      where: 'reasons.2.cardId',
    })
    const withStep = soundPack()
    for (const rung of withStep.settings.ladder.value.slice(1)) rung.source = nowhere
    expect(refusalOf(withStep)).toEqual({
      reason: 'brokenReference',
      where: 'settings.ladder.value.1.source',
    })
    const closing = changed((p) => ({ ...p, groupClosing: { ...p.groupClosing, source: nowhere } }))
    expect(refusalOf(closing)).toEqual({ reason: 'brokenReference', where: 'groupClosing.source' })
  })

  it('refuses a card that stands among both kinds of card', () => {
    const pack = changed((p) => ({
      ...p,
      conductCards: p.conductCards.map((c) => ({ ...c, id: 'first-line' })),
    }))
    expect(refusalOf(pack)).toEqual({ reason: 'brokenReference', where: 'conductCards.0.id' })
  })

  it('refuses an id used twice in one list', () => {
    const pack = changed((p) => ({ ...p, reasons: [...p.reasons, ...p.reasons.slice(0, 1)] }))
    expect(refusalOf(pack)).toEqual({ reason: 'brokenReference', where: 'reasons.3.id' })
  })

  it('answers any text at all without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readPack('any.json', text).isTaken).toBe(false)
      }),
    )
  })

  it('takes no sound pack with one field damaged into something below the floor', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(soundPack())), fc.jsonValue(), (key, value) => {
        const result = read({ ...soundPack(), [key]: value })
        if (!result.isTaken) return
        expect(result.pack.settings.exportK.value).toBeGreaterThanOrEqual(5)
        expect(result.pack.openingScript.map((line) => line.topic)).toContain('lineDrops')
      }),
    )
  })
})

describe('loadCharters', () => {
  it('reads the packs of a folder, and nothing that is not JSON by name', () => {
    const folder = packFolder()
    writeFileSync(join(folder, 'notes.txt'), 'not a pack')
    const { packs, refused } = loadCharters(folder)
    expect([...packs.keys()]).toEqual(['counting-circle', 'test-circle'])
    expect(refused).toEqual([])
  })

  it('does not offer an incomplete pack, and does not call it broken', () => {
    const { packs, refused } = loadCharters(
      packFolder([{ ...soundPack(), isComplete: false }, countingPack()]),
    )
    expect([...packs.keys()]).toEqual(['counting-circle'])
    expect(refused).toEqual([])
  })

  it('takes the first of two files with one pack id', () => {
    const folder = packFolder([soundPack()])
    writeFileSync(join(folder, 'z-copy.json'), JSON.stringify({ ...soundPack(), name: 'Another' }))
    const { packs, refused } = loadCharters(folder)
    expect(packs.get('test-circle')?.name).toBe('Test circle')
    expect(refused).toMatchObject([{ fileName: 'z-copy.json', reason: 'brokenReference', where: 'id' }])
  })

  it('refuses what is too large or cannot be read, and a folder that is missing', () => {
    const folder = packFolder([])
    writeFileSync(join(folder, 'large.json'), ' '.repeat(PACK_BYTES_MAX + 1))
    expect(loadCharters(folder).refused).toMatchObject([{ fileName: 'large.json', reason: 'unreadable' }])
    expect(loadCharters(join(folder, 'missing')).refused).toMatchObject([{ reason: 'unreadable' }])
    writeFileSync(join(folder, 'large.json'), JSON.stringify(soundPack()))
    chmodSync(join(folder, 'large.json'), 0o000)
    // As root every file can be read, and on Windows files have no mode to take that away.
    if (process.platform !== 'win32' && process.getuid?.() !== 0)
      expect(loadCharters(folder).refused).toMatchObject([{ reason: 'unreadable' }])
  })

  it('takes every pack that ships', () => {
    const { packs, refused } = loadCharters(join(import.meta.dirname, '../../../resources/charters'))
    expect(refused).toEqual([])
    expect(packs.size).toBeGreaterThan(0)
  })
})
