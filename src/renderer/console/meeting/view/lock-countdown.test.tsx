/** @file The charter's lock as it is seen coming: the minutes, the last one said, and the way to put it off. */
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shippedPack } from '../../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import type { CharterPack } from '../../../../contract/charters'
import { SessionId } from '../../../../contract/primitives'
import type { Session } from '../../../../contract/sessions'
import { Announcer, GATHER_MS } from '../../announcer'
import { DOOR_PAUSE_MS } from '../guard/door-runs'
import { PUT_OFF_MS } from '../guard/lock-time'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { LockCountdown } from './LockCountdown'
import { LockTime } from './LockTime'
import { playRoom } from './played-room.fixture'
import { lockTimeOf, useLockTime } from './use-lock-time'

const MINUTE_MS = 60_000
const startMs = Date.parse('2026-11-21T20:00:00.000Z')
const { settings } = shippedPack('heypeers')

const session: Session = {
  id: SessionId.parse('2b2b2b2b-0000-4000-8000-000000000001'),
  groupId: null,
  groupName: '',
  charterId: 'heypeers',
  server: { kind: 'rehearsal' },
  isRehearsal: true,
  roomName: 'r'.repeat(20),
  plannedAt: '2026-11-21T20:00:00.000Z',
  timeZone: 'UTC',
  plannedMinutes: 60,
  state: 'open',
  openedAt: '2026-11-21T19:40:00.000Z',
  closedAt: null,
  cancelReasonId: null,
  charterVersion: null,
}

beforeEach(() =>
  vi.useFakeTimers({
    now: startMs,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  }),
)
afterEach(() => vi.useRealTimers())

describe('the lock that comes by itself', () => {
  it('is counted in minutes, said in its last one, and put off by its button', async () => {
    const played = await playRoom('Wren')
    played.room.planLock(played.clock.nowMs() + 15 * MINUTE_MS)
    played.draw()
    const Rail = () => {
      const snapshot = useRoomSnapshot(played.room)
      return (
        <>
          <LockTime settings={settings} snapshot={snapshot} />
          <LockCountdown snapshot={snapshot} room={played.room} />
        </>
      )
    }
    const { container } = renderInConsole(
      <>
        <Announcer />
        <Rail />
      </>,
    )
    const pass = (ms: number) =>
      act(() => {
        played.clock.advance(ms)
        vi.advanceTimersByTime(ms)
        played.draw()
      })
    const said = () =>
      [...document.querySelectorAll('[data-announcer] p')].map(({ textContent }) => textContent)
    expect(container.textContent).toContain('the room is locked in about 15 minutes, by itself.')
    expect(container.textContent).not.toContain('Lock the room does it')
    pass(14 * MINUTE_MS + GATHER_MS)
    expect(container.textContent).toContain('within a minute')
    pass(GATHER_MS)
    expect(said()).toEqual(['As this charter asks, the room is locked within a minute, by itself.'])
    act(() => {
      screen.getByRole('button', { name: 'Put off by 5 minutes' }).click()
      played.draw()
    })
    expect(container.textContent).toContain('the room is locked in about 6 minutes, by itself.')
    pass(PUT_OFF_MS + MINUTE_MS + DOOR_PAUSE_MS)
    expect(container.textContent).not.toContain('by itself')
    expect(played.left()).toContain('toggleLobby')
  })

  it('is planned once in a room: the charter read again, as after a lock of the console, plans nothing anew', async () => {
    const plans: number[] = []
    const room = { planLock: (atMs: number) => void plans.push(atMs), nowMs: () => Date.now() }
    const entered = { session, jwt: null, moved: null }
    const Plans = ({ pack }: { pack: CharterPack | null }) => {
      useLockTime(entered, pack, room, { isLockTimeOver: false }, true)
      return null
    }
    const { rerender } = renderInConsole(<Plans pack={null} />)
    expect(plans).toEqual([])
    for (const pack of [shippedPack('heypeers'), null, structuredClone(shippedPack('heypeers'))]) {
      rerender(<Plans pack={pack} />)
      await act(async () => undefined)
    }
    expect(plans).toEqual([startMs + 15 * MINUTE_MS])
  })

  it('leaves a minute to put it off where we come back late', () => {
    const of = (nowMs: number) => lockTimeOf({ session, jwt: null, moved: null }, settings, nowMs)
    const dueMs = startMs + 15 * MINUTE_MS
    expect(of(dueMs - 2 * MINUTE_MS)).toBe(dueMs)
    for (const nowMs of [dueMs - 1, dueMs, dueMs + 30 * MINUTE_MS]) expect(of(nowMs)).toBe(nowMs + MINUTE_MS)
  })

  it('counts from the planned start, from a later opening, and anew in another room; never in a drill', () => {
    const of = (change: Partial<Session>, moved: boolean, nowMs = startMs) =>
      lockTimeOf(
        {
          session: { ...session, ...change },
          jwt: null,
          moved: moved ? { isLocked: false, isQuiet: false, names: [] } : null,
        },
        settings,
        nowMs,
      )
    const grace = 15 * MINUTE_MS
    expect(of({}, false)).toBe(startMs + grace)
    expect(of({ openedAt: '2026-11-21T20:30:00.000Z' }, false)).toBe(startMs + 30 * MINUTE_MS + grace)
    expect(of({}, true, startMs + 50 * MINUTE_MS)).toBe(startMs + 50 * MINUTE_MS + grace)
    for (const id of ['heartfelt', 'uk-peer-group'])
      expect(lockTimeOf({ session, jwt: null, moved: null }, shippedPack(id).settings, startMs)).toBeNull()
  })
})
