/**
 * @file What people asked privately, by role and key: a list never sends, the button does, what was sent can be read.
 */
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { MessageCards } from './MessageCards'
import { playRoom } from './played-room.fixture'
import { useDrafts } from './use-drafts'

const canned = [
  { id: 'one', text: 'Take your time.' },
  { id: 'two', text: 'Just listening is fine.' },
].map((answer) => ({ ...answer, source: { from: 'ourDefault' as const, why: 'For this test.' } }))

const shown = async () => {
  const played = await playRoom('Wren', 'Oak')
  played.write('guest-1', 'Is it ok if I keep my camera off?')
  played.draw()
  const Cards = () => {
    const snapshot = useRoomSnapshot(played.room)
    const drafts = useDrafts(snapshot.outgoing)
    return <MessageCards snapshot={snapshot} canned={canned} drafts={drafts} room={played.room} />
  }
  const { user } = renderInConsole(<Cards />)
  const look = () => act(() => void played.draw())
  const card = (name = 'Wren') => screen.getByRole('region', { name: `Private message from ${name}` })
  return { ...played, user, look, card }
}

describe('a private message', () => {
  it('fills the box from the list of ready answers, and nothing leaves', async () => {
    const { user, card, left } = await shown()
    const list = within(card()).getByRole('combobox', { name: 'Ready answers' })
    await user.selectOptions(list, 'Take your time.')
    await user.selectOptions(list, 'Just listening is fine.')
    expect(within(card()).getByRole('textbox', { name: 'Private message' })).toHaveProperty(
      'value',
      'Just listening is fine.',
    )
    expect(left()).toEqual([])
  })

  it('is sent by the button that says so, and stays until it was', async () => {
    const { user, card, look, left, settled, page } = await shown()
    await user.selectOptions(within(card()).getByRole('combobox'), 'Take your time.')
    page().answerWith(null)
    await user.click(within(card()).getByRole('button', { name: 'Send private message' }))
    look()
    expect(left()).toEqual(['sendPrivateMessage'])
    expect(within(card()).getByRole('list', { name: 'What you wrote to them' }).textContent).toContain(
      'Take your time.Sending',
    )
    page().say({ kind: 'sent', commandId: page().sent.length })
    await settled()
    look()
    expect(screen.queryByRole('region', { name: 'Private message from Wren' })).toBeNull()
  })

  it('that was not sent keeps its words, in the box and in the list, with the way to try again', async () => {
    const { user, card, look, page, settled } = await shown()
    await user.click(within(card()).getByRole('button', { name: 'Answer' }))
    const box = within(card()).getByRole('textbox', { name: 'Private message' })
    expect(document.activeElement).toBe(box)
    page().answerWith('notSent')
    await user.type(box, 'I see you{Enter}')
    await settled()
    look()
    expect(box).toHaveProperty('value', 'I see you')
    expect(within(card()).getByRole('list', { name: 'What you wrote to them' }).textContent).toContain(
      'Not sent',
    )
    page().answerWith('sent')
    await user.click(within(card()).getByRole('button', { name: 'Try again' }))
    await settled()
    look()
    expect(page().sent.filter(({ name }) => name === 'sendPrivateMessage')).toHaveLength(2)
  })

  it('puts the words of one person into one card, and answers them aloud at once', async () => {
    const { user, card, look, write } = await shown()
    write('guest-1', 'And I am not well')
    write('guest-2', 'Hello')
    look()
    expect(
      within(card())
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringContaining('Is it ok'), expect.stringContaining('not well')])
    await user.click(within(card()).getByRole('button', { name: 'Answered aloud' }))
    look()
    expect(screen.getAllByRole('region')).toEqual([card('Oak')])
  })

  it('of somebody who left says so and offers nothing to send', async () => {
    const { card, look, page } = await shown()
    page().event({ name: 'participantLeft', id: 'guest-1' })
    look()
    expect(card().textContent).toContain('is not in the list any more')
    expect(within(card()).queryByRole('combobox')).toBeNull()
    expect(within(card()).queryByRole('button', { name: 'Answer' })).toBeNull()
  })
})
