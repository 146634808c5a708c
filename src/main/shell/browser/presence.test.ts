/** @file The minute after a page has gone. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchPresence } from './presence'

describe('watchPresence', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const watched = () => {
    const onGone = vi.fn()
    return { onGone, presence: watchPresence({ goneAfterMs: 60_000, onGone }) }
  }

  it('never ends a shell whose page has not come yet', () => {
    const { onGone } = watched()
    vi.advanceTimersByTime(3_600_000)
    expect(onGone).not.toHaveBeenCalled()
  })

  it('ends a minute after the page has gone, and not before', () => {
    const { onGone, presence } = watched()
    presence.arrived()
    presence.left()
    vi.advanceTimersByTime(59_999)
    expect(onGone).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(onGone).toHaveBeenCalledTimes(1)
  })

  it('counts from the last time the page went', () => {
    const { onGone, presence } = watched()
    presence.arrived()
    presence.left()
    vi.advanceTimersByTime(59_000)
    presence.arrived()
    vi.advanceTimersByTime(3_600_000)
    expect(onGone).not.toHaveBeenCalled()
    presence.left()
    vi.advanceTimersByTime(60_000)
    expect(onGone).toHaveBeenCalledTimes(1)
  })
})
