/**
 * @file Forgetting with ten seconds of undo: what waits, what was proved, what failed. It outlives the page
 * (the undo bar does too) and ends when the console is locked.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ForgetReceipt, KeptEntry, KeptKindId } from '../../../../contract/vault'
import { client } from '../../client'
import { createPageStore, usePageStore } from '../../page-store'
import { letGoForgotten } from '../../typed-forms'
import { useUndo } from '../../ui/undo'
import { useEntryLabel } from './entry-label'

/** What came of forgetting one entry. Numbers only: its label goes with it. */
export type Outcome = Unnumbered & { id: number }

type Unnumbered =
  | { kind: KeptKindId; result: 'forgotten'; receipt: ForgetReceipt }
  | { kind: KeptKindId; result: 'failed'; error: unknown }

/** Entries that wait for their ten seconds, and outcomes not yet put away. */
export interface Forgetting {
  waiting: readonly string[]
  outcomes: readonly Outcome[]
}

const forgetting = createPageStore<Forgetting>({
  name: 'vault.forgetting',
  initial: { waiting: [], outcomes: [] },
})

/** One name for an entry of any kind. */
export const entryKey = (kind: KeptKindId, id: string): string => `${kind} ${id}`

/** Moves one entry out of the list of those that wait. */
export const withoutWaiting = (now: Forgetting, key: string): Forgetting => ({
  ...now,
  waiting: now.waiting.filter((other) => other !== key),
})

/** Forgets an entry after ten seconds, unless taken back. */
export const useForgetting = () => {
  const { t } = useTranslation('vault')
  const labelOf = useEntryLabel()
  const { offer } = useUndo()
  const queryClient = useQueryClient()
  const state = usePageStore(forgetting)
  const change = forgetting.update

  const commit = async (kind: KeptKindId, id: string) => {
    const key = entryKey(kind, id)
    const tell = (outcome: Unnumbered) =>
      change((now) => ({
        ...now,
        outcomes: [{ ...outcome, id: (now.outcomes[0]?.id ?? 0) + 1 }, ...now.outcomes],
      }))
    try {
      tell({ kind, result: 'forgotten', receipt: await client.vault.forget({ kind, id }) })
      letGoForgotten(kind, id)
    } catch (error) {
      tell({ kind, result: 'failed', error })
    }
    // Whatever showed the entry asks again, before its row may come back. What no page shows now is not shown from memory.
    queryClient.removeQueries({ type: 'inactive' })
    await queryClient.invalidateQueries()
    change((now) => withoutWaiting(now, key))
  }

  return {
    state,
    forget: (kind: KeptKindId, entry: KeptEntry) => {
      const key = entryKey(kind, entry.id)
      offer({
        said: t('kept.said', { label: labelOf(entry) }),
        // Once what was asked after it is answered the entry is gone, and its proof goes on: locking need not wait for it.
        commit: () => Promise.race([commit(kind, entry.id), client.vault.status().then(() => undefined)]),
        undo: () => change((now) => withoutWaiting(now, key)),
      })
      change((now) => ({ ...now, waiting: [...now.waiting, key] }))
    },
    putAway: (outcomeId: number) =>
      change((now) => ({ ...now, outcomes: now.outcomes.filter(({ id }) => id !== outcomeId) })),
  }
}
