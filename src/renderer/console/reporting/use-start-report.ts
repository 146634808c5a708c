/** @file Starts a report and opens its form: no gate stands before it (promise 8). */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { client } from '../client'
import { queries } from '../queries'

/** The charter a report is made under: the chosen one, else the first installed. Throws when none is. */
const charterForReport = async (): Promise<string> => {
  const chosen = await client.charters.chosen()
  if (chosen) return chosen.id
  const first = (await client.charters.list()).charters[0]
  if (!first) throw Object.assign(new Error('No charter is installed'), { code: 'CHARTER_UNKNOWN' })
  return first.id
}

/** A mutation: `mutate(charterId?)` creates a draft, which notes that it was learned of now, and opens it. */
export const useStartReport = () => {
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  return useMutation({
    mutationFn: async (charterId?: string) =>
      client.reporting.start({ charterId: charterId ?? (await charterForReport()) }),
    onSuccess: async ({ id }) => {
      navigate(`/reports/${id}`)
      await cache.invalidateQueries({ queryKey: queries.reporting.list.key() })
    },
  })
}
