/** @file A change of preferences from the page of settings: it acts at once, and is stored. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DeviceState } from '../../../../contract/device'
import type { Preferences } from '../../../../contract/preferences'
import { client } from '../../client'
import { actOnPreferences, readPreferences } from '../../preferences'
import { queries } from '../../queries'

const CHANGE = ['preferences', 'change']

/** What the page does with preferences. */
export const usePreferencesChange = () => {
  const cache = useQueryClient()
  const know = (state: DeviceState): void => {
    cache.setQueryData(queries.device.state.queryKey(), state)
  }
  const storing = useMutation({
    mutationKey: CHANGE,
    mutationFn: (next: Partial<Preferences>) => client.device.change(next),
    onSuccess: (state) => {
      know(state)
      // With a later choice on its way this answer is old: by it the later one would spring back.
      if (cache.isMutating({ mutationKey: CHANGE }) === 1) actOnPreferences(state.preferences)
    },
  })
  const reset = useMutation({
    mutationFn: () => client.device.reset(),
    onSuccess: (state) => {
      know(state)
      actOnPreferences(state.preferences)
    },
  })
  /** Acts before it is stored, and within the press: who chose larger words reads the rest in them. */
  const change = (next: Partial<Preferences>): void => {
    actOnPreferences({ ...readPreferences(), ...next })
    storing.mutate(next)
  }
  return { change, error: storing.error ?? reset.error, reset }
}
