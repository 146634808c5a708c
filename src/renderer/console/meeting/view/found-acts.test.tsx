/** @file Acts of the room found by their names: none that says something to others, or puts somebody out, is done by that. */
import { act, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { type ActInUse, useActsInUse } from '../../ui/keys'
import { showOpenRoom, useRoomSnapshot } from '../open-room'
import '../words'
import { playRoom } from './played-room.fixture'
import { RoomBar } from './RoomBar'
import { Shelf } from './Shelf'

/** What others hear or see at once, or what cannot be taken back. */
const SAID = ['sendToEveryone', 'sendPrivateMessage', 'kickParticipant', 'endConference']

let hide = (): void => undefined
afterEach(() => act(hide))

const shown = async (place: 'shelf' | 'bar') => {
  const played = await playRoom('Wren', 'Oak')
  played.draw()
  const { room } = played
  hide = showOpenRoom({ room, cardsPlace: document.createElement('div') })
  let acts: readonly ActInUse[] = []
  const Found = () => {
    acts = useActsInUse()
    return null
  }
  const none = () => undefined
  const Controls = () => (
    <Shelf
      snapshot={useRoomSnapshot(room)}
      isShown
      onLock={room.lock}
      onQuiet={room.quiet}
      onPause={() => room.pause('A pause')}
      onCrisis={none}
      onEnd={none}
    />
  )
  const { user } = renderInConsole(
    <>
      <Found />
      {place === 'shelf' ? <Controls /> : <RoomBar onBack={none} />}
    </>,
  )
  return { ...played, user, acts: () => acts }
}

describe.each(['shelf', 'bar'] as const)('acts of the %s found by name', (place) => {
  it('say nothing and put nobody out; what does has the keyboard, and does it by a press of its own', async () => {
    const { acts, left, user, settled, draw } = await shown(place)
    expect(acts().length).toBeGreaterThan(3)
    for (const { run } of acts()) act(() => void run())
    await settled()
    act(() => void draw())
    expect(left().filter((name) => SAID.includes(name))).toEqual([])
    expect(left()).toContain('toggleModeration')
    act(
      () =>
        void acts()
          .find(({ called }) => called === 'Pause the room')
          ?.run(),
    )
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pause the room' }))
    await user.keyboard('{Enter}')
    expect(left()).toContain('sendToEveryone')
  })
})
