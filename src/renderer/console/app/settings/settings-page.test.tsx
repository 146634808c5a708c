/** @file The page of settings: what is chosen stays chosen, whenever the answers come. */
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { openRealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { usualPreferences } from '../../../../contract/preference-choices'
import { actOnPreferences } from '../../preferences'
import { SettingsPage } from './SettingsPage'

// The page's own element, which other tests find too.
afterEach(() => actOnPreferences(usualPreferences))

it('a choice does not spring back by the late answer to an earlier one', async () => {
  const { core, host } = openRealCore()
  const release: (() => void)[] = []
  connectTo(core, (procedure) =>
    procedure === 'device.change' ? new Promise<void>((resolve) => release.push(resolve)) : undefined,
  )
  const { user, queryClient } = renderInConsole(<SettingsPage />)
  await user.click(await screen.findByRole('radio', { name: 'Always dark' }))
  const motion = screen.getByRole('checkbox', { name: 'No motion' })
  const isOn = () => Reflect.get(motion, 'checked')
  await user.click(motion)
  expect(isOn()).toBe(true)
  expect(release).toHaveLength(2)

  // The answer to the first knows nothing of the second.
  release[0]?.()
  await waitFor(() => expect(queryClient.isMutating()).toBe(1))
  expect(isOn()).toBe(true)
  release[1]?.()
  await waitFor(() => expect(queryClient.isMutating()).toBe(0))
  expect(host.device.preferences.read()).toMatchObject({ theme: 'dark', motion: 'none' })
  expect(isOn()).toBe(true)
})
