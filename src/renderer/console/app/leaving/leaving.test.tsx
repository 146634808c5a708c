/**
 * @file The question before leaving, by role and key, and the browser's own only while something would be lost.
 * @vitest-environment jsdom
 */
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LeavingPage } from '../../../../contract/leaving'
import { registerAtStake } from '../../at-stake'
import { wipePageStores } from '../../page-store'
import '../../words'
import { LeaveQuestion } from './LeaveQuestion'
import { guardLeaving } from './leaving'

// Read by React.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })

let root: Root
let unguard: () => void
const ends: (() => void)[] = []
const stake = (...kinds: Parameters<typeof registerAtStake>[0]['kind'][]) => {
  for (const kind of kinds) ends.push(registerAtStake({ kind }))
}
const offered = (): LeavingPage => Reflect.get(globalThis, 'holdspaceLeaving')
const question = () => document.querySelector('[role="alertdialog"]')
const press = (name: string) =>
  act(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())
const key = (name: string) =>
  act(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })))
const ask = () => act(async () => ({ answer: offered().ask() }))
/** True when the browser would ask. */
const browserAsks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  unguard = guardLeaving()
  act(() =>
    root.render(
      <MantineProvider>
        <LeaveQuestion>
          <button type="button">Typing here</button>
        </LeaveQuestion>
      </MantineProvider>,
    ),
  )
})
afterEach(() => {
  for (const end of ends.splice(0)) act(end)
  act(() => root.unmount())
  unguard()
  wipePageStores()
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
    document.querySelector<HTMLElement>('body button')?.focus()
    stake('room')
    const { answer } = await ask()
    expect(document.activeElement?.textContent).toBe('Stay')
    key('Escape')
    expect(await answer).toBe('stay')
    expect(question()).toBeNull()
    expect(document.activeElement).toBe(document.querySelector('body button'))
    expect(document.querySelector('[inert]')).toBeNull()
  })

  it('is one, however often it is asked for, and one answer is enough for all', async () => {
    stake('room')
    const first = await ask()
    const leave = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Leave and close',
    )
    leave?.focus()
    const second = await ask()
    expect(document.querySelectorAll('[role="alertdialog"]')).toHaveLength(1)
    expect(document.activeElement?.textContent).toBe('Stay')
    press('Leave and close')
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
