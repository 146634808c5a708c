/** @file A guest who would be taken for us by name is said with a mark wherever a name stands alone in a sentence. */
import { act, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { Announcer, GATHER_MS } from '../../announcer'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { NewsCount } from './NewsCount'
import { NewsLines } from './NewsLines'
import { newsOf } from './news'
import { playRoom } from './played-room.fixture'
import { useRoomAnnouncements } from './use-room-announcements'

const LONG = 'Wolfgang Amadeus Theophilus Hubert'

it('says "You", who is a guest, with a mark: aloud, on the line that counts, and on every bar', async () => {
  const played = await playRoom('You', 'Oak')
  played.draw()
  const Room = () => {
    const snapshot = useRoomSnapshot(played.room)
    useRoomAnnouncements(snapshot, 'shown', false)
    return (
      <>
        <Announcer />
        <NewsCount snapshot={snapshot} />
        <NewsLines lines={newsOf(snapshot)} people={snapshot.people} isPrivate={false} />
      </>
    )
  }
  vi.useFakeTimers()
  try {
    renderInConsole(<Room />)
    const look = () => act(() => void played.draw())
    played.write('guest-1', 'I am here')
    played.write('guest-2', 'So am I')
    played.knock('k1', LONG)
    played.knock('k2', 'Facilitator')
    played.page().event({ name: 'participantLeft', id: 'guest-1' })
    look()
    act(() => void vi.advanceTimersByTime(GATHER_MS))
    const said = [...document.querySelectorAll('[data-announcer] p')].map(({ textContent }) => textContent)
    expect(said).toEqual(
      expect.arrayContaining([
        'You (A guest by this name) left.',
        'You (A guest by this name) wrote to you, privately.',
        'Oak wrote to you, privately.',
        'Facilitator (A guest by this name) waits to enter.',
      ]),
    )
    // One of each kind by a short name: five lines of names would stand over the cards themselves.
    const count = screen
      .getByText(/^Waiting to enter/)
      .parentElement?.textContent?.replaceAll(/[\u2068\u2069]/g, '')
    expect(count).toBe(
      'Wrote to you: You (A guest by this name) and 1 more. Waiting to enter: Wolfgang…Hubert and 1 more.',
    )
    expect(screen.getByRole('list', { name: 'What waits in the room' }).textContent).toContain(
      'Facilitator (A guest by this name) waits to enter',
    )
  } finally {
    vi.useRealTimers()
  }
})
