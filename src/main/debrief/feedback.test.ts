/** @file Answers to hand-offs on the facilitator's side: taken in for one's own hand-offs only, kept, replied to, forgotten. */
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Evening, openEvening, refusalOf } from '../../../tests/fixtures/evening'
import { createOwnKeys, type OwnKeysService, sealTextTo } from '../recipients/service'
import { createFeedback, type FeedbackService, feedbackKept } from './feedback'
import { addHandOff } from './hand-off-store'

const NUMBER = '3C2AC753-9CBE'
let evening: Evening
let own: OwnKeysService
let feedback: FeedbackService
let lead: string
beforeEach(async () => {
  evening = openEvening()
  own = createOwnKeys(evening)
  feedback = createFeedback({ ...evening, ownKeys: own })
  await own.make(null)
  lead = await identityToRecipient(await generateIdentity())
  evening.vault.write((vault) =>
    addHandOff(vault, {
      number: NUMBER,
      madeAt: '2026-11-20T20:00:00.000Z',
      recipient: 'Lead volunteer',
      keyEnd: lead.slice(-8),
      expiresOn: '2026-12-20',
      keptUntil: '2027-01-20T00:00:00.000Z',
    }),
  )
})
const recordOf = (more: object = {}) => ({
  holdspaceFeedback: 1,
  number: NUMBER,
  madeAt: evening.clock.now().toISOString(),
  parts: [{ heading: 'What I value', words: 'You said that you were unsure, and stayed with it.' }],
  replyTo: lead,
  ...more,
})
const open = async (record: object) =>
  feedback.open(await sealTextTo(`An answer\n\n${JSON.stringify(record)}\n`, own.current() ?? ''))

describe('an answer to a hand-off', () => {
  it('is kept for a year, as one’s own', async () => {
    expect(await open(recordOf())).toMatchObject({ kind: 'received', note: { number: NUMBER, reply: '' } })
    expect(feedback.list()).toMatchObject([{ keptUntil: '2027-11-21T20:00:00.000Z', takesReply: true }])
    evening.clock.advance(365 * 86_400_000)
    expect(feedback.list()).toEqual([])
    const kept = feedbackKept()
    expect(kept.countDue(evening.vault.read(), evening.clock.now())).toBe(1)
    evening.vault.write((vault) => kept.enforceEnd(vault, evening.clock.now()))
    expect(kept.list(evening.vault.read(), evening.clock.now())).toEqual([])
  })

  it('is refused by name where it is no answer to a hand-off from here', async () => {
    const record = recordOf()
    await open(record)
    for (const [reason, other] of [
      ['alreadyHere', record],
      ['otherOfNumber', recordOf({ madeAt: '2026-11-20T20:00:00.000Z' })],
      ['noSuchHandOff', recordOf({ number: '11111111-2222' })],
      ['badDate', recordOf({ madeAt: '2026-11-24T20:00:00.000Z' })],
      ['newer', recordOf({ holdspaceFeedback: 2 })],
      ['badContent', recordOf({ score: 7 })],
      ['forDesk', { holdspaceAskBack: 1, number: NUMBER, madeAt: record.madeAt }],
    ] as const) {
      expect(await open(other), reason).toMatchObject({ kind: 'refused', reason })
    }
    expect(feedback.list()).toHaveLength(1)
  })

  it('takes a reply, which leaves as it is kept', async () => {
    await open(recordOf())
    feedback.saveReply(NUMBER, 'Thank you.')
    const textOf = (words: string) =>
      `A reply\n\n${JSON.stringify({ holdspaceReply: 1, number: NUMBER, madeAt: evening.clock.now().toISOString(), words })}\n`
    await expect(feedback.sealReply(NUMBER, textOf('Thanks.'))).rejects.toMatchObject({
      code: 'NOT_AS_SHOWN',
    })
    const { fileName, note } = await feedback.sealReply(NUMBER, textOf('Thank you.'))
    expect(fileName).toBe(`reply-${NUMBER}.txt.age`)
    expect(note.repliedAt).toBe('2026-11-21T20:00:00.000Z')
    // A later answer takes the place of the first; what was replied stays.
    evening.clock.advance(1000)
    expect(await open(recordOf({ replyTo: null }))).toMatchObject({
      kind: 'received',
      note: { reply: 'Thank you.' },
    })
    await expect(feedback.sealReply(NUMBER, textOf('Thank you.'))).rejects.toMatchObject({ code: 'NO_KEY' })
  })

  it('is forgotten with proof of its words', async () => {
    await open(recordOf())
    const proof = evening.vault.write((vault) => feedbackKept().forget(vault, NUMBER))
    expect(proof?.join(' ')).toContain('You said that you were unsure')
    expect(refusalOf(() => feedback.saveReply(NUMBER, 'x'))?.code).toBe('NOT_FOUND')
  })
})
