/** @file The reply to an answer in hand: stored as one types, once the linter has looked at it. */
import { useEffect } from 'react'
import { FEEDBACK_PART_MAX } from '../../../../contract/desk-files'
import type { FeedbackNote } from '../../../../contract/feedback'
import { createOpenWritings } from '../../autosave'
import { type CheckedWriting, openCheckedWriting, useCheckedWriting } from '../../checked-writing'
import { client } from '../../client'
import { catalogue } from '../../words'
import './words'

const writings = createOpenWritings<CheckedWriting<FeedbackNote>>('debrief.replies')

const begin = (note: FeedbackNote) =>
  openCheckedWriting<FeedbackNote>({
    texts: [note.reply],
    answer: note,
    maxLengths: [FEEDBACK_PART_MAX],
    save: ([words = '']) => client.debrief.feedback.saveReply({ number: note.number, words }),
    describe: () => [catalogue.t('debrief:answers.atStake')],
  })

/** The reply that is being written to an answer. */
export const useReply = (note: FeedbackNote) => {
  const { number } = note
  const writing = useCheckedWriting(() => writings.open(number, () => begin(note)))
  useEffect(() => writings.show(number), [number])
  return writing
}

/** Ends it without storing it: another answer took the place of the one it is to. */
export const endReply = (number: FeedbackNote['number']): void => writings.discard(number)
