/** @file A name that tells too much, and cameras by charter: a private line by one key, and nobody is asked twice. */
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { soundPack } from '../../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { PlayedColumn } from './people-column.fixture'
import { playRoom } from './played-room.fixture'
import { useNameMarks } from './use-name-marks'
import { WaitingList } from './WaitingList'

const shown = async (cameras: 'expected' | 'optional', ...names: string[]) => {
  const played = await playRoom(...names)
  for (const [index] of names.entries()) {
    const id = `guest-${index + 1}`
    played.page().event({ name: 'participantMuted', id, isMuted: true, mediaType: 'audio' })
  }
  await played.settled()
  played.draw()
  const before = played.left().length
  const pack = soundPack()
  pack.settings.cameras.value = cameras
  const Door = () => {
    const { knocks, people } = useRoomSnapshot(played.room)
    return (
      <WaitingList knocks={knocks} removals={[]} markOf={useNameMarks(people, 'Me')} room={played.room} />
    )
  }
  const { user } = renderInConsole(
    <>
      <Door />
      <PlayedColumn played={played} pack={pack} />
    </>,
  )
  const look = () => act(() => void played.draw())
  return {
    ...played,
    user,
    look,
    row: (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) }),
    box: () => screen.getByRole('textbox', { name: 'Private message' }),
    leftSince: () => played.left().slice(before),
  }
}

describe('a name that may tell too much', () => {
  it('is marked on its line, and a kind line is put in the box by one key and not sent by it', async () => {
    const { row, user, box, leftSince } = await shown('optional', 'Maria Gonzalez', 'Juniper')
    expect(row('Maria Gonzalez').textContent).toContain('look at the name')
    expect(row('Juniper').textContent).not.toContain('look at the name')
    await user.click(row('Maria Gonzalez'))
    expect(screen.getByText('The name may be a first and a last name.')).toBeTruthy()
    screen.getByRole('button', { name: 'Put “please choose another” in the box' }).focus()
    await user.keyboard('{Enter}')
    expect(box()).toHaveProperty('value', expect.stringContaining('Please choose another'))
    expect(document.activeElement).toBe(box())
    expect(leftSince()).toEqual([])
  })

  it('that somebody wants to keep is not marked again', async () => {
    const { row, user, look } = await shown('optional', 'maria@example.org')
    await user.click(row('maria@example.org'))
    expect(screen.getByText('The name looks like an e-mail address.')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'They want to keep this name' }))
    look()
    expect(row('maria@example.org').textContent).not.toContain('look at the name')
    expect(screen.queryByRole('button', { name: /please choose another/ })).toBeNull()
  })

  it('is said of somebody at the door', async () => {
    const { knock, look } = await shown('optional', 'Juniper')
    knock('k1', 'Sam 07700 900123')
    look()
    expect(screen.getByText('The name looks like a telephone number.')).toBeTruthy()
  })
})

describe('cameras', () => {
  it('are asked for where the charter expects them, and not of whoever it was agreed with', async () => {
    const { row, user, box, look, room } = await shown('expected', 'Juniper')
    await user.click(row('Juniper'))
    await user.click(screen.getByRole('button', { name: 'Put a line about the camera in the box' }))
    expect(box()).toHaveProperty('value', expect.stringContaining('that is fine'))
    await user.click(screen.getByRole('checkbox', { name: 'Camera off is agreed' }))
    look()
    expect(screen.queryByRole('button', { name: /about the camera/ })).toBeNull()
    expect(room.snapshot().agreed.size).toBe(1)
    await act(() => room.close().then(() => undefined))
    expect(room.snapshot().agreed.size).toBe(0)
  })

  it('are nobody’s business where the charter leaves them to people', async () => {
    const { row, user } = await shown('optional', 'Juniper')
    await user.click(row('Juniper'))
    expect(screen.queryByText(/camera/i)).toBeNull()
  })
})
