/** @file The key that mutes from any window, in the page: only ever off, proved before it is called so, and its lack said. */
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openRealCore } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { createCore } from '../../../../main/core'
import { useKeysInUse } from '../../ui/keys'
import { SHOWN_WITHIN_MS } from '../guard/own-microphone'
import '../words'
import { GlobalMuteKey, muteUntilShown } from './GlobalMute'
import { OwnMicrophoneButton } from './OwnMicrophoneButton'
import { playRoom } from './played-room.fixture'

const opened = async (isMuted: boolean) => {
  const played = await playRoom('Wren')
  const mute = (isNow: boolean) => {
    played.page().event({ name: 'ownAudioMuted', isMuted: isNow })
    played.draw()
  }
  mute(isMuted)
  let answer: boolean | null = null
  const press = () => {
    answer = null
    void muteUntilShown(played.room).then((isOff) => {
      answer = isOff
    })
    played.draw()
  }
  const answered = async () => {
    await played.settled()
    return answer
  }
  const toggles = () => played.left().filter((name) => name === 'toggleOwnAudio').length
  return { ...played, mute, press, answered, toggles }
}

describe('muting from any window', () => {
  it('is true once the meeting shows the microphone off, and not before', async () => {
    const { press, mute, answered, toggles } = await opened(false)
    press()
    expect([toggles(), await answered()]).toEqual([1, null])
    mute(true)
    expect(await answered()).toBe(true)
  })

  it('opens no microphone that is off', async () => {
    const { press, answered, toggles } = await opened(true)
    press()
    press()
    expect([toggles(), await answered()]).toEqual([0, true])
  })

  it('is false where the meeting does not show it, and where we are out', async () => {
    const { press, answered, clock, draw, page } = await opened(false)
    press()
    clock.advance(SHOWN_WITHIN_MS)
    draw()
    expect(await answered()).toBe(false)
    press()
    page().event({ name: 'kicked', kickedId: 'me', isSelf: true })
    draw()
    expect(await answered()).toBe(false)
  })
})

const shown = async (globalMute: 'acts' | 'taken' | 'notOnWayland' | 'notInBrowser') => {
  const played = await opened(false)
  const { host, core } = openRealCore()
  core.close()
  connectTo(createCore({ ...host, device: { ...host.device, globalMute: () => globalMute } }))
  const Own = () => (
    <>
      <GlobalMuteKey snapshot={played.room.snapshot()} room={played.room} />
      <OwnMicrophoneButton snapshot={played.room.snapshot()} room={played.room} />
      <ul>
        {useKeysInUse().map(({ name, does }) => (
          <li key={name}>{`${name} ${does}`}</li>
        ))}
      </ul>
    </>
  )
  return { ...played, ...renderInConsole(<Own />) }
}

describe('the key for it', () => {
  it('is on the list where the system gave it, and does what the shell asks for', async () => {
    const { toggles, unmount } = await shown('acts')
    expect((await screen.findByRole('listitem')).textContent).toBe(
      'Ctrl+Shift+F9 Your own microphone off, from any other window too',
    )
    await act(async () => void Reflect.get(globalThis, 'holdspaceMute')())
    expect(toggles()).toBe(1)
    unmount()
    expect(Reflect.has(globalThis, 'holdspaceMute')).toBe(false)
  })

  it.each([
    ['taken', /another program has Ctrl Shift F9\. In this window Alt M does it/],
    ['notOnWayland', /on this kind of desktop\. In this window Alt M does it/],
  ] as const)('that is not to be had (%s) is said beside the microphone', async (state, words) => {
    await shown(state)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('listitem')).toBeNull()
  })
})
