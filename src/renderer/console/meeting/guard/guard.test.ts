/** @file Quiet, mutes, removals, knocks and messages: what is sent, and what may be called confirmed. */
import { describe, expect, it } from 'vitest'
import type { MeetingEvent, PolledPerson } from '../../../../contract/room-protocol'
import type { RosterChange } from '../roster/person'
import { createRoster } from '../roster/roster'
import { begin, confirm, expire, NOT_SHOWN_AFTER_MS, notAsked, queue, takeResult } from './command-status'
import { createGuard } from './guard'
import { holdClock } from './held-clock'
import { KNOCK_STALE_AFTER_MS, KNOCKS_MAX, knocksOf } from './knocks'
import { createMessages, MESSAGES_MAX } from './messages'
import { createPasswords } from './passwords'
import { createPersonActs } from './person-acts'
import { quietOf } from './quiet'
import { removalsOf } from './removals'
import { standInPort } from './stand-in-port'

const nothing = () => undefined
const fallbackName = (number: number) => `Someone ${number}`

const made = (mutesNewcomers = true) => {
  const clock = holdClock()
  const port = standInPort(clock)
  const roster = createRoster(fallbackName)
  roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
  const { send } = port.commands
  const common = { clock, send, roster, onChange: nothing }
  const passwords = createPasswords({
    read: async () => null,
    make: async () => 'n'.repeat(24),
    clear: async () => undefined,
  })
  const guard = createGuard({
    ...common,
    passwords,
    fallbackName,
    onModerator: nothing,
    onAskToUnmute: nothing,
  })
  return {
    clock,
    port,
    roster,
    guard,
    acts: createPersonActs({ ...common, mutesNewcomers: () => mutesNewcomers }),
    quiet: () => quietOf(guard.state().quiet),
    removals: () => removalsOf(guard.state().removals),
    knocks: () => knocksOf(guard.state().knocks),
    alarms: () => guard.state().alarms,
    hear: (event: MeetingEvent, changes: readonly RosterChange[] = roster.apply(event)) => {
      guard.feed({ kind: 'event', event, changes })
      return changes
    },
    poll: (
      people: readonly PolledPerson[] | null,
      {
        isAudioModerated = null,
        askedStep = guard.step(),
      }: { isAudioModerated?: boolean | null; askedStep?: number } = {},
    ) =>
      guard.feed({
        kind: 'polled',
        polled: {
          kind: 'polled',
          pollId: 1,
          people: people === null ? null : [...people],
          isAudioModerated,
          isVideoModerated: null,
          isLobbyOn: null,
        },
        askedStep,
        changes: [],
      }),
    names: () => port.left.map(({ command }) => command.name),
  }
}
const me = { id: 'me', displayName: 'Me', role: 'moderator' } as const
type Made = ReturnType<typeof made>
const join = ({ hear }: Made, id: string, displayName = id) =>
  hear({ name: 'participantJoined', id, displayName })
const muted = ({ hear }: Made, id: string, isMuted = true) =>
  hear({ name: 'participantMuted', id, isMuted, mediaType: 'audio' })
const moderation = (isEnabled: boolean) =>
  ({ name: 'moderationChanged', mediaType: 'audio', isEnabled }) as const

describe('a status', () => {
  it('cannot be confirmed before it was sent, nor after it could not be', () => {
    expect(confirm(notAsked, 'knock')).toBe(notAsked)
    expect(confirm(queue(1), 'knock').status.kind).toBe('queued')
    const first = begin(2)
    expect(confirm(first, 'knock').status.kind).toBe('sending')
    const refused = takeResult(first, 2, { kind: 'notSent', why: 'refused' }, 5)
    expect(confirm(refused, 'knock').status).toEqual({ kind: 'notSent', why: 'refused' })
    const second = begin(3, 2)
    expect(takeResult(second, 2, { kind: 'sent' }, 5)).toBe(second)
    const half = takeResult(second, 3, { kind: 'sent' }, 5)
    expect(half.status.kind).toBe('sending')
    const sent = takeResult(half, 3, { kind: 'sent' }, 6)
    expect(expire(sent, 6 + NOT_SHOWN_AFTER_MS).status.kind).toBe('notShown')
    const shown = expire(confirm(sent, 'knock'), 6 + NOT_SHOWN_AFTER_MS)
    expect(shown.status).toEqual({ kind: 'confirmed', sentAtMs: 6, proof: 'knock' })
  })
})

describe('quiet', () => {
  const kind = (one: Made) => one.quiet().status.kind

  it('gives no leave, and no floor, to somebody else who has the id of one who had it', () => {
    const one = made()
    join(one, 'a', 'Wren')
    join(one, 'b', 'Oak')
    one.guard.press({ kind: 'quiet' })
    one.hear(moderation(true))
    for (const id of ['a', 'b']) one.hear({ name: 'moderationApproved', id, mediaType: 'audio' })
    one.hear({ name: 'participantLeft', id: 'a' })
    join(one, 'a', 'Somebody else')
    for (const id of ['a', 'b']) muted(one, id, false)
    one.guard.press({ kind: 'pause' })
    expect(one.guard.state().quiet.before?.floor).toEqual([{ id: 'b', name: 'Oak' }])
    // Renamed is the same; gone, and another under the id, is not.
    one.hear({ name: 'displayNameChange', id: 'b', displayName: 'Oak Tree' })
    expect(one.guard.state().quiet.before?.floor).toEqual([{ id: 'b', name: 'Oak Tree' }])
    one.hear({ name: 'participantLeft', id: 'b' })
    join(one, 'b', 'Stranger')
    one.guard.press({ kind: 'resume' })
    expect(one.guard.state().quiet.asked).toEqual([])
  })

  describe('gives back after a pause what was wished last, whatever a poll still shows of before', () => {
    const held = (one: Made) => one.guard.state().quiet.before?.isHeld

    it('quiet that was asked for and is not shown yet', () => {
      const one = made()
      join(one, 'a', 'Wren')
      one.guard.press({ kind: 'quiet' })
      one.poll([me, { id: 'a', displayName: 'Wren', role: 'none' }], { isAudioModerated: false })
      one.guard.press({ kind: 'pause' })
      expect(held(one)).toBe(true)
    })

    it('quiet that was just ended', () => {
      const one = made()
      one.guard.press({ kind: 'quiet' })
      one.hear(moderation(true))
      one.poll([me])
      expect(kind(one)).toBe('confirmed')
      one.guard.press({ kind: 'releaseQuiet' })
      one.poll([me], { isAudioModerated: true })
      one.guard.press({ kind: 'pause' })
      expect(held(one)).toBe(false)
    })

    it('what is there, where ending it could not be sent', () => {
      const one = made()
      one.guard.press({ kind: 'quiet' })
      one.port.answerWith('notSent')
      one.guard.press({ kind: 'releaseQuiet' })
      one.hear(moderation(true))
      one.guard.press({ kind: 'pause' })
      expect(held(one)).toBe(true)
    })
  })

  it('asks nobody else under the same id once we were out during a pause', () => {
    const one = made()
    join(one, 'a', 'Wren')
    join(one, 'b', 'Oak')
    for (const id of ['a', 'b']) muted(one, id, false)
    one.guard.press({ kind: 'pause' })
    one.roster.clear()
    one.guard.feed({ kind: 'out' })
    one.roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
    join(one, 'a', 'Stranger')
    join(one, 'b9', 'Oak')
    one.guard.press({ kind: 'resume' })
    expect(one.guard.state().quiet.asked).toEqual([{ id: 'b9', name: 'Oak' }])
  })

  it('turns moderation on, then mutes everyone', () => {
    const one = made()
    one.guard.press({ kind: 'quiet' })
    expect(one.port.left.map(({ command }) => command)).toEqual([
      { name: 'toggleModeration', isOn: true, media: 'audio' },
      { name: 'muteEveryone', media: 'audio' },
    ])
  })

  it('is confirmed only when moderation, a poll and every mute are shown', () => {
    const one = made()
    join(one, 'a')
    join(one, 'b')
    one.guard.press({ kind: 'quiet' })
    one.hear(moderation(true))
    muted(one, 'a')
    one.poll([me])
    expect(kind(one)).toBe('sent')
    muted(one, 'b')
    expect(kind(one)).toBe('confirmed')
    muted(one, 'b', false)
    expect(one.quiet().status).toMatchObject({ kind: 'lapsed', why: 'heard' })
  })

  it.each(['moderation', 'poll', 'mute'] as const)('is not confirmed without the %s', (missing) => {
    const one = made()
    join(one, 'a')
    one.guard.press({ kind: 'quiet' })
    if (missing !== 'moderation') one.hear(moderation(true))
    if (missing !== 'mute') muted(one, 'a')
    // A poll that does not list us is of no room of ours.
    one.poll(missing === 'poll' ? [] : [me])
    expect(kind(one)).toBe('sent')
    one.clock.advance(NOT_SHOWN_AFTER_MS)
    expect(kind(one)).toBe('notShown')
  })

  it('takes video moderation for nothing, and a poll asked before the press for nothing', () => {
    const one = made()
    const askedStep = one.guard.step()
    one.guard.press({ kind: 'quiet' })
    one.hear({ name: 'moderationChanged', mediaType: 'video', isEnabled: true })
    one.poll([me], { isAudioModerated: true, askedStep })
    expect(kind(one)).toBe('sent')
  })
})

describe('newcomers and mutes', () => {
  it('mutes each newcomer as they appear; an event shows it; they may open it again', () => {
    const one = made()
    one.acts.receive(join(one, 'a'), true)
    expect(one.port.left.map(({ command }) => command)).toEqual([{ name: 'muteParticipant', id: 'a' }])
    expect(one.acts.of('a')?.mute.kind).toBe('sent')
    one.acts.receive(muted(one, 'a'), true)
    expect(one.acts.of('a')?.mute).toMatchObject({ kind: 'confirmed', proof: 'muteShown' })
    one.acts.receive(muted(one, 'a', false), true)
    expect(one.acts.of('a')?.mute.kind).toBe('idle')
    expect(one.port.left).toHaveLength(1)
  })

  it('mutes nobody where the charter does not ask, nor moderators, nor people here before us', () => {
    const off = made(false)
    off.acts.receive(join(off, 'a'), true)
    expect(off.port.left).toEqual([])
    const one = made()
    one.roster.apply({ name: 'roleChanged', id: 'mod', role: 'moderator' })
    one.acts.receive(join(one, 'mod'), true)
    const early = createRoster((number) => `${number}`)
    one.acts.receive(early.apply({ name: 'participantJoined', id: 'old', displayName: 'old' }), true)
    expect(one.port.left).toEqual([])
  })

  it('waits for our role, and mutes then', () => {
    const one = made()
    one.acts.receive(join(one, 'a'), false)
    expect(one.port.left).toEqual([])
    one.acts.becameModerator()
    expect(one.names()).toEqual(['muteParticipant'])
    one.acts.becameModerator()
    expect(one.names()).toHaveLength(1)
  })

  it('never aims at ourselves or at nobody', () => {
    const one = made()
    one.acts.mute('me')
    one.acts.mute('nobody')
    one.acts.askToUnmute('me')
    expect(one.acts.sendMessage('', 'hello', nothing)).toBe(false)
    expect(one.acts.sendMessage('nobody', 'hello', nothing)).toBe(false)
    expect(one.port.left).toEqual([])
  })

  it('never calls a private message anything but sent', () => {
    const one = made()
    join(one, 'a')
    one.port.answerWith(null)
    expect(one.acts.sendMessage('a', '  hello ', nothing)).toBe(true)
    expect(one.acts.of('a')?.message.kind).toBe('sending')
    one.port.answerLast('sent')
    expect(one.port.left.at(-1)?.command).toEqual({ name: 'sendPrivateMessage', toId: 'a', text: 'hello' })
    one.clock.advance(60_000)
    one.acts.receive(muted(one, 'a'), true)
    expect(one.acts.of('a')?.message.kind).toBe('sent')
    one.acts.sendMessage('a', 'again', nothing)
    one.port.answerLast('notSent')
    expect(one.acts.of('a')?.message).toEqual({ kind: 'notSent', why: 'refused' })
    expect(one.acts.sendMessage('a', '   ', nothing)).toBe(false)
  })
})

describe('removal', () => {
  it('shuts the door, then kicks in the same task', () => {
    const one = made()
    join(one, 'a', 'River')
    one.guard.press({ kind: 'remove', id: 'a' })
    expect(one.port.left).toMatchObject([
      { atMs: one.clock.nowMs(), command: { name: 'toggleLobby', isOn: true } },
      { atMs: one.clock.nowMs(), command: { name: 'kickParticipant', id: 'a' } },
    ])
  })

  it('is confirmed by the kick event of that person only', () => {
    const one = made()
    join(one, 'a')
    join(one, 'b')
    one.guard.press({ kind: 'remove', id: 'a' })
    one.hear({ name: 'kicked', kickedId: 'b', isSelf: false })
    one.hear({ name: 'participantLeft', id: 'a' })
    expect(one.removals()[0]?.status.kind).toBe('sent')
    one.hear({ name: 'kicked', kickedId: 'a', isSelf: false })
    expect(one.removals()[0]?.status).toMatchObject({ kind: 'confirmed', proof: 'kickedEvent' })
  })

  it('is gone from the list by a poll asked afterwards that lists us, and by no other', () => {
    const one = made()
    join(one, 'a')
    const askedStep = one.guard.step()
    one.guard.press({ kind: 'remove', id: 'a' })
    one.hear({ name: 'participantLeft', id: 'a' })
    one.poll([me], { askedStep })
    one.poll([])
    one.poll([me, { id: 'a', displayName: 'a', role: 'none' }])
    expect(one.removals()[0]?.status.kind).toBe('sent')
    one.poll([me])
    expect(one.removals()[0]?.status).toMatchObject({ kind: 'confirmed', proof: 'goneFromPoll' })
  })

  it('is not confirmed any more when they are in the list again', () => {
    const one = made()
    join(one, 'a')
    one.guard.press({ kind: 'remove', id: 'a' })
    one.hear({ name: 'kicked', kickedId: 'a', isSelf: false })
    join(one, 'a')
    expect(one.removals()[0]?.status).toMatchObject({ kind: 'lapsed', why: 'inList' })
  })

  it('never removes ourselves or somebody unknown', () => {
    const one = made()
    one.guard.press({ kind: 'remove', id: 'me' })
    one.guard.press({ kind: 'remove', id: 'nobody' })
    expect([one.port.left, one.removals()]).toEqual([[], []])
  })

  it('lets somebody back in who knocks by the same name', () => {
    const one = made()
    join(one, 'a', 'River K')
    one.guard.press({ kind: 'remove', id: 'a' })
    one.hear({ name: 'kicked', kickedId: 'a', isSelf: false })
    one.hear({ name: 'knocking', id: 'k', displayName: 'ＲＩＶＥＲ k' })
    one.guard.press({ kind: 'letBackIn', id: 'a' })
    expect(one.removals()[0]?.isWelcomeBack).toBe(true)
    expect(one.port.left.at(-1)?.command).toEqual({
      name: 'answerKnockingParticipant',
      id: 'k',
      isAdmitted: true,
    })
  })
})

describe('knocks', () => {
  const knock = ({ hear }: Made, id: string, displayName: string) =>
    hear({ name: 'knocking', id, displayName })

  it('stay until answered; letting in is sent, and somebody of that name appearing ends it', () => {
    const one = made()
    knock(one, 'k1', 'Sol')
    knock(one, 'k1', 'Sol')
    knock(one, 'k2', 'Sol')
    expect(one.knocks()).toHaveLength(2)
    join(one, 'p8', 'Sol')
    expect(one.knocks()).toHaveLength(2)
    one.guard.press({ kind: 'admit', id: 'k1' })
    expect(one.knocks()[0]?.admitting.kind).toBe('sent')
    join(one, 'p9', 'sol')
    expect(one.knocks().map(({ id }) => id)).toEqual(['k2'])
    one.guard.press({ kind: 'deny', id: 'k2' })
    expect(one.knocks()).toEqual([])
    expect(one.port.left.map(({ command }) => command)).toEqual([
      { name: 'answerKnockingParticipant', id: 'k1', isAdmitted: true },
      { name: 'answerKnockingParticipant', id: 'k2', isAdmitted: false },
    ])
  })

  it('stay when the answer did not leave', () => {
    const one = made()
    knock(one, 'k1', 'Sol')
    one.port.shut()
    one.guard.press({ kind: 'deny', id: 'k1' })
    expect(one.knocks()[0]?.denying).toEqual({ kind: 'notSent', why: 'noConnection' })
  })

  it('say that they may be stale, and hold no more than a room', () => {
    const one = made()
    for (let index = 0; index <= KNOCKS_MAX; index += 1) knock(one, `k${index}`, '')
    expect(one.knocks()).toHaveLength(KNOCKS_MAX)
    expect(one.alarms()).toMatchObject([{ kind: 'tooMuch' }])
    one.clock.advance(KNOCK_STALE_AFTER_MS)
    expect(one.knocks()[0]).toMatchObject({ doubt: 'mayHaveLeft', name: 'Someone 1' })
    one.guard.wipe()
    expect(one.clock.waiting()).toBe(0)
  })
})

describe('messages and alarms', () => {
  it('lets nobody push another person out', () => {
    const messages = createMessages(nothing)
    messages.receive({ id: 'quiet', name: 'Quiet' }, 'please', 1)
    for (let index = 0; index < 500; index += 1) messages.receive({ id: 'loud', name: 'Loud' }, `${index}`, 1)
    expect(messages.all()).toHaveLength(11)
    expect(messages.all()[0]?.fromId).toBe('quiet')
    for (let index = 0; index < MESSAGES_MAX; index += 1)
      messages.receive({ id: `p${index}`, name: 'P' }, 'x', 1)
    expect(messages.all()).toHaveLength(MESSAGES_MAX)
    expect(messages.receive({ id: 'late', name: 'Late' }, 'x', 1)).toBe(false)
    messages.settle(1)
    expect(messages.all().some(({ fromId }) => fromId === 'quiet')).toBe(false)
  })

  it('never lets alarms about people crowd out a recording, and puts only some away by hand', () => {
    const one = made()
    for (let index = 0; index < 50; index += 1) {
      join(one, `p${index}`)
      one.hear({ name: 'roleChanged', id: `p${index}`, role: 'moderator' })
    }
    one.hear({ name: 'recordingChanged', isOn: true, mode: 'file' })
    const isRecording = () => one.alarms().some(({ kind }) => kind === 'recording')
    expect(isRecording()).toBe(true)
    one.guard.press({ kind: 'dismissAlarm', key: 'recording' })
    expect(isRecording()).toBe(true)
    one.guard.press({ kind: 'dismissAlarm', key: 'otherModerator p0' })
    expect(one.alarms().some(({ personId }) => personId === 'p0')).toBe(false)
  })

  it('says who has the name of a machine that takes notes, until they or the name are gone', () => {
    const one = made()
    const about = () => one.alarms().flatMap(({ kind, name }) => (kind === 'noteTaker' ? [name] : []))
    one.hear({ name: 'participantJoined', id: 'a', displayName: 'Fireflies.ai Notetaker' })
    one.hear({ name: 'participantJoined', id: 'b', displayName: 'Wren' })
    one.hear({ name: 'participantJoined', id: 'c', displayName: 'Otter.ai' })
    expect(about()).toEqual(['Fireflies.ai Notetaker', 'Otter.ai'])
    one.guard.press({ kind: 'dismissAlarm', key: 'noteTaker a' })
    one.hear({ name: 'displayNameChange', id: 'c', displayName: 'Oak' })
    expect(about()).toEqual([])
    one.hear({ name: 'displayNameChange', id: 'b', displayName: 'Read.ai' })
    expect(about()).toEqual(['Read.ai'])
    one.hear({ name: 'participantLeft', id: 'b' })
    expect(about()).toEqual([])
  })
})
