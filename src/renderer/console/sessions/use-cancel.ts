/** @file Cancelling a session at once, with ten seconds of undo, and the words to tell those registered. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../../contract/sessions'
import { client } from '../client'
import { createPageStore, usePageStore } from '../page-store'
import { queries } from '../queries'
import { useUndo } from '../ui/undo'

/** What is said after a cancel, until put away: the announcement, or that the undo did not work. */
export type AfterCancel =
  | { kind: 'none' }
  | { kind: 'announcement'; sessionId: string; groupName: string; text: string }
  | { kind: 'undoFailed'; error: unknown }

const none: AfterCancel = { kind: 'none' }

const afterCancel = createPageStore<AfterCancel>({ name: 'sessions.afterCancel', initial: none })

/** What is said after a cancel, wherever the person goes until the console is locked, and how to change it. */
export const useAfterCancel = () => [usePageStore(afterCancel), afterCancel.update] as const

/**
 * Cancels a session.
 *
 * @param onCancelled - called once the session is cancelled.
 */
export const useCancel = (onCancelled?: () => void) => {
  const { t } = useTranslation('sessions')
  const queryClient = useQueryClient()
  const { offer } = useUndo()
  const [, changeAfter] = useAfterCancel()
  const askAgain = () => queryClient.invalidateQueries({ queryKey: queries.sessions.key() })

  const uncancel = async (session: Session) => {
    try {
      await client.sessions.uncancel({ sessionId: session.id })
      changeAfter((now) => (now.kind === 'announcement' && now.sessionId === session.id ? none : now))
    } catch (error) {
      changeAfter(() => ({ kind: 'undoFailed', error }))
    }
    await askAgain()
  }
  const mutation = useMutation({
    mutationFn: (input: { session: Session; reasonId: string }) =>
      client.sessions.cancel({ sessionId: input.session.id, reasonId: input.reasonId }),
    onSuccess: async ({ announcement }, { session }) => {
      offer({
        said: t('cancel.said'),
        // It is cancelled already: letting the time pass changes nothing.
        commit: () => undefined,
        undo: () => uncancel(session),
      })
      changeAfter(() => ({
        kind: 'announcement',
        sessionId: session.id,
        groupName: session.groupName,
        text: announcement,
      }))
      await askAgain()
      onCancelled?.()
    },
  })
  return {
    cancel: (session: Session, reasonId: string) => mutation.mutate({ session, reasonId }),
    isPending: mutation.isPending,
    error: mutation.error,
  }
}
