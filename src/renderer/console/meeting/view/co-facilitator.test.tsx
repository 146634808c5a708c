/** @file A co-facilitator: named by their line, trusted by the alarms for as long as they are there, handed their words. */
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { soundPack } from '../../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { join } from '../live/stand-in-evening'
import '../words'
import { PlayedColumn } from './people-column.fixture'
import { playRoom } from './played-room.fixture'

const shown = async () => {
  const played = await playRoom('Wren', 'Oak')
  played.draw()
  const before = played.left().length
  const pack = soundPack()
  pack.openingScript.push({
    id: 'hello',
    topic: 'welcome',
    text: 'I am {displayName}, welcome to {groupName}.',
    source: { from: 'ourDefault', why: 'For this test.' },
  })
  const { user } = renderInConsole(<PlayedColumn played={played} pack={pack} />)
  const look = () => act(() => void played.draw())
  const beModerator = (id: string) => {
    played.page().event({ name: 'roleChanged', id, role: 'moderator' })
    look()
  }
  return {
    ...played,
    user,
    look,
    beModerator,
    press: async () => {
      await user.click(screen.getByRole('button', { name: 'Co-facilitator tonight' }))
      look()
    },
    alarms: () => played.room.snapshot().alarms.map(({ kind, name }) => `${kind} ${name}`),
    leftSince: () => played.left().slice(before),
  }
}
const rowOf = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`), expanded: true })

describe('a co-facilitator', () => {
  it('is named by their line and said to be one, and nothing is sent by it', async () => {
    const { user, press, leftSince } = await shown()
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await press()
    expect(screen.getByRole('button', { name: 'Co-facilitator tonight', pressed: true })).toBeTruthy()
    expect(rowOf('Wren').textContent).toContain('co-facilitator')
    expect(leftSince()).toEqual([])
  })

  it('raises no alarm as a moderator, and takes away the one that stands; anybody else still does', async () => {
    const { user, press, beModerator, alarms } = await shown()
    beModerator('guest-1')
    expect(alarms()).toEqual(['otherModerator Wren'])
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await press()
    expect(alarms()).toEqual([])
    beModerator('guest-1')
    beModerator('guest-2')
    expect(alarms()).toEqual(['otherModerator Oak'])
  })

  it('raises it again once they are none any more', async () => {
    const { user, press, beModerator, alarms } = await shown()
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await press()
    beModerator('guest-1')
    expect(alarms()).toEqual([])
    await press()
    expect(alarms()).toEqual(['otherModerator Wren'])
  })

  it('is nobody by name alone: who comes back under it was not named', async () => {
    const { user, press, page, look, beModerator, alarms, room } = await shown()
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await press()
    page().event({ name: 'participantLeft', id: 'guest-1' })
    page().event(join('guest-9', 'Wren'))
    look()
    beModerator('guest-9')
    expect(alarms()).toEqual(['otherModerator Wren'])
    expect(room.snapshot().coFacilitators.size).toBe(0)
  })

  it('stays one while our own line is out', async () => {
    const { user, press, page, look, room } = await shown()
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await press()
    page().event({ name: 'left' })
    page().event(join('guest-1', 'Wren'))
    page().event({ name: 'roleChanged', id: 'guest-1', role: 'moderator' })
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    look()
    expect(room.snapshot().alarms.filter(({ kind }) => kind === 'otherModerator')).toEqual([])
    await act(() => room.close().then(() => undefined))
    expect(room.snapshot().coFacilitators.size).toBe(0)
  })

  it('is handed the words for their part in the box, with their own name in them, and by no choosing', async () => {
    const { user, press, leftSince, look } = await shown()
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    expect(screen.queryByRole('combobox', { name: 'Words for their part' })).toBeNull()
    await press()
    const parts = screen.getByRole('combobox', { name: 'Words for their part' })
    await user.selectOptions(
      parts,
      'Could you watch who comes and goes, and tell me if somebody leaves upset?',
    )
    await user.selectOptions(parts, 'I am Wren, welcome to Tuesday circle.')
    const box = screen.getByRole('textbox', { name: 'Private message' })
    expect(box).toHaveProperty('value', 'I am Wren, welcome to Tuesday circle.')
    expect(leftSince()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Send private message' }))
    look()
    expect(leftSince()).toEqual(['sendPrivateMessage'])
  })
})
