/** @file Two people held at once, by role and key: what is sent to whom, and the way back. */
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { HoldBoth } from './HoldBoth'
import { playRoom } from './played-room.fixture'
import { useNameMarks } from './use-name-marks'

const shown = async () => {
  const played = await playRoom('Wren', 'Oak', 'Sol')
  played.draw()
  const Both = () => {
    const snapshot = useRoomSnapshot(played.room)
    return <HoldBoth snapshot={snapshot} room={played.room} markOf={useNameMarks(snapshot.people, 'Me')} />
  }
  const { user } = renderInConsole(<Both />)
  const count = played.page().sent.length
  const look = async () => {
    await played.settled()
    act(() => void played.draw())
  }
  const choose = async () => {
    await user.selectOptions(screen.getByRole('combobox', { name: 'One person' }), 'Wren')
    await user.selectOptions(screen.getByRole('combobox', { name: 'The other' }), 'Sol')
  }
  return { ...played, user, look, choose, leftSince: () => played.page().sent.slice(count) }
}
const hold = () => screen.getByRole('button', { name: 'Hold both' })

describe('holding two', () => {
  it('sends nothing while they are chosen, and wants two', async () => {
    const { user, choose, leftSince } = await shown()
    expect(hold()).toHaveProperty('disabled', true)
    await user.selectOptions(screen.getByRole('combobox', { name: 'One person' }), 'Wren')
    expect(hold()).toHaveProperty('disabled', true)
    const second = within(screen.getByRole('combobox', { name: 'The other' }))
    expect(second.queryByRole('option', { name: 'Wren' })).toBeNull()
    await choose()
    expect(hold()).toHaveProperty('disabled', false)
    // In the language of the group, for whoever has it read aloud.
    expect(screen.getByText(/^Let us stop here/).lang).toBe('en')
    expect(leftSince()).toEqual([])
  })

  it('mutes both, tells everyone one line, and each of the two one alone; then asks both back', async () => {
    const { user, choose, look, leftSince } = await shown()
    await choose()
    hold().focus()
    await user.keyboard('{Enter}')
    await look()
    const toAll = 'Let us stop here for a moment. Nobody is in trouble. We come back to this more slowly.'
    const text =
      'I muted you for a moment, and the other person too. I want to hear you both. I come to you next.'
    expect(leftSince()).toEqual([
      { name: 'muteParticipant', id: 'guest-1' },
      { name: 'muteParticipant', id: 'guest-3' },
      { name: 'sendToEveryone', text: toAll },
      { name: 'sendPrivateMessage', toId: 'guest-1', text },
      { name: 'sendPrivateMessage', toId: 'guest-3', text },
    ])
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Wren: Mute sent, not yet shown',
      'Sol: Mute sent, not yet shown',
    ])
    await user.click(screen.getByRole('button', { name: 'Ask both to unmute' }))
    await look()
    expect(leftSince().slice(5)).toEqual([
      { name: 'askToUnmute', id: 'guest-1' },
      { name: 'askToUnmute', id: 'guest-3' },
    ])
    expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('Wren: asked to unmute')
    await user.click(screen.getByRole('button', { name: 'Done with both' }))
    await look()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('says that they are muted once they are held again, whatever they were asked before', async () => {
    const { choose, user, look } = await shown()
    await choose()
    await user.click(hold())
    await look()
    await user.click(screen.getByRole('button', { name: 'Ask both to unmute' }))
    await look()
    await user.click(screen.getByRole('button', { name: 'Done with both' }))
    await look()
    await choose()
    await user.click(hold())
    await look()
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Wren: Mute sent, not yet shown',
      'Sol: Mute sent, not yet shown',
    ])
  })

  it('says who has left, and never mutes us', async () => {
    const { choose, user, look, page, room, leftSince } = await shown()
    await choose()
    await user.click(hold())
    page().event({ name: 'participantLeft', id: 'guest-3' })
    await look()
    expect(screen.getAllByRole('listitem')[1]?.textContent).toBe('Sol: not in the list any more')
    const count = leftSince().length
    room.holdBoth('me', 'guest-1', { toAll: 'a', toEach: 'b' })
    room.holdBoth('guest-1', 'guest-1', { toAll: 'a', toEach: 'b' })
    expect(leftSince()).toHaveLength(count)
  })
})
