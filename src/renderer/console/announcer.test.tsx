/**
 * @file The one voice for screen readers: gathered, never a flood, gone again, and silent at lock.
 */
import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../tests/fixtures/render'
import { Announcer, announce, GATHER_MS, SAID_FOR_MS } from './announcer'
import { wipePageStores } from './page-store'

const said = (urgency: 'polite' | 'assertive') =>
  [...document.querySelectorAll(`[aria-live="${urgency}"] p`)].map(({ textContent }) => textContent)
const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the announcer', () => {
  it('says what comes together together, each sentence once, by urgency', () => {
    renderInConsole(<Announcer />)
    act(() => {
      announce('Sol waits to enter.')
      announce('Sol waits to enter.')
      announce('Oak left.')
      announce('Wren wrote to you, privately.', 'assertive')
    })
    expect(said('polite')).toEqual([])
    pass(GATHER_MS)
    expect(said('polite')).toEqual(['Sol waits to enter.', 'Oak left.'])
    expect(said('assertive')).toEqual(['Wren wrote to you, privately.'])
  })

  it('counts what would be a flood', () => {
    renderInConsole(<Announcer />)
    act(() => {
      for (let number = 1; number <= 40; number += 1) announce(`Guest ${number} left.`)
    })
    pass(GATHER_MS)
    expect(said('polite')).toEqual(['Guest 1 left.', 'Guest 2 left.', 'Guest 3 left.', 'And 37 more things.'])
  })

  it('takes what was said out of the page again, and goes on', () => {
    renderInConsole(<Announcer />)
    act(() => announce('Oak left.'))
    pass(GATHER_MS + SAID_FOR_MS)
    expect(said('polite')).toEqual([])
    act(() => announce('Oak left.'))
    pass(GATHER_MS)
    expect(said('polite')).toEqual(['Oak left.'])
  })

  it('says nothing more of what was gathered before the lock', () => {
    renderInConsole(<Announcer />)
    act(() => announce('Oak left.'))
    act(wipePageStores)
    pass(GATHER_MS)
    expect(said('polite')).toEqual([])
  })

  it('loses nothing that comes while something is being said', () => {
    renderInConsole(<Announcer />)
    act(() => announce('Oak left.'))
    pass(GATHER_MS)
    act(() => announce('Sol left.'))
    pass(GATHER_MS)
    expect(said('polite')).toEqual(['Sol left.'])
  })
})
