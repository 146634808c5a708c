/** @file The five controls say no more of the room than is sure: nothing is confirmed where the line may be dead. */
import { act, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { showOpenRoom, useRoomSnapshot } from '../open-room'
import '../words'
import { playRoom } from './played-room.fixture'
import { Shelf } from './Shelf'

let hide = (): void => undefined
afterEach(() => act(hide))

it('says that the lock was sent, and no more, while there may be no line to the meeting', async () => {
  const { room, page, clock, draw, settled } = await playRoom('Wren')
  hide = showOpenRoom({ room, cardsPlace: document.createElement('div') })
  const none = () => undefined
  const acts = { onLock: none, onQuiet: none, onPause: none, onCrisis: none, onEnd: none }
  const Controls = () => <Shelf snapshot={useRoomSnapshot(room)} isShown {...acts} />
  draw()
  renderInConsole(<Controls />)
  const lock = screen.getByRole('button', { name: 'Lock the room' })
  const line = () => document.getElementById(lock.getAttribute('aria-describedby') ?? '')?.textContent
  room.lock()
  await settled()
  clock.advance(2000)
  await settled()
  page().event({ name: 'ownLobbyShown', isOn: true })
  act(() => void draw())
  expect(line()).toMatch(/^Confirmed, sent /)
  room.setOffline(true)
  act(() => void draw())
  expect(line()).toMatch(/^Sent /)
})
