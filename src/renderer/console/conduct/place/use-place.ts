/** @file Where the person is, from one source, and the help there is for that place. */
import { useQuery } from '@tanstack/react-query'
import type { CrisisResource, Region } from '../../../../contract/conduct'
import { queries } from '../../queries'

/** Where the person is. Nothing else in the console decides it: no charter, no language, no network. */
export type Place =
  /** Said here, about this person: in a report, on the crisis cards, on the lock screen. */
  | { kind: 'chosenHere'; region: Region }
  /** The region of the facilitator's crisis settings. */
  | { kind: 'ownRegion'; region: Region }
  /** Neither: asked for, and never guessed. */
  | { kind: 'notChosen'; region: null }

/** A place and what is known to help there, emergency numbers first. `resources` is empty until read. */
export interface PlaceHelp {
  place: Place
  resources: readonly CrisisResource[]
}

/** Once read they stay: a lost connection takes no number away. */
const lasting = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }

const placeOf = (chosenHere: Region | null, own: Region | null): Place =>
  chosenHere !== null
    ? { kind: 'chosenHere', region: chosenHere }
    : own !== null
      ? { kind: 'ownRegion', region: own }
      : { kind: 'notChosen', region: null }

/**
 * Follows the place and its help, with the vault locked too.
 *
 * @param chosenHere - where this person is said to be; null takes the region of the crisis settings.
 */
export const usePlaceHelp = (chosenHere: Region | null): PlaceHelp => {
  const own = useQuery(
    queries.conduct.chosenRegion.queryOptions({
      // What the lock screen was answered may be a moment old and already untrue.
      refetchOnMount: 'always',
      gcTime: Number.POSITIVE_INFINITY,
    }),
  )
  const place = placeOf(chosenHere, own.data ?? null)
  const resources = useQuery(
    queries.conduct.crisisResources.queryOptions({ input: { region: place.region }, ...lasting }),
  )
  return { place, resources: resources.data ?? [] }
}

/** Regions that resources are known for; empty until read. */
export const useKnownRegions = (): readonly Region[] =>
  useQuery(queries.conduct.crisisRegions.queryOptions(lasting)).data ?? none
const none: readonly Region[] = []
