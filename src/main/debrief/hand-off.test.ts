/** @file A hand-off: what leaves is what was chosen and shown, it names no session, and only a note of it stays. */
import { armor, Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { packFolder, soundPack } from '../../../tests/fixtures/charter-pack'
import { type Evening, openEvening } from '../../../tests/fixtures/evening'
import type { CharterPack } from '../../contract/charters'
import { HandOffRecord, handOffNumberOf } from '../../contract/hand-off'
import { DebriefId } from '../../contract/primitives'
import { createOwnKeys, createRecipients } from '../recipients/service'
import { createHandOff, type HandOffChosen, type HandOffService, handOffsKept } from './hand-off'
import { createDebrief } from './service'

const DAY_MS = 86_400_000
const ASKING = {
  ...soundPack(),
  debriefPrompts: [
    { id: 'own-share', section: 'My part', text: 'How much did I speak?', answer: { kind: 'text' as const } },
  ],
}
const QUIET: CharterPack = { ...soundPack(), id: 'quiet-circle' }
QUIET.handOff = {
  isAllowed: false,
  text: 'Nothing of what happens in a group is passed on.',
  source: { from: 'ourDefault', why: 'A test needs one.' },
}
const OFF: CharterPack = { ...soundPack(), id: 'off-circle' }
OFF.settings = { ...OFF.settings, debrief: { ...OFF.settings.debrief, value: 'off' } }

let evening: Evening
let handOff: HandOffService
let identity: string
let recipientId: string
beforeEach(async () => {
  evening = openEvening(packFolder([ASKING, QUIET, OFF]))
  handOff = createHandOff({ ...evening, ownKeys: createOwnKeys(evening) })
  identity = await generateIdentity()
  recipientId =
    createRecipients(evening).add({ name: 'Lead volunteer', key: await identityToRecipient(identity) })[0]
      ?.id ?? ''
})
const refuses = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const newId = () => DebriefId.parse(crypto.randomUUID())
const write = (more: { isDraft?: boolean; charterId?: string } = {}) =>
  createDebrief(evening).save({
    debriefId: newId(),
    isNew: true,
    charterId: 'test-circle',
    content: {
      text: 'I spoke too much.\n“Twice”.',
      answers: { 'own-share': 'A third of the time' },
      tags: [],
    },
    isDraft: false,
    ...more,
  })
const chosen = (debriefId: DebriefId, more: Partial<HandOffChosen> = {}): HandOffChosen => ({
  debriefId,
  handOffId: crypto.randomUUID(),
  paths: ['text'],
  days: 30,
  hasReplyKey: false,
  ...more,
})
const textOf = (line: string) => `Hand-off, in words\n\n${line}\n`
const seal = (some: HandOffChosen) =>
  handOff.seal({ ...some, recipientId, text: textOf(handOff.record(some)) })
const open = async (file: string, withIdentity: string) => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(withIdentity)
  return decrypter.decrypt(armor.decode(file), 'text')
}

describe('what leaves', () => {
  it('is what was chosen and shown, and only the key opens it', async () => {
    const some = chosen(write().id)
    const text = textOf(handOff.record(some))
    const { file, fileName } = await handOff.seal({ ...some, recipientId, text })
    expect(fileName).toBe(`handoff-${handOffNumberOf(some.handOffId)}.txt.age`)
    expect(await open(file, identity)).toBe(text)
    await expect(open(file, await generateIdentity())).rejects.toThrow()
    const record = HandOffRecord.parse(JSON.parse(text.trimEnd().split('\n').at(-1) ?? ''))
    expect(record).toEqual({
      holdspaceHandOff: 2,
      number: handOffNumberOf(some.handOffId),
      madeAt: '2026-11-21T20:00:00.000Z',
      expiresOn: '2026-12-21',
      charter: { id: 'test-circle', version: '2026-01-01' },
      answers: [{ path: 'text', question: null, words: 'I spoke too much.\n“Twice”.' }],
      replyTo: null,
    })
  })
  it('has an answer with the question of its charter, and nothing that was not chosen', () => {
    const { id } = write()
    const line = handOff.record(chosen(id, { paths: ['answers.own-share'], days: 7 }))
    const record = HandOffRecord.parse(JSON.parse(line))
    expect(record.answers).toEqual([
      { path: 'answers.own-share', question: 'How much did I speak?', words: 'A third of the time' },
    ])
    expect(record.expiresOn).toBe('2026-11-28')
    for (const other of ['spoke', id, 'Sam', 'Tuesday']) expect(line).not.toContain(other)
  })
  it('says nothing of when the debrief was written', () => {
    const { id } = write()
    evening.clock.advance(3 * DAY_MS)
    expect(handOff.record(chosen(id))).not.toContain('2026-11-21')
  })
})

describe('refused', () => {
  it('is a text that does not end with the line of the debrief as it is stored', async () => {
    const some = chosen(write().id)
    const line = handOff.record(some)
    const others = [
      '',
      line,
      `\n${line}`,
      `${textOf(line)}more`,
      textOf(line.replace('Twice', 'Thrice')),
      textOf(line.replace('2026-12-21', '2027-12-21')),
      textOf('{"holdspaceHandOff":1}'),
      textOf('not JSON'),
    ]
    for (const text of others) {
      await expect(handOff.seal({ ...some, recipientId, text }), text).rejects.toThrow(
        refuses('NOT_AS_SHOWN'),
      )
    }
    expect(handOff.list()).toEqual([])
  })
  it('is what was shown more than a day ago, or later than now', async () => {
    const some = chosen(write().id)
    const text = textOf(handOff.record(some))
    evening.clock.advance(DAY_MS + 1)
    await expect(handOff.seal({ ...some, recipientId, text })).rejects.toThrow(refuses('NOT_AS_SHOWN'))
    evening.clock.advance(-2 * DAY_MS)
    await expect(handOff.seal({ ...some, recipientId, text })).rejects.toThrow(refuses('NOT_AS_SHOWN'))
  })
  it.each<[string, string, () => HandOffChosen]>([
    ['a draft', 'NOT_SAVED', () => chosen(write({ isDraft: true }).id)],
    ['a debrief that is not there', 'NOT_FOUND', () => chosen(newId())],
    [
      'a charter that allows none',
      'HAND_OFF_FORBIDDEN',
      () => chosen(write({ charterId: 'quiet-circle' }).id),
    ],
    ['a charter without debriefs', 'HAND_OFF_FORBIDDEN', () => chosen(write({ charterId: 'off-circle' }).id)],
    ['a part without words', 'NOT_AS_SHOWN', () => chosen(write().id, { paths: ['answers.other'] })],
  ])('is %s', (_, code, make) => {
    const some = make()
    expect(() => handOff.record(some)).toThrow(refuses(code))
  })
  it('is a charter that is not installed any more: what it says is not known', () => {
    const { id } = write()
    const without = createHandOff({
      ...evening,
      charters: openEvening(packFolder([QUIET])).charters,
      ownKeys: createOwnKeys(evening),
    })
    expect(() => without.record(chosen(id))).toThrow(refuses('CHARTER_UNKNOWN'))
  })
  it('is a debrief whose end date has come', () => {
    const { id } = write()
    evening.clock.advance(30 * DAY_MS)
    expect(() => handOff.record(chosen(id))).toThrow(refuses('NOT_FOUND'))
  })
  it('is a number that left to somebody else', async () => {
    const some = chosen(write().id)
    await seal(some)
    const key = await identityToRecipient(await generateIdentity())
    const other = createRecipients(evening)
      .add({ name: 'Supervisor', key })
      .find((one) => one.key === key)
    const text = textOf(handOff.record(some))
    await expect(handOff.seal({ ...some, recipientId: other?.id ?? '', text })).rejects.toThrow(
      refuses('NOT_AS_SHOWN'),
    )
  })
})

describe('one’s own key', () => {
  it('goes with it where it is asked for, and is there', async () => {
    const own = createOwnKeys(evening)
    const some = chosen(write().id, { hasReplyKey: true })
    expect(() => handOff.record(some)).toThrow(refuses('NO_OWN_KEY'))
    await own.make(null)
    expect(HandOffRecord.parse(JSON.parse(handOff.record(some))).replyTo).toBe(own.current())
    expect(
      HandOffRecord.parse(JSON.parse(handOff.record({ ...some, hasReplyKey: false }))).replyTo,
    ).toBeNull()
  })
})

describe('asking for it back', () => {
  const asking = (number: string, madeAt = evening.clock.now().toISOString()) =>
    `Please forget ${number}.\n\n${JSON.stringify({ holdspaceAskBack: 1, number, madeAt })}\n`

  it('is a file for the key that the hand-off was sealed to', async () => {
    const { note } = await seal(chosen(write().id))
    const { file, fileName } = await handOff.sealAskBack({ number: note.number, text: asking(note.number) })
    expect(fileName).toBe(`askback-${note.number}.txt.age`)
    expect(await open(file, identity)).toBe(asking(note.number))
  })
  it('is refused for another hand-off, a stale text, and a key that is gone', async () => {
    const { note } = await seal(chosen(write().id))
    const { number } = note
    const refusal = (text: string) => handOff.sealAskBack({ number, text })
    await expect(refusal(asking('00000000-0000'))).rejects.toThrow(refuses('NOT_AS_SHOWN'))
    await expect(refusal('Give it back.\n')).rejects.toThrow(refuses('NOT_AS_SHOWN'))
    await expect(refusal(asking(number, '2026-11-20T19:00:00.000Z'))).rejects.toThrow(refuses('NOT_AS_SHOWN'))
    createRecipients(evening).remove(recipientId)
    await expect(refusal(asking(number))).rejects.toThrow(refuses('NO_KEY'))
    await expect(
      handOff.sealAskBack({ number: '00000000-0000', text: asking('00000000-0000') }),
    ).rejects.toThrow(refuses('NOT_FOUND'))
  })
})

describe('what stays', () => {
  it('is a number, two dates and a role, once, and never a word', async () => {
    const some = chosen(write().id)
    const { note } = await seal(some)
    await seal(some)
    expect(handOff.list()).toEqual([note])
    expect(note).toMatchObject({
      recipient: 'Lead volunteer',
      expiresOn: '2026-12-21',
      keptUntil: '2027-01-21T00:00:00.000Z',
    })
    const row = JSON.stringify(evening.vault.raw.prepare('SELECT * FROM hand_offs').all())
    for (const word of ['spoke', 'third', some.debriefId, some.handOffId]) expect(row).not.toContain(word)
  })
  it('is on What is kept, goes by itself after its day, and can be forgotten before', async () => {
    const kept = handOffsKept()
    const { note } = await seal(chosen(write().id))
    const { note: other } = await seal(chosen(write().id, { days: 90 }))
    const now = () => evening.clock.now()
    expect(
      kept
        .list(evening.vault.read(), now())
        .map(({ id }) => id)
        .sort(),
    ).toEqual([note.number, other.number].sort())
    expect(evening.vault.write((vault) => kept.forget(vault, other.number))).toContain(other.number)
    expect(evening.vault.write((vault) => kept.forget(vault, other.number))).toBeNull()
    expect(evening.vault.write((vault) => kept.forget(vault, 'anything'))).toBeNull()
    evening.clock.advance(Date.parse(note.keptUntil) - now().getTime() - 1)
    expect(kept.countDue(evening.vault.read(), now())).toBe(0)
    expect(handOff.list()).toEqual([note])
    evening.clock.advance(1)
    expect(kept.countDue(evening.vault.read(), now())).toBe(1)
    expect(handOff.list()).toEqual([])
    evening.vault.write((vault) => kept.enforceEnd(vault, now()))
    expect(kept.list(evening.vault.read(), now())).toEqual([])
  })
})
