/** @file Reading the charter with the group: piece by piece, sent only by the button that says so, kept nowhere. */
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { countingPack, soundPack } from '../../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import type { CharterPack } from '../../../../contract/charters'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { playRoom } from './played-room.fixture'
import { ReadThrough } from './ReadThrough'

const shown = async (pack: CharterPack = soundPack()) => {
  const played = await playRoom('Wren')
  played.draw()
  const before = played.left().length
  const Reading = () => <ReadThrough pack={pack} snapshot={useRoomSnapshot(played.room)} room={played.room} />
  const { user } = renderInConsole(<Reading />)
  const look = () => act(() => void played.draw())
  const press = async (name: string) => {
    await user.click(screen.getByRole('button', { name }))
    look()
  }
  await press('Read the charter with the group')
  const pieces = async () => {
    const texts = [screen.getAllByRole('status')[0]?.textContent ?? '']
    while (screen.queryByRole('button', { name: 'Next piece' })) {
      await press('Next piece')
      texts.push(screen.getAllByRole('status')[0]?.textContent ?? '')
    }
    return texts
  }
  return { ...played, user, look, press, pieces, leftSince: () => played.page().sent.slice(before) }
}

describe('reading the charter with the group', () => {
  it('takes the keyboard, goes through every piece by key, and gives the keyboard back', async () => {
    const { user } = await shown()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'The charter' }))
    screen.getByRole('button', { name: 'Next piece' }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('heading', { name: 'What is kept' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop reading' }))
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Read the charter with the group' }),
    )
  })

  it('says what is kept as this charter has it', async () => {
    const silent = (await (await shown()).pieces()).join(' ')
    expect(silent).toContain('Speak for yourself.')
    expect(silent).toContain('go after 30 days')
    expect(silent).not.toContain('It counts')
  })

  it('says that removals are counted where they are, and nothing of a debrief where there is none', async () => {
    const pack = countingPack()
    pack.settings.debrief.value = 'off'
    const said = (await (await shown(pack)).pieces()).join(' ')
    expect(said).toContain('It counts, for a whole month')
    expect(said).not.toContain('They are encrypted')
  })

  it('sends a piece to everyone by the button alone, once, and says what became of it', async () => {
    const { press, leftSince, settled, look, page } = await shown()
    await press('Next piece')
    await press('The piece before')
    expect(leftSince().filter(({ name }) => name === 'sendToEveryone')).toEqual([])
    await press('Send this piece to everyone')
    await settled()
    look()
    expect(leftSince().filter(({ name }) => name === 'sendToEveryone')).toHaveLength(1)
    expect(screen.getByText(/^Sent .* to everyone in the room\.$/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Send this piece to everyone' })).toHaveProperty(
      'disabled',
      true,
    )
    await press('Next piece')
    page().answerWith('notSent')
    await press('Send this piece to everyone')
    await settled()
    look()
    expect(screen.getByText(/^Not sent\./)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Send this piece to everyone' })).toHaveProperty(
      'disabled',
      false,
    )
  })
})
