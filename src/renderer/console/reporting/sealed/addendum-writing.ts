/** @file The addendum in hand: stored as one types, and laid aside on this page when its report is left before it is. */
import { useEffect, useState } from 'react'
import { ADDENDUM_MAX } from '../../../../contract/report-handing'
import type { Report } from '../../../../contract/reporting'
import { type Autosave, consoleLink, createAutosave, createOpenWritings, useAutosave } from '../../autosave'
import { client } from '../../client'
import { codeOf } from '../../words/problems'
import { describeDraft } from '../words'

interface Writing {
  autosave: Autosave<string, Report, 'tooLong'>
}

const writings = createOpenWritings<Writing>('reporting.addenda')

const openWriting = (report: Report, start: string): Writing => ({
  autosave: createAutosave<string, Report, 'tooLong'>({
    value: start,
    stored: { answer: report, value: start },
    nothing: '',
    hasChanged: (before, after) => before !== after,
    prepare: (words, stored) =>
      words.length > ADDENDUM_MAX
        ? { storable: stored, heldBack: ['tooLong'] }
        : { storable: words, heldBack: [] },
    save: (words) => client.reporting.saveAddendum({ reportId: report.id, words }),
    isLasting: (error) => codeOf(error) === 'NOT_FOUND',
    link: consoleLink,
    describe: describeDraft,
  }),
})

/**
 * The addendum that is being written to a sealed report.
 *
 * @param start - what is stored of it.
 */
export const useAddendum = (report: Report, start: string) => {
  const [{ autosave }] = useState(() => writings.open(report.id, () => openWriting(report, start)))
  useEffect(() => writings.show(report.id), [report.id])
  return { autosave, ...useAutosave(autosave) }
}

/** Ends it without storing it: it was added. */
export const endAddendum = (id: Report['id']): void => writings.discard(id)
