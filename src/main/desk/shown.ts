/** @file Hand-offs and lesson cards as the desk shows them, made of their rows. */
import type { Lesson, ReceivedStatus } from '../../contract/desk'
import { emptied, type ReceivedRow } from './store'

const statusOf = (row: ReceivedRow, isPast: boolean): ReceivedStatus => {
  if (row.askedBackAt !== null) return 'askedBack'
  if (isPast || row.answers === null) return 'past'
  if (row.repliedAt !== null) return 'replied'
  if (row.answeredAt !== null) return 'answered'
  return row.readAt === null ? 'new' : 'read'
}

/**
 * A hand-off, to be read back: once its end has come nothing of its words, also while they wait to be removed.
 *
 * @param dueBefore - what ended by it has ended (`VaultAccess.dueBefore`).
 */
export const receivedAsShown = (row: ReceivedRow, dueBefore: Date): unknown => {
  const isPast = row.endsAt <= dueBefore.toISOString()
  const { answers, themes, feedback, reply, replyTo } = isPast ? emptied : row
  return {
    number: row.number,
    status: statusOf(row, isPast),
    receivedAt: row.receivedAt,
    madeAt: row.madeAt,
    expiresOn: row.expiresOn,
    themes,
    charter: { id: row.charterId, version: row.charterVersion },
    answers: answers ?? [],
    hasReplyKey: replyTo !== null,
    feedback,
    answeredAt: row.answeredAt,
    reply: reply === null || row.repliedAt === null ? null : { words: reply, receivedAt: row.repliedAt },
  }
}

/** A lesson card, to be read back. */
export const lessonOf = ({ id, title, words, changedAt, keptUntil }: Lesson): Lesson => ({
  id,
  title,
  words,
  changedAt,
  keptUntil,
})
