/** @file The charter's time to lock across a reload, over a real core: what was decided by hand is not undone by it. */
import { act, cleanup, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { shippedPack } from '../../../../../tests/fixtures/charter-pack'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import type { Session } from '../../../../contract/sessions'
import type { LiveRoomModel } from '../live/live-room'
import { useRoomSnapshot } from '../open-room'
import { playRoom } from './played-room.fixture'
import { useLockTime } from './use-lock-time'

const opened = async () => {
  const { core, client } = openRealCore()
  await client.vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  const called: string[] = []
  connectTo(core, (procedure) => called.push(procedure))
  await client.sessions.createGroup(groupDraft)
  const [next] = await client.sessions.upcoming()
  if (!next) throw new Error('No session was scheduled')
  return { client, called, session: await client.sessions.open({ sessionId: next.id }) }
}

const Room = ({ session, room, charterId }: { session: Session; room: LiveRoomModel; charterId: string }) => {
  const snapshot = useRoomSnapshot(room)
  useLockTime({ session, jwt: null, moved: null }, shippedPack(charterId), room, snapshot, true)
  return null
}

/** The room as a page that was just loaded has it. */
const load = async (session: Session, charterId = 'heypeers') => {
  cleanup()
  const played = await playRoom('Wren')
  played.draw()
  renderInConsole(<Room session={session} room={played.room} charterId={charterId} />)
  const locksAtMs = () => {
    act(() => void played.draw())
    return played.room.snapshot().locksAtMs
  }
  return { room: played.room, locksAtMs, draw: played.draw }
}

describe('the charter’s time to lock, after a reload', () => {
  it('is planned again where nobody decided', async () => {
    const { client, session } = await opened()
    for (let loads = 0; loads < 2; loads += 1) {
      const { locksAtMs } = await load(session)
      await waitFor(() => expect(locksAtMs()).not.toBeNull())
    }
    expect(await client.meeting.isLockTimeOver({ sessionId: session.id })).toEqual({ isOver: false })
  })

  it.each(['lock', 'unlock'] as const)('is not planned again after one’s own %s', async (press) => {
    const { client, called, session } = await opened()
    const before = await load(session)
    await waitFor(() => expect(before.locksAtMs()).not.toBeNull())
    act(() => {
      before.room[press]()
      before.draw()
    })
    await waitFor(async () =>
      expect(await client.meeting.isLockTimeOver({ sessionId: session.id })).toEqual({ isOver: true }),
    )
    const askedCount = called.filter((one) => one === 'meeting.isLockTimeOver').length
    const after = await load(session)
    await waitFor(() =>
      expect(called.filter((one) => one === 'meeting.isLockTimeOver').length).toBeGreaterThan(askedCount),
    )
    await new Promise((done) => setTimeout(done, 0))
    expect(after.locksAtMs()).toBeNull()
  })

  it('is noted nowhere where the charter names no time', async () => {
    const { called, session } = await opened()
    const { room, draw } = await load(session, 'heartfelt')
    act(() => {
      room.lock()
      draw()
    })
    await new Promise((done) => setTimeout(done, 0))
    expect(called.filter((one) => one.startsWith('meeting.'))).toEqual([])
  })
})
