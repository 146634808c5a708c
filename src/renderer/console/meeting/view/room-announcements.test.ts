/** @file What is said of the room: each thing once, nothing of what was there before, nothing of ourselves. */
import { describe, expect, it } from 'vitest'
import { playRoom } from './played-room.fixture'
import { announcementsBetween } from './use-room-announcements'

describe('what is new in the room', () => {
  const between = async (happen: (played: Awaited<ReturnType<typeof playRoom>>) => void) => {
    const played = await playRoom('Wren', 'Oak')
    const before = played.draw()
    happen(played)
    return announcementsBetween(before, played.draw()).map(
      ({ key, name, urgency }) => `${key} ${name} ${urgency}`,
    )
  }

  it('a message and an alarm at once, a knock, a hand and a leaving politely', async () => {
    expect(
      await between(({ write, knock, page }) => {
        write('guest-1', 'help')
        knock('k1', 'Sol')
        page().event({ name: 'handRaised', id: 'guest-1', raisedAtMs: 7 })
        page().event({ name: 'participantLeft', id: 'guest-2' })
        page().event({ name: 'transcribingChanged', isOn: true })
      }),
    ).toEqual([
      'alarm.transcribing  assertive',
      'wrote Wren assertive',
      'waits Sol polite',
      'hand Wren polite',
      'left Oak polite',
    ])
  })

  it('nothing where nothing happened, and no leaving of somebody we removed or of everybody as we go', async () => {
    expect(await between(() => undefined)).toEqual([])
    expect(
      await between(({ room, page }) => {
        room.remove('guest-2')
        page().event({ name: 'kicked', kickedId: 'guest-2', isSelf: false })
      }),
    ).toEqual([])
    expect(
      await between(({ page }) => page().event({ name: 'kicked', kickedId: 'me', isSelf: true })),
    ).toEqual(['trouble  assertive'])
  })
})
