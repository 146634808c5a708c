/** @file Quiet, mutes, removals, knocks and messages: what is sent, and what may be called confirmed. */
import { describe, expect, it } from 'vitest'
import { createRoster } from '../roster/roster'
import { createAlarms } from './alarms'
import { holdClock } from './held-clock'
import { createKnocks, KNOCK_STALE_AFTER_MS, KNOCKS_MAX } from './knocks'
import { createMessages, MESSAGES_MAX } from './messages'
import { createPersonActs } from './person-acts'
import { createQuiet } from './quiet'
import { createRemovals } from './removals'
import { standInPort } from './stand-in-port'
import { createStanding, NOT_SHOWN_AFTER_MS } from './standing'

const nothing = () => undefined

const made = (mutesNewcomers = true) => {
  const clock = holdClock()
  const port = standInPort(clock)
  const roster = createRoster((number) => `Someone ${number}`)
  roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
  const { hand } = port.commands
  const common = { clock, hand, roster, onChange: nothing }
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

describe('a standing', () => {
  it('cannot be confirmed before it was sent, nor after it could not be', () => {
    const clock = holdClock()
    const standing = createStanding(clock, nothing)
    standing.confirm('knock')
    expect(standing.now().kind).toBe('idle')
    standing.queued()
    standing.confirm('knock')
    expect(standing.now().kind).toBe('queued')
    standing.notSent()
    standing.confirm('knock')
    expect(standing.now().kind).toBe('notSent')
    standing.sent()
    standing.confirm('knock')
    clock.advance(NOT_SHOWN_AFTER_MS)
    expect(standing.now()).toMatchObject({ kind: 'confirmed', proof: 'knock' })
  })
})

describe('quiet', () => {
  const asked = (one: Made) => {
    one.clock.advance(1)
    one.quiet.hearPoll({ isAudioModerated: null, people: [] }, one.clock.nowMs())
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
    const kind = () => one.quiet.state().standing.kind
    one.quiet.hear(moderation(true))
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
    if (missing !== 'moderation') one.quiet.hear(moderation(true))
    if (missing !== 'mute') muted(one, 'a')
    if (missing !== 'poll') asked(one)
    one.quiet.look()
    expect(one.quiet.state().standing.kind).toBe('sent')
    one.clock.advance(NOT_SHOWN_AFTER_MS)
    expect(one.quiet.state().standing.kind).toBe('notShown')
  })

  it('takes video moderation for nothing, and a poll asked before the press for nothing', () => {
    const one = made()
    one.quiet.quiet()
    one.quiet.hear({ name: 'moderationChanged', mediaType: 'video', isEnabled: true })
    one.quiet.hearPoll({ isAudioModerated: true, people: [] }, one.clock.nowMs())
    expect(one.quiet.state().standing.kind).toBe('sent')
  })
})

describe('newcomers and mutes', () => {
  it('mutes each newcomer as they appear; an event shows it; they may open it again', () => {
    const one = made()
    one.acts.hear(join(one, 'a'), true)
    expect(one.port.left.map(({ command }) => command)).toEqual([{ name: 'muteParticipant', id: 'a' }])
    expect(one.acts.of('a')?.mute.kind).toBe('sent')
    one.acts.hear(muted(one, 'a'), true)
    expect(one.acts.of('a')?.mute).toMatchObject({ kind: 'confirmed', proof: 'muteShown' })
    one.acts.hear(muted(one, 'a', false), true)
    expect(one.acts.of('a')?.mute.kind).toBe('idle')
    expect(one.port.left).toHaveLength(1)
  })

  it('mutes nobody where the charter does not ask, nor moderators, nor people here before us', () => {
    const off = made(false)
    off.acts.hear(join(off, 'a'), true)
    expect(off.port.left).toEqual([])
    const one = made()
    one.roster.apply({ name: 'roleChanged', id: 'mod', role: 'moderator' })
    one.acts.hear(join(one, 'mod'), true)
    const early = createRoster((number) => `${number}`)
    one.acts.hear(early.apply({ name: 'participantJoined', id: 'old', displayName: 'old' }), true)
    expect(one.port.left).toEqual([])
  })

  it('waits for our role, and mutes then', () => {
    const one = made()
    one.acts.hear(join(one, 'a'), false)
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
    expect(one.acts.sendMessage('', 'hello')).toBe(false)
    expect(one.acts.sendMessage('nobody', 'hello')).toBe(false)
    expect(one.port.left).toEqual([])
  })

  it('never calls a private message anything but sent', () => {
    const one = made()
    join(one, 'a')
    expect(one.acts.sendMessage('a', '  hello ')).toBe(true)
    expect(one.port.left.at(-1)?.command).toEqual({ name: 'sendPrivateMessage', toId: 'a', text: 'hello' })
    one.clock.advance(60_000)
    one.acts.hear(muted(one, 'a'), true)
    expect(one.acts.of('a')?.message.kind).toBe('sent')
    one.port.refuseLast()
    expect(one.acts.of('a')?.message.kind).toBe('notSent')
    expect(one.acts.sendMessage('a', '   ')).toBe(false)
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
    one.removals.hear({ name: 'kicked', kickedId: 'b', isSelf: false })
    one.removals.hear({ name: 'participantLeft', id: 'a' })
    expect(one.removals.all()[0]?.standing.kind).toBe('sent')
    one.removals.hear({ name: 'kicked', kickedId: 'a', isSelf: false })
    expect(one.removals.all()[0]?.standing).toMatchObject({ kind: 'confirmed', proof: 'kickedEvent' })
  })

  it('is confirmed by a poll asked afterwards, and by no earlier one', () => {
    const one = made()
    join(one, 'a')
    one.removals.remove('a')
    one.removals.hearPoll([], one.clock.nowMs())
    expect(one.removals.all()[0]?.standing.kind).toBe('sent')
    one.clock.advance(5)
    one.removals.hearPoll([{ id: 'a', displayName: 'a', role: 'none' }], one.clock.nowMs())
    expect(one.removals.all()[0]?.standing.kind).toBe('sent')
    one.removals.hearPoll([], one.clock.nowMs())
    expect(one.removals.all()[0]?.standing).toMatchObject({ kind: 'confirmed', proof: 'goneFromPoll' })
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
    one.knocks.hear('k1', 'Sol', 'x')
    one.knocks.hear('k1', 'Sol', 'x')
    one.knocks.hear('k2', 'Sol', 'x')
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
    one.knocks.hear('k1', 'Sol', 'x')
    one.port.shut()
    one.knocks.deny('k1')
    expect(one.knocks.all()[0]?.admitting.kind).toBe('notSent')
  })

  it('say that they may be stale, and hold no more than a room', () => {
    const one = made()
    for (let index = 0; index < KNOCKS_MAX; index += 1)
      expect(one.knocks.hear(`k${index}`, '', 'x')).toBe(true)
    expect(one.knocks.hear('more', '', 'x')).toBe(false)
    one.clock.advance(KNOCK_STALE_AFTER_MS)
    expect(one.knocks.all()[0]).toMatchObject({ doubt: 'mayHaveLeft', name: 'x' })
    one.knocks.clear()
    expect(one.clock.waiting()).toBe(0)
  })
})

describe('messages and alarms', () => {
  it('lets nobody push another person out', () => {
    const messages = createMessages(nothing)
    messages.hear({ id: 'quiet', name: 'Quiet' }, 'please', 1)
    for (let index = 0; index < 500; index += 1) messages.hear({ id: 'loud', name: 'Loud' }, `${index}`, 1)
    expect(messages.all()).toHaveLength(11)
    expect(messages.all()[0]?.fromId).toBe('quiet')
    for (let index = 0; index < MESSAGES_MAX; index += 1)
      messages.hear({ id: `p${index}`, name: 'P' }, 'x', 1)
    expect(messages.all()).toHaveLength(MESSAGES_MAX)
    expect(messages.hear({ id: 'late', name: 'Late' }, 'x', 1)).toBe(false)
    messages.answered('quiet')
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
