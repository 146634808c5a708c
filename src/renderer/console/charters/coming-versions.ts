/** @file Versions of charters that wait for their day, asked again while a page is open: the day may come meanwhile. */
import { useQuery } from '@tanstack/react-query'
import { queries } from '../queries'

/** How often it is asked whether the day has come, in milliseconds, while one waits for it. */
const ASK_EVERY_MS = 60_000

/** Every version that waits: for its day, or from then on to be read. */
export const useComingVersions = () =>
  useQuery(
    queries.charters.versions.coming.queryOptions({
      refetchInterval: ({ state }) =>
        state.data?.some(({ isDue }) => !isDue) === true ? ASK_EVERY_MS : false,
    }),
  )
