/** @file The live room end to end, with the room page played by the test and the clock held. */
import { describe, expect, it } from 'vitest'
import { ANSWER_LIMIT_MS } from '../guard/commands'
import { ROLE_SETTLES_MS } from '../guard/control'
import { END_WAIT_MS, POLL_EVERY_MS, RETURN_LIMIT_MS } from './lifecycle'
import { inRoom, join, kept, made, settled } from './stand-in-evening'

describe('entering', () => {
  it('joins, and is in the room when the meeting says so', async () => {
    const { page, draw, room } = made()
    await room.enter()
    expect(draw().stage.kind).toBe('entering')
    page().say({ kind: 'constructed', commands: [] })
    expect(draw().stage).toMatchObject({ kind: 'joining', isSlow: false, heard: 'script' })
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    expect(draw()).toMatchObject({ stage: { kind: 'inRoom' }, control: 'unknown' })
  })

  it('answers the password prompt with the kept one, once, then says that it is not ours', async () => {
    const { page, draw, room } = made(kept)
    await room.enter()
    page().event({ name: 'passwordRequired' })
    expect(page().sent).toEqual([{ name: 'password', password: kept }])
    page().event({ name: 'passwordRequired' })
    expect(draw().stage).toMatchObject({ kind: 'trouble', why: 'wrongPassword' })
    expect(page().isLeft()).toBe(true)
  })

  it('tries the kept password at our own lobby, and says where we stand', async () => {
    const { page, draw, room } = made(kept)
    await room.enter()
    page().event({
      name: 'errorOccurred',
      errorName: 'conference.connectionError.membersOnly',
      isFatal: false,
    })
    page().event({
      name: 'errorOccurred',
      errorName: 'conference.connectionError.membersOnly',
      isFatal: false,
    })
    expect(page().sent).toEqual([{ name: 'password', password: kept }])
    expect(draw().stage.kind).toBe('ownLobby')
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    expect(draw().stage.kind).toBe('inRoom')
  })

  it.each([
    ['conference.connectionError.membersOnly', false, 'ownLobby', undefined],
    ['conference.connectionError.accessDenied', false, 'trouble', 'denied'],
    ['conference.authenticationRequired', false, 'trouble', 'needsLogin'],
    ['conference.max_users', true, 'trouble', 'full'],
    ['connection.droppedError', true, 'trouble', 'connectionLost'],
    ['conference.iceFailed', false, 'entering', undefined],
  ])('%s is %s %s %s', async (errorName, isFatal, kind, why) => {
    const { page, draw, room } = made()
    await room.enter()
    page().event({ name: 'errorOccurred', errorName, isFatal })
    expect(draw().stage).toMatchObject(why === undefined ? { kind } : { kind, why })
  })

  it.each([
    ['failed', 'scriptBroken'],
    ['neverReady', 'pageUnreachable'],
    ['secondLoad', 'pageReloaded'],
    ['flooded', 'flooded'],
    ['kickedSelf', 'kickedSelf'],
    ['readyToClose', 'ended'],
  ] as const)('%s is a clear state, and comes back with a fresh page', async (what, why) => {
    const { page, draw, room, played } = made()
    await room.enter()
    if (what === 'failed') page().say({ kind: 'failed', reason: 'scriptBroken' })
    else if (what === 'kickedSelf') page().event({ name: 'kicked', kickedId: 'me', isSelf: true })
    else if (what === 'readyToClose') page().event({ name: 'readyToClose' })
    else page().tell({ kind: 'state', state: 'closed', reason: what })
    expect(draw().stage).toMatchObject({ kind: 'trouble', why })
    await room.rejoin()
    expect(played).toHaveLength(2)
    page().event({ name: 'joined', id: 'me2', displayName: 'Me' })
    expect(draw().stage.kind).toBe('inRoom')
  })

  it('does not take "left" for an end, until it stays away', async () => {
    const { clock, page, draw } = await inRoom()
    page().event({ name: 'left' })
    expect(draw().stage.kind).toBe('joining')
    page().event({ name: 'joined', id: 'again', displayName: 'Me' })
    expect(draw().stage.kind).toBe('inRoom')
    page().event({ name: 'left' })
    clock.advance(RETURN_LIMIT_MS)
    expect(draw().stage).toMatchObject({ kind: 'trouble', why: 'connectionLost' })
  })

  it('waits before a locked door for as long as the person does', async () => {
    const { clock, page, draw } = await inRoom()
    page().event({ name: 'left' })
    page().event({ name: 'errorOccurred', errorName: 'x.membersOnly', isFatal: false })
    clock.advance(RETURN_LIMIT_MS)
    expect(draw().stage).toEqual({ kind: 'ownLobby' })
    page().event({ name: 'joined', id: 'again', displayName: 'Me' })
    expect(draw().stage.kind).toBe('inRoom')
  })

  it('does not let the page fail a room we are in, nor an old page speak for a new one', async () => {
    const { page, draw, room, played } = await inRoom()
    page().say({ kind: 'failed', reason: 'frameSilent' })
    expect(draw().stage.kind).toBe('inRoom')
    const old = played[0]
    const back = room.rejoin()
    old?.event({ name: 'joined', id: 'ghost', displayName: 'G' })
    await back
    old?.event(join('ghost'))
    expect(draw().people).toEqual([])
  })
})

describe('inside', () => {
  it('is out where the meeting says that members alone come in, and inside again with the first news', async () => {
    const { page, draw } = await inRoom()
    page().event({ name: 'ownLobbyShown', isOn: true })
    expect(draw().lock.isLobbyShownOn).toBe(true)
    page().event({ name: 'errorOccurred', errorName: 'x.membersOnly', isFatal: false })
    expect(draw()).toMatchObject({
      stage: { kind: 'ownLobby' },
      lock: { isLobbyShownOn: null },
      isRosterStale: true,
    })
    page().event({ name: 'participantLeft', id: 'a' })
    expect(draw().stage.kind).toBe('ownLobby')
    page().event({ name: 'knocking', id: 'k1', displayName: 'Ash' })
    expect(draw().stage.kind).toBe('inRoom')
  })

  it('doubts what was shown while there is no network, from what was heard last, and no longer once there is news', async () => {
    const { clock, page, room, draw } = await inRoom()
    page().event({ name: 'ownLobbyShown', isOn: true })
    const heardMs = clock.nowMs()
    clock.advance(9000)
    room.setOffline(true)
    expect(draw()).toMatchObject({ doubtedSinceMs: heardMs, lock: { isLobbyShownOn: true } })
    room.setOffline(false)
    page().event({ name: 'participantLeft', id: 'a' })
    // A voice is heard by another line than the room's, which may be dead beside it.
    page().event({ name: 'dominantSpeaker', id: 'a' })
    expect(draw().doubtedSinceMs).toBe(heardMs)
    page().event({ name: 'knocking', id: 'k1', displayName: 'Ash' })
    expect(draw().doubtedSinceMs).toBeNull()
  })

  it('hands the lock over in the same task, whatever waits to be drawn', async () => {
    const { page, room, draw, drawn, asked } = await inRoom()
    for (let index = 0; index < 500; index += 1) page().event(join(`p${index}`))
    draw()
    const before = drawn()
    for (let index = 0; index < 1000; index += 1) {
      page().event({
        name: 'participantMuted',
        id: `p${index % 500}`,
        isMuted: index % 2 === 0,
        mediaType: 'audio',
      })
    }
    const count = page().sent.length
    room.lock()
    expect(page().sent[count]).toEqual({ name: 'password', password: 'n'.repeat(24) })
    expect(drawn()).toBe(before)
    // One drawing was asked for, however much happened.
    expect(asked()).toBe(before + 1)
    draw()
    expect(drawn()).toBe(before + 1)
  })

  it('mutes newcomers, and nobody who was inside before us', async () => {
    const { page, room } = made()
    await room.enter()
    page().event(join('old'))
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    page().event({ name: 'roleChanged', id: 'me', role: 'moderator' })
    page().event(join('new'))
    expect(page().sent).toEqual([{ name: 'muteParticipant', id: 'new' }])
  })

  it('polls, keeps what polls cannot say, and says when the list may be old', async () => {
    const { clock, page, draw } = await inRoom()
    page().event(join('ghost'))
    page().answerPoll([])
    clock.advance(POLL_EVERY_MS)
    page().answerPoll([{ id: 'me', displayName: 'Me', role: 'moderator' }])
    expect(draw().people.map(({ id }) => id)).toEqual(['me'])
    for (let missed = 0; missed < 3; missed += 1) {
      clock.advance(POLL_EVERY_MS)
      page().answerPoll(null)
    }
    expect(draw().isRosterStale).toBe(true)
  })

  it('alarms on a lost role, on another moderator, and on a recording', async () => {
    const { page, draw } = await inRoom()
    page().event(join('a'))
    page().event({ name: 'roleChanged', id: 'me', role: 'participant' })
    page().event({ name: 'roleChanged', id: 'a', role: 'moderator' })
    page().event({ name: 'recordingChanged', isOn: true, mode: 'file' })
    const snapshot = draw()
    expect(snapshot.control).toBe('lost')
    expect(snapshot.alarms.map(({ kind }) => kind)).toEqual(['roleLost', 'otherModerator', 'recording'])
    page().event({ name: 'roleChanged', id: 'me', role: 'moderator' })
    page().event({ name: 'recordingChanged', isOn: false, mode: 'file' })
    expect(draw().alarms.map(({ kind }) => kind)).toEqual(['otherModerator', 'recordingWasOn'])
  })

  it('says that we are not the moderator once roles have settled', async () => {
    const { clock, page, draw, room } = made()
    await room.enter()
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    page().event({ name: 'roleChanged', id: 'me', role: 'participant' })
    expect(draw().control).toBe('unknown')
    clock.advance(ROLE_SETTLES_MS)
    expect(draw()).toMatchObject({ control: 'notModerator', alarms: [{ kind: 'notModerator' }] })
  })

  it('takes a private message from people who are here, by their name here, whatever name it comes with', async () => {
    const { clock, page, draw, room } = await inRoom()
    page().event(join('a', 'Wren'))
    const message = {
      name: 'messageReceived',
      displayName: 'Somebody else',
      text: 'help',
      isPrivate: true,
    } as const
    page().event({ ...message, fromId: 'a' })
    page().event({ ...message, fromId: 'a', isPrivate: false })
    clock.advance(POLL_EVERY_MS)
    page().answerPoll([{ id: 'a', displayName: 'Wren', role: 'participant' }])
    expect(draw().messages.map(({ fromName, text }) => [fromName, text])).toEqual([['Wren', 'help']])
    expect(room.sendPrivateMessage('a', 'I am here')).toBe(1)
    expect(draw().messages).toHaveLength(1)
    await settled()
    expect(draw().messages).toEqual([])
  })

  it('keeps a message that came before its sender was shown', async () => {
    const { clock, page, draw } = await inRoom()
    const message = { name: 'messageReceived', displayName: '', text: 'help', isPrivate: true } as const
    page().event({ ...message, fromId: 'late' })
    expect(draw().messages).toEqual([])
    clock.advance(POLL_EVERY_MS)
    page().answerPoll([{ id: 'late', displayName: 'Late', role: 'participant' }])
    expect(draw().messages).toHaveLength(1)
  })

  it('lets somebody back in who knocks by the same name', async () => {
    const { page, room, draw } = await inRoom()
    page().event(join('a', 'River'))
    room.remove('a')
    await settled()
    page().event({ name: 'kicked', kickedId: 'a', isSelf: false })
    page().event({ name: 'knocking', id: 'k', displayName: 'river' })
    room.letBackIn('a')
    expect(page().sent.at(-1)).toEqual({ name: 'answerKnockingParticipant', id: 'k', isAdmitted: true })
    expect(draw().lock.status.kind).toBe('confirmed')
  })
})

describe('leaving', () => {
  it('ends for everyone, keeps who was here until closing, then gives the names and forgets', async () => {
    const { clock, page, room, draw } = await inRoom()
    page().event(join('a', 'Juniper'))
    page().event(join('b', ''))
    page().event({ name: 'displayNameChange', id: 'a', displayName: 'June' })
    const ending = room.endForEveryone()
    expect(page().sent.at(-1)).toEqual({ name: 'endConference' })
    page().event({ name: 'left' })
    expect(await ending).toBe(true)
    expect(draw()).toMatchObject({ stage: { kind: 'left', isForEveryone: true } })
    expect(room.snapshot().people).toHaveLength(3)
    expect(await room.close()).toEqual(['Juniper', 'June'])
    expect(room.snapshot().people).toEqual([])
    expect(clock.waiting()).toBeLessThanOrEqual(1)
  })

  it('stays inside when the script cannot end it', async () => {
    const { page, room, draw } = await inRoom()
    page().answerWith('notSent')
    const ending = room.endForEveryone()
    expect(await ending).toBe(false)
    expect(draw()).toMatchObject({ stage: { kind: 'inRoom' }, isEndRefused: true })
    expect(page().isLeft()).toBe(false)
  })

  it('stays inside when the room page does not say that it was sent', async () => {
    const { clock, page, room, draw } = await inRoom()
    page().answerWith(null)
    const ending = room.endForEveryone()
    clock.advance(ANSWER_LIMIT_MS)
    expect(await ending).toBe(false)
    expect(draw()).toMatchObject({ stage: { kind: 'inRoom' }, isEndRefused: true })
  })

  it('leaves after a moment when the meeting says nothing', async () => {
    const { clock, room, draw } = await inRoom()
    const ending = room.endForEveryone()
    await settled()
    clock.advance(END_WAIT_MS)
    expect(await ending).toBe(true)
    expect(draw().stage.kind).toBe('left')
  })
})
