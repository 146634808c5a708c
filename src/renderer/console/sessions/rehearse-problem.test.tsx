/** @file A rehearsal that cannot begin says so where it was asked for, and nobody is led away. */
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { RehearseProblem } from './RehearseProblem'
import { useRehearse } from './use-rehearse'

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'test-circle' })
  connectTo(real.core)
  window.location.hash = '/groups'
})
afterEach(() => real.core.close())

const Page = () => {
  const rehearse = useRehearse()
  return (
    <>
      <RehearseProblem />
      <button type="button" onClick={rehearse}>
        Rehearse
      </button>
    </>
  )
}

it('is said in place, and gone with the next try that works', async () => {
  const { user } = renderInConsole(<Page />)
  await real.client.vault.lock()
  await user.click(screen.getByRole('button', { name: 'Rehearse' }))
  expect(await screen.findByText('The rehearsal could not start')).toBeDefined()
  expect(window.location.hash).toBe('#/groups')
  await real.client.vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await expect.poll(() => window.location.hash).toMatch(/^#\/sessions\//)
  expect(screen.queryByText('The rehearsal could not start')).toBeNull()
})

it('can be put away', async () => {
  const { user } = renderInConsole(<Page />)
  await real.client.vault.lock()
  await user.click(screen.getByRole('button', { name: 'Rehearse' }))
  await user.click(await screen.findByRole('button', { name: 'Close' }))
  expect(screen.queryByText('The rehearsal could not start')).toBeNull()
})
