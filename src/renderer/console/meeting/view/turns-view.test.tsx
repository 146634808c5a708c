/** @file Turns by role and key: hands in order, a round with passing, what the speaker asks for, and handing back. */
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { playRoom } from './played-room.fixture'
import { TurnLine } from './TurnLine'
import { Turns } from './Turns'
import { useNameMarks } from './use-name-marks'

const shown = async () => {
  const played = await playRoom('Wren', 'Oak', 'Ash')
  played.draw()
  const before = played.left()
  const Floor = () => {
    const snapshot = useRoomSnapshot(played.room)
    const markOf = useNameMarks(snapshot.people, 'Me')
    return (
      <>
        <div data-testid="line">
          <TurnLine snapshot={snapshot} />
        </div>
        <Turns snapshot={snapshot} room={played.room} markOf={markOf} />
      </>
    )
  }
  const { user } = renderInConsole(<Floor />)
  const look = () => act(() => void played.draw())
  const press = async (name: string | RegExp) => {
    await user.click(screen.getByRole('button', { name }))
    look()
  }
  return {
    ...played,
    user,
    look,
    press,
    raise: (id: string, raisedAtMs: number) => played.page().event({ name: 'handRaised', id, raisedAtMs }),
    line: () => screen.getByTestId('line').textContent,
    /** What left the console since: nothing ever does by a turn. */
    leftSince: () => played.left().slice(before.length),
  }
}

describe('raised hands', () => {
  it('are given the floor by key, in their order, and nothing is sent', async () => {
    const { raise, look, user, line, leftSince } = await shown()
    raise('guest-2', 20)
    raise('guest-1', 30)
    look()
    const list = screen.getByRole('list', { name: 'Raised hands, first come first' })
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['OakGive the floor', 'WrenGive the floor'])
    screen.getByRole('button', { name: 'Give the floor to Oak' }).focus()
    await user.keyboard('{Enter}')
    look()
    expect(line()).toBe('Oak has the floor')
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Oak has the floor' }))
    expect(screen.queryByRole('button', { name: 'Give the floor to Oak' })).toBeNull()
    expect(leftSince()).toEqual([])
  })
})

describe('a turn', () => {
  it('shows what the speaker asks for, for the whole turn and not beyond', async () => {
    const { raise, look, press, line } = await shown()
    raise('guest-1', 10)
    look()
    await press('Give the floor to Wren')
    await press('Just listening')
    expect(line()).toBe('Wren has the floorJust listening')
    expect(screen.getByRole('button', { name: 'Just listening', pressed: true })).toBeTruthy()
    await press('Feedback welcome')
    expect(line()).toBe('Wren has the floorFeedback welcome')
    await press('Feedback welcome')
    expect(line()).toBe('Wren has the floor')
    await press('End the turn')
    expect(line()).toBe('')
  })

  it('says about how long it is, and that the time meant is full, and sounds no alarm', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { press, user, clock } = await shown()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Time for a turn' }), '2')
    await press('My turn')
    expect(screen.getByText(/^Just begun/).textContent).toBe('Just begun. About 2 are meant.')
    clock.advance(10 * 60_000)
    act(() => void vi.advanceTimersByTime(10 * 60_000))
    expect(screen.getByText(/so far/).textContent).toBe(
      '10 minutes so far. The time meant for it is full. They may want to finish.',
    )
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('of ours ends in a line that hands the room back', async () => {
    const { press } = await shown()
    await press('My turn')
    await press('End the turn')
    expect(screen.getByText(/Now I am holding the room again/)).toBeTruthy()
    await press('Said')
    expect(screen.queryByText(/holding the room again/)).toBeNull()
  })
})

describe('a round', () => {
  it('asks everybody, lets anyone pass, and asks those once more', async () => {
    const { press, line } = await shown()
    await press('Start a round')
    expect(line()).toBe('Wren has the floor')
    await press('They pass')
    expect(line()).toBe('Oak has the floor')
    await press('Next: Ash')
    await press('Next: You')
    expect(line()).toBe('You have the floor')
    await press('I pass')
    expect(screen.getByText(/everybody here was asked/)).toBeTruthy()
    await press('Ask once more, 2 passed')
    expect(line()).toBe('Wren has the floor')
    await press('End the round')
    expect(line()).toBe('')
    expect(screen.getByRole('button', { name: 'Start a round' })).toBeTruthy()
  })

  it('goes on after whoever had the floor has left', async () => {
    const { press, page, look, line } = await shown()
    await press('Start a round')
    page().event({ name: 'participantLeft', id: 'guest-1' })
    look()
    expect(line()).toBe('Whoever had the floor is not in the list any more')
    await press('Next: Oak')
    expect(line()).toBe('Oak has the floor')
  })

  it('is forgotten as the room is closed', async () => {
    const { press, room, look } = await shown()
    await press('Start a round')
    await act(() => room.close().then(() => undefined))
    look()
    expect(room.snapshot().turns.round).toBeNull()
    expect(room.snapshot().turns.turn).toBeNull()
  })
})
