/** @file Our own microphone: never opened by a command that was meant to shut it, whatever comes late or not at all. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MuteState } from '../roster/person'
import { holdClock } from './held-clock'
import { createMicrophone, SHOWN_WITHIN_MS } from './own-microphone'
import { standInPort } from './stand-in-port'

const made = (start: MuteState = 'muted') => {
  const clock = holdClock()
  const port = standInPort(clock)
  let shown = start
  const microphone = createMicrophone({
    clock,
    send: port.commands.send,
    muteNow: () => shown,
    onChange: () => undefined,
  })
  return {
    clock,
    port,
    microphone,
    show: (next: MuteState) => {
      shown = next
      microphone.look()
    },
    sentCount: () => port.left.length,
  }
}

describe('our own microphone', () => {
  it('is flipped by one command, and is changing until the meeting shows it', () => {
    const { microphone, show, sentCount, port } = made()
    microphone.flip()
    expect(port.left.map(({ command }) => command)).toEqual([{ name: 'toggleOwnAudio' }])
    expect(microphone.now()).toEqual({ mute: 'muted', isChanging: true, trouble: null })
    show('unmuted')
    expect(microphone.now()).toEqual({ mute: 'unmuted', isChanging: false, trouble: null })
    expect(sentCount()).toBe(1)
  })

  it('is asked nothing while it is as wished, and nothing while it is not known', () => {
    const { microphone, sentCount, show } = made()
    microphone.wish(false)
    expect(sentCount()).toBe(0)
    show('unknown')
    microphone.flip()
    microphone.wish(true)
    expect(sentCount()).toBe(0)
    expect(microphone.now().trouble).toBe('notKnown')
    show('muted')
    expect(microphone.now().trouble).toBeNull()
  })

  it('let go before the meeting showed it open is shut as soon as it does', () => {
    const { microphone, show, sentCount } = made()
    microphone.wish(true)
    microphone.wish(false)
    expect(sentCount()).toBe(1)
    show('unmuted')
    expect(sentCount()).toBe(2)
    show('muted')
    expect(sentCount()).toBe(2)
    expect(microphone.now()).toEqual({ mute: 'muted', isChanging: false, trouble: null })
  })

  it('that does not change within three seconds says so, and the next press tries again', () => {
    const { microphone, clock, sentCount, show } = made()
    microphone.flip()
    clock.advance(SHOWN_WITHIN_MS)
    expect(microphone.now()).toEqual({ mute: 'muted', isChanging: false, trouble: 'notShown' })
    microphone.flip()
    expect(sentCount()).toBe(2)
    show('unmuted')
    expect(microphone.now().trouble).toBeNull()
  })

  it('let go, that opens only after we gave up waiting, is shut all the same, and once', () => {
    const { microphone, clock, sentCount, show } = made()
    microphone.wish(true)
    microphone.wish(false)
    clock.advance(SHOWN_WITHIN_MS)
    expect(microphone.now().trouble).toBe('notShown')
    show('unmuted')
    expect(sentCount()).toBe(2)
    show('muted')
    // Opened by hand, in the meeting itself: that stays.
    show('unmuted')
    expect(sentCount()).toBe(2)
  })

  it.each([
    ['after we gave up waiting', (one: ReturnType<typeof made>) => one.clock.advance(SHOWN_WITHIN_MS * 2)],
    [
      'after a second try that is late too',
      ({ clock, microphone }: ReturnType<typeof made>) => {
        clock.advance(SHOWN_WITHIN_MS)
        microphone.wish(true)
        clock.advance(SHOWN_WITHIN_MS)
      },
    ],
  ] as const)('opened by a key that is let go only %s, is shut whenever it opens', (_when, wait) => {
    const one = made()
    one.microphone.wish(true)
    wait(one)
    one.microphone.wish(false)
    one.clock.advance(60_000)
    let done = 0
    let really: MuteState = 'muted'
    while (done < one.sentCount()) {
      done += 1
      really = really === 'muted' ? 'unmuted' : 'muted'
      one.show(really)
      expect(done).toBeLessThan(10)
    }
    expect(really).toBe('muted')
    // What is opened by hand after that stays.
    const before = one.sentCount()
    one.show('unmuted')
    expect(one.sentCount()).toBe(before)
  })

  it('let go while it is not known how it stands, is shut as soon as it is shown open', () => {
    const { microphone, show, sentCount } = made('unmuted')
    show('unknown')
    microphone.wish(false)
    expect(sentCount()).toBe(0)
    expect(microphone.now().trouble).toBe('notKnown')
    show('unmuted')
    expect(sentCount()).toBe(1)
  })

  it('let go while there is no line, is shut as soon as there is one', () => {
    const { microphone, port, sentCount } = made('unmuted')
    port.shut()
    microphone.wish(false)
    microphone.look()
    expect(microphone.now().trouble).toBe('notSent')
    expect(sentCount()).toBe(0)
    port.open()
    microphone.look()
    expect(sentCount()).toBe(1)
  })

  it('says that it was not sent where there is no line', () => {
    const { microphone, port } = made()
    port.shut()
    microphone.flip()
    expect(microphone.now().trouble).toBe('notSent')
  })

  it('has no wish left over for another room', () => {
    const { microphone, show, sentCount } = made()
    microphone.wish(true)
    microphone.wish(false)
    microphone.clear()
    show('unmuted')
    expect(sentCount()).toBe(1)
  })

  it('ends as it was wished last, on a meeting that does as it is told, however late and in whatever order', () => {
    const step = fc.oneof(
      fc.record({ wish: fc.boolean() }),
      fc.record({ answer: fc.constant(true) }),
      fc.record({ pass: fc.integer({ min: 1, max: 2900 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { microphone, clock, port, show } = made()
        let really: 'muted' | 'unmuted' = 'muted'
        let done = 0
        let last: boolean | null = null
        const answer = () => {
          while (done < port.left.length) {
            done += 1
            really = really === 'muted' ? 'unmuted' : 'muted'
            show(really)
          }
        }
        for (const one of steps) {
          if ('wish' in one) {
            microphone.wish(one.wish)
            last = one.wish
          } else if ('answer' in one) answer()
          else {
            // A meeting that is slow, but not slower than we wait.
            answer()
            clock.advance(one.pass)
          }
        }
        answer()
        if (last !== null) expect(really).toBe(last ? 'unmuted' : 'muted')
        expect(microphone.now().isChanging).toBe(false)
      }),
    )
  })

  it('is shut in the end where it was let go last, on a meeting as late as it likes', () => {
    const step = fc.oneof(
      fc.record({ wish: fc.boolean() }),
      fc.record({ answer: fc.constant(true) }),
      fc.record({ pass: fc.integer({ min: 1, max: 20_000 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { microphone, clock, port, show } = made()
        let really: 'muted' | 'unmuted' = 'muted'
        let done = 0
        const answerOne = () => {
          if (done >= port.left.length) return
          done += 1
          really = really === 'muted' ? 'unmuted' : 'muted'
          show(really)
        }
        for (const one of steps) {
          if ('wish' in one) microphone.wish(one.wish)
          else if ('answer' in one) answerOne()
          else clock.advance(one.pass)
        }
        microphone.wish(false)
        clock.advance(20_000)
        for (let count = 0; done < port.left.length; count += 1) {
          answerOne()
          expect(count).toBeLessThan(500)
        }
        expect(really).toBe('muted')
      }),
    )
  })
})
