/** @file Which groups work under a charter that is about to be forgotten: asked anew, just before it is. */
import { useQueryClient } from '@tanstack/react-query'
import type { Group } from '../../../../contract/sessions'
import type { KeptEntry } from '../../../../contract/vault'
import { queries } from '../../queries'

const BEFORE_ID = 'taken:'

/** The charter that an entry is; null where it is anything else. */
export const charterOf = (entry: KeptEntry): string | null =>
  entry.role === 'takenCharter' && entry.id.startsWith(BEFORE_ID) ? entry.id.slice(BEFORE_ID.length) : null

/** Those of the groups that work under a charter. */
export const groupsUnder = (groups: readonly Group[], charterId: string): Group[] =>
  groups.filter((group) => group.charterId === charterId)

/**
 * Asks whether any group would be left without its charter.
 *
 * @returns a function of a charter's id: false also where the app brings a charter of that id itself, which stays.
 */
export const useLeavesGroups = () => {
  const cache = useQueryClient()
  return async (charterId: string): Promise<boolean> => {
    const [groups, { charters }, taken] = await Promise.all([
      cache.fetchQuery({ ...queries.sessions.groups.queryOptions(), staleTime: 0 }),
      cache.fetchQuery({ ...queries.charters.list.queryOptions(), staleTime: 0 }),
      cache.fetchQuery({ ...queries.charters.files.taken.queryOptions(), staleTime: 0 }),
    ])
    const isShipped =
      charters.some(({ id }) => id === charterId) && !taken.some((one) => one.charterId === charterId)
    return !isShipped && groupsUnder(groups, charterId).length > 0
  }
}
