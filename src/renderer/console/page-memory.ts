/**
 * @file What a page must remember while another page is shown, and no longer than the vault is open: it lives
 * in the query cache, which locking clears, and is never written anywhere.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/**
 * A value that outlives its page until the console is locked or reloaded.
 *
 * @param key - name of the value, domain first: `['vault', 'forgetting']`.
 * @param initial - the value while nothing was set; must be the same object on every render.
 * @returns the value, and a setter that takes a function of the value as it is then.
 */
export const usePageMemory = <T>(key: readonly [string, string], initial: T) => {
  const queryClient = useQueryClient()
  const [domain, name] = key
  const { data } = useQuery<T>({
    queryKey: [domain, name],
    queryFn: () => initial,
    initialData: initial,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const change = useCallback(
    (next: (now: T) => T) => {
      queryClient.setQueryData<T>([domain, name], (now) => next(now ?? initial))
    },
    [queryClient, domain, name, initial],
  )
  return [data ?? initial, change] as const
}
