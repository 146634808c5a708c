/**
 * @file The question before leaving, by role and key, and the browser's own only while something would be lost.
 */
import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '../../../../../tests/fixtures/render'
import type { LeavingPage } from '../../../../contract/leaving'
import { registerAtStake } from '../../at-stake'
import { useUndo } from '../../ui/undo'
import { LeaveQuestion } from './LeaveQuestion'
import { answerLeaveQuestion, guardLeaving } from './leaving'

let user: ReturnType<typeof renderInConsole>['user']
let unguard: () => void
const ends: (() => void)[] = []
const stake = (...kinds: Parameters<typeof registerAtStake>[0]['kind'][]) => {
  for (const kind of kinds) ends.push(registerAtStake({ kind }))
}
const offered = (): LeavingPage => Reflect.get(globalThis, 'holdspaceLeaving')
const question = () => document.querySelector('[role="alertdialog"]')
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
const ask = () => act(async () => ({ answer: offered().ask() }))
/** True when the browser would ask. */
const browserAsks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => {
  unguard = guardLeaving()
  user = renderInConsole(
    <LeaveQuestion>
      <button type="button">Typing here</button>
    </LeaveQuestion>,
  ).user
})
afterEach(() => {
  for (const end of ends.splice(0)) act(end)
  act(() => answerLeaveQuestion('stay'))
  unguard()
})

describe('the question before the window closes', () => {
  it('is not asked where nothing would be lost', async () => {
    const { answer } = await ask()
    expect(await answer).toBe('leave')
    expect(question()).toBeNull()
  })

  it('says what weighs most first and all that would be lost; the page behind is out of reach', async () => {
    stake('words', 'recoverySheet', 'room')
    await ask()
    const [title, body] = ['labelledby', 'describedby'].map(
      (name) => document.getElementById(question()?.getAttribute(`aria-${name}`) ?? '')?.textContent ?? '',
    )
    expect(title).toBe('The room is open. Leave it?')
    expect(body).toMatch(/the room stays open without you.*shown this once.*could not be stored/)
    expect(question()?.getAttribute('aria-modal')).toBe('true')
    expect(document.querySelector('[inert]')?.textContent).toContain('Typing here')
  })

  it('has the safe answer under the keyboard, and Escape gives it', async () => {
    button('Typing here')?.focus()
    stake('room')
    const { answer } = await ask()
    expect(document.activeElement?.textContent).toBe('Stay')
    await user.keyboard('{Escape}')
    expect(await answer).toBe('stay')
    expect(question()).toBeNull()
    expect(document.activeElement).toBe(button('Typing here'))
    expect(document.querySelector('[inert]')).toBeNull()
  })

  it('is one, however often it is asked for, and one answer is enough for all', async () => {
    stake('room')
    const first = await ask()
    await user.tab()
    expect(document.activeElement?.textContent).toBe('Leave and close')
    const second = await ask()
    expect(document.querySelectorAll('[role="alertdialog"]')).toHaveLength(1)
    expect(document.activeElement?.textContent).toBe('Stay')
    await user.keyboard('{Tab}{Enter}')
    expect(await Promise.all([first.answer, second.answer])).toEqual(['leave', 'leave'])
  })
})

describe('the browser’s own question', () => {
  it('comes only while something would be lost', () => {
    expect(browserAsks()).toBe(false)
    stake('room')
    expect(browserAsks()).toBe(true)
    for (const end of ends.splice(0)) act(end)
    expect(browserAsks()).toBe(false)
  })

  it('comes after storing has begun, and not for what is stored at once', () => {
    let flushed = 0
    const end = registerAtStake({
      kind: 'words',
      flush: async () => {
        flushed += 1
        end()
      },
    })
    expect(browserAsks()).toBe(false)
    expect(flushed).toBe(1)
  })

  it('is not the only way: a page that is taken away without asking stores too', () => {
    let flushed = 0
    ends.push(
      registerAtStake({
        kind: 'words',
        flush: async () => {
          flushed += 1
        },
      }),
    )
    dispatchEvent(new Event('pagehide'))
    expect(flushed).toBe(1)
  })
})

describe('before a shell locks or closes', () => {
  /** A page with an act that can be taken back, and words that it changes. */
  const removing = (carryOut: () => Promise<void>) => {
    let offer: ReturnType<typeof useUndo>['offer'] = () => undefined
    const Page = () => {
      offer = useUndo().offer
      return null
    }
    renderInConsole(
      <LeaveQuestion>
        <Page />
      </LeaveQuestion>,
    )
    act(() => offer({ said: 'Removed', commit: carryOut, undo: () => undefined }))
  }

  it('what waits for undo is carried out, and the words that it changes are stored after it', async () => {
    const order: string[] = []
    const end = registerAtStake({
      kind: 'words',
      flush: async () => {
        order.push('words stored')
        end()
      },
    })
    removing(async () => {
      await Promise.resolve()
      order.push('carried out')
    })
    expect(document.body.textContent).toContain('Removed')
    let lost: readonly string[] = ['not answered']
    await act(async () => {
      lost = await offered().flush()
    })
    expect(order).toEqual(['carried out', 'words stored'])
    expect(lost).toEqual([])
    expect(document.body.textContent).not.toContain('Removed')
  })

  it('one that fails has said so on its page; one that does not end in time is not locked away', async () => {
    removing(() => Promise.reject(new Error('refused')))
    await act(async () => {
      expect(await offered().flush()).toEqual([])
    })
    removing(() => new Promise(() => undefined))
    vi.useFakeTimers()
    try {
      const flushed = offered().flush()
      await act(() => vi.advanceTimersByTimeAsync(10_000))
      expect(await flushed).toEqual(['words'])
    } finally {
      vi.useRealTimers()
    }
  })
})
