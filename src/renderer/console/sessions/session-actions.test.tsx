/**
 * @file Cancelling a session, by role and key over a real core: a reason is chosen, ten seconds take it back, and
 * nothing is cancelled by looking.
 * @vitest-environment jsdom
 */
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { shippedPack } from '../../../../tests/fixtures/charter-pack'
import { groupDraft } from '../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import type { Session } from '../../../contract/sessions'
import { SessionActions } from './SessionActions'
import './words'

let real: RealCore
let session: Session
beforeEach(async () => {
  real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.sessions.createGroup(groupDraft)
  const [next] = await real.client.sessions.upcoming()
  if (!next) throw new Error('No session was scheduled.')
  session = next
})
afterEach(() => real.core.close())
const stateNow = async () => (await real.client.sessions.get({ sessionId: session.id })).state

it('asks why, and cancels nothing until a reason is pressed; keeping it gives the keyboard back', async () => {
  const { user } = renderInConsole(<SessionActions session={session} />)
  const opener = screen.getByRole('button', { name: 'Cancel session' })
  opener.focus()
  await user.keyboard('{Enter}')
  expect(opener.getAttribute('aria-expanded')).toBe('true')
  const question = screen.getByRole('heading', { level: 3 })
  expect(document.activeElement).toBe(question)
  await user.tab()
  await user.tab()
  expect(await stateNow()).toBe('scheduled')
  await user.click(screen.getByRole('button', { name: 'Keep the session' }))
  expect(document.activeElement).toBe(opener)
  expect(await stateNow()).toBe('scheduled')
})

it('a reason cancels at once, and Undo takes it back', async () => {
  const { user } = renderInConsole(<SessionActions session={session} />)
  await user.click(screen.getByRole('button', { name: 'Cancel session' }))
  const pack = await real.client.charters.get({ charterId: session.charterId })
  const [reason] = pack.cancelReasons
  const button = await screen.findByRole('button', { name: reason?.label ?? '' })
  button.focus()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await stateNow()).toBe('cancelled'))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await stateNow()).toBe('scheduled'))
})

it('says what the charter asks for before a reason is chosen', async () => {
  real.core.close()
  const pack = shippedPack('heypeers')
  real = openRealCore(undefined, [pack])
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.sessions.createGroup({ ...groupDraft, charterId: pack.id })
  const [next] = await real.client.sessions.upcoming()
  if (!next) throw new Error('No session was scheduled.')
  const { user } = renderInConsole(<SessionActions session={next} />)
  await user.click(screen.getByRole('button', { name: 'Cancel session' }))
  for (const { text } of pack.onCancel) await screen.findByText(text)
})
