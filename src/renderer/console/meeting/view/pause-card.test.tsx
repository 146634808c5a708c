/** @file A paused room, by role and key: how it stands, who had the floor, and the way on. */
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { sayPause } from '../guard/sentences'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { PauseCard } from './PauseCard'
import { playRoom } from './played-room.fixture'

const me = { id: 'me', displayName: 'Me', role: 'moderator' } as const
const paused = async (answers: 'sent' | null = 'sent') => {
  const played = await playRoom('Wren', 'Oak')
  for (const id of ['guest-1', 'guest-2']) {
    played.page().event({ name: 'participantMuted', id, isMuted: id === 'guest-2', mediaType: 'audio' })
  }
  const Card = () => <PauseCard snapshot={useRoomSnapshot(played.room)} room={played.room} />
  const { user } = renderInConsole(<Card />)
  const look = () => act(() => void played.draw())
  expect(screen.queryByRole('region')).toBeNull()
  const before = played.page().sent.length
  played.page().answerWith(answers)
  played.room.pause('Why we pause')
  await played.settled()
  look()
  return { ...played, user, look, leftSince: () => played.page().sent.slice(before) }
}
const card = () => within(screen.getByRole('region', { name: 'The room is paused' }))

describe('a paused room', () => {
  it('was held, stopped, shut and told why in one press', async () => {
    const { leftSince } = await paused()
    expect(leftSince()).toEqual([
      { name: 'toggleLobby', isOn: true },
      { name: 'toggleModeration', isOn: true, media: 'audio' },
      { name: 'muteEveryone', media: 'audio' },
      { name: 'toggleModeration', isOn: true, media: 'video' },
      { name: 'muteEveryone', media: 'video' },
      { name: 'muteEveryone', media: 'desktop' },
      { name: 'sendToEveryone', text: 'Why we pause' },
    ])
  })

  it('says of each part what the server has shown, and names who had the floor', async () => {
    const { page, look, clock } = await paused()
    expect(card().getByText('Quiet sent, not yet shown')).toBeTruthy()
    expect(card().getByText('Lock sent, not yet shown')).toBeTruthy()
    expect(card().getByText('Wren had the floor, and will be asked to unmute.')).toBeTruthy()
    page().event({ name: 'moderationChanged', mediaType: 'video', isEnabled: true })
    look()
    expect(card().getByText('Cameras held, shown by the server')).toBeTruthy()
    page().event({ name: 'moderationChanged', mediaType: 'audio', isEnabled: true })
    page().event({ name: 'participantMuted', id: 'guest-1', isMuted: true, mediaType: 'audio' })
    page().event({ name: 'ownLobbyShown', isOn: true })
    clock.advance(500)
    page().answerPoll([
      me,
      { id: 'guest-1', displayName: 'Wren', role: 'participant', isAudioMuted: true },
      { id: 'guest-2', displayName: 'Oak', role: 'participant', isAudioMuted: true },
    ])
    look()
    expect(card().getByText('Quiet, confirmed')).toBeTruthy()
    expect(card().getByText('Locked, confirmed')).toBeTruthy()
    expect(card().queryByRole('button', { name: 'Pause again' })).toBeNull()
  })

  it('is said to be paused in part once a part of it was freed, and is paused again by its button', async () => {
    const { room, look, user, settled, leftSince } = await paused()
    expect(card().queryByText('Freeing of cameras sent, not yet shown')).toBeNull()
    room.releaseCameras()
    await settled()
    look()
    expect(sayPause(room.snapshot())).toBe('status.pause.partly')
    expect(card().getByText('Freeing of cameras sent, not yet shown')).toBeTruthy()
    const count = leftSince().length
    await user.click(card().getByRole('button', { name: 'Pause again' }))
    await settled()
    expect(leftSince().slice(count)).toContainEqual({ name: 'toggleModeration', isOn: true, media: 'video' })
    look()
    expect(sayPause(room.snapshot())).toBe('status.pause.sent')
  })

  it('says that the room is told why only as far as that was sent', async () => {
    const { page, room, look, settled } = await paused(null)
    const said = () => screen.getByRole('region', { name: 'The room is paused' }).textContent
    expect(said()).toContain('The message that tells everyone why is being sent.')
    page().say({ kind: 'notSent', commandId: page().sent.length })
    look()
    expect(said()).toContain('The message that tells everyone why was not sent. It waits above.')
    page().answerWith('sent')
    const [message] = room.snapshot().outgoing
    expect(room.sendAgain(message?.key ?? 0)).toBe(true)
    await settled()
    look()
    expect(said()).toMatch(
      /The message that tells everyone why was sent \d\d:\d\d\. Whether it was read is not shown\./,
    )
    room.dismissOutgoing(message?.key ?? 0)
    look()
    expect(said()).toContain('No message tells the room why. Say it aloud too')
  })

  it('is resumed by key: what was before is given back, and who had the floor is asked', async () => {
    const { user, page, look, settled, leftSince, room } = await paused()
    page().event({ name: 'ownLobbyShown', isOn: true })
    look()
    const count = leftSince().length
    card().getByRole('button', { name: 'Resume the room' }).focus()
    await user.keyboard('{Enter}')
    await settled()
    look()
    expect(leftSince().slice(count)).toEqual([
      { name: 'toggleLobby', isOn: false },
      { name: 'toggleModeration', isOn: false, media: 'audio' },
      { name: 'askToUnmute', id: 'guest-1' },
      { name: 'toggleModeration', isOn: false, media: 'video' },
      { name: 'sendToEveryone', text: 'The pause is over. Thank you for waiting.' },
    ])
    const after = within(screen.getByRole('region', { name: 'After the pause' }))
    expect(after.getByText('Asked to unmute: \u2068Wren\u2069.')).toBeTruthy()
    expect(after.getByText('End of quiet sent, not yet shown')).toBeTruthy()
    expect(after.queryByText(/was given back/)).toBeNull()
    await user.click(after.getByRole('button', { name: 'Done' }))
    look()
    expect(screen.queryByRole('region')).toBeNull()
    expect(room.snapshot().pause.kind).toBe('none')
  })

  it('leaves the door shut, and says so, where nothing tells how it was before', async () => {
    const { user, look, settled, leftSince } = await paused()
    const count = leftSince().length
    await user.click(card().getByRole('button', { name: 'Resume the room' }))
    await settled()
    look()
    expect(leftSince().slice(count)).not.toContainEqual({ name: 'toggleLobby', isOn: false })
    expect(screen.getByRole('region', { name: 'After the pause' }).textContent).toContain(
      'How the door was before is not known, so it was left shut',
    )
  })

  it('is not known to be paused once we were out, and can still be resumed', async () => {
    const { page, look, user, settled } = await paused()
    page().event({ name: 'ownLobbyShown', isOn: true })
    page().event({ name: 'left' })
    page().event({ name: 'joined', id: 'me2', displayName: 'Me' })
    page().event({ name: 'roleChanged', id: 'me2', role: 'moderator' })
    look()
    expect(card().getByText('Paused before: not known whether it still is')).toBeTruthy()
    const before = page().sent.length
    await user.click(card().getByRole('button', { name: 'Resume the room' }))
    await settled()
    expect(
      page()
        .sent.slice(before)
        .map((command) => command.name),
    ).toEqual(expect.arrayContaining(['toggleLobby', 'toggleModeration']))
  })

  it('pressed again stops everything again, and tells nobody twice', async () => {
    const { room, leftSince, settled } = await paused()
    const count = leftSince().length
    room.pause('Why we pause')
    await settled()
    const again = leftSince().slice(count)
    expect(again).toContainEqual({ name: 'muteEveryone', media: 'audio' })
    expect(again.map(({ name }) => name)).not.toContain('sendToEveryone')
  })
})
