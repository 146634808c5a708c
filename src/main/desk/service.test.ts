/** @file The desk over a real vault: what it takes in, every refusal by name, what goes when, and that no theme is of few. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening, refusalOf } from '../../../tests/fixtures/evening'
import { temporaryFolder } from '../../../tests/fixtures/temporary-folder'
import type { DeskTheme } from '../../contract/desk'
import type { HandOffRecord } from '../../contract/hand-off'
import { createOwnKeys, type OwnKeysService, sealTextTo } from '../recipients/service'
import { openForgotten } from '../vault/forget/forgotten'
import type { ForgottenByHand } from '../vault/handles'
import { createDesk, type DeskService, lessonsKept, receivedKept } from './service'

const DAY_MS = 86_400_000
const NUMBER = '3C2AC753-9CBE'

let evening: Evening
let own: OwnKeysService
let desk: DeskService
let theirs: string
let forgotten: ForgottenByHand
/** The real notes, over a key of their own. */
const createForgotten = (): ForgottenByHand => {
  const notes = openForgotten(join(temporaryFolder(), 'vault.forgotten'), randomBytes(32))
  return {
    look: () => {
      const forgottenAt = notes.look()
      return (kind, id) => forgottenAt(kind, id) !== null
    },
    note: (kind, id) => notes.note(kind, id, evening.clock.now()),
  }
}
beforeEach(async () => {
  evening = openEvening()
  own = createOwnKeys(evening)
  forgotten = createForgotten()
  desk = createDesk({ ...evening, ownKeys: own, forgotten })
  await own.make(null)
  theirs = await identityToRecipient(await generateIdentity())
})
const recordOf = (more: Partial<HandOffRecord> = {}): HandOffRecord => ({
  holdspaceHandOff: 2,
  number: NUMBER,
  madeAt: evening.clock.now().toISOString(),
  expiresOn: '2026-12-21',
  charter: { id: 'test-circle', version: '2026-01-01' },
  answers: [{ path: 'text', question: null, words: 'I was unsure when a hard story came, and I said so.' }],
  replyTo: theirs,
  ...more,
})
const sealed = (record: unknown, before = 'Hand-off, in words\n\n') =>
  sealTextTo(
    `${before}${typeof record === 'string' ? record : JSON.stringify(record)}\n`,
    own.current() ?? '',
  )
const open = async (record: unknown) => desk.open(await sealed(record))
const reasonOf = async (record: unknown) => {
  const opened = await open(record)
  return opened.kind === 'refused' ? opened.reason : opened.kind
}
const about = (mark: string, more: object = {}) => ({
  [mark]: 1,
  number: NUMBER,
  madeAt: evening.clock.now().toISOString(),
  ...more,
})

describe('a hand-off', () => {
  it('is taken in whole, is new, and then read', async () => {
    expect(await open(recordOf())).toEqual({ kind: 'received', number: NUMBER })
    expect(desk.list()).toMatchObject([
      { number: NUMBER, status: 'new', expiresOn: '2026-12-21', themes: [] },
    ])
    expect(desk.noteRead(NUMBER)).toMatchObject({
      status: 'read',
      answers: recordOf().answers,
      hasReplyKey: true,
    })
  })

  it('of the first format is read, without a key for an answer', async () => {
    const { replyTo: _, ...first } = { ...recordOf(), holdspaceHandOff: 1 }
    expect(_).toBe(theirs)
    expect(await reasonOf(first)).toBe('received')
    expect(desk.get(NUMBER).hasReplyKey).toBe(false)
  })

  it('is refused by name, and nothing is lost or kept', async () => {
    await open(recordOf())
    const before = desk.get(NUMBER)
    const other = (more: object) => ({ ...recordOf({ number: '11111111-2222' }), ...more })
    const deep = `{"holdspaceHandOff":2,"number":"11111111-2222","answers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    for (const [reason, record] of [
      ['alreadyHere', recordOf()],
      ['otherOfNumber', recordOf({ answers: [{ path: 'text', question: null, words: 'Something else.' }] })],
      ['otherOfNumber', recordOf({ expiresOn: '2026-12-22' })],
      ['newer', { holdspaceHandOff: 3, number: '11111111-2222', more: true }],
      ['past', other({ madeAt: '2026-11-01T20:00:00.000Z', expiresOn: '2026-11-20' })],
      ['badDate', other({ madeAt: '2026-11-23T20:00:00.000Z' })],
      ['badDate', other({ expiresOn: '9999-12-31' })],
      ['badContent', other({ group: 'Tuesday circle' })],
      ['badContent', other({ answers: [] })],
      ['badContent', other({ number: '../../etc' })],
      ['badContent', deep],
      ['notOurs', '{"__proto__":{"holdspaceHandOff":2}}'],
      ['notOurs', 'Dear lead, here is what happened.'],
      ['notOurs', '['.repeat(200_000)],
      ['notOurs', 'null'],
      ['repeatedKey', JSON.stringify(recordOf()).replace('"number":', '"number":"11111111-2222","number":')],
      [
        'forFacilitator',
        about('holdspaceFeedback', { parts: [{ heading: 'A', words: 'b' }], replyTo: null }),
      ],
      ['noSuchHandOff', about('holdspaceReply', { number: '11111111-2222', words: 'Thank you.' })],
    ] as const) {
      expect(await reasonOf(record), `${reason} ${JSON.stringify(record).slice(0, 80)}`).toBe(reason)
    }
    const notMine = await sealTextTo('x', theirs)
    for (const [reason, file] of [
      ['otherKey', notMine],
      ['truncated', notMine.slice(0, 90)],
      ['notSealed', JSON.stringify(recordOf())],
    ] as const) {
      expect(await desk.open(file)).toMatchObject({ kind: 'refused', reason })
    }
    expect(desk.get(NUMBER)).toEqual(before)
    expect(desk.list()).toHaveLength(1)
  })

  it('loses its words after its last day, and is refused from then on', async () => {
    const file = await sealed(recordOf({ expiresOn: '2026-11-28' }))
    await desk.open(file)
    evening.clock.advance(7 * DAY_MS)
    expect(desk.get(NUMBER).status).toBe('new')
    evening.clock.advance(DAY_MS)
    expect(desk.get(NUMBER)).toMatchObject({ status: 'past', answers: [], hasReplyKey: false })
    expect(refusalOf(() => desk.noteRead(NUMBER))?.code).toBe('NOT_FOUND')
    expect(await desk.open(file)).toMatchObject({ reason: 'alreadyHere' })
    const kept = receivedKept()
    const end = () => evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(kept.countDue(evening.vault.read(), evening.clock.now())).toBe(1)
    end()
    expect(kept.countDue(evening.vault.read(), evening.clock.now())).toBe(0)
    expect(desk.list()).toMatchObject([{ status: 'past' }])
    expect(await desk.open(file)).toMatchObject({ reason: 'past' })
    evening.clock.advance(30 * DAY_MS)
    end()
    expect(desk.list()).toEqual([])
    expect(await desk.open(file)).toMatchObject({ reason: 'past' })
  })

  it('is forgotten when it is asked for back, and its file is refused', async () => {
    const file = await sealed(recordOf())
    await desk.open(file)
    desk.setThemes(NUMBER, ['crisis'])
    const ask = await sealed(about('holdspaceAskBack'))
    expect(await desk.open(ask)).toEqual({ kind: 'askedBack', number: NUMBER })
    expect(desk.get(NUMBER)).toMatchObject({ status: 'askedBack', answers: [], themes: [], reply: null })
    expect(await desk.open(file)).toMatchObject({ reason: 'askedBack', number: NUMBER })
    expect(await desk.open(ask)).toMatchObject({ reason: 'askedBack' })
  })

  it('is not taken in where it was asked for back before it came', async () => {
    expect(await open(about('holdspaceAskBack'))).toEqual({ kind: 'askedBack', number: NUMBER })
    expect(await reasonOf(recordOf())).toBe('forgotten')
    expect(desk.list()).toEqual([])
  })

  it('is listed by its number and forgotten with proof of its words', async () => {
    await open(recordOf())
    const kept = receivedKept()
    expect(kept.list(evening.vault.read(), evening.clock.now())).toMatchObject([
      { id: NUMBER, label: NUMBER },
    ])
    const proof = evening.vault.write((vault) => kept.forget(vault, NUMBER))
    expect(proof?.join(' ')).toContain('I was unsure when a hard story came')
    expect(evening.vault.write((vault) => kept.forget(vault, NUMBER))).toBeNull()
    expect(evening.vault.write((vault) => kept.forget(vault, 'nothing'))).toBeNull()
  })
})

describe('an answer', () => {
  const parts = [
    { heading: 'What I value', words: 'You said that you were unsure.' },
    { heading: 'What I offer', words: '' },
  ]
  const textOf = (more: object = {}) =>
    `An answer\n\n${JSON.stringify({
      holdspaceFeedback: 1,
      number: NUMBER,
      madeAt: evening.clock.now().toISOString(),
      parts: parts.slice(0, 1),
      replyTo: own.current(),
      ...more,
    })}\n`

  it('is kept as it is written, sealed to the facilitator, and replied to', async () => {
    await open(recordOf())
    desk.saveFeedback(NUMBER, parts)
    const { file, fileName, received } = await desk.sealFeedback(NUMBER, textOf())
    expect([fileName, received.status]).toEqual([`feedback-${NUMBER}.txt.age`, 'answered'])
    expect(file).toMatch(/^-----BEGIN AGE/)
    expect(await desk.open(file)).toMatchObject({ reason: 'otherKey' })
    const reply = await sealed(about('holdspaceReply', { words: 'Thank you.' }))
    expect(await desk.open(reply)).toEqual({ kind: 'replied', number: NUMBER })
    expect(desk.get(NUMBER)).toMatchObject({ status: 'replied', reply: { words: 'Thank you.' } })
    expect(await desk.open(reply)).toMatchObject({ reason: 'alreadyHere' })
  })

  it('leaves only as it is kept, with this desk’s key, and lately shown', async () => {
    await open(recordOf())
    desk.saveFeedback(NUMBER, parts)
    for (const more of [
      { parts },
      { number: '11111111-2222' },
      { replyTo: theirs },
      { madeAt: '2026-11-20T19:00:00.000Z' },
    ]) {
      await expect(desk.sealFeedback(NUMBER, textOf(more))).rejects.toMatchObject({ code: 'NOT_AS_SHOWN' })
    }
    expect(desk.get(NUMBER).answeredAt).toBeNull()
  })

  it('without a key is given on paper, and never empty', async () => {
    await open(recordOf({ replyTo: null }))
    expect(refusalOf(() => desk.noteGiven(NUMBER))?.code).toBe('NOT_AS_SHOWN')
    desk.saveFeedback(NUMBER, parts)
    await expect(desk.sealFeedback(NUMBER, textOf())).rejects.toMatchObject({ code: 'NO_KEY' })
    expect(desk.noteGiven(NUMBER).status).toBe('answered')
  })
})

describe('a theme', () => {
  const receive = async (index: number, replyTo: string | null, themes: DeskTheme[]) => {
    const number = `${index}0000000-0000`
    await open(recordOf({ number, replyTo }))
    desk.setThemes(number, themes)
    return number
  }
  const keys = () =>
    Promise.all(Array.from({ length: 3 }, async () => identityToRecipient(await generateIdentity())))

  it('is shown when three facilitators share it, and never before', async () => {
    const [first = '', second = '', third = ''] = await keys()
    await receive(1, first, ['crisis', 'silence'])
    await receive(2, first, ['crisis', 'silence'])
    await receive(3, first, ['crisis', 'silence'])
    expect(desk.themes()).toEqual([])
    await receive(4, second, ['crisis'])
    await receive(5, second, ['silence'])
    expect(desk.themes()).toEqual([])
    const last = await receive(6, third, ['silence'])
    expect(desk.themes()).toEqual(['silence'])
    desk.setThemes(last, [])
    expect(desk.themes()).toEqual([])
  })

  it('counts all who gave no key as one', async () => {
    for (const index of [1, 2, 3, 4]) await receive(index, null, ['crisis'])
    expect(desk.themes()).toEqual([])
  })

  it('goes with the hand-offs that have it', async () => {
    for (const [index, key] of (await keys()).entries()) await receive(index, key, ['crisis'])
    expect(desk.themes()).toEqual(['crisis'])
    await open(about('holdspaceAskBack', { number: '00000000-0000' }))
    expect(desk.themes()).toEqual([])
  })
})

describe('a lesson card', () => {
  it('is kept a year from its last change, changed, and forgotten', () => {
    const lessonId = crypto.randomUUID()
    const card = { lessonId, title: 'Silence', words: 'A pause is an answer too, and nobody has to fill it.' }
    desk.lessons.save({ ...card, isNew: true })
    evening.clock.advance(DAY_MS)
    expect(desk.lessons.save({ ...card, title: 'On silence', isNew: false })).toMatchObject({
      title: 'On silence',
      keptUntil: '2027-11-22T20:00:00.000Z',
    })
    expect(desk.lessons.list()).toHaveLength(1)
    const kept = lessonsKept()
    expect(evening.vault.write((vault) => kept.forget(vault, lessonId))?.join(' ')).toContain('A pause is')
    expect(refusalOf(() => desk.lessons.save({ ...card, isNew: false }))?.code).toBe('NOT_FOUND')
    desk.lessons.save({ ...card, isNew: true })
    evening.clock.advance(365 * DAY_MS)
    expect(desk.lessons.list()).toEqual([])
    expect(kept.countDue(evening.vault.read(), evening.clock.now())).toBe(1)
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(kept.list(evening.vault.read(), evening.clock.now())).toEqual([])
  })
})
