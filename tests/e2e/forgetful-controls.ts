/** @file No screen leaves form memory, a telling title or address, or anything in the browser's own stores. */
import { expect, type Frame, type Page } from '@playwright/test'
import type { Screen } from '../fixtures/tour'

/** Addresses are a page's name and at most a record's id or its number: never a word that somebody typed. */
const ADDRESS =
  /^#\/([a-z-]*(\/(over|new|[0-9a-f-]{36}|[0-9A-F]{8}-[0-9A-F]{4})(\/hand-off)?)?|desk\/(themes|numbers)|charter\/compose(\/[0-9a-f-]{36}(\/[a-z]+)?)?)$/

/** Every control that a browser could remember, with what is wrong about it. */
const rememberingControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
        'input, textarea, select',
      ),
    ]
    const wrong = controls.flatMap((control) => {
      const kind = control instanceof HTMLInputElement ? control.type : control.tagName.toLowerCase()
      const isTyped = !['checkbox', 'radio', 'select', 'hidden'].includes(kind)
      return [
        ...(control.getAttribute('autocomplete') === 'off' ? [] : ['autocomplete is not off']),
        ...(isTyped && control.spellcheck ? ['spellcheck is on'] : []),
        ...(isTyped && control.getAttribute('autocorrect') !== 'off' ? ['autocorrect is not off'] : []),
        // Radios of one question need one name to be one question: a made one, which tells nothing.
        ...(control.name === '' || (kind === 'radio' && /^(mantine-|_r_)/.test(control.name))
          ? []
          : [`it has the name ${control.name}`]),
        ...(control.form === null ? [] : ['it stands in a form']),
      ].map((what) => `${kind} ${control.labels?.[0]?.textContent ?? control.ariaLabel}: ${what}`)
    })
    const forms = document.querySelectorAll('form, [action], [formaction], datalist').length
    return forms === 0 ? wrong : [...wrong, `${forms} forms`]
  })

/** Everything that a frame's origin has in the browser's stores. A frame that is denied a store has none. */
const stored = async (frame: Frame): Promise<string[]> =>
  frame.evaluate(async () => {
    const denied = (error: unknown): string[] => {
      if (error instanceof DOMException && /denied|SecurityError/.test(`${error.name} ${error.message}`))
        return []
      throw error
    }
    const keysOf = (storage: () => Storage): string[] => {
      try {
        return Object.keys(storage())
      } catch (error) {
        return denied(error)
      }
    }
    const looks: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
      localStorage: () => keysOf(() => localStorage),
      sessionStorage: () => keysOf(() => sessionStorage),
      cookie: () => (document.cookie === '' ? [] : [document.cookie]),
      IndexedDB: async () => (await indexedDB.databases()).map(({ name }) => name ?? ''),
      CacheStorage: () => caches.keys(),
      'service worker': async () =>
        (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    }
    const found = await Promise.all(
      Object.entries(looks).map(async ([name, look]) => {
        try {
          return (await look()).map((key) => `${location.origin} ${name}: ${key}`)
        } catch (error) {
          return denied(error)
        }
      }),
    )
    return found.flat()
  })

/**
 * Looks at one screen, and notes softly what would be remembered of it.
 *
 * @returns how many controls it looked at.
 */
export const expectForgetful = async (page: Page, screen: Screen): Promise<number> => {
  expect.soft(await rememberingControls(page), `what remembers on ${screen}`).toEqual([])
  expect.soft(await page.title(), `title of ${screen}`).toBe('Holdspace')
  // A spent start link stays in its address bar: it opens nothing, and the page says so.
  if (screen !== 'no-link') expect.soft(new URL(page.url()).hash, `address of ${screen}`).toMatch(ADDRESS)
  for (const frame of page.frames()) {
    // A frame whose server never answered has no page of its own.
    if (!/^http:\/\/127\.0\.0\.1:|^http:\/\/\[?[\w.:]+\]?:\d+/.test(frame.url())) continue
    expect.soft(await stored(frame), `stores of ${screen}`).toEqual([])
    expect.soft(await frame.title(), `title of a frame of ${screen}`).toMatch(/^(Holdspace|Room|Rehearsal)$/)
  }
  expect.soft(await page.context().cookies(), `cookies of ${screen}`).toEqual([])
  return page.locator('input, textarea, select').count()
}
