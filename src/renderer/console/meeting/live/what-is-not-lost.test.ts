/** @file No word and no knock is lost, whenever it comes: late, from somebody who has left, around a broken line. */
import { describe, expect, it } from 'vitest'
import type { MeetingEvent } from '../../../../contract/room-protocol'
import { POLL_EVERY_MS } from './lifecycle'
import { inRoom, join, settled } from './stand-in-evening'

const writes = (fromId: string, text: string, displayName = ''): MeetingEvent => ({
  name: 'messageReceived',
  fromId,
  displayName,
  text,
  isPrivate: true,
})
const knock = (id: string, displayName: string): MeetingEvent => ({ name: 'knocking', id, displayName })
const lineBreaks: MeetingEvent = { name: 'errorOccurred', errorName: 'connection.otherError', isFatal: false }
const me = { id: 'me', displayName: 'Me', role: 'moderator' as const }

type Room = Awaited<ReturnType<typeof inRoom>>
const waiting = ({ draw }: Room) => draw().messages.map(({ fromName, text }) => [fromName, text])

describe('a word', () => {
  it('of somebody who has just left stays, under the name that they had here', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Wren'))
    one.page().event({ name: 'participantLeft', id: 'a' })
    one.page().event(writes('a', 'help', 'Another name'))
    expect(waiting(one)).toEqual([['Wren', 'help']])
  })
  it('of somebody whom nothing ever showed stays once a poll is back, and waits no longer', async () => {
    const one = await inRoom()
    one.page().event(writes('b', 'help', 'Birch'))
    one.page().event(writes('c', 'me too'))
    one.clock.advance(POLL_EVERY_MS)
    one.page().answerPoll([me])
    expect(waiting(one)).toEqual([
      ['Birch', 'help'],
      [expect.stringMatching(/^Someone \d+$/), 'me too'],
    ])
    // The debrief is looked through for every name that was read here.
    expect(await one.room.close()).toContain('Birch')
  })
  it.each([
    ['we leave', (one: Room) => one.page().event({ name: 'left' })],
    ['we come back by a press', (one: Room) => void one.room.rejoin()],
  ])('that was not yet placed as %s stays', async (_, goes) => {
    const one = await inRoom()
    one.page().event(writes('late', 'help', 'Late'))
    goes(one)
    await settled()
    expect(waiting(one)).toEqual([['Late', 'help']])
  })
  it('between leaving and coming back by itself stays', async () => {
    const one = await inRoom()
    one.page().event({ name: 'left' })
    one.page().event(join('a', 'Wren'))
    one.page().event(writes('a', 'help'))
    one.page().event({ name: 'joined', id: 'me-2', displayName: 'Me' })
    expect(waiting(one)).toEqual([['Wren', 'help']])
  })
  it('of somebody who writes line by line stays, however many lines', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Wren'))
    const lines = Array.from({ length: 25 }, (_, at) => `line ${at}.`)
    for (const line of lines) one.page().event(writes('a', line))
    const all = one.draw().messages
    expect(all.length).toBeLessThanOrEqual(10)
    expect(all.flatMap(({ text }) => text.split('\n'))).toEqual(lines)
    expect(one.draw().alarms).toEqual([])
  })
  it('is left out only where more comes than can be read, and that is said', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Wren'))
    for (let at = 0; at < 25; at += 1) one.page().event(writes('a', `${at} ${'x'.repeat(3900)}`))
    expect(one.draw().alarms).toMatchObject([{ kind: 'tooMuch' }])
    const other = await inRoom()
    for (let at = 0; at < 51; at += 1) other.page().event(writes(`u${at}`, 'x'))
    expect(other.draw().alarms).toMatchObject([{ kind: 'tooMuch' }])
  })
})

describe('a knock', () => {
  it('waits through a line that breaks and comes back by itself, and may have left', async () => {
    const one = await inRoom()
    one.page().event(knock('k1', 'Fern'))
    one.room.admit('k1')
    await settled()
    one.page().event(lineBreaks)
    expect(one.draw().knocks).toMatchObject([
      { id: 'k1', name: 'Fern', doubt: 'mayHaveLeft', admitting: { kind: 'idle' } },
    ])
    // The line is back: nobody joined anew, and the server tells nothing twice.
    one.page().event(join('a', 'Ash'))
    expect(one.draw()).toMatchObject({ stage: { kind: 'inRoom' }, knocks: [{ id: 'k1' }] })
    // Told again, it is the same one, and no doubt is left.
    one.page().event(knock('k1', 'Fern'))
    expect(one.draw().knocks).toMatchObject([{ id: 'k1', doubt: 'none' }])
  })
  it('is told anew by the server where we join anew', async () => {
    const one = await inRoom()
    one.page().event(knock('k1', 'Fern'))
    one.page().event({ name: 'left' })
    expect(one.draw().knocks).toEqual([])
  })
})

describe('after a broken line', () => {
  it('we are who the meeting says: another id is ours, and nobody of before is taken for somebody here', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Ash'))
    one.page().event(join('b', 'Birch'))
    const sent = one.page().sent.length
    one.page().event(lineBreaks)
    // Whoever is inside is told before we are; `a` is not, and went meanwhile.
    one.page().event({ name: 'displayNameChange', id: 'me', displayName: 'Me' })
    one.page().event(lineBreaks)
    one.page().event(join('b', 'Birch'))
    one.page().event(join('c', 'Cedar'))
    one.page().event({ name: 'joined', id: 'me-2', displayName: 'Me' })
    const { people } = one.draw()
    expect(people.map(({ id, isSelf }) => [id, isSelf])).toEqual([
      ['b', false],
      ['c', false],
      ['me-2', true],
    ])
    // Nobody who was inside before us is muted as a newcomer.
    one.page().event({ name: 'roleChanged', id: 'me-2', role: 'moderator' })
    expect(one.page().sent.length).toBe(sent)
    one.page().answerPoll([{ ...me, id: 'me-2' }])
    expect(one.draw()).toMatchObject({ isRosterStale: false, control: 'moderator' })
  })
  it('a second joining without a break between still changes nothing', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Ash'))
    one.page().event({ name: 'joined', id: 'a', displayName: 'Ash' })
    expect(one.draw().people.find(({ isSelf }) => isSelf)?.id).toBe('me')
  })
  it('our own role is not known until it is shown, and its loss is', async () => {
    const one = await inRoom()
    one.page().event(lineBreaks)
    one.page().event({ name: 'hinted', title: 'x', description: '' })
    expect(one.draw().control).toBe('unknown')
    one.page().event(join('a', 'Ash'))
    one.page().answerPoll([{ ...me, role: 'participant' as const }])
    expect(one.draw()).toMatchObject({ control: 'notModerator', alarms: [{ kind: 'notModerator' }] })
  })
})
