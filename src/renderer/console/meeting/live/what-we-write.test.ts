/** @file Our own words: sent only when the room page says so, kept until then, and what was asked is kept with them. */
import { describe, expect, it } from 'vitest'
import { ANSWER_LIMIT_MS } from '../guard/commands'
import type { LiveRoomModel } from './live-room'
import type { PlayedConnection } from './stand-in-connection'
import { inRoom, join, settled } from './stand-in-evening'

describe('what we write', () => {
  const asked = { name: 'messageReceived', displayName: '', text: 'help', isPrivate: true } as const
  const withMessage = async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Wren'))
    one.page().event({ ...asked, fromId: 'a' })
    return one
  }
  const statuses = ({ draw }: Awaited<ReturnType<typeof inRoom>>) =>
    draw().outgoing.map(({ status }) => status)

  it.each([
    ['an answer to one', (room: LiveRoomModel) => room.sendPrivateMessage('a', 'I am here')],
    ['words to everyone', (room: LiveRoomModel) => room.sendToEveryone('I am here')],
  ] as const)('%s that was not sent stays, and so does what was asked', async (_what, send) => {
    const one = await withMessage()
    one.page().answerWith('notSent')
    expect(send(one.room)).toBe(1)
    expect(statuses(one)).toEqual([{ kind: 'sending' }])
    await settled()
    expect(statuses(one)).toEqual([{ kind: 'notSent', why: 'refused' }])
    expect(one.draw()).toMatchObject({ messages: [{ text: 'help' }], outgoing: [{ text: 'I am here' }] })
    one.page().answerWith('sent')
    expect(one.room.sendAgain(one.draw().outgoing[0]?.key ?? 0)).toBe(true)
    expect(statuses(one)).toEqual([{ kind: 'sending' }])
    await settled()
    expect(statuses(one)).toMatchObject([{ kind: 'sent' }])
    expect(one.page().sent.at(-1)).toEqual(one.page().sent.at(-2))
  })

  it('is not sent when nothing is said of it for a while, and is sent when that is said late', async () => {
    const one = await withMessage()
    one.page().answerWith(null)
    one.room.sendPrivateMessage('a', 'I am here')
    one.clock.advance(ANSWER_LIMIT_MS)
    expect(statuses(one)).toEqual([{ kind: 'notSent', why: 'unanswered' }])
    expect(one.draw().messages).toHaveLength(1)
    one.page().say({ kind: 'sent', commandId: one.page().sent.length })
    expect(statuses(one)).toMatchObject([{ kind: 'sent' }])
    expect(one.draw().messages).toEqual([])
  })

  it.each([
    [
      'the connection is lost',
      (page: PlayedConnection) =>
        page.event({ name: 'errorOccurred', errorName: 'connection.droppedError', isFatal: true }),
    ],
    [
      'the page is loaded again',
      (page: PlayedConnection) => page.tell({ kind: 'state', state: 'closed', reason: 'secondLoad' }),
    ],
    ['we are out for a moment', (page: PlayedConnection) => page.event({ name: 'left' })],
  ] as const)('is not sent when %s first, and stays through coming back', async (_what, lose) => {
    const one = await withMessage()
    one.page().answerWith(null)
    one.room.sendPrivateMessage('a', 'I am here')
    lose(one.page())
    expect(statuses(one)).toEqual([{ kind: 'notSent', why: 'noConnection' }])
    await one.room.rejoin()
    one.page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    expect(one.draw()).toMatchObject({ messages: [{ text: 'help' }], outgoing: [{ text: 'I am here' }] })
    // Not while they are not known to be here.
    expect(one.room.sendAgain(1)).toBe(false)
    one.page().event(join('a', 'Wren'))
    expect(one.room.sendAgain(1)).toBe(true)
    await settled()
    expect(one.draw().messages).toEqual([])
  })

  it('answers what waited when it was sent off, and nothing that came later', async () => {
    const one = await withMessage()
    one.page().answerWith(null)
    one.room.sendPrivateMessage('a', 'I am here')
    one.page().event({ ...asked, fromId: 'a', text: 'wait, something else' })
    one.page().say({ kind: 'sent', commandId: one.page().sent.length })
    expect(one.draw().messages.map(({ text }) => text)).toEqual(['wait, something else'])
  })

  it('answers on another try what waited when it was written, and nothing that came since', async () => {
    const one = await withMessage()
    one.page().answerWith('notSent')
    one.room.sendPrivateMessage('a', 'I am here')
    await settled()
    one.page().event({ ...asked, fromId: 'a', text: 'it got worse' })
    one.page().answerWith('sent')
    expect(one.room.sendAgain(1)).toBe(true)
    await settled()
    expect(one.draw().messages.map(({ text }) => text)).toEqual(['it got worse'])
  })

  it.each([
    [
      'holding two',
      (room: LiveRoomModel) => room.holdBoth('a', 'b', { toAll: 'Let us stop', toEach: 'I muted you' }),
    ],
    ['a card sent to one', (room: LiveRoomModel) => room.sendPrivateLine('a', 'I muted you')],
  ] as const)(
    'puts nothing away that waits by a line: %s, at once or on another try',
    async (_what, send) => {
      for (const first of ['sent', 'notSent'] as const) {
        const one = await withMessage()
        one.page().event(join('b', 'Oak'))
        one.page().answerWith(first)
        send(one.room)
        await settled()
        one.page().answerWith('sent')
        for (const { key, status } of one.draw().outgoing) {
          if (status.kind === 'notSent') expect(one.room.sendAgain(key)).toBe(true)
        }
        await settled()
        expect(one.draw().outgoing.every(({ status }) => status.kind === 'sent')).toBe(true)
        expect(one.page().sent).toContainEqual({
          name: 'sendPrivateMessage',
          toId: 'a',
          text: 'I muted you',
        })
        expect(one.draw().messages).toMatchObject([{ text: 'help' }])
      }
    },
  )

  it('replaces the same words to the same person that were not sent before', async () => {
    const one = await withMessage()
    one.page().answerWith('notSent')
    one.room.sendPrivateMessage('a', 'I am here')
    await settled()
    one.page().answerWith('sent')
    one.room.sendPrivateMessage('a', 'I am here')
    await settled()
    expect(statuses(one)).toMatchObject([{ kind: 'sent' }])
    one.room.dismissOutgoing(2)
    expect(one.draw().outgoing).toEqual([])
  })

  it('leaves a knock where it is when "not now" was not sent, and says so', async () => {
    const { page, room, draw } = await inRoom()
    page().event({ name: 'knocking', id: 'k', displayName: 'Sol' })
    page().answerWith('notSent')
    room.deny('k')
    await settled()
    expect(draw().knocks).toMatchObject([{ id: 'k', denying: { kind: 'notSent', why: 'refused' } }])
    page().answerWith('sent')
    room.deny('k')
    expect(draw().knocks).toHaveLength(1)
    await settled()
    expect(draw().knocks).toEqual([])
  })

  it('says of nobody that they may be inside before the door was opened', async () => {
    const { page, room, draw } = await inRoom()
    page().event({ name: 'knocking', id: 'k', displayName: 'Sol' })
    page().answerWith('notSent')
    room.unlock()
    await settled()
    expect(draw().knocks[0]?.doubt).toBe('none')
    page().answerWith('sent')
    room.unlock()
    await settled()
    expect(draw().knocks[0]?.doubt).toBe('mayBeInside')
  })

  it('is forgotten with the room', async () => {
    const one = await withMessage()
    one.room.sendToEveryone('Welcome')
    await one.room.close()
    expect(one.room.snapshot().outgoing).toEqual([])
  })
})
