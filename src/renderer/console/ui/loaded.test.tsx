/**
 * @file A page loaded on demand shows, whoever loaded its code and whenever it came.
 */
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loaded } from './loaded'

const Hello = () => <p>hello</p>
const roots: { unmount(): void }[] = []
const makeRoot = () => {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  const root = createRoot(place)
  roots.push(root)
  return root
}
const shown = () => document.body.textContent

afterEach(() => {
  for (const root of roots.splice(0)) act(() => root.unmount())
})

describe('a component loaded on demand', () => {
  it('shows nothing, and then itself', async () => {
    const Page = loaded(async () => Hello)
    makeRoot().render(<Page />)
    await vi.waitFor(() => expect(shown()).toBe('hello'))
  })

  it('shows at once when its code is there', async () => {
    const Page = loaded(async () => Hello)
    await Page.preload()
    makeRoot().render(<Page />)
    await vi.waitFor(() => expect(shown()).toBe('hello'))
  })

  it('shows when its code comes between its first rendering and its effect', async () => {
    let give = () => {}
    const Page = loaded(
      () =>
        new Promise<typeof Hello>((resolve) => {
          give = () => resolve(Hello)
        }),
    )
    void Page.preload()
    // Rendered after the page: the code arrives once both are in place, before any effect has run.
    const Arrival = () => {
      give()
      return null
    }
    makeRoot().render(
      <>
        <Page />
        <Arrival />
      </>,
    )
    await vi.waitFor(() => expect(shown()).toBe('hello'))
  })

  it('tries again where loading failed', async () => {
    let tries = 0
    const Page = loaded(async () => {
      tries += 1
      if (tries === 1) throw new Error('gone')
      return Hello
    })
    makeRoot().render(<Page />)
    await vi.waitFor(() => expect(shown()).toBe('hello'))
    expect(tries).toBe(2)
  })
})
