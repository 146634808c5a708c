/** @file The roster: order of arrival, events against polls, and no ghosts. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../../tests/fixtures/rounds'
import { type MeetingEvent, PEOPLE_MAX, type PolledPerson } from '../../../../contract/room-protocol'
import { createRoster } from './roster'

const fallback = (ordinal: number) => `Someone ${ordinal}`
const joined = (id: string, displayName = id): MeetingEvent => ({
  name: 'participantJoined',
  id,
  displayName,
})
const polled = (id: string, more: Partial<PolledPerson> = {}): PolledPerson => ({
  id,
  displayName: id,
  role: 'participant',
  ...more,
})
const entered = () => {
  const roster = createRoster(fallback)
  roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
  return roster
}
const ids = (roster: ReturnType<typeof createRoster>) => roster.people().map((person) => person.id)

describe('roster', () => {
  it('keeps the order of arrival through every change', () => {
    const roster = entered()
    for (const id of ['c', 'a', 'b']) roster.apply(joined(id))
    roster.apply({ name: 'displayNameChange', id: 'b', displayName: 'Aaron' })
    roster.apply({ name: 'handRaised', id: 'a', raisedAtMs: 5 })
    roster.pollAsked(1)
    roster.applyPoll(1, [polled('b'), polled('a'), polled('me'), polled('c')])
    expect(ids(roster)).toEqual(['me', 'c', 'a', 'b'])
  })

  it('drops whom an answer showed that was older than one without them, whatever came in between', () => {
    const roster = entered()
    roster.pollAsked(1)
    roster.apply(joined('a'))
    roster.pollAsked(2)
    roster.apply(joined('b'))
    roster.applyPoll(1, [polled('me'), polled('ghost')])
    roster.applyPoll(2, [polled('me'), polled('a')])
    expect(ids(roster)).toEqual(['me', 'a', 'b'])
  })

  it('drops who is gone from the poll, and adds who was never announced', () => {
    const roster = entered()
    roster.apply(joined('ghost'))
    roster.pollAsked(1)
    roster.applyPoll(1, [polled('me'), polled('silent')])
    expect(ids(roster)).toEqual(['me', 'silent'])
  })

  it('lets what was heard after the question stand against the answer', () => {
    const roster = entered()
    roster.apply(joined('a'))
    roster.pollAsked(1)
    roster.apply(joined('late'))
    roster.apply({ name: 'participantLeft', id: 'a' })
    roster.apply({ name: 'participantMuted', id: 'late', isMuted: true, mediaType: 'audio' })
    roster.applyPoll(1, [polled('me'), polled('a'), polled('late', { isAudioMuted: false })])
    expect(ids(roster)).toEqual(['me', 'late'])
    expect(roster.get('late')?.mute).toBe('muted')
  })

  it('takes nothing of who left and came back since the question: the answer is of before', () => {
    const roster = entered()
    roster.apply(joined('a'))
    roster.pollAsked(1)
    roster.apply({ name: 'participantLeft', id: 'a' })
    roster.apply(joined('a'))
    roster.applyPoll(1, [polled('me'), polled('a', { role: 'moderator' })])
    expect(roster.get('a')?.role).toBe('unknown')
    roster.pollAsked(2)
    roster.applyPoll(2, [polled('me'), polled('a')])
    expect(roster.get('a')?.role).toBe('participant')
  })

  it('keeps who arrived after the question and is not in the answer', () => {
    const roster = entered()
    roster.pollAsked(1)
    roster.apply(joined('late'))
    roster.applyPoll(1, [polled('me')])
    expect(ids(roster)).toEqual(['me', 'late'])
  })

  it('keeps who is told anew after the question and is not in the answer', () => {
    const roster = entered()
    roster.apply(joined('a'))
    roster.pollAsked(1)
    roster.apply(joined('a'))
    roster.applyPoll(1, [polled('me')])
    expect(ids(roster)).toEqual(['me', 'a'])
  })

  it('hears a role and a mute that come before their person', () => {
    const roster = entered()
    roster.apply({ name: 'roleChanged', id: 'a', role: 'moderator' })
    roster.apply({ name: 'participantMuted', id: 'a', isMuted: true, mediaType: 'audio' })
    const [change] = roster.apply(joined('a'))
    expect(change).toMatchObject({ kind: 'appeared', person: { role: 'moderator', mute: 'muted' } })
  })

  it('does not let the page point our own id at somebody else', () => {
    const roster = entered()
    roster.apply(joined('a'))
    roster.apply({ name: 'joined', id: 'a', displayName: 'Me' })
    expect(roster.ownId()).toBe('me')
    expect(roster.get('a')?.isSelf).toBe(false)
    roster.apply({ name: 'participantLeft', id: 'me' })
    expect(roster.has('me')).toBe(true)
  })

  it('tells people of the same name apart, and gives the nameless a number', () => {
    const roster = entered()
    roster.apply(joined('a', 'Sam'))
    roster.apply(joined('b', 'sam'))
    roster.apply(joined('c', '\u200b'))
    expect(roster.people().map(({ name, twin }) => [name, twin])).toEqual([
      ['Me', null],
      ['Sam', null],
      ['sam', 2],
      ['Someone 4', null],
    ])
  })

  it('ignores the camera for the microphone, and a server that cannot say', () => {
    const roster = entered()
    roster.apply(joined('a'))
    roster.apply({ name: 'participantMuted', id: 'a', isMuted: true, mediaType: 'video' })
    roster.pollAsked(1)
    roster.applyPoll(1, [polled('me'), polled('a')])
    expect(roster.get('a')?.mute).toBe('unknown')
  })

  it('takes a polled mute for one only after the server has spoken of that microphone', () => {
    const roster = entered()
    roster.apply(joined('a'))
    const poll = (pollId: number, isAudioMuted: boolean) => {
      roster.pollAsked(pollId)
      roster.applyPoll(pollId, [polled('me'), { ...polled('a'), isAudioMuted }])
      return roster.get('a')?.mute
    }
    expect(poll(1, true)).toBe('unknown')
    expect(poll(2, false)).toBe('unmuted')
    expect(poll(3, true)).toBe('unmuted')
    roster.apply({ name: 'participantMuted', id: 'a', isMuted: false, mediaType: 'audio' })
    expect(poll(4, true)).toBe('muted')
  })

  it('takes the polls of a new connection, which count from one again', () => {
    const roster = entered()
    for (let pollId = 1; pollId <= 50; pollId += 1) {
      roster.pollAsked(pollId)
      roster.applyPoll(pollId, [polled('me')])
    }
    roster.clear()
    roster.apply({ name: 'joined', id: 'me2', displayName: 'Me' })
    roster.pollAsked(1)
    roster.applyPoll(1, [polled('me2'), polled('a')])
    expect(ids(roster)).toEqual(['me2', 'a'])
  })

  it('lets nobody go because of a poll that does not list us', () => {
    const roster = entered()
    roster.apply(joined('a'))
    roster.pollAsked(1)
    expect(roster.applyPoll(1, [])).toEqual([])
    expect(ids(roster)).toContain('a')
  })

  it('lets a poll overrule what was said earlier of somebody not yet seen, fact by fact', () => {
    const roster = entered()
    roster.apply({ name: 'participantMuted', id: 'c', isMuted: true, mediaType: 'audio' })
    roster.pollAsked(1)
    roster.apply({ name: 'roleChanged', id: 'c', role: 'moderator' })
    roster.applyPoll(1, [polled('me'), { ...polled('c'), isAudioMuted: false }])
    expect(roster.get('c')).toMatchObject({ mute: 'unmuted', role: 'moderator' })
  })

  it('remembers our own microphone from before we had joined', () => {
    const roster = createRoster(fallback)
    roster.apply({ name: 'ownAudioMuted', isMuted: true })
    roster.apply({ name: 'joined', id: 'me', displayName: 'Me' })
    expect(roster.get('me')?.mute).toBe('muted')
  })

  it('refuses a crowd that cannot be', () => {
    const roster = entered()
    for (let index = 0; index < PEOPLE_MAX - 1; index += 1) roster.apply(joined(`p${index}`))
    expect(roster.apply(joined('more'))).toEqual([{ kind: 'tooMany' }])
    expect(roster.size()).toBe(PEOPLE_MAX)
  })
})

const id = fc.constantFrom('me', 'a', 'b', 'c', 'd')
const name = fc.constantFrom('', 'Sam', 'sam', '\u202eevil', '<b>', '😀')
const event: fc.Arbitrary<MeetingEvent> = fc.oneof(
  fc.record({ name: fc.constant('joined' as const), id, displayName: name }),
  fc.record({ name: fc.constant('left' as const) }),
  fc.record({ name: fc.constant('participantJoined' as const), id, displayName: name }),
  fc.record({ name: fc.constant('participantLeft' as const), id }),
  fc.record({ name: fc.constant('displayNameChange' as const), id, displayName: name }),
  fc.record({ name: fc.constant('kicked' as const), kickedId: id, isSelf: fc.boolean() }),
  fc.record({ name: fc.constant('handRaised' as const), id, raisedAtMs: fc.nat() }),
  fc.record({
    name: fc.constant('roleChanged' as const),
    id,
    role: fc.constantFrom('moderator' as const, 'participant' as const, 'none' as const),
  }),
  fc.record({
    name: fc.constant('participantMuted' as const),
    id,
    isMuted: fc.boolean(),
    mediaType: fc.constantFrom('audio' as const, 'video' as const),
  }),
)
const poll = fc.uniqueArray(id, { selector: (one) => one })
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: event.map((one) => ({ do: 'event' as const, event: one })) },
    { weight: 1, arbitrary: fc.constant({ do: 'ask' as const }) },
    { weight: 1, arbitrary: poll.map((people) => ({ do: 'answer' as const, people })) },
  ),
  { maxLength: 60 },
)

describe('any sequence of events and polls', () => {
  it('never throws, never reorders, and leaves no ghost after a poll', () => {
    fc.assert(
      fc.property(steps, poll, (sequence, last) => {
        const roster = createRoster(fallback)
        let pollId = 0
        let before: string[] = []
        for (const step of sequence) {
          if (step.do === 'event') roster.apply(step.event)
          if (step.do === 'ask') {
            pollId += 1
            roster.pollAsked(pollId)
          }
          if (step.do === 'answer')
            roster.applyPoll(
              pollId,
              step.people.map((one) => polled(one)),
            )
          const after = ids(roster)
          const stayed = before.filter((one) => after.includes(one))
          // Who stayed through a step has the same neighbours in the same order; newcomers come last.
          if (step.do !== 'event' || step.event.name !== 'left') {
            expect(after.slice(0, stayed.length)).toEqual(stayed)
          }
          expect(new Set(after).size).toBe(after.length)
          const ordinals = roster.people().map((person) => person.ordinal)
          expect(ordinals).toEqual([...ordinals].sort((one, other) => one - other))
          before = after
        }
        pollId += 1
        roster.pollAsked(pollId)
        roster.applyPoll(
          pollId,
          last.map((one) => polled(one)),
        )
        const own = roster.ownId()
        // A poll that does not list us is of no room of ours: it adds, and takes nobody away.
        if (last.some((one) => one === own)) expect(new Set(ids(roster))).toEqual(new Set(last))
        else expect(ids(roster)).toEqual(expect.arrayContaining(last))
      }),
      { numRuns: rounds(300, 5000) },
    )
  })
})
