/** @file What the desk tells the page What is kept: hand-offs by their number, cards by their title. */
import { Lesson, NUMBER_KEPT_DAYS, Received } from '../../contract/desk'
import { HandOffNumber } from '../../contract/hand-off'
import { piecesOf, written } from '../forgetting-proof'
import { instantAt } from '../last-instant'
import { keptEntry, listOf } from '../read-back'
import type { KeptKindDescriptor } from '../vault/kept-kind'
import { lessonOf, receivedAsShown } from './shown'
import {
  countEndedLessons,
  countEndedReceived,
  endReceived,
  type ReceivedRow,
  readLessonRows,
  readReceivedRows,
  removeEndedLessons,
  removeLesson,
  removeReceived,
} from './store'

const NUMBER_KEPT_MS = NUMBER_KEPT_DAYS * 86_400_000

/** The instant at which numbers end whose words ended so long ago. */
const numbersAt = (now: Date): string => instantAt(now.getTime() - NUMBER_KEPT_MS)

/** Where its words are gone, its end is that of its number. */
const endOf = ({ answers, endsAt }: ReceivedRow): string =>
  answers === null ? instantAt(Date.parse(endsAt) + NUMBER_KEPT_MS) : endsAt

/** Hand-offs that were opened: their words to their last day, their numbers thirty days longer. */
export const receivedKept = (): KeptKindDescriptor => ({
  kind: 'received',
  tables: ['received_hand_offs'],
  lists: [
    listOf('received', Received, (vault, now) =>
      readReceivedRows(vault).map((row) => ({ id: row.number, answered: receivedAsShown(row, now) })),
    ),
  ],
  canForget: true,
  list: (vault) =>
    readReceivedRows(vault).map((row) =>
      keptEntry({ id: row.number, createdAt: row.receivedAt }, () => ({
        id: row.number,
        label: row.number,
        keptSince: row.receivedAt,
        keptUntil: endOf(row),
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const number = HandOffNumber.safeParse(id)
    const row = number.success ? removeReceived(vault, number.data) : undefined
    if (!row) return null
    const texts = [
      ...(row.answers ?? []).map(({ words }) => written.inJson(words)),
      ...row.feedback.map(({ words }) => written.inJson(words)),
      row.reply ?? '',
    ]
    // Its number may stand in a file's note of the same vault; in the row it stands before its day.
    return [`${row.number}${row.receivedAt}${row.madeAt}`, ...texts.flatMap(piecesOf)]
  },
  countDue: (vault, now) => countEndedReceived(vault, now.toISOString(), numbersAt(now)),
  enforceEnd: (vault, now) => endReceived(vault, now.toISOString(), numbersAt(now)),
})

/** Lesson cards, each a year from its last change. */
export const lessonsKept = (): KeptKindDescriptor => ({
  kind: 'lessons',
  tables: ['lessons'],
  lists: [
    listOf('lessons', Lesson, (vault) =>
      readLessonRows(vault).map((row) => ({ id: row.id, answered: lessonOf(row) })),
    ),
  ],
  canForget: true,
  list: (vault) =>
    readLessonRows(vault).map((row) =>
      keptEntry(row, () => ({
        id: row.id,
        label: row.title,
        keptSince: row.createdAt,
        keptUntil: row.keptUntil,
        isAskingToGo: false,
      })),
    ),
  forget: (vault, id) => {
    const row = removeLesson(vault, id)
    return row ? [row.id, ...piecesOf(row.words)] : null
  },
  countDue: (vault, now) => countEndedLessons(vault, now.toISOString()),
  enforceEnd: (vault, now) => removeEndedLessons(vault, now.toISOString()),
})
