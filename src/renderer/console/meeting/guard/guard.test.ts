/** @file Quiet, mutes, removals, knocks and messages: what is sent, and what may be called confirmed. */
import { describe, expect, it } from 'vitest'
import { createRoster } from '../roster/roster'
import { createAlarms } from './alarms'
import { createCommandStatus, NOT_SHOWN_AFTER_MS } from './command-status'
import { holdClock } from './held-clock'
import { createKnocks, KNOCK_STALE_AFTER_MS, KNOCKS_MAX } from './knocks'
import { createMessages, MESSAGES_MAX } from './messages'
import { createPersonActs } from './person-acts'
import { createQuiet } from './quiet'
import { createRemovals } from './removals'
import { standInPort } from './stand-in-port'

const nothing = () => undefined

const made = (mutesNewcomers = true) => {
  const clock = holdClock()
  const port = standInPort(clock)
  const roster = createRoster((number) => `Someone ${number}`)
  roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
  const { send } = port.commands
  const common = { clock, send, roster, onChange: nothing }
  const doorPresses: number[] = []
  const door = { shutForRemoval: () => void doorPresses.push(clock.nowMs()) }
  return {
    clock,
    port,
    roster,
    doorPresses,
    quiet: createQuiet(common),
    acts: createPersonActs({ ...common, mutesNewcomers: () => mutesNewcomers }),
    removals: createRemovals({ ...common, door }),
    knocks: createKnocks(common),
    names: () => port.left.map(({ command }) => command.name),
  }
}
type Made = ReturnType<typeof made>
const join = ({ roster }: Made, id: string, displayName = id) =>
  roster.apply({ name: 'participantJoined', id, displayName })
const muted = ({ roster }: Made, id: string, isMuted = true) =>
  roster.apply({ name: 'participantMuted', id, isMuted, mediaType: 'audio' })
const moderation = (isEnabled: boolean) =>
  ({ name: 'moderationChanged', mediaType: 'audio', isEnabled }) as const

describe('a status', () => {
  it('cannot be confirmed before it was sent, nor after it could not be', () => {
    const clock = holdClock()
    const status = createCommandStatus(clock, nothing)
    status.confirm('knock')
    expect(status.now().kind).toBe('idle')
    status.queued()
    status.confirm('knock')
    expect(status.now().kind).toBe('queued')
    const first = status.attempt()
    status.confirm('knock')
    expect(status.now().kind).toBe('sending')
    first({ kind: 'notSent', why: 'refused' })
    status.confirm('knock')
    expect(status.now()).toEqual({ kind: 'notSent', why: 'refused' })
    const second = status.attempt({ commandCount: 2 })
    first({ kind: 'sent' })
    second({ kind: 'sent' })
    expect(status.now().kind).toBe('sending')
    second({ kind: 'sent' })
    status.confirm('knock')
    clock.advance(NOT_SHOWN_AFTER_MS)
    expect(status.now()).toMatchObject({ kind: 'confirmed', proof: 'knock' })
  })
})

describe('quiet', () => {
  const asked = (one: Made) => {
    one.clock.advance(1)
    one.quiet.receivePoll({ isAudioModerated: null, people: [] }, one.clock.nowMs())
  }

  it('turns moderation on, then mutes everyone', () => {
    const one = made()
    one.quiet.quiet()
    expect(one.port.left.map(({ command }) => command)).toEqual([
      { name: 'toggleModeration', isOn: true },
      { name: 'muteEveryone' },
    ])
  })

  it('is confirmed only when moderation, a poll and every mute are shown', () => {
    const one = made()
    join(one, 'a')
    join(one, 'b')
    one.quiet.quiet()
    const kind = () => one.quiet.state().status.kind
    one.quiet.receive(moderation(true))
    muted(one, 'a')
    one.quiet.look()
    asked(one)
    expect(kind()).toBe('sent')
    muted(one, 'b')
    one.quiet.look()
    expect(kind()).toBe('confirmed')
    muted(one, 'b', false)
    one.quiet.look()
    expect(kind()).toBe('lapsed')
  })

  it.each(['moderation', 'poll', 'mute'] as const)('is not confirmed without the %s', (missing) => {
    const one = made()
    join(one, 'a')
    one.quiet.quiet()
    if (missing !== 'moderation') one.quiet.receive(moderation(true))
    if (missing !== 'mute') muted(one, 'a')
    if (missing !== 'poll') asked(one)
    one.quiet.look()
    expect(one.quiet.state().status.kind).toBe('sent')
    one.clock.advance(NOT_SHOWN_AFTER_MS)
    expect(one.quiet.state().status.kind).toBe('notShown')
  })

  it('takes video moderation for nothing, and a poll asked before the press for nothing', () => {
    const one = made()
    one.quiet.quiet()
    one.quiet.receive({ name: 'moderationChanged', mediaType: 'video', isEnabled: true })
    one.quiet.receivePoll({ isAudioModerated: true, people: [] }, one.clock.nowMs())
    expect(one.quiet.state().status.kind).toBe('sent')
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
    one.removals.remove('a')
    expect(one.doorPresses).toEqual([one.clock.nowMs()])
    expect(one.port.left).toMatchObject([
      { atMs: one.clock.nowMs(), command: { name: 'kickParticipant', id: 'a' } },
    ])
  })

  it('is confirmed by the kick event of that person only', () => {
    const one = made()
    join(one, 'a')
    join(one, 'b')
    one.removals.remove('a')
    one.removals.receive({ name: 'kicked', kickedId: 'b', isSelf: false })
    one.removals.receive({ name: 'participantLeft', id: 'a' })
    expect(one.removals.all()[0]?.status.kind).toBe('sent')
    one.removals.receive({ name: 'kicked', kickedId: 'a', isSelf: false })
    expect(one.removals.all()[0]?.status).toMatchObject({ kind: 'confirmed', proof: 'kickedEvent' })
  })

  it('is confirmed by a poll asked afterwards, and by no earlier one', () => {
    const one = made()
    join(one, 'a')
    one.removals.remove('a')
    one.removals.receivePoll([], one.clock.nowMs())
    expect(one.removals.all()[0]?.status.kind).toBe('sent')
    one.clock.advance(5)
    one.removals.receivePoll([{ id: 'a', displayName: 'a', role: 'none' }], one.clock.nowMs())
    expect(one.removals.all()[0]?.status.kind).toBe('sent')
    one.removals.receivePoll([], one.clock.nowMs())
    expect(one.removals.all()[0]?.status).toMatchObject({ kind: 'confirmed', proof: 'goneFromPoll' })
  })

  it('never removes ourselves or somebody unknown', () => {
    const one = made()
    one.removals.remove('me')
    one.removals.remove('nobody')
    expect([one.port.left, one.doorPresses]).toEqual([[], []])
  })

  it('knows a knock by the same name, and that they may come back', () => {
    const one = made()
    join(one, 'a', 'River K')
    one.removals.remove('a')
    expect(one.removals.ofName('ＲＩＶＥＲ k')?.isWelcomeBack).toBe(false)
    one.removals.letBackIn('a')
    expect(one.removals.ofName('River K')?.isWelcomeBack).toBe(true)
  })
})

describe('knocks', () => {
  it('stay until answered; letting in is sent, and somebody of that name appearing ends it', () => {
    const one = made()
    one.knocks.receive('k1', 'Sol', 'x')
    one.knocks.receive('k1', 'Sol', 'x')
    one.knocks.receive('k2', 'Sol', 'x')
    expect(one.knocks.all()).toHaveLength(2)
    one.knocks.appeared('p9', 'Sol')
    expect(one.knocks.all()).toHaveLength(2)
    one.knocks.admit('k1')
    expect(one.knocks.all()[0]?.admitting.kind).toBe('sent')
    one.knocks.appeared('p9', 'sol')
    expect(one.knocks.all().map(({ id }) => id)).toEqual(['k2'])
    one.knocks.deny('k2')
    expect(one.knocks.all()).toEqual([])
    expect(one.port.left.map(({ command }) => command)).toEqual([
      { name: 'answerKnockingParticipant', id: 'k1', isAdmitted: true },
      { name: 'answerKnockingParticipant', id: 'k2', isAdmitted: false },
    ])
  })

  it('stay when the answer did not leave', () => {
    const one = made()
    one.knocks.receive('k1', 'Sol', 'x')
    one.port.shut()
    one.knocks.deny('k1')
    expect(one.knocks.all()[0]?.denying).toEqual({ kind: 'notSent', why: 'noConnection' })
  })

  it('say that they may be stale, and hold no more than a room', () => {
    const one = made()
    for (let index = 0; index < KNOCKS_MAX; index += 1)
      expect(one.knocks.receive(`k${index}`, '', 'x')).toBe(true)
    expect(one.knocks.receive('more', '', 'x')).toBe(false)
    one.clock.advance(KNOCK_STALE_AFTER_MS)
    expect(one.knocks.all()[0]).toMatchObject({ doubt: 'mayHaveLeft', name: 'x' })
    one.knocks.clear()
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
    const alarms = createAlarms(nothing)
    for (let index = 0; index < 50; index += 1) alarms.raise('otherModerator', `p${index}`)
    alarms.raise('recording')
    expect(alarms.isRaised('recording')).toBe(true)
    alarms.dismiss('recording')
    expect(alarms.isRaised('recording')).toBe(true)
    alarms.dismiss('otherModerator p0')
    expect(alarms.all().some(({ personId }) => personId === 'p0')).toBe(false)
  })
})
