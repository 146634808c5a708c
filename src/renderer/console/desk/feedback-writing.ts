/** @file The feedback note in hand: its parts under their headings, stored as one types, and as it leaves. */
import { useEffect } from 'react'
import type { Received } from '../../../contract/desk'
import { FEEDBACK_PART_MAX, type FeedbackPart, type FeedbackRecord } from '../../../contract/desk-files'
import { createOpenWritings } from '../autosave'
import { type CheckedWriting, openCheckedWriting, useCheckedWriting } from '../checked-writing'
import { client } from '../client'
import { catalogue } from '../words'
import './words'

const writings = createOpenWritings<CheckedWriting<Received>>('desk.feedback')

/** What is written under each heading: what is stored under it, by its place. */
const partsOf = (headings: readonly string[], texts: readonly string[]): FeedbackPart[] =>
  headings.map((heading, place) => ({ heading, words: texts[place] ?? '' }))

const begin = (received: Received, headings: readonly string[]) =>
  openCheckedWriting<Received>({
    texts: headings.map((_, place) => received.feedback[place]?.words ?? ''),
    answer: received,
    maxLengths: headings.map(() => FEEDBACK_PART_MAX),
    save: (texts) => client.desk.saveFeedback({ number: received.number, parts: partsOf(headings, texts) }),
    describe: () => [catalogue.t('desk:feedback.atStake')],
  })

/** The note that is being written to a hand-off. */
export const useFeedback = (received: Received, headings: readonly string[]) => {
  const { number } = received
  const writing = useCheckedWriting(() => writings.open(number, () => begin(received, headings)))
  useEffect(() => writings.show(number), [number])
  return { ...writing, parts: partsOf(headings, writing.value).filter(({ words }) => words.trim() !== '') }
}

/** The note as text: plain words, and where it is sealed the line for programs. */
export const feedbackText = (
  number: string,
  parts: readonly FeedbackPart[],
  t: (key: string, values?: Record<string, unknown>) => string,
  record?: FeedbackRecord,
): string =>
  [
    t('feedback.file.title', { number }),
    t('feedback.file.yours'),
    ...parts.flatMap(({ heading, words }) => ['', heading, words]),
    ...(record ? ['', t('feedback.file.follows'), JSON.stringify(record)] : []),
    '',
  ].join('\n')
