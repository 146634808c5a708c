/**
 * @file An entry past its end that is never removed silently: it asks, and keeping it or forgetting it are both one
 * press, by key, over a real core.
 * @vitest-environment jsdom
 */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { KeptPage } from '../KeptPage'

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId: 'test-circle' })
  await real.client.reporting.start({ charterId: 'test-circle' })
  real.clock.advance(366 * 86_400_000)
})
afterEach(() => real.core.close())
const reports = async () => (await real.client.vault.kept()).find(({ kind }) => kind === 'reports')?.entries
const question = () => screen.findByRole('region', { name: 'Asks for your answer' })

it('Keep takes the question away and keeps the entry', async () => {
  const { user } = renderInConsole(<KeptPage />)
  const card = await question()
  within(card).getByText('It has reached its end date. Nothing is removed until you say so.')
  within(card).getByRole('button', { name: /^Keep/ }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Asks for your answer' })).toBeNull())
  expect(await reports()).toMatchObject([{ isAskingToGo: false }])
})

it('Forget now can be taken back: the entry is there, and asks again', async () => {
  const { user } = renderInConsole(<KeptPage />)
  within(await question())
    .getByRole('button', { name: 'Forget now' })
    .focus()
  await user.keyboard('{Enter}')
  expect(screen.queryByRole('region', { name: 'Asks for your answer' })).toBeNull()
  expect(await reports()).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await question()
  expect(await reports()).toMatchObject([{ isAskingToGo: true }])
})
