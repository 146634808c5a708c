/**
 * @file One person's actions and the room's controls, by role and key.
 * @vitest-environment jsdom
 */
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { useState } from 'react'
import { PeopleColumn } from './PeopleColumn'
import { playRoom } from './played-room.fixture'
import { Shelf } from './Shelf'
import { useDrafts } from './use-drafts'
import { useNameMarks } from './use-name-marks'

const shown = async (...names: string[]) => {
  const played = await playRoom(...names)
  played.draw()
  const Column = () => {
    const snapshot = useRoomSnapshot(played.room)
    const drafts = useDrafts(snapshot.outgoing)
    const markOf = useNameMarks(snapshot.people, 'Me')
    const [chosenId, setChosenId] = useState<string | null>(null)
    return (
      <PeopleColumn
        snapshot={snapshot}
        room={played.room}
        drafts={drafts}
        markOf={markOf}
        chosenId={chosenId}
        onChoose={setChosenId}
      />
    )
  }
  const { user } = renderInConsole(<Column />)
  return { ...played, user, look: () => act(() => void played.draw()) }
}

describe('a person', () => {
  it('is opened and left by key, and the keyboard goes back to their line', async () => {
    const { user } = await shown('Wren')
    const row = screen.getByRole('button', { name: /^Wren/ })
    row.focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Wren' }))
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(row)
  })

  it('keeps the words typed to them while somebody else is looked at', async () => {
    const { user } = await shown('Wren', 'Oak')
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await user.type(screen.getByRole('textbox', { name: 'Private message' }), 'I see you')
    await user.click(screen.getByRole('button', { name: /^Oak/ }))
    expect(screen.getByRole('textbox', { name: 'Private message' })).toHaveProperty('value', '')
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    expect(screen.getByRole('textbox', { name: 'Private message' })).toHaveProperty('value', 'I see you')
  })

  it('is written to, and what was sent can be read afterwards', async () => {
    const { user, look, settled } = await shown('Wren')
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await user.type(screen.getByRole('textbox', { name: 'Private message' }), 'I see you')
    await user.click(screen.getByRole('button', { name: 'Send private message' }))
    await settled()
    look()
    expect(screen.getByRole('list', { name: 'What you wrote to them' }).textContent).toMatch(
      /I see youSent \d\d:\d\d/,
    )
  })

  it('is removed by a button that names them, and the door is shut first', async () => {
    const { user, left } = await shown('Wren')
    await user.click(screen.getByRole('button', { name: /^Wren/ }))
    await user.click(screen.getByRole('button', { name: 'Remove from room', description: 'Wren' }))
    expect(left()).toEqual(['toggleLobby', 'kickParticipant'])
  })

  it('by our name, by a word of ours, or by the name of another is marked; we are not', async () => {
    await shown('me', 'You', 'Facilitator', 'Wren', 'wren', 'Oak')
    const words = (index: number) =>
      screen.getAllByRole('listitem').map(({ textContent }) => textContent)[index]
    expect(words(0)).toMatch(/^You.*facilitator$/)
    expect(words(1)).toContain('Same name as yours')
    expect(words(2)).toContain('A guest by this name')
    expect(words(3)).toContain('A guest by this name')
    expect(words(4)).toContain('Same name as wren')
    expect(words(5)).toContain('Same name as Wren')
    expect(words(6)).not.toContain('name')
    // Our own line is no button and bears a sign that no guest can give themselves.
    const own = within(screen.getAllByRole('listitem')[0] ?? document.body)
    expect(own.queryByRole('button')).toBeNull()
    expect(document.querySelectorAll('[data-self="true"]')).toHaveLength(1)
  })
})

describe('the controls', () => {
  const shelf = async () => {
    const played = await playRoom('Wren')
    played.draw()
    const acts = { onLock: vi.fn(), onQuiet: vi.fn(), onCrisis: vi.fn(), onEnd: vi.fn() }
    const Controls = () => <Shelf snapshot={useRoomSnapshot(played.room)} isShown {...acts} />
    const { user } = renderInConsole(<Controls />)
    return { ...played, ...acts, user, look: () => act(() => void played.draw()) }
  }

  it('stand in their order, each with its key, and none without an act', async () => {
    const { user, onLock, onQuiet, onCrisis, onEnd } = await shelf()
    expect(screen.getAllByRole('button').map((button) => button.title)).toEqual([
      'Lock the room (Alt L)',
      'Quiet the room (Alt Q)',
      'Crisis cards (Alt C)',
      'End for everyone (Alt E)',
    ])
    for (const letter of 'LQCE') await user.keyboard(`{Alt>}[Key${letter}]{/Alt}`)
    for (const act_ of [onLock, onQuiet, onCrisis, onEnd]) expect(act_).toHaveBeenCalledOnce()
  })

  it('after leaving, only the crisis cards act', async () => {
    const { user, page, look, onLock, onQuiet, onCrisis, onEnd } = await shelf()
    page().event({ name: 'kicked', kickedId: 'me', isSelf: true })
    look()
    for (const letter of 'LQCE') await user.keyboard(`{Alt>}[Key${letter}]{/Alt}`)
    for (const button of screen.getAllByRole('button')) await user.click(button)
    for (const act_ of [onLock, onQuiet, onEnd]) expect(act_).not.toHaveBeenCalled()
    expect(onCrisis).toHaveBeenCalledTimes(2)
  })
})
