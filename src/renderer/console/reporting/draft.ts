/**
 * @file The report in hand: stored as one types, and laid aside on this page when its form is left before it is
 * stored. What does not fit is cut to what does, said beside its field, and holds back nothing else.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { reportRecord } from '../../../contract/report-fields'
import type { Report, ReportBody } from '../../../contract/reporting'
import {
  type Autosave,
  consoleLink,
  createAutosave,
  createOpenWritings,
  type Prepared,
  useAutosave,
} from '../autosave'
import { client } from '../client'
import { queries } from '../queries'
import { codeOf } from '../words/problems'
import { describeDraft } from './words'

/** A field that is not stored as it stands. `tooLong`: the beginning of its words is; `invalid`: what was before. */
export type HeldBack =
  | { kind: 'tooLong'; path: string; overBy: number; storedLength: number }
  | { kind: 'invalid'; path: string }

/** Cuts without parting what is one character to a reader's eye. */
const cut = (text: string, maxLength: number): string => {
  let end = 0
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length > maxLength) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** What may be stored of a report, and what of it may not. */
export const prepareReport = (body: ReportBody, storedBody: ReportBody): Prepared<ReportBody, HeldBack> => {
  let storable = body
  const heldBack = reportRecord.texts(body).flatMap(({ path, text, maxLength }): HeldBack[] => {
    if (text.length <= maxLength) return []
    const kept = cut(text, maxLength)
    storable = reportRecord.withText(storable, path, kept)
    return [{ kind: 'tooLong', path, overBy: text.length - maxLength, storedLength: kept.length }]
  })
  const invalid = reportRecord
    .problems(storable)
    .flatMap((problem): HeldBack[] =>
      problem.kind === 'invalid' ? [{ kind: 'invalid', path: problem.path }] : [],
    )
  storable = reportRecord.without(
    storable,
    storedBody,
    invalid.map(({ path }) => path),
  )
  return { storable: reportRecord.tidy(storable), heldBack: [...heldBack, ...invalid] }
}

/** A report that is being written. */
interface Draft {
  autosave: Autosave<ReportBody, Report, HeldBack>
}

const drafts = createOpenWritings<Draft>('reporting.drafts')

const openDraft = (start: Report, cache: QueryClient): Draft => ({
  autosave: createAutosave<ReportBody, Report, HeldBack>({
    value: start.body,
    stored: { answer: start, value: start.body },
    nothing: start.body,
    hasChanged: reportRecord.hasChanged,
    prepare: prepareReport,
    save: (body) => client.reporting.save({ reportId: start.id, body }),
    onStored: () => void cache.invalidateQueries({ queryKey: queries.reporting.list.key() }),
    isLasting: (error) => ['NOT_FOUND', 'SEALED'].includes(codeOf(error)),
    link: consoleLink,
    describe: describeDraft,
  }),
})

/**
 * One report in hand.
 *
 * @param start - the report as it is stored.
 * @returns `body` as it stands on the page, `report` as it was last stored, with its gaps, and what may be done.
 */
export const useDraft = (start: Report) => {
  const cache = useQueryClient()
  const [{ autosave }] = useState(() => drafts.open(start.id, () => openDraft(start, cache)))
  useEffect(() => drafts.show(start.id), [start])
  const { value: body, stored, saving, heldBack } = useAutosave(autosave)
  /** Takes a change of the newest body. */
  const change = useCallback(
    (edit: (body: ReportBody) => ReportBody) => autosave.change(edit(autosave.snapshot().value)),
    [autosave],
  )
  return {
    body,
    report: stored ?? start,
    saving,
    heldBack,
    change,
    /** Resolves when what can be stored is, or could not be. */
    storeNow: () => autosave.flush(),
    /**
     * Stores all of it and answers the report as it is stored then.
     *
     * @throws what kept it from being stored: then what is stored is not what is shown.
     */
    storeAll: async (): Promise<Report> => {
      await autosave.flush()
      const { stored: last, saving: then } = autosave.snapshot()
      if (then.kind === 'failed') throw then.error
      if (then.kind !== 'stored') throw Object.assign(new Error('Not stored yet'), { code: 'NOT_AS_SHOWN' })
      return last ?? start
    },
  }
}

/** Ends a draft without storing it: its report is about to be forgotten, or is sealed. */
export const endDraft = (id: Report['id']): void => drafts.discard(id)
