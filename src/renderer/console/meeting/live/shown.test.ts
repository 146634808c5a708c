/** @file Named cases of what was once said too strongly, or not at all, as a real server showed it. */
import { describe, expect, it } from 'vitest'
import type { MeetingEvent } from '../../../../contract/room-protocol'
import { DOOR_PAUSE_MS } from '../guard/door-runs'
import { sayLock, sayQuiet, sayRemoval, sayRemovalDoor } from '../guard/sentences'
import { POLL_EVERY_MS, SLOW_AFTER_MS } from './lifecycle'
import { inRoom, join, made, settled } from './stand-in-evening'

type Room = Awaited<ReturnType<typeof inRoom>>
const me = { id: 'me', displayName: 'Me', role: 'moderator' } as const
const lockSaid = ({ draw }: Room) => sayLock(draw().lock)
const locked = async (): Promise<Room> => {
  const one = await inRoom()
  one.page().event(join('a', 'Ash'))
  one.room.lock()
  one.clock.advance(DOOR_PAUSE_MS)
  await settled()
  one.page().event({ name: 'ownLobbyShown', isOn: true })
  expect(lockSaid(one)).toBe('status.lock.locked.confirmed')
  return one
}
const lobbyHint = (what: string): MeetingEvent => ({
  name: 'hinted',
  title: 'lobby.notificationTitle',
  description: `lobby.notification${what}`,
})

describe('the lock', () => {
  it('is not known while nothing is', async () => {
    expect(lockSaid(await inRoom())).toBe('status.lock.none')
  })

  it('is proved by no knock that is heard while we are out: nothing could end that proof', async () => {
    const one = await inRoom()
    one.page().event({ name: 'left' })
    one.room.pause('A pause')
    await settled()
    one.page().event({ name: 'knocking', id: 'k1', displayName: 'Ash' })
    one.page().event(lobbyHint('LobbyDisabled'))
    expect(lockSaid(one)).not.toContain('confirmed')
  })

  it('keeps its proof when it is pressed again: the server tells it only once', async () => {
    const one = await locked()
    one.room.lock()
    await settled()
    expect(lockSaid(one)).toBe('status.lock.locked.confirmed')
  })

  it.each<[string, MeetingEvent, string]>([
    ['the lobby', lobbyHint('LobbyDisabled'), 'shownOtherwise'],
    [
      'the password',
      { name: 'hinted', title: 'notify.passwordSetRemotely', description: '' },
      'changedByOther',
    ],
    [
      'it all',
      { name: 'hinted', title: 'notify.passwordRemovedRemotely', description: '' },
      'changedByOther',
    ],
    ['who is here, unasked', join('stranger', 'Sol'), 'cameInUnasked'],
  ])('ends when somebody else changed %s', async (_what, event, why) => {
    const one = await locked()
    one.page().event(event)
    expect(lockSaid(one)).toBe(`status.lock.locked.lapsed.${why}`)
  })

  it('is not proved by a knock from before that is told again, after "not now"', async () => {
    const one = await inRoom()
    const knock: MeetingEvent = { name: 'knocking', id: 'k', displayName: 'Sol' }
    one.page().event(knock)
    one.room.deny('k')
    one.room.lock()
    one.clock.advance(DOOR_PAUSE_MS)
    await settled()
    one.page().event(knock)
    expect(lockSaid(one)).toBe('status.lock.locked.sent')
    one.page().event({ ...knock, id: 'k2' })
    expect(lockSaid(one)).toBe('status.lock.locked.confirmed')
  })

  it('keeps what a knock showed when a later lock was refused, against a poll from before the knock', async () => {
    const one = await locked()
    one.page().answerWith('notSent')
    one.room.lock()
    await settled()
    expect(lockSaid(one)).toBe('status.lock.locked.notSent')
    one.clock.advance(POLL_EVERY_MS)
    one.page().event({ name: 'knocking', id: 'k', displayName: 'Sol' })
    one.page().answerPoll([me], { isLobbyOn: false })
    expect(one.draw().knocks[0]?.doubt).toBe('none')
  })

  it('is held by somebody we let in, and by somebody another moderator let in', async () => {
    const one = await locked()
    one.page().event({ name: 'knocking', id: 'k', displayName: 'Sol' })
    one.room.admit('k')
    await settled()
    one.page().event({ name: 'ownAnswerShown', id: 'k', isAdmitted: true })
    expect(one.draw().knocks[0]?.admitting.kind).toBe('confirmed')
    one.page().event(join('s', 'Sol'))
    one.page().event(lobbyHint('LobbyAccessGranted'))
    one.page().event(join('f', 'Fern'))
    expect(lockSaid(one)).toBe('status.lock.locked.confirmed')
    expect(one.draw().knocks).toEqual([])
  })

  it.each<[string, (one: Room) => void]>([
    ['we left', (one) => one.page().event({ name: 'left' })],
    [
      'the connection is lost',
      (one) =>
        one.page().event({ name: 'errorOccurred', errorName: 'connection.otherError', isFatal: false }),
    ],
    ['we were removed', (one) => one.page().event({ name: 'kicked', kickedId: 'me', isSelf: true })],
  ])('is not known once %s', async (_what, lose) => {
    const one = await locked()
    lose(one)
    expect(lockSaid(one)).toBe('status.lock.unknown')
    expect(one.draw().stage.kind).not.toBe('inRoom')
  })
})

describe('a lost connection', () => {
  it('says that the list is old, and is over once a server speaks again', async () => {
    const one = await locked()
    one.page().event({ name: 'errorOccurred', errorName: 'connection.otherError', isFatal: false })
    one.page().event({ name: 'participantMuted', id: 'a', isMuted: true, mediaType: 'audio' })
    expect(one.draw()).toMatchObject({ isRosterStale: true, stage: { kind: 'joining', heard: 'room' } })
    one.clock.advance(SLOW_AFTER_MS)
    expect(one.draw()).toMatchObject({ stage: { kind: 'joining', isSlow: true } })
    expect(one.page().isLeft()).toBe(false)
    one.page().event(join('b', 'Birch'))
    expect(one.draw().stage.kind).toBe('inRoom')
    one.page().answerPoll([me])
    expect(one.draw()).toMatchObject({ isRosterStale: false, control: 'moderator' })
  })

  it('takes polls again after coming back, which count from one', async () => {
    const one = await inRoom()
    for (let count = 0; count < 40; count += 1) {
      one.clock.advance(POLL_EVERY_MS)
      one.page().answerPoll([me])
    }
    await one.room.rejoin()
    one.page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    one.page().answerPoll([me, { id: 'n', displayName: 'New', role: 'participant' }])
    expect(one.draw().people.map(({ id }) => id)).toEqual(['me', 'n'])
  })

  it('lets go of an alarm about a connection that is gone, which kept its name until then', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Ash'))
    one.page().event({ name: 'roleChanged', id: 'a', role: 'moderator' })
    one.page().event({ name: 'displayNameChange', id: 'a', displayName: 'Nobody' })
    expect(one.draw().alarms).toMatchObject([{ kind: 'otherModerator', name: 'Ash' }])
    one.page().event({ name: 'left' })
    expect(one.draw().alarms).toEqual([])
    one.page().event(join('a2', 'Birch'))
    one.page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    one.page().event({ name: 'roleChanged', id: 'a2', role: 'moderator' })
    expect(one.draw().alarms).toMatchObject([{ kind: 'otherModerator', name: 'Birch' }])
  })
})

describe('recorders', () => {
  const kinds = ({ draw }: Room) => draw().alarms.map(({ kind }) => kind)
  it('are off only when the last of them is', async () => {
    const one = await inRoom()
    one.page().event({ name: 'recordingChanged', isOn: true, mode: 'file' })
    one.page().event({ name: 'recordingChanged', isOn: true, mode: 'stream' })
    expect(kinds(one)).toEqual(['recording', 'streaming'])
    one.page().event({ name: 'recordingChanged', isOn: false, mode: 'file' })
    expect(kinds(one)).toEqual(['streaming'])
    one.page().event({ name: 'recordingChanged', isOn: false, mode: 'stream' })
    expect(kinds(one)).toEqual(['recordingWasOn'])
  })
  it('are told apart from one that somebody could not start, and from a transcript beside them', async () => {
    const one = await inRoom()
    one.page().event({ name: 'transcribingChanged', isOn: true })
    one.page().event({ name: 'recordingChanged', isOn: true, mode: 'file' })
    expect(kinds(one)).toEqual(['transcribing', 'recording'])
    one.page().event({ name: 'recordingChanged', isOn: true, mode: 'local' })
    one.page().event({ name: 'recordingChanged', isOn: false, mode: 'file' })
    one.page().event({ name: 'transcribingChanged', isOn: false })
    expect(kinds(one)).toEqual(['recording'])
  })
  it('on somebody else’s device are told as they begin: what the meeting said, and no more', async () => {
    const one = await inRoom()
    const hint = (description: string) =>
      one.page().event({ name: 'hinted', title: 'notify.somebody', description })
    hint('notify.localRecordingStarted')
    expect(kinds(one)).toEqual(['recordedByOther'])
    // Whose ended is not told: somebody else's may go on.
    hint('notify.localRecordingStopped')
    expect(kinds(one)).toEqual(['recordedByOther'])
    one.room.dismissAlarm('recordedByOther')
    expect(kinds(one)).toEqual([])
    hint('notify.localRecordingStarted')
    expect(kinds(one)).toEqual(['recordedByOther'])
  })
  it('and other moderators are told though ten guests have the name of a machine', async () => {
    const one = await inRoom()
    for (let guest = 0; guest < 12; guest += 1) one.page().event(join(`m${guest}`, `Notetaker ${guest}`))
    one.page().event(join('a', 'Ash'))
    one.page().event({ name: 'roleChanged', id: 'a', role: 'moderator' })
    expect(one.draw().alarms.at(-1)).toMatchObject({ kind: 'otherModerator', name: 'Ash' })
  })
  it('are not known after we were out', async () => {
    const one = await inRoom()
    one.page().event({ name: 'transcribingChanged', isOn: true })
    one.page().event({ name: 'left' })
    expect(kinds(one)).toEqual(['recordingNotKnown'])
    one.page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    one.page().event({ name: 'transcribingChanged', isOn: false })
    expect(kinds(one)).toEqual(['recordingWasOn'])
  })
})

describe('quiet', () => {
  const said = ({ draw }: Room) => sayQuiet(draw().quiet)
  const moderation = (isEnabled: boolean): MeetingEvent => ({
    name: 'moderationChanged',
    mediaType: 'audio',
    isEnabled,
  })
  it('is not ended by what was shown before it was asked for, nor while it is on', async () => {
    const one = await inRoom()
    one.page().event(moderation(false))
    one.room.releaseQuiet()
    await settled()
    expect(said(one)).toBe('status.quiet.released.sent')
    one.page().event(moderation(false))
    expect(said(one)).toBe('status.quiet.released.confirmed')
    one.page().event(moderation(true))
    expect(said(one)).toBe('status.quiet.released.lapsed')
  })
  it('is not confirmed with somebody whose microphone was never shown, whatever a poll says', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Ash'))
    one.room.quiet()
    await settled()
    one.page().event(moderation(true))
    one.clock.advance(POLL_EVERY_MS)
    one.page().answerPoll([me, { id: 'a', displayName: 'Ash', role: 'participant', isAudioMuted: true }])
    expect(said(one)).toBe('status.quiet.quiet.sent')
    one.page().event({ name: 'participantMuted', id: 'a', isMuted: true, mediaType: 'audio' })
    expect(said(one)).toBe('status.quiet.quiet.confirmed')
    one.page().event(join('b', 'Birch'))
    expect(said(one)).toBe('status.quiet.quiet.lapsed.newcomer')
  })
  it('does not let a late poll overrule a newer event', async () => {
    const one = await inRoom()
    one.room.quiet()
    await settled()
    one.clock.advance(POLL_EVERY_MS)
    one.page().event(moderation(false))
    one.page().answerPoll([me], { isAudioModerated: true })
    expect(said(one)).toBe('status.quiet.quiet.sent')
  })
})

describe('a removal', () => {
  const said = ({ draw }: Room) => draw().removals.map((removal) => sayRemoval(removal))
  it('is not confirmed by an empty poll, nor by one without them: then they are gone, and nobody says why', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Ash'))
    one.room.remove('a')
    await settled()
    one.page().event({ name: 'participantLeft', id: 'a' })
    one.clock.advance(POLL_EVERY_MS)
    one.page().answerPoll([])
    expect(said(one)).toEqual(['removal.sent'])
    one.clock.advance(POLL_EVERY_MS)
    one.page().answerPoll([me])
    expect(said(one)).toEqual(['removal.confirmed.goneFromPoll'])
  })
  it('says of the door what the server has shown of it', async () => {
    const one = await inRoom()
    one.page().event(join('a', 'Ash'))
    one.page().answerWith('notSent')
    one.room.remove('a')
    await settled()
    expect(sayRemovalDoor(one.draw().lock)).toBe('removal.door.open')
    one.page().answerWith('sent')
    one.room.remove('a')
    await settled()
    expect(sayRemovalDoor(one.draw().lock)).toBe('removal.door.asked')
    one.page().event({ name: 'ownLobbyShown', isOn: true })
    expect(sayRemovalDoor(one.draw().lock)).toBe('removal.door.shut')
  })
})

describe('the end, and the beginning', () => {
  it('is shown when the server says so while we end it', async () => {
    const { page, room, draw } = await inRoom()
    const ending = room.endForEveryone()
    await settled()
    page().event({ name: 'errorOccurred', errorName: 'conference.destroyed', isFatal: false })
    expect(await ending).toBe(true)
    expect(draw().stage).toEqual({ kind: 'left', isForEveryone: true, isEndShown: true })
  })
  it('is slow, not broken: what came so far, since when, and the frame is kept', async () => {
    const { clock, page, draw, room } = made()
    await room.enter()
    const sinceMs = clock.nowMs()
    clock.advance(SLOW_AFTER_MS)
    expect(draw().stage).toEqual({ kind: 'joining', isSlow: true, sinceMs, heard: 'nothing' })
    page().say({ kind: 'constructed', commands: [] })
    page().say({ kind: 'slow' })
    expect(draw().stage).toEqual({ kind: 'joining', isSlow: true, sinceMs, heard: 'script' })
    page().say({ kind: 'alive' })
    expect(draw().stage).toMatchObject({ heard: 'frame' })
    expect(page().isLeft()).toBe(false)
    page().event({ name: 'joined', id: 'me', displayName: 'Me' })
    expect(draw().stage.kind).toBe('inRoom')
  })
})
