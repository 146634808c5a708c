/**
 * @file Where entering stands, in words: each stage says only what is known, offers a way on where there is one, and
 * is silent in the room.
 * @vitest-environment jsdom
 */
import { cleanup, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import '../words'
import type { Stage, Trouble } from '../live/stage'
import { playRoom } from './played-room.fixture'
import { StageNotice } from './StageNotice'

const shown = async (stage: Stage, isUnanswered = false) => {
  const { room } = await playRoom()
  const rejoin = vi.spyOn(room, 'rejoin').mockResolvedValue(undefined)
  const onClosing = vi.fn()
  const { user } = renderInConsole(
    <StageNotice stage={stage} isUnanswered={isUnanswered} room={room} onClosing={onClosing} />,
  )
  // The undo's own live region stands empty beside it.
  const words = [...screen.queryAllByRole('alert'), ...screen.queryAllByRole('status')]
    .map(({ textContent }) => textContent)
    .join('')
  return { user, rejoin, onClosing, words }
}
const trouble = (why: Trouble): Stage => ({ kind: 'trouble', why, error: null })

it('is silent in the room, until nothing answers', async () => {
  expect((await shown({ kind: 'inRoom' })).words).toBe('')
  cleanup()
  const { words } = await shown({ kind: 'inRoom' }, true)
  expect(words).toContain('The meeting does not answer')
  expect(words).toContain('The others may still be there')
})

it.each<[string, Stage]>([
  ['slow', { kind: 'joining', isSlow: true, sinceMs: 0, heard: 'frame' }],
  ['outside our own door', { kind: 'ownLobby' }],
  ['turned away', trouble('denied')],
  ['put out', trouble('kickedSelf')],
  ['cut off for taking the keyboard', trouble('keyboardTaken')],
  ['cut off for a flood', trouble('flooded')],
  ['without a line', trouble('connectionLost')],
])('%s: one can try again or go on to closing, by key', async (_what, stage) => {
  const { user, rejoin, onClosing } = await shown(stage)
  screen.getByRole('button', { name: 'Try again' }).focus()
  await user.keyboard('{Enter}')
  expect(rejoin).toHaveBeenCalledOnce()
  await user.tab()
  await user.keyboard(' ')
  expect(onClosing).toHaveBeenCalledOnce()
})

it('slow says what has come, since when, and not that it failed', async () => {
  const since = new Date(2026, 10, 21, 20, 5).getTime()
  const { words } = await shown({ kind: 'joining', isSlow: true, sinceMs: since, heard: 'script' })
  expect(words).toMatch(/The server answered\. The meeting has not appeared since .*(20:05|8:05)/)
  expect(words).not.toMatch(/fail|down|error/i)
})

it.each([
  [{ isForEveryone: false, isEndShown: false }, 'We left.'],
  [{ isForEveryone: true, isEndShown: false }, 'We left. Whether others are still connected is not known.'],
  [
    { isForEveryone: true, isEndShown: true },
    'We left. The server showed that the meeting was ended for everyone.',
  ],
])('after leaving it says no more than was shown: %o', async (how, said) => {
  const { words } = await shown({ kind: 'left', ...how })
  expect(words).toBe(said)
  expect(screen.queryByRole('button')).toBeNull()
})

it('a room page that could not be readied gives the reason it was given', async () => {
  await shown({ kind: 'trouble', why: 'ticket', error: new Error('secret words of a stack') })
  const notice = screen.getByRole('alert')
  expect(notice.textContent).toContain('The room could not be opened')
  expect(notice.textContent).not.toContain('secret words')
  expect(within(notice).getByRole('button', { name: 'Try again' })).toBeTruthy()
})
