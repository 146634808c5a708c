/** @file A draft for a platform in hand: stored as one types, past the linter, and laid aside when its page is left. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Violation, type ViolationId, violationRecord } from '../../../../contract/report-violations'
import { createOpenWritings } from '../../autosave'
import { type CheckedWriting, openCheckedWriting, useCheckedWriting } from '../../checked-writing'
import { client } from '../../client'
import { queries } from '../../queries'
import { catalogue } from '../../words'
import '../words'

/** The fields of a draft, in the order in which they are asked: what happened, and the words of one message. */
const fields = ['happened', 'message'] as const

const writings = createOpenWritings<CheckedWriting<Violation>>('reporting.violation')

/** Longest of each, in UTF-16 units. */
export const violationMax = (place: number): number =>
  violationRecord.leaves(violationRecord.empty())[place]?.maxLength ?? 0

const contentOf = (texts: readonly string[]) =>
  fields.reduce(
    (content, field, place) => violationRecord.withText(content, field, texts[place] ?? ''),
    violationRecord.empty(),
  )

/** A draft that was not stored yet. Its dates are the ones it will get. */
export const newViolation = (charterId: string, days: number): Violation => {
  const now = new Date()
  return {
    id: crypto.randomUUID() as ViolationId,
    charterId,
    content: violationRecord.empty(),
    createdAt: now.toISOString(),
    changedAt: now.toISOString(),
    keptUntil: new Date(now.getTime() + days * 86_400_000).toISOString(),
  }
}

const begin = (draft: Violation, isStored: boolean, onStored: () => void) => {
  let isNew = !isStored
  return openCheckedWriting<Violation>({
    texts: fields.map((field) => draft.content[field]),
    answer: draft,
    maxLengths: fields.map((_, place) => violationMax(place)),
    save: async (texts) => {
      const { id: violationId, charterId } = draft
      const stored = await client.reporting.violations.save({
        violationId,
        isNew,
        charterId,
        content: contentOf(texts),
      })
      isNew = false
      return stored
    },
    onStored,
    describe: () => [catalogue.t('reporting:violation.atStake')],
  })
}

/** The draft that is being written. */
export const useViolation = (draft: Violation, isStored: boolean) => {
  const cache = useQueryClient()
  const writing = useCheckedWriting(() =>
    writings.open(draft.id, () =>
      begin(draft, isStored, () => {
        void cache.invalidateQueries({ queryKey: queries.reporting.violations.key() })
        void cache.invalidateQueries({ queryKey: queries.vault.key() })
      }),
    ),
  )
  useEffect(() => writings.show(draft.id), [draft.id])
  return writing
}

/** Drafts whose form was left with words in it that are not stored, as they were last stored or begun; newest first. */
export const useUnstoredViolations = (): Violation[] =>
  [...writings.useLaidAside().values()]
    .flatMap(({ autosave }) => autosave.snapshot().stored ?? [])
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt))

/** Ends a draft without storing: it is about to be thrown away. */
export const endViolation = (violationId: string): void => writings.discard(violationId)
