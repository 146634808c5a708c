/** @file Our own microphone by key and by its button, and the screen blanked: by role and key. */
import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { useKeysInUse } from '../../ui/keys'
import { SHOWN_WITHIN_MS } from '../guard/own-microphone'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { BlankScreen } from './BlankScreen'
import { OwnMicrophoneButton } from './OwnMicrophoneButton'
import { OwnMicrophoneKeys } from './OwnMicrophoneKeys'
import { playRoom } from './played-room.fixture'

const shown = async () => {
  const played = await playRoom('Wren')
  played.page().event({ name: 'ownAudioMuted', isMuted: true })
  played.draw()
  const Own = () => {
    const snapshot = useRoomSnapshot(played.room)
    return (
      <>
        <OwnMicrophoneKeys snapshot={snapshot} room={played.room} />
        <OwnMicrophoneButton snapshot={snapshot} room={played.room} />
        <input aria-label="A box" />
        <ul>
          {useKeysInUse().map(({ name, does }) => (
            <li key={name}>{`${name} ${does}`}</li>
          ))}
        </ul>
      </>
    )
  }
  const { user } = renderInConsole(<Own />)
  const look = () => act(() => void played.draw())
  const mute = (isMuted: boolean) =>
    act(() => {
      played.page().event({ name: 'ownAudioMuted', isMuted })
      played.draw()
    })
  const toggles = () => played.left().filter((name) => name === 'toggleOwnAudio').length
  const key = (type: 'keyDown' | 'keyUp', change: object = {}) =>
    act(() => {
      fireEvent[type](window, { key: 't', code: 'KeyT', altKey: true, ...change })
      played.draw()
    })
  return { ...played, user, look, mute, toggles, key }
}

describe('our own microphone', () => {
  it('is turned on and off by its key and by its button, which says how it stands', async () => {
    const { user, mute, toggles } = await shown()
    const button = screen.getByRole('button', { name: 'Your microphone is off' })
    expect(button.getAttribute('aria-keyshortcuts')).toBe('Alt+M')
    await user.keyboard('{Alt>}m{/Alt}')
    expect(toggles()).toBe(1)
    mute(false)
    await user.click(screen.getByRole('button', { name: 'Your microphone is on' }))
    expect(toggles()).toBe(2)
    mute(true)
    expect(screen.getByRole('button', { name: 'Your microphone is off' })).toBeTruthy()
  })

  it('is on while the key is held, and off as any part of it is let go', async () => {
    const { mute, toggles, key } = await shown()
    key('keyDown')
    key('keyDown', { repeat: true })
    expect(toggles()).toBe(1)
    mute(false)
    key('keyUp', { key: 'Alt', code: 'AltLeft' })
    expect(toggles()).toBe(2)
    mute(true)
    key('keyUp')
    expect(toggles()).toBe(2)
  })

  it('goes off as the page loses the keyboard while the key is held', async () => {
    const { mute, toggles, key } = await shown()
    key('keyDown')
    mute(false)
    act(() => void window.dispatchEvent(new Event('blur')))
    expect(toggles()).toBe(2)
  })

  it('is not touched by a key that writes, and both keys are on the list', async () => {
    const { user, toggles, key } = await shown()
    await user.type(screen.getByRole('textbox', { name: 'A box' }), 'mt')
    key('keyDown', { altKey: false })
    key('keyDown', { altKey: true, ctrlKey: true })
    expect(toggles()).toBe(0)
    const listed = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(listed).toEqual([
      'Alt+M Your own microphone on or off',
      'Alt+T Your own microphone on while you hold the key',
    ])
  })

  it('that did not change is said, beside it', async () => {
    const { user, clock, look } = await shown()
    await user.keyboard('{Alt>}m{/Alt}')
    clock.advance(SHOWN_WITHIN_MS)
    look()
    expect(screen.getByText(/does not show that your microphone changed/)).toBeTruthy()
  })

  it('is left alone once we are out', async () => {
    const { page, look, user, toggles } = await shown()
    page().event({ name: 'kicked', kickedId: 'me', isSelf: true })
    look()
    await user.keyboard('{Alt>}m{/Alt}')
    expect(toggles()).toBe(0)
    expect(screen.getByRole('button', { name: /^Your microphone/ })).toHaveProperty('disabled', true)
  })
})

describe('the blanked screen', () => {
  it('shows that something waits, and no name and no word, until it is put away', async () => {
    const played = await playRoom('Wren')
    played.write('guest-1', 'I am not safe')
    played.draw()
    const Blank = () => {
      const [isOpen, setIsOpen] = useState(true)
      const snapshot = useRoomSnapshot(played.room)
      return <BlankScreen isOpen={isOpen} snapshot={snapshot} onShow={() => setIsOpen(false)} />
    }
    const { user } = renderInConsole(<Blank />)
    const dialog = await screen.findByRole('dialog', { name: 'The screen is blanked' })
    expect(dialog.textContent).toContain('1 private message waits')
    expect(dialog.textContent).not.toContain('Wren')
    expect(dialog.textContent).not.toContain('not safe')
    await user.click(screen.getByRole('button', { name: /^Show the screen again/ }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
