/** @file The share of the floor as it is shown: two bars, names only when asked for and for a minute, an invitation. */
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { soundPack } from '../../../../../tests/fixtures/charter-pack'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { playRoom } from './played-room.fixture'
import { useNameMarks } from './use-name-marks'
import { NAMES_SHOWN_MS, VoiceShare } from './VoiceShare'

const shown = async ({ invites = true, talk = true } = {}) => {
  const played = await playRoom('Wren', 'Oak', 'Ash')
  const speaks = (id: string, forMs: number) => {
    played.page().event({ name: 'dominantSpeaker', id })
    played.clock.advance(forMs)
  }
  if (talk) {
    speaks('me', 60_000)
    speaks('guest-1', 150_000)
    // A cough.
    speaks('guest-3', 800)
    speaks('guest-2', 29_200)
    played.page().event({ name: 'participantMuted', id: 'guest-2', isMuted: true, mediaType: 'audio' })
  }
  played.draw()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const pack = soundPack()
  pack.settings.invitesUnheard.value = invites
  const Shares = () => {
    const snapshot = useRoomSnapshot(played.room)
    const markOf = useNameMarks(snapshot.people, 'Me')
    return <VoiceShare snapshot={snapshot} room={played.room} pack={pack} markOf={markOf} />
  }
  renderInConsole(<Shares />)
  const press = (name: string) => act(() => screen.getByRole('button', { name }).click())
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
  return { ...played, press, pass, speaks, pack }
}
const lines = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe('who has spoken', () => {
  it('is two bars, oneself and everyone else, and no name', async () => {
    await shown()
    const section = screen.getByRole('region', { name: 'Who has spoken' })
    expect(section.textContent).toContain('You: 25%')
    expect(section.textContent).toContain('Everyone else: 75%')
    for (const name of ['Wren', 'Oak', 'Ash']) expect(section.textContent).not.toContain(name)
  })

  it('moves with the talk', async () => {
    const { speaks, pass } = await shown()
    speaks('me', 240_000)
    pass(5000)
    expect(screen.getByText('You: 63%')).toBeTruthy()
  })

  it('says that nobody was heard where nobody was', async () => {
    await shown({ talk: false })
    expect(screen.getByText('Nobody was heard speaking yet.')).toBeTruthy()
  })

  it('names each person when asked, in order of arrival, and forgets after a minute', async () => {
    const { press, pass } = await shown()
    press('Each for a minute')
    expect(lines('Minutes spoken, in order of arrival')).toEqual([
      'Wrenabout 3 minutes',
      'Oakless than a minute',
      'Ashless than a minute',
    ])
    pass(NAMES_SHOWN_MS)
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('names who was not heard yet when asked, as an invitation, and forgets after a minute', async () => {
    const { press, pass } = await shown()
    press('Not heard yet')
    expect(lines('Not heard yet')).toEqual(['Ash'])
    expect(screen.getByText(/Nobody has to speak/)).toBeTruthy()
    pass(NAMES_SHOWN_MS)
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('names nobody who was not heard where the charter does not want it', async () => {
    await shown({ invites: false })
    expect(screen.queryByRole('button', { name: 'Not heard yet' })).toBeNull()
  })

  it('tells it by nothing else where the charter does not want it: each is those who were heard', async () => {
    const { press } = await shown({ invites: false })
    press('Each for a minute')
    expect(lines('Minutes spoken, in order of arrival')).toEqual([
      'Wrenabout 3 minutes',
      'Oakless than a minute',
    ])
    expect(screen.getByRole('region').textContent).not.toContain('Ash')
  })

  it('takes the names away as the charter becomes stricter while they are shown', async () => {
    const { press, pass, pack } = await shown()
    press('Not heard yet')
    pack.settings.invitesUnheard.value = false
    pass(5000)
    expect(screen.queryByRole('list')).toBeNull()
    expect(screen.getByRole('region').textContent).not.toContain('Ash')
  })
})
