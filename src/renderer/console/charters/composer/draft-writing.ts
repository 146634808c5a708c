/** @file The draft in hand: stored as one types, sound or not, and laid aside on this page when it is left before it is. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { CharterDraft, DraftSummary } from '../../../../contract/charter-drafts'
import { judgeDraft } from '../../../../contract/charter-judge/judge-draft'
import type { CharterPack } from '../../../../contract/charters'
import { type Autosave, consoleLink, createAutosave, createOpenWritings, useAutosave } from '../../autosave'
import { client } from '../../client'
import { queries } from '../../queries'
import { catalogue } from '../../words'
import { codeOf } from '../../words/problems'
import { withValueAt } from './at-path'
import './words'

interface Writing {
  autosave: Autosave<CharterPack, DraftSummary, never>
}

const writings = createOpenWritings<Writing>('charters.drafts')

const openWriting = ({ pack, ...summary }: CharterDraft, cache: QueryClient): Writing => ({
  autosave: createAutosave<CharterPack, DraftSummary, never>({
    value: pack,
    stored: { answer: summary, value: pack },
    nothing: pack,
    // A change makes a new whole; what was changed back is stored once more, and harms nobody.
    hasChanged: (before, after) => before !== after,
    // A draft need not be sound: all that was typed is stored.
    prepare: (value) => ({ storable: value, heldBack: [] }),
    save: (value) => client.charters.drafts.save({ draftId: summary.draftId, text: JSON.stringify(value) }),
    onStored: () => void cache.invalidateQueries({ queryKey: queries.charters.drafts.list.key() }),
    isLasting: (error) => ['NOT_FOUND', 'NOT_A_DRAFT'].includes(codeOf(error)),
    link: consoleLink,
    describe: () => [catalogue.t('composer:atStake')],
  }),
})

/**
 * One draft in hand.
 *
 * @param start - the draft as it is stored.
 * @returns `pack` as it stands on the page, `problems` of it, and what may be done.
 */
export const useDraftWriting = (start: CharterDraft) => {
  const cache = useQueryClient()
  const [{ autosave }] = useState(() => writings.open(start.draftId, () => openWriting(start, cache)))
  useEffect(() => writings.show(start.draftId), [start.draftId])
  const { value: pack, stored, saving } = useAutosave(autosave)
  // Judging reads every word: what is typed is shown first.
  const judged = useDeferredValue(pack)
  const problems = useMemo(() => judgeDraft(judged), [judged])
  return {
    pack,
    problems,
    saving,
    storedAt: (stored ?? start).changedAt,
    change: (path: string, value: unknown) =>
      autosave.change(withValueAt(autosave.snapshot().value, path, value)),
    /** Stores all of it now. @throws what kept it from being stored */
    storeAll: async () => {
      await autosave.flush()
      const { saving: then } = autosave.snapshot()
      if (then.kind === 'failed') throw then.error
    },
    tryAgain: () => void autosave.flush(),
  }
}

/** Ends a draft without storing it: it is about to be forgotten, or was published. */
export const endDraftWriting = (draftId: string): void => writings.discard(draftId)
