/**
 * @file Locking by itself, over a real core: after a quarter of an hour without a touch, stored first, and never with a
 * room open or with what cannot be stored.
 * @vitest-environment jsdom
 */
import { act, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openRealCore, PASSPHRASE, type RealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { usualPreferences } from '../../../../contract/preference-choices'
import { registerAtStake } from '../../at-stake'
import { uncoverRoom, useRoomCover } from '../../meeting/cover'
import { actOnPreferences } from '../../preferences'
import { useIdleLock } from './idle-lock'
import { LockedForIdle } from './LockedForIdle'

const { idleLockMinutes: IDLE_LOCK_MINUTES } = usualPreferences

let real: RealCore
beforeEach(async () => {
  real = openRealCore()
  await real.client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
  vi.useFakeTimers()
  connectTo(real.core)
})
afterEach(() => {
  vi.useRealTimers()
  real.core.close()
})

const Watched = ({ isInRoom = false }: { isInRoom?: boolean }) => {
  useIdleLock(isInRoom)
  const cover = useRoomCover()
  return (
    <>
      <button type="button">Something to touch</button>
      {cover ? <p>{`covered: ${cover.kind}, ${cover.kind === 'idle' ? cover.minutes : ''}`}</p> : null}
    </>
  )
}
const render = (ui: React.ReactElement) => renderInConsole(ui, { advanceTimers: vi.advanceTimersByTime })
const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * 60_000))
const state = async () => (await real.client.vault.status()).state

it('locks after a quarter of an hour without a touch, and the lock screen says so', async () => {
  const { unmount } = render(<Watched />)
  await pass(IDLE_LOCK_MINUTES - 1)
  expect(await state()).toBe('unlocked')
  await pass(1.5)
  expect(await state()).toBe('locked')
  unmount()
  render(<LockedForIdle />)
  expect(document.body.textContent).toContain('15 minutes')
})

it.each(['pointerMove', 'keyDown', 'wheel', 'touchStart'] as const)(
  'each %s begins it anew',
  async (touch) => {
    const { getByRole } = render(<Watched />)
    for (let times = 0; times < 4; times += 1) {
      await pass(IDLE_LOCK_MINUTES - 1)
      fireEvent[touch](getByRole('button'))
    }
    expect(await state()).toBe('unlocked')
    await pass(IDLE_LOCK_MINUTES + 0.5)
    expect(await state()).toBe('locked')
  },
)

it('never locks while a room is open but covers it, and begins to count when it closes', async () => {
  const { rerender } = render(<Watched isInRoom />)
  await pass(IDLE_LOCK_MINUTES - 1)
  expect(document.body.textContent).not.toContain('covered')
  await pass(1.5)
  expect(document.body.textContent).toContain('covered: idle, 15')
  act(uncoverRoom)
  fireEvent.pointerMove(document.body)
  await pass(IDLE_LOCK_MINUTES - 1)
  expect(document.body.textContent).not.toContain('covered')
  await pass(10 * IDLE_LOCK_MINUTES)
  expect(document.body.textContent).toContain('covered: idle, 15')
  expect(await state()).toBe('unlocked')
  act(uncoverRoom)
  rerender(<Watched />)
  await pass(IDLE_LOCK_MINUTES - 1)
  expect(await state()).toBe('unlocked')
  await pass(1.5)
  expect(await state()).toBe('locked')
})

it('stores first, and does not lock over words that cannot be stored, until they are', async () => {
  let storedCount = 0
  const end = registerAtStake({
    kind: 'words',
    flush: async () => {
      storedCount += 1
    },
  })
  render(<Watched />)
  await pass(2 * IDLE_LOCK_MINUTES)
  expect(storedCount).toBeGreaterThan(0)
  expect(await state()).toBe('unlocked')
  act(end)
  await pass(1)
  expect(await state()).toBe('locked')
})

it('a machine that slept locks when it wakes, though its timers stood still', async () => {
  render(<Watched />)
  await pass(1)
  // A day of sleep: the clock has gone on, and no timer ran.
  vi.setSystemTime(Date.now() + 86_400_000)
  await pass(0.5)
  expect(await state()).toBe('locked')
})

it('after as many minutes as were chosen, and the lock screen says how many', async () => {
  actOnPreferences({ ...usualPreferences, idleLockMinutes: 5 })
  const { unmount } = render(<Watched />)
  await pass(4)
  expect(await state()).toBe('unlocked')
  await pass(1.5)
  expect(await state()).toBe('locked')
  unmount()
  render(<LockedForIdle />)
  expect(document.body.textContent).toContain('5 minutes')
  actOnPreferences(usualPreferences)
})
