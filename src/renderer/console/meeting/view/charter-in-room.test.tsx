/**
 * @file What a charter brings into the live room besides script, cards and ladder: by role, with the packs that ship.
 */
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { shippedPack } from '../../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import type { Ticks } from '../../conduct'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { LockTime } from './LockTime'
import { playRoom } from './played-room.fixture'
import { RemovalCards } from './RemovalCards'
import { CloseStep, HoldStep } from './Steps'

const ids = ['heartfelt', 'heartsupport', 'heypeers', 'uk-peer-group', 'agency-team'] as const

it.each([
  ['heartfelt', ''],
  [
    'heypeers',
    'This charter asks that the room is locked 15 minutes after the start. Lock the room does it.',
  ],
  ['uk-peer-group', 'This charter asks that the room is locked when you begin: press Lock the room.'],
])('says when the charter locks the room, until it is asked for: %s', async (id, said) => {
  const played = await playRoom('Wren')
  const Time = () => <LockTime settings={shippedPack(id).settings} snapshot={useRoomSnapshot(played.room)} />
  const { container } = renderInConsole(<Time />)
  expect(container.textContent?.trim()).toContain(said)
  if (said === '') expect(container.textContent).not.toContain('Lock the room')
  act(played.room.lock)
  await played.settled()
  act(() => void played.draw())
  expect(container.textContent).not.toContain('Lock the room')
})

describe.each(ids)('charter %s', (id) => {
  it('says what comes next after a removal, and nobody is removed or told by it', async () => {
    const pack = shippedPack(id)
    const played = await playRoom('Wren', 'Oak')
    played.room.remove('guest-2')
    await played.settled()
    played.draw()
    const before = played.left()
    const Cards = () => (
      <RemovalCards removals={useRoomSnapshot(played.room).removals} pack={pack} room={played.room} />
    )
    renderInConsole(<Cards />)
    const card = within(screen.getByRole('region', { name: 'After removing Oak' }))
    expect(card.getByRole('heading', { name: 'What comes next' })).toBeDefined()
    for (const { text } of pack.afterRemoval) expect(card.getByText(text)).toBeDefined()
    expect(played.left()).toEqual(before)
  })

  it('has its list while holding and at the close, each item to be ticked', () => {
    const pack = shippedPack(id)
    const ticks: Ticks = { isTicked: () => false, tick: () => {}, error: null }
    renderInConsole(
      <>
        <HoldStep pack={pack} ticks={ticks} onHoldCameras={undefined} />
        <CloseStep pack={pack} ticks={ticks} hasLeft={false} isClosing={false} onClose={() => {}} />
      </>,
    )
    const { hold, close } = pack.checklists
    for (const { text } of [...hold, ...close])
      expect(screen.getByRole('checkbox', { name: text })).toBeDefined()
  })
})
