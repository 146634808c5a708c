/**
 * @file The strip above the console, by role and key over a real core: the gravest thing alone, said to those who
 * listen, and the question about the date answered from it.
 * @vitest-environment jsdom
 */
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { VaultStatus } from '../../../../contract/vault'
import { registerWords } from '../../words'
import vaultWords from '../../words/en/vault-pages.json'
import { VaultStrip } from './VaultStrip'

registerWords('vault', vaultWords)

type Unlocked = Extract<VaultStatus, { state: 'unlocked' }>
const unlocked = async (days: number) => {
  const real = openRealCore()
  connectTo(real.core)
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  // A session that a clock ahead would move: without anything at stake nothing is asked.
  await real.client.charters.choose({ charterId: 'test-circle' })
  await real.client.sessions.createGroup(groupDraft)
  await real.client.vault.lock()
  real.clock.advance(days * 86_400_000)
  await real.client.vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
  const status = async (): Promise<Unlocked> => {
    const now = await real.client.vault.status()
    if (now.state !== 'unlocked') throw new Error(`The vault is ${now.state}.`)
    return now
  }
  return { real, status }
}

/** What is said; the undo's own live region stands empty beside it. */
const said = (role: 'alert' | 'status') =>
  screen
    .queryAllByRole(role)
    .map(({ textContent }) => textContent)
    .filter((words) => words !== '')

it('says nothing while all is well', async () => {
  const { real, status } = await unlocked(1)
  renderInConsole(<VaultStrip status={await status()} />)
  expect([...said('alert'), ...said('status')]).toEqual([])
  real.core.close()
})

it.each([
  ['Yes, that is right', 'trusted'],
  ['No, the clock is wrong', 'wrong'],
])('asks about a date that jumped, and takes "%s" by key', async (answer, kind) => {
  const { real, status } = await unlocked(400)
  const { user, rerender } = renderInConsole(<VaultStrip status={await status()} />)
  expect(said('status')).toEqual([
    expect.stringMatching(/^Is it .*Nothing is removed and no session is moved until you answer\.$/),
  ])
  screen.getByRole('button', { name: answer }).focus()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect((await status()).clock.kind).toBe(kind))
  rerender(<VaultStrip status={await status()} />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(said('status')).toEqual(
    kind === 'trusted'
      ? []
      : [
          'This computer’s clock is wrong. Nothing is removed and no session is moved until it is right. Set date and time in your computer’s settings: Holdspace notices. What you write now carries the wrong date.',
        ],
  )
  real.core.close()
})

it('says of what is damaged alone, at once, whatever the clock does', async () => {
  const { real, status } = await unlocked(400)
  renderInConsole(<VaultStrip status={{ ...(await status()), hold: { kind: 'pagesDamaged' } }} />)
  expect(said('alert')).toEqual([
    'Part of your vault is damaged. It can be read as far as it goes, and nothing new is saved. Copy out the words you need.',
  ])
  expect(said('status')).toEqual([])
  expect(screen.queryByRole('button')).toBeNull()
  real.core.close()
})
