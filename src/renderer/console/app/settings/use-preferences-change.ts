/** @file A change of preferences from the page of settings: it acts at once, and is stored. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DeviceState } from '../../../../contract/device'
import type { Preferences } from '../../../../contract/preferences'
import { client } from '../../client'
import { actOnPreferences, readPreferences } from '../../preferences'
import { queries } from '../../queries'

/** What the page does with preferences. */
export const usePreferencesChange = () => {
  const cache = useQueryClient()
  const take = (state: DeviceState): void => {
    cache.setQueryData(queries.device.state.queryKey(), state)
    actOnPreferences(state.preferences)
  }
  const change = useMutation({
    mutationFn: (next: Partial<Preferences>) => client.device.change(next),
    // Before it is stored: who chose larger words reads the rest in them.
    onMutate: (next) => actOnPreferences({ ...readPreferences(), ...next }),
    onSuccess: take,
  })
  const reset = useMutation({ mutationFn: () => client.device.reset(), onSuccess: take })
  return { change, reset }
}
