/**
 * @file Moving to the group's other server, over a real core: one press, the same wishes, the new way in, and nobody's
 * name but for the debrief's linter.
 */
import { act, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { groupDraft } from '../../../../../tests/fixtures/evening'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { type EnteredSession, enterSession, useEnteredSession } from '../entered-session'
import { emptySnapshot, type RoomSnapshot } from '../live/snapshot'
import { useRoomSnapshot } from '../open-room'
import { readRoomNames } from '../room-names'
import '../words'
import { playRoom } from './played-room.fixture'
import { MoveButton, NewWayIn } from './ServerMoveCards'
import { useClosing } from './use-closing'
import { otherHostOf, useBroughtWishes, useServerMove, wishesAfter } from './use-server-move'

const second = { host: 'second.example.org', operator: null, isApproved: false }

const opened = async (secondServer: typeof second | null = second) => {
  const { core, client } = openRealCore()
  await client.vault.create({ displayName: 'Sam', passphrase: PASSPHRASE })
  connectTo(core)
  await client.sessions.createGroup({ ...groupDraft, secondServer })
  const [next] = await client.sessions.upcoming()
  if (!next) throw new Error('No session was scheduled')
  const session = await client.sessions.open({ sessionId: next.id })
  const played = await playRoom('Wren', 'Oak')
  played.draw()
  return { client, session, ...played }
}

const Page = ({
  entered,
  room,
  drafted = [],
  steppedOutCount = 0,
}: {
  drafted?: readonly string[]
  steppedOutCount?: number
  entered: EnteredSession
  room: Awaited<ReturnType<typeof opened>>['room']
}) => {
  const snapshot = useRoomSnapshot(room)
  const serverMove = useServerMove(entered, room, snapshot, drafted, steppedOutCount)
  useBroughtWishes(entered.moved, room, snapshot)
  const { close } = useClosing(entered, room, () => undefined)
  const now = useEnteredSession()
  const [isWayInOpen, setIsWayInOpen] = useState(entered.moved !== null)
  return (
    <>
      <MoveButton serverMove={serverMove} />
      {isWayInOpen ? <NewWayIn session={entered.session} onDone={() => setIsWayInOpen(false)} /> : null}
      <output data-testid="now">{JSON.stringify(now)}</output>
      <button type="button" onClick={() => void close()}>
        Close it
      </button>
    </>
  )
}
const readNow = (): EnteredSession => JSON.parse(screen.getByTestId('now').textContent ?? 'null')

describe('moving to the other server', () => {
  it('takes the session to a new room there by one press, with what was wished and the names for the linter', async () => {
    const { session, room, draw, client } = await opened()
    room.lock()
    room.quiet()
    act(() => void draw())
    const entered = { session, jwt: 'a.b.c', moved: null }
    enterSession(entered)
    const { user } = renderInConsole(<Page entered={entered} room={room} />)
    const button = await screen.findByRole('button', { name: 'Move to the other server' })
    expect(screen.getByText('second.example.org')).toBeTruthy()
    button.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(readNow().session.roomName).not.toBe(session.roomName))
    const after = readNow()
    expect(after.session.server).toEqual({ kind: 'jitsi', host: second.host })
    expect(after.jwt).toBeNull()
    expect(after.moved).toEqual({ isLocked: true, isQuiet: true, names: ['Wren', 'Oak'] })
    expect((await client.sessions.active())?.server).toEqual(after.session.server)
    // The first room is left, and nobody of it is remembered there.
    expect(room.snapshot().stage.kind).toBe('left')
    expect(room.snapshot().people).toEqual([])
  })

  it('locks and quiets the new room once, gives the new link, and keeps both rooms’ names for the linter', async () => {
    const { session, room, left, page, client, draw } = await opened()
    const moved = await client.sessions.moveToOtherServer({ sessionId: session.id })
    const entered = { session: moved, jwt: null, moved: { isLocked: true, isQuiet: true, names: ['Sol'] } }
    const { user, rerender } = renderInConsole(<Page entered={entered} room={room} />)
    const text = await screen.findByRole('textbox', { name: 'Invitation to the new room' })
    expect(text).toHaveProperty('value', expect.stringContaining(`https://${second.host}/${moved.roomName}`))
    expect(left().filter((name) => name === 'toggleModeration')).toHaveLength(1)
    await waitFor(() => expect(left().filter((name) => name === 'password')).toHaveLength(1))
    act(() => {
      page().event({ name: 'handRaised', id: 'guest-1', raisedAtMs: 9 })
      draw()
    })
    rerender(<Page entered={entered} room={room} />)
    expect(left().filter((name) => name === 'toggleModeration')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Done' }))
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Close it' }))
    await waitFor(() => expect(readRoomNames()?.names).toEqual(['Sol', 'Wren', 'Oak']))
  })

  it('asks before what waits and what was typed is left, and stays by Escape', async () => {
    const { session, room, draw, write } = await opened()
    write('guest-1', 'I am not safe')
    act(() => void draw())
    const entered = { session, jwt: null, moved: null }
    enterSession(entered)
    const { user } = renderInConsole(
      <Page entered={entered} room={room} drafted={['guest-1', 'guest-2']} steppedOutCount={1} />,
    )
    await user.click(await screen.findByRole('button', { name: 'Move to the other server' }))
    const question = screen.getByRole('alertdialog', { name: 'Move, and leave this unanswered?' })
    expect(question.textContent).toContain(
      '1 person stepped out, and you have not said whether they are safe.',
    )
    expect(question.textContent).toContain('1 private message waits for an answer.')
    expect(question.textContent).toContain('2 things you wrote were not sent.')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay here first' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move to the other server' }))
    expect([room.snapshot().stage.kind, room.snapshot().messages.length]).toEqual(['inRoom', 1])
    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('button', { name: 'Move all the same' }))
    await waitFor(() => expect(readNow().session.roomName).not.toBe(session.roomName))
  })

  it('is not offered where the group has no other server', async () => {
    const { session, room } = await opened(null)
    const { queryClient } = renderInConsole(
      <Page entered={{ session, jwt: null, moved: null }} room={room} />,
    )
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    expect(screen.queryByRole('button', { name: 'Move to the other server' })).toBeNull()
  })

  it('that fails says so, and leaves nothing', async () => {
    const { session, room, client } = await opened()
    const entered = { session, jwt: null, moved: null }
    enterSession(entered)
    const { user } = renderInConsole(<Page entered={entered} room={room} />)
    const button = await screen.findByRole('button', { name: 'Move to the other server' })
    await client.sessions.close({ sessionId: session.id })
    await user.click(button)
    expect((await screen.findByText('The session was not moved')).textContent).toBeTruthy()
    expect(room.snapshot().stage.kind).toBe('inRoom')
    expect(readNow().session.id).toBe(session.id)
  })
})

describe('what is brought along', () => {
  const at = (change: Partial<RoomSnapshot>): RoomSnapshot => ({
    ...emptySnapshot({ kind: 'inRoom' }),
    ...change,
  })
  const idle = { kind: 'idle' } as const
  const locked = { wish: 'locked', status: idle, isLobbyShownOn: null } as const

  it('is what was last wished inside: trouble takes no wish back, unlocking does', () => {
    const wished = wishesAfter(
      { isLocked: false, isQuiet: false },
      at({ lock: locked, quiet: { wish: 'quiet', status: idle } }),
    )
    expect(wished).toEqual({ isLocked: true, isQuiet: true })
    const lost = at({ stage: { kind: 'trouble', why: 'connectionLost', error: null } })
    expect(wishesAfter(wished, lost)).toEqual(wished)
    const back = at({ lock: { ...locked, wish: 'unknown' } })
    expect(wishesAfter(wished, back).isLocked).toBe(true)
    expect(wishesAfter(wished, at({ lock: { ...locked, wish: 'unlocked' } })).isLocked).toBe(false)
  })

  it('leads back to the first server from the second', async () => {
    const { session, client } = await opened()
    const groups = await client.sessions.groups()
    expect(otherHostOf(session, groups)).toBe(second.host)
    const moved = await client.sessions.moveToOtherServer({ sessionId: session.id })
    expect(otherHostOf(moved, groups)).toBe('meet.example.org')
    expect(otherHostOf({ ...session, server: { kind: 'rehearsal' } }, groups)).toBeNull()
    expect(otherHostOf(session, [])).toBeNull()
  })
})
