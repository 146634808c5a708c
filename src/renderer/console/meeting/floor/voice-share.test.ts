/** @file Who had the floor: counted from the meeting's word, ended by mute and leaving, near the truth, and forgotten. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdClock } from '../guard/held-clock'
import { createVoiceShare } from './voice-share'

const made = () => {
  const clock = holdClock()
  const voices = createVoiceShare(clock)
  const speaks = (id: string) => voices.receive({ name: 'dominantSpeaker', id }, 'me')
  return { clock, voices, speaks }
}

describe('the share of the floor', () => {
  it('counts until somebody else speaks, ours apart from everybody else', () => {
    const { clock, voices, speaks } = made()
    clock.advance(9000)
    speaks('ash')
    clock.advance(4000)
    speaks('me')
    clock.advance(3000)
    speaks('oak')
    clock.advance(2000)
    expect(voices.now()).toEqual({
      mineMs: 3000,
      othersMs: 6000,
      byId: new Map([
        ['ash', 4000],
        ['oak', 2000],
      ]),
    })
  })

  it.each([
    ['a mute', { name: 'participantMuted', id: 'ash', isMuted: true, mediaType: 'audio' }],
    ['leaving', { name: 'participantLeft', id: 'ash' }],
    ['a removal', { name: 'kicked', kickedId: 'ash', isSelf: false }],
    ['our own way out', { name: 'left' }],
  ] as const)('ends with %s', (_, event) => {
    const { clock, voices, speaks } = made()
    speaks('ash')
    clock.advance(1000)
    voices.receive(event, 'me')
    clock.advance(60_000)
    expect(voices.now().othersMs).toBe(1000)
  })

  it('of ours ends with our own mute, and goes on when only a camera goes off', () => {
    const { clock, voices, speaks } = made()
    speaks('ash')
    clock.advance(1000)
    voices.receive({ name: 'participantMuted', id: 'ash', isMuted: true, mediaType: 'video' }, 'me')
    clock.advance(1000)
    speaks('me')
    clock.advance(1000)
    voices.receive({ name: 'ownAudioMuted', isMuted: true }, 'me')
    clock.advance(60_000)
    expect(voices.now()).toMatchObject({ mineMs: 1000, othersMs: 2000 })
  })

  it('holds no more people than a room may have, and forgets all of it', () => {
    const { clock, voices, speaks } = made()
    for (let index = 0; index < 1500; index += 1) {
      speaks(`p${index}`)
      clock.advance(10)
    }
    speaks('me')
    expect(voices.now().byId.size).toBe(1000)
    voices.clear()
    expect(voices.now()).toEqual({ mineMs: 0, othersMs: 0, byId: new Map() })
  })

  it('is within ten percentage points of who really spoke, though the meeting says so late', () => {
    // Words of 3 to 90 seconds with a pause of up to 2 after each; the meeting says who speaks up to 1.5 seconds late.
    const part = fc.record({
      who: fc.constantFrom('me', 'ash', 'oak', 'fern'),
      spokenMs: fc.integer({ min: 3000, max: 90_000 }),
      pauseMs: fc.integer({ min: 0, max: 2000 }),
      lateMs: fc.integer({ min: 0, max: 1500 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 20, maxLength: 80 }), (parts) => {
        const { clock, voices, speaks } = made()
        let truthMineMs = 0
        let truthMs = 0
        for (const { who, spokenMs, pauseMs, lateMs } of parts) {
          clock.advance(lateMs)
          speaks(who)
          clock.advance(spokenMs - lateMs + pauseMs)
          truthMs += spokenMs
          if (who === 'me') truthMineMs += spokenMs
        }
        const { mineMs, othersMs } = voices.now()
        expect(Math.abs(mineMs / (mineMs + othersMs) - truthMineMs / truthMs)).toBeLessThanOrEqual(0.1)
      }),
      { numRuns: 60 },
    )
  })
})
