/** @file Writing laid aside: in memory only, gone at the lock, without names when their list goes. */
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DebriefId } from '../../../contract/primitives'
import { dropInHand, followId, type LaidAside, layAside, NEW_SLOT, readInHand, slotsInHand } from './in-hand'
import { indexNames } from './linter'
import { check } from './writing'

const id = DebriefId.parse('3c2ac753-9cbe-4b93-bcb1-acd0973d8bb6')
const aside = (text: string): LaidAside => {
  const writing = {
    debriefId: null,
    charterId: 'c',
    text,
    answers: {},
    kept: new Set<string>(),
    stored: null,
  }
  const context = { names: indexNames(['Wren']), phones: null, publicNumbers: [] }
  return { writing, chosen: new Set(), findings: check(writing, new Set(), context) }
}
const textIn = (cache: QueryClient, slot: string) => readInHand(cache, slot)?.writing.text

describe('writing laid aside', () => {
  let cache = new QueryClient()
  beforeEach(() => {
    vi.useFakeTimers()
    cache = new QueryClient()
  })
  afterEach(() => {
    cache.clear()
    vi.useRealTimers()
  })

  it('waits however long the console stays open', () => {
    layAside(cache, NEW_SLOT, aside('a@b.org'), null)
    vi.advanceTimersByTime(10 * 3_600_000)
    expect(textIn(cache, NEW_SLOT)).toBe('a@b.org')
    expect([...slotsInHand(cache)]).toEqual([NEW_SLOT])
  })
  it('is gone when the console locks (which clears the cache)', () => {
    layAside(cache, NEW_SLOT, aside('Wren'), Date.now() + 1000)
    cache.clear()
    vi.advanceTimersByTime(2000)
    expect(readInHand(cache, NEW_SLOT)).toBeUndefined()
  })
  it('loses its names at the moment their list does', () => {
    layAside(cache, NEW_SLOT, aside('wren spoke to a@b.org'), Date.now() + 60_000)
    vi.advanceTimersByTime(59_999)
    expect(textIn(cache, NEW_SLOT)).toBe('wren spoke to a@b.org')
    vi.advanceTimersByTime(2)
    expect(textIn(cache, NEW_SLOT)).toBe('[…] spoke to a@b.org')
  })
  it('moves under its id when the new debrief gets one', () => {
    layAside(cache, NEW_SLOT, aside('Wren'), null)
    followId(cache, { ...aside('').writing, debriefId: id }, null)
    expect([...slotsInHand(cache)]).toEqual([id])
    expect(readInHand(cache, id)?.writing.debriefId).toBe(id)
    dropInHand(cache, id)
    expect(slotsInHand(cache).size).toBe(0)
  })
})
