/**
 * @file What needs an answer, by role and key: three cards at most, a person's words first, the others behind a count,
 * and no card taken away from under the keyboard.
 */
import { act, fireEvent, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openRealCore, PASSPHRASE } from '../../../../../tests/fixtures/real-core'
import { connectTo, renderInConsole } from '../../../../../tests/fixtures/render'
import { Region } from '../../../../contract/conduct'
import { SessionId } from '../../../../contract/primitives'
import type { Session } from '../../../../contract/sessions'
import { useRoomSnapshot } from '../open-room'
import '../words'
import { SLOW_AFTER_MS } from '../live/lifecycle'
import { NewsZone } from './NewsZone'
import { playRoom } from './played-room.fixture'
import { useDrafts } from './use-drafts'
import { useNameMarks } from './use-name-marks'

const session: Session = {
  id: SessionId.parse('2b2b2b2b-0000-4000-8000-000000000001'),
  groupId: null,
  groupName: '',
  charterId: 'test-circle',
  server: { kind: 'rehearsal' },
  isRehearsal: true,
  roomName: 'r'.repeat(20),
  plannedAt: '2026-11-21T20:00:00.000Z',
  timeZone: 'UTC',
  plannedMinutes: 60,
  state: 'open',
  openedAt: '2026-11-21T20:00:00.000Z',
  closedAt: null,
  cancelReasonId: null,
  charterVersion: null,
}

const shown = async () => {
  const played = await playRoom('Wren', 'Oak', 'Ash', 'Fern')
  const newsRef = createRef<HTMLElement>()
  const Zone = () => {
    const snapshot = useRoomSnapshot(played.room)
    const drafts = useDrafts(snapshot.outgoing)
    const markOf = useNameMarks(snapshot.people, 'Me')
    return (
      <NewsZone
        snapshot={snapshot}
        room={played.room}
        pack={null}
        drafts={drafts}
        markOf={markOf}
        newsRef={newsRef}
        isAskingEnd={false}
        onEnd={() => undefined}
        session={session}
        onWayInSent={null}
        serverMove={{
          otherHost: null,
          isMoving: false,
          atStake: { steppedOutCount: 0, messageCount: 0, wordsCount: 0 },
          error: null,
          move: () => undefined,
        }}
        onClosing={undefined}
      />
    )
  }
  const { user } = renderInConsole(
    <>
      <Zone />
      <button type="button">Elsewhere</button>
    </>,
  )
  const look = () => act(() => void played.draw())
  look()
  const zone = screen.getByRole('region', { name: 'Needs you' })
  const cards = () =>
    [...zone.querySelectorAll('[data-news-card]')].map((card) => card.getAttribute('data-news-card'))
  const record = () => played.page().event({ name: 'recordingChanged', isOn: true, mode: 'file' })
  return { ...played, user, look, zone, cards, record }
}

describe('what needs an answer', () => {
  it('is a person first, then an alarm, then the door, three at most', async () => {
    const { knock, record, write, look, cards } = await shown()
    knock('k1', 'Sol')
    record()
    write('guest-1', 'I am not safe')
    write('guest-2', 'Hello')
    knock('k2', 'Ivy')
    look()
    expect(cards()).toEqual(['message guest-1', 'alarm recording', 'knock k1'])
  })

  it('opens the others by the count, and closes them again', async () => {
    const { write, knock, look, cards, user } = await shown()
    write('guest-1', 'One')
    write('guest-2', 'Two')
    knock('k1', 'Sol')
    look()
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull()
    write('guest-3', 'Three')
    knock('k2', 'Ivy')
    look()
    const opener = screen.getByRole('button', { name: 'Show 2 more', expanded: false })
    await user.click(opener)
    expect(cards()).toHaveLength(5)
    await user.click(screen.getByRole('button', { name: 'Show fewer', expanded: true }))
    expect(cards()).toHaveLength(3)
  })

  it('brings the next one up once one is answered', async () => {
    const { write, look, cards, user } = await shown()
    for (const id of ['guest-1', 'guest-2', 'guest-3', 'guest-4']) write(id, 'Hello')
    look()
    const first = screen.getByRole('region', { name: 'Private message from Wren' })
    await user.click(within(first).getByRole('button', { name: 'Answered aloud' }))
    look()
    expect(cards()).toEqual(['message guest-2', 'message guest-3', 'message guest-4'])
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull()
  })

  it('keeps the card in which somebody writes, whatever comes', async () => {
    const { write, knock, record, look, cards, user } = await shown()
    for (const id of ['guest-1', 'guest-2', 'guest-3']) write(id, 'Hello')
    look()
    const third = screen.getByRole('region', { name: 'Private message from Ash' })
    await user.click(within(third).getByRole('button', { name: 'Answer' }))
    const box = within(third).getByRole('textbox', { name: 'Private message' })
    await user.type(box, 'I am')
    record()
    knock('k1', 'Sol')
    look()
    await user.keyboard(' here')
    expect(box).toHaveProperty('value', 'I am here')
    expect(cards()).toEqual(['message guest-1', 'message guest-3', 'alarm recording'])
  })

  it.each([
    [
      'is pressed on its words',
      async (card: HTMLElement, user: Awaited<ReturnType<typeof shown>>['user']) => {
        await user.click(within(card).getByText('Third'))
      },
    ],
    [
      'is in use while the window is left',
      async (card: HTMLElement, user: Awaited<ReturnType<typeof shown>>['user']) => {
        const answer = within(card).getByRole('button', { name: 'Answered aloud' })
        answer.focus()
        await user.hover(answer)
        fireEvent.blur(answer, { relatedTarget: null })
      },
    ],
  ] as const)('keeps the card that %s, and lets it go as the keyboard goes elsewhere', async (_how, use) => {
    const { write, knock, record, look, cards, user } = await shown()
    write('guest-1', 'First')
    write('guest-2', 'Second')
    write('guest-3', 'Third')
    look()
    await act(() => use(screen.getByRole('region', { name: 'Private message from Ash' }), user))
    record()
    knock('k1', 'Sol')
    look()
    expect(cards()).toEqual(['message guest-1', 'message guest-3', 'alarm recording'])
    act(() => screen.getByRole('button', { name: 'Elsewhere' }).focus())
    look()
    expect(cards()).toEqual(['message guest-1', 'alarm recording', 'knock k1'])
  })

  it('keeps a knock that is pressed on its name', async () => {
    const { write, knock, record, look, cards, user } = await shown()
    knock('k1', 'Sol')
    knock('k2', 'Ivy')
    look()
    await user.click(screen.getByText('Ivy'))
    write('guest-1', 'First')
    record()
    look()
    expect(cards()).toEqual(['message guest-1', 'alarm recording', 'knock k2'])
  })

  it('has the keyboard itself after a card went with its answer', async () => {
    const { write, look, zone, user } = await shown()
    write('guest-1', 'First')
    look()
    await user.click(screen.getByRole('button', { name: 'Answered aloud' }))
    look()
    expect(document.activeElement).toBe(zone)
  })

  it('says an alarm that stands behind the count to a screen reader', async () => {
    const { write, page, record, look, cards } = await shown()
    for (const id of ['guest-1', 'guest-2']) write(id, 'Hello')
    record()
    page().event({ name: 'roleChanged', id: 'guest-4', role: 'moderator' })
    look()
    expect(cards()).toEqual(['message guest-1', 'message guest-2', 'alarm recording'])
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toContain(
      'Fern is a moderator now',
    )
  })

  it('keeps somebody’s words above a line in doubt, and says first that we are out', async () => {
    const { write, look, room, zone } = await shown()
    write('guest-1', 'I am not sure I can stay.')
    room.setOffline(true)
    look()
    const words = screen.getByText('I am not sure I can stay.')
    const doubt = screen.getByText('The meeting does not answer')
    expect(words.compareDocumentPosition(doubt) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    const place = zone.querySelector('[data-first]')
    expect(place?.getAttribute('data-first')).toBe('false')
    room.cutOff()
    look()
    expect(place?.getAttribute('data-first')).toBe('true')
  })

  it('has no place and no stop for Tab while nothing does', async () => {
    const { zone, user } = await shown()
    expect(zone.getAttribute('data-empty')).toBe('true')
    await user.tab()
    expect(zone.contains(document.activeElement)).toBe(false)
  })
})

describe('while we are out of the meeting', () => {
  const title = 'The room may still be open without you. Somebody else can hold it'

  it('says that the others may be there, who may hold them, and whom to call; and no more once we are back', async () => {
    const { client, core } = openRealCore()
    onTestFinished(() => core.close())
    await client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
    await client.conduct.saveCrisisSettings({
      region: Region.parse('US-CO'),
      onCall: { role: 'Duty lead', number: '555 0142' },
    })
    connectTo(core)
    const { page, look, room } = await shown()
    expect(screen.queryByText(title)).toBeNull()
    room.setCoFacilitator('guest-2', true)
    page().event({ name: 'errorOccurred', errorName: 'connection.droppedError', isFatal: true })
    look()
    expect(screen.getByText(title)).toBeTruthy()
    expect(screen.getByText('Oak co-facilitates tonight and was inside.')).toBeTruthy()
    expect(await screen.findByText('555 0142')).toBeTruthy()
    act(() => void room.rejoin())
    await act(async () => undefined)
    page().say({ kind: 'constructed', commands: [] })
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    look()
    expect(screen.queryByText(title)).toBeNull()
  })

  it('names who may hold them, though the list was begun anew as we dropped out, and says how that stands', async () => {
    const { page, look, room, clock } = await shown()
    room.setCoFacilitator('guest-2', true)
    look()
    page().event({ name: 'left' })
    look()
    expect(screen.getByText('You are out of the meeting')).toBeTruthy()
    act(() => clock.advance(SLOW_AFTER_MS))
    look()
    expect(screen.getByText('You are out of the meeting')).toBeTruthy()
    expect(screen.queryByText('Joining takes long')).toBeNull()
    expect(screen.getByText(title)).toBeTruthy()
    expect(screen.getByText('Oak co-facilitates tonight and was inside.')).toBeTruthy()
    expect(
      screen.getByText('Nobody on call is noted. You can note one as you prepare a session.'),
    ).toBeTruthy()
  })

  it('says nothing where nobody was met and nobody can be called', async () => {
    const { page, look } = await shown()
    for (const id of ['guest-1', 'guest-2', 'guest-3', 'guest-4'])
      page().event({ name: 'participantLeft', id })
    look()
    page().event({ name: 'errorOccurred', errorName: 'connection.droppedError', isFatal: true })
    look()
    expect(screen.queryByText(/Somebody else can hold|somebody else can hold/)).toBeNull()
  })
})
