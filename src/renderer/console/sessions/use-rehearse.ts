/** @file Starts a free rehearsal under the chosen charter and goes to its checklist. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { client } from '../client'
import { createPageStore } from '../page-store'
import { queries } from '../queries'
import { codeOf } from '../words/problems'

/** Why the last one that was asked for could not begin, as it was thrown; null while nothing is wrong. */
export const rehearseProblem = createPageStore<{ error: unknown } | null>({
  name: 'sessions.rehearseProblem',
  initial: null,
})

/** Where somebody is led whose rehearsal cannot begin; null: nowhere, it is said where they are. */
const wayOutOf = (error: unknown): string | null => {
  switch (codeOf(error)) {
    case 'CHARTER_UNKNOWN':
      return '/charter'
    case 'SESSION_OPEN':
      return '/'
    default:
      return null
  }
}

/**
 * Makes a rehearsal; one that was never opened is replaced by it.
 *
 * @returns the address of its checklist, or of the page that says what to do first.
 */
const readyRehearsal = async (): Promise<string> => {
  const chosen = await client.charters.chosen()
  const charterId = chosen?.id ?? (await client.charters.list()).charters[0]?.id
  if (charterId === undefined) return '/charter'
  const session = await client.sessions.rehearse({ charterId })
  return `/sessions/${session.id}`
}

/**
 * The act behind "Rehearse". Where no charter can be used it goes to the charters; where a session is open it
 * goes home, which shows it. Anything else is said in place, by `RehearseProblem`.
 */
export const useRehearse = (): (() => void) => {
  const queryClient = useQueryClient()
  const isStarting = useRef(false)
  return useCallback(() => {
    if (isStarting.current) return
    isStarting.current = true
    rehearseProblem.set(null)
    readyRehearsal()
      .catch((error: unknown) => {
        const way = wayOutOf(error)
        if (way === null) throw error
        return way
      })
      .then((path) => {
        void queryClient.invalidateQueries({ queryKey: queries.sessions.key() })
        navigate(path)
      })
      .catch((error: unknown) => rehearseProblem.set({ error }))
      .finally(() => {
        isStarting.current = false
      })
  }, [queryClient])
}
