/** @file While the screen is blanked nothing that is read aloud names anybody. */
import { act } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { Announcer, GATHER_MS } from '../../announcer'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { playRoom } from './played-room.fixture'
import { useRoomAnnouncements } from './use-room-announcements'

it('says what happens without a name, and leaves out what was about to be said with one', async () => {
  const played = await playRoom('Wren', 'Oak')
  played.draw()
  let blank = (_isBlank: boolean): void => undefined
  const Room = () => {
    const [isBlank, setIsBlank] = useState(false)
    blank = setIsBlank
    useRoomAnnouncements(useRoomSnapshot(played.room), 'shown', isBlank)
    return null
  }
  vi.useFakeTimers()
  try {
    renderInConsole(
      <>
        <Announcer />
        <Room />
      </>,
    )
    const look = () => act(() => void played.draw())
    const said = () =>
      [...document.querySelectorAll('[data-announcer] p')].map(({ textContent }) => textContent)
    const pass = () => act(() => void vi.advanceTimersByTime(GATHER_MS))
    played.write('guest-1', 'I am not safe')
    look()
    pass()
    expect(said()).toEqual(['Wren wrote to you, privately.'])
    played.knock('k1', 'Sol')
    look()
    act(() => blank(true))
    pass()
    expect(said()).toEqual([])
    played.write('guest-2', 'Nor am I')
    played.page().event({ name: 'handRaised', id: 'guest-1', raisedAtMs: 7 })
    played.page().event({ name: 'participantLeft', id: 'guest-2' })
    played.page().event({ name: 'roleChanged', id: 'guest-1', role: 'moderator' })
    look()
    pass()
    expect(said()).toEqual([
      'Somebody raised a hand.',
      'Somebody left the room.',
      'There is a warning about the room.',
      'Somebody wrote to you, privately.',
    ])
    act(() => blank(false))
    played.knock('k2', 'Ivy')
    look()
    pass()
    expect(said()).toContain('Ivy waits to enter.')
  } finally {
    vi.useRealTimers()
  }
})
