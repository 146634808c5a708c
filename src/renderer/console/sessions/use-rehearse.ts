/** @file Starts a free rehearsal under the chosen charter and goes to its checklist. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { client } from '../client'
import { queries } from '../queries'
import { codeOf } from '../words/problems'

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
 * goes home, which shows it.
 */
export const useRehearse = (): (() => void) => {
  const queryClient = useQueryClient()
  const isStarting = useRef(false)
  return useCallback(() => {
    if (isStarting.current) return
    isStarting.current = true
    readyRehearsal()
      .catch((error: unknown) => (codeOf(error) === 'CHARTER_UNKNOWN' ? '/charter' : '/'))
      .then(async (path) => {
        await queryClient.invalidateQueries({ queryKey: queries.sessions.key() })
        navigate(path)
      })
      .catch(() => navigate('/'))
      .finally(() => {
        isStarting.current = false
      })
  }, [queryClient])
}
