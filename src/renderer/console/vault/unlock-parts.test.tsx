/**
 * @file Unlocking, and the questions that may follow it, by role and key over a real core: nothing that is typed or
 * pressed by a slip loses anything.
 * @vitest-environment jsdom
 */
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { groupDraft } from '../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../tests/fixtures/render'
import { DateQuestion } from './after-unlock/DateQuestion'
import { HoldScreen } from './after-unlock/HoldScreen'
import { NewSheet } from './sheet/NewSheet'
import { UnlockForm } from './UnlockForm'

let real: RealCore
let recoveryKey = ''
beforeEach(async () => {
  real = openRealCore(new Date().toISOString())
  connectTo(real.core)
  recoveryKey = (await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })).recoveryKey
})
afterEach(() => real.core.close())
const state = async () => (await real.client.vault.status()).state
const box = () => screen.getByRole('textbox')

describe('the unlock form', () => {
  beforeEach(() => real.client.vault.lock())

  it('says what is wrong, keeps what was typed and the keyboard in the box, and waits', async () => {
    // The page's own clock says how long is left: a wait that this core names lasts for the test.
    real.clock.advance(3_600_000)
    const { user } = renderInConsole(<UnlockForm nextTryAt={null} />)
    await user.type(box(), '{Enter}')
    await screen.findByText('Type your passphrase first.')
    await user.type(box(), 'not the passphrase at all{Enter}')
    await screen.findByText('That passphrase does not open this vault')
    expect(document.activeElement).toBe(box())
    expect(box()).toHaveProperty('value', 'not the passphrase at all')
    expect(screen.getByRole('timer').textContent).not.toBe('')
    const unlock = screen.getByRole('button', { name: 'Unlock' })
    expect(unlock.getAttribute('aria-disabled')).toBe('true')
    await user.keyboard('{Enter}')
    expect(await state()).toBe('locked')
  })

  it('waits no longer where the clock of the computer is put back', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] })
    try {
      renderInConsole(<UnlockForm nextTryAt={new Date(Date.now() + 8000).toISOString()} />)
      await screen.findByRole('timer')
      vi.setSystemTime(Date.now() - 3_600_000)
      act(() => void vi.advanceTimersByTime(9000))
      expect(screen.queryByRole('timer')).toBeNull()
      expect(screen.getByRole('button', { name: 'Unlock' }).getAttribute('aria-disabled')).not.toBe('true')
    } finally {
      vi.useRealTimers()
    }
  })

  it('opens by the passphrase, by key alone', async () => {
    const { user } = renderInConsole(<UnlockForm nextTryAt={null} />)
    await waitFor(() => expect(document.activeElement).toBe(box()))
    await user.keyboard(`${PASSPHRASE}{Enter}`)
    await waitFor(async () => expect(await state()).toBe('unlocked'))
  })

  it('opens by the printed key; a slip in it costs no wait', async () => {
    const { user } = renderInConsole(<UnlockForm nextTryAt={null} />)
    await user.click(screen.getByRole('button', { name: 'Use the printed recovery key instead' }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Recovery key' }))
    const slip = recoveryKey.endsWith('7') ? '8' : '7'
    await user.type(box(), `${recoveryKey.slice(0, -1)}${slip}{Enter}`)
    await screen.findByText('There is a slip in the recovery key')
    expect(screen.queryByRole('timer')).toBeNull()
    await user.clear(box())
    await user.type(box(), `${recoveryKey.toLowerCase()}{Enter}`)
    await waitFor(async () => expect(await state()).toBe('unlocked'))
  })
})

it('a new sheet takes the right passphrase; a wrong one leaves the old sheet in force', async () => {
  const { user } = renderInConsole(<NewSheet onDone={() => {}} />)
  await user.type(box(), 'not the passphrase at all{Enter}')
  await screen.findByText('That passphrase does not open this vault')
  expect(document.activeElement).toBe(box())
  expect(screen.queryByTestId('recovery-key')).toBeNull()
  await real.client.vault.lock()
  real.clock.advance(120_000)
  await real.client.vault.unlock({ secretKind: 'recoveryKey', secret: recoveryKey })
  expect(await state()).toBe('unlocked')
})

const asks = (): Parameters<typeof DateQuestion>[0]['clock'] => ({
  kind: 'asks',
  reason: 'gap',
  nowAt: '2027-11-21T20:00:00.000Z',
  lastSeenAt: '2026-11-21T20:00:00.000Z',
  dueCount: 3,
})

it('the date is asked before anything goes: what each answer does is said, and No keeps all of it', async () => {
  await real.client.sessions.createGroup(groupDraft)
  real.clock.advance(400 * 86_400_000)
  await real.client.vault.lock()
  await real.client.vault.unlock({ secretKind: 'passphrase', secret: PASSPHRASE })
  expect(await real.client.vault.status()).toMatchObject({ clock: { kind: 'asks' } })
  const { user } = renderInConsole(<DateQuestion clock={asks()} crisis={null} />)
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  screen.getByText(/\b3\b/)
  screen.getByRole('button', { name: 'No, the clock is wrong' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(async () =>
    expect(await real.client.vault.status()).toMatchObject({ clock: { kind: 'wrong' } }),
  )
})

it('a vault with lost records goes on only when a person says so; a damaged one cannot', async () => {
  const shown = (kind: 'recordsLost' | 'pagesDamaged') => (
    <HoldScreen
      hold={kind === 'recordsLost' ? { kind, count: 2 } : { kind }}
      crisis={null}
      onGoIn={() => {}}
    />
  )
  const { rerender, user } = renderInConsole(shown('pagesDamaged'))
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  expect(screen.queryByRole('button', { name: 'Go on without it' })).toBeNull()
  rerender(shown('recordsLost'))
  screen.getByRole('button', { name: 'Go on without it' })
  screen.getByRole('button', { name: 'Lock console' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await state()).toBe('locked'))
})
