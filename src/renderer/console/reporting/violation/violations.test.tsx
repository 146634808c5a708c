/** @file Drafts for a platform, by role and key over a real core with the charter that asks for them. */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { shippedPack } from '../../../../../tests/fixtures/charter-pack'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { ViolationId } from '../../../../contract/report-violations'
import { forgetRoomNames, keepRoomNames } from '../../meeting'
import { wipePageStores } from '../../page-store'
import { Violations } from './Violations'

let real: RealCore
const opened = async (charterId: 'heypeers' | 'heartfelt', happened?: string) => {
  real = openRealCore(undefined, [shippedPack('heypeers'), shippedPack('heartfelt')])
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  await real.client.charters.choose({ charterId })
  if (happened !== undefined)
    await real.client.reporting.violations.save({
      violationId: ViolationId.parse(crypto.randomUUID()),
      isNew: true,
      charterId,
      content: { happened, message: '' },
    })
  connectTo(real.core)
  return renderInConsole(<Violations />)
}
const stored = () => real.client.reporting.violations.list()
beforeEach(() => keepRoomNames(['Juniper Ashe']))
afterEach(() => {
  forgetRoomNames()
  wipePageStores()
  real.core.close()
})

it('is stored as it is typed, without a name of the room, and copied once nothing is open', async () => {
  const { user } = await opened('heypeers')
  const begin = await screen.findByRole('button', { name: 'Write one' })
  begin.focus()
  await user.keyboard('{Enter}')
  const card = within(screen.getByRole('region', { name: 'For the platform' }))
  expect(card.getByText(/Leave out who it was/)).toBeDefined()
  const happened = await card.findByRole('textbox', { name: 'What happened' })
  await user.click(happened)
  await user.paste('Juniper wrote an insult three times.')
  await card.findByText(/Look at what was found above/)
  expect(card.queryByRole('button', { name: 'Copy it for the platform' })).toBeNull()
  await user.click(await card.findByRole('textbox', { name: 'The words of one message' }))
  await user.paste('You are worth nothing.')
  await expect
    .poll(async () => (await stored())[0]?.content)
    .toEqual({ happened: '', message: 'You are worth nothing.' })
  await user.clear(happened)
  await user.click(happened)
  await user.paste('Somebody wrote an insult three times.')
  await user.click(await card.findByRole('button', { name: 'Copy it for the platform' }))
  expect(await navigator.clipboard.readText()).toBe(
    'What happened\nSomebody wrote an insult three times.\n\nThe words of one message\nYou are worth nothing.',
  )
  await expect
    .poll(async () => (await stored())[0]?.content.happened)
    .toBe('Somebody wrote an insult three times.')
  // There is no way in for a picture.
  expect(document.querySelector('input[type="file"]')).toBeNull()
  await user.click(card.getByRole('button', { name: 'Close' }))
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Reports to a platform' })),
  )
  await user.click(await screen.findByRole('button', { name: 'Go on writing' }))
  expect(await screen.findByDisplayValue('Somebody wrote an insult three times.')).toBeDefined()
})

it('is thrown away, and taken back', async () => {
  const { user } = await opened('heypeers', 'An insult.')
  await user.click(await screen.findByRole('button', { name: 'Throw away' }))
  expect(screen.queryByRole('button', { name: 'Throw away' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('button', { name: 'Throw away' })).toBeDefined()
  expect(await stored()).toHaveLength(1)
})

it('is not there where no charter asks for it', async () => {
  await opened('heartfelt')
  await expect.poll(() => real.client.charters.chosen()).toMatchObject({ id: 'heartfelt' })
  await waitFor(() => expect(screen.queryByText('Reports to a platform')).toBeNull())
  expect(screen.queryByRole('button')).toBeNull()
})

it('that was never stored, as it held a name of the room, is in the list when its form was left, and goes from it', async () => {
  const { user, unmount } = await opened('heypeers')
  await user.click(await screen.findByRole('button', { name: 'Write one' }))
  await user.click(await screen.findByRole('textbox', { name: 'What happened' }))
  await user.paste('Juniper wrote an insult.')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await screen.findByText(/^Not all of it is stored/)
  expect(screen.queryByText(/^Goes by itself/)).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Go on writing' }))
  expect(await screen.findByDisplayValue('Juniper wrote an insult.')).toBeDefined()
  unmount()
  const again = renderInConsole(<Violations />)
  await again.user.click(await screen.findByRole('button', { name: 'Go on writing' }))
  expect(await screen.findByDisplayValue('Juniper wrote an insult.')).toBeDefined()
  expect(await stored()).toEqual([])
  await again.user.click(screen.getByRole('button', { name: 'Close' }))
  await again.user.click(await screen.findByRole('button', { name: 'Throw away' }))
  again.unmount()
  renderInConsole(<Violations />)
  await screen.findByRole('button', { name: 'Write one' })
})

it('with a message that is too long stores what happened all the same', async () => {
  const { user } = await opened('heypeers')
  await user.click(await screen.findByRole('button', { name: 'Write one' }))
  await user.click(await screen.findByRole('textbox', { name: 'The words of one message' }))
  await user.paste('so '.repeat(400))
  await user.click(screen.getByRole('textbox', { name: 'What happened' }))
  await user.paste('An insult.')
  await expect.poll(async () => (await stored())[0]?.content).toEqual({ happened: 'An insult.', message: '' })
})
