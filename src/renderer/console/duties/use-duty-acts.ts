/** @file Noting a duty as done and forgetting it, each to be taken back for ten seconds; what went wrong later is said. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OwnDuty } from '../../../contract/duties'
import { client } from '../client'
import { createPageStore, usePageStore } from '../page-store'
import { setPendingRemoval } from '../pending-removals'
import { queries } from '../queries'
import { useUndo } from '../ui/undo'
import { codeOf } from '../words/problems'
import { localToday } from './local-today'
import './words'

/** What went wrong, perhaps after the page was left; null: nothing. The duty is as it was before. */
export const dutyProblem = createPageStore<unknown>({ name: 'duties.problem', initial: null })

/** The acts. `refresh` asks again for everything that shows duties. */
export const useDutyActs = (afterAct: () => void) => {
  const { t } = useTranslation('duties')
  const cache = useQueryClient()
  const undo = useUndo()
  const failed = usePageStore(dutyProblem)
  const refresh = async (): Promise<void> => {
    await cache.invalidateQueries({ queryKey: queries.duties.key() })
    await cache.invalidateQueries({ queryKey: queries.vault.key() })
  }
  const done = useMutation({
    mutationFn: ({ id }: OwnDuty) => client.duties.done({ dutyId: id, doneOn: localToday() }),
    onMutate: () => dutyProblem.set(null),
    onSuccess: async (_, { id, title, dueOn, doneAt }) => {
      undo.offer({
        said: t('noted', { title }),
        // It is noted already: letting the time pass changes nothing.
        commit: () => undefined,
        undo: async () => {
          try {
            await client.duties.takeBack({ dutyId: id, dueOn, doneAt })
          } catch (error) {
            dutyProblem.set(error)
          }
          await refresh()
        },
      })
      await refresh()
      afterAct()
    },
    onError: (error) => dutyProblem.set(error),
  })
  const forget = ({ id, title }: OwnDuty): void => {
    dutyProblem.set(null)
    setPendingRemoval(id, true)
    afterAct()
    undo.offer({
      said: t('forgotten', { title }),
      commit: async () => {
        try {
          await client.duties.discard({ dutyId: id })
        } catch (error) {
          // It is gone already: that is what was asked for.
          if (codeOf(error) !== 'NOT_FOUND') dutyProblem.set(error)
        }
        setPendingRemoval(id, false)
        await refresh()
      },
      undo: () => setPendingRemoval(id, false),
    })
  }
  return { done: (duty: OwnDuty) => done.mutate(duty), forget, failed, refresh }
}
