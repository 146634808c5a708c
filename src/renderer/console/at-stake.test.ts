/** @file What leaving would lose: said by whoever holds it, stored where it can be. */
import { describe, expect, it } from 'vitest'
import { flushAtStake, readAtStake, registerAtStake } from './at-stake'

describe('what is at stake', () => {
  it('is each kind once, until it is let go', () => {
    const first = registerAtStake({ kind: 'words' })
    const second = registerAtStake({ kind: 'words' })
    const room = registerAtStake({ kind: 'room' })
    expect(readAtStake()).toEqual(['words', 'room'])
    first()
    expect(readAtStake()).toEqual(['words', 'room'])
    second()
    room()
    expect(readAtStake()).toEqual([])
  })

  it('is stored by flushing, and what could not be stored is still at stake', async () => {
    const stored = registerAtStake({
      kind: 'words',
      flush: async () => stored(),
    })
    const failing = registerAtStake({ kind: 'recoverySheet', flush: () => Promise.reject(new Error('no')) })
    expect(await flushAtStake()).toEqual(['recoverySheet'])
    failing()
  })

  it('does not wait for ever for words that are never stored', async () => {
    const stuck = registerAtStake({ kind: 'words', flush: () => new Promise(() => undefined) })
    expect(await flushAtStake(1)).toEqual(['words'])
    stuck()
  })
})
