/** @file Any sequence of events, presses, polls and waits: nothing throws, nothing is confirmed unproved. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../../../../tests/fixtures/rounds'
import type { MeetingEvent } from '../../../../contract/room-protocol'
import { inRoom, settled } from './stand-in-evening'

const id = fc.constantFrom('me', 'a', 'b', 'c')
const event: fc.Arbitrary<MeetingEvent> = fc.oneof(
  fc.constantFrom<MeetingEvent>({ name: 'left' }, { name: 'passwordRequired' }),
  fc.record({ name: fc.constant('joined' as const), id, displayName: fc.string() }),
  fc.record({ name: fc.constant('participantJoined' as const), id, displayName: fc.string() }),
  fc.record({ name: fc.constant('participantLeft' as const), id }),
  fc.record({ name: fc.constant('knocking' as const), id, displayName: fc.string() }),
  fc.record({ name: fc.constant('kicked' as const), kickedId: id, isSelf: fc.constant(false) }),
  fc.record({
    name: fc.constant('roleChanged' as const),
    id,
    role: fc.constantFrom('moderator' as const, 'none' as const),
  }),
  fc.record({
    name: fc.constant('participantMuted' as const),
    id,
    isMuted: fc.boolean(),
    mediaType: fc.constant('audio' as const),
  }),
  fc.record({
    name: fc.constant('moderationChanged' as const),
    mediaType: fc.constant('audio' as const),
    isEnabled: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('messageReceived' as const),
    fromId: id,
    displayName: fc.string(),
    text: fc.string(),
    isPrivate: fc.boolean(),
  }),
)
const act = fc.oneof(
  { weight: 6, arbitrary: event.map((one) => ({ do: 'event' as const, event: one })) },
  { weight: 2, arbitrary: fc.constantFrom('lock', 'unlock', 'quiet', 'release').map((one) => ({ do: one })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('mute', 'remove', 'message'), id)
      .map(([one, whom]) => ({ do: one, whom })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 11_000 }).map((byMs) => ({ do: 'wait' as const, byMs })),
  },
  { weight: 1, arbitrary: fc.subarray(['me', 'a', 'b', 'c']).map((ids) => ({ do: 'poll' as const, ids })) },
)

describe('any evening', () => {
  it('throws nothing, and never confirms what the server has not shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
        const { clock, page, room, draw } = await inRoom()
        const kicked = new Set<string>()
        const unlisted = new Set<string>()
        let isModerated: boolean | null = null
        // Only `left` and then `joined` gives us another id; the old one may then be anybody's.
        let ownId: string | null = 'me'
        let checkedCount = 0
        for (const one of acts) {
          if (one.do === 'lock') room.lock()
          if (one.do === 'unlock') room.unlock()
          if (one.do === 'quiet') room.quiet()
          if (one.do === 'release') room.releaseQuiet()
          if ('whom' in one) {
            if (one.do === 'mute') room.mute(one.whom)
            if (one.do === 'message') room.sendPrivateMessage(one.whom, 'hello')
            if (one.do === 'remove') {
              room.remove(one.whom)
              unlisted.delete(one.whom)
              kicked.delete(one.whom)
            }
          }
          if ('byMs' in one) clock.advance(one.byMs)
          if ('event' in one) {
            page().event(one.event)
            if (one.event.name === 'kicked') kicked.add(one.event.kickedId)
            if (one.event.name === 'moderationChanged') isModerated = one.event.isEnabled
            if (one.event.name === 'left') isModerated = null
            if (one.event.name === 'left') ownId = null
            if (one.event.name === 'joined') ownId ??= one.event.id
          }
          if ('ids' in one) {
            page().answerPoll(one.ids.map((whom) => ({ id: whom, displayName: whom, role: 'participant' })))
            for (const whom of ['me', 'a', 'b', 'c']) if (!one.ids.includes(whom)) unlisted.add(whom)
          }
          await settled()
          for (const command of page().sent.slice(checkedCount)) {
            if ('id' in command && command.name !== 'answerKnockingParticipant')
              expect(command.id).not.toBe(ownId)
          }
          checkedCount = page().sent.length
          const { quiet, removals, acts: asked, people, lock } = draw()
          if (quiet.wish === 'quiet' && quiet.status.kind === 'confirmed') {
            expect(isModerated).toBe(true)
            expect(people.some((person) => !person.isSelf && person.mute === 'unmuted')).toBe(false)
          }
          for (const removal of removals) {
            if (removal.status.kind === 'confirmed')
              expect(kicked.has(removal.id) || unlisted.has(removal.id)).toBe(true)
          }
          for (const [whom, { message, mute }] of asked) {
            expect(['idle', 'sending', 'sent', 'notSent']).toContain(message.kind)
            if (mute.kind === 'confirmed')
              expect(people.find((person) => person.id === whom)?.mute).toBe('muted')
          }
          if (lock.status.kind === 'confirmed') expect(lock.wish).toBe('locked')
        }
      }),
      { numRuns: rounds(100, 5000) },
    )
  })
})
