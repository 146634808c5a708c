/**
 * @file What a screen says in another language: every word on it comes from the catalogue or says whose it is, and the page is
 * mirrored where it is read from right to left.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

/** A language that nobody reads: a third longer, accented, from right to left. */
export const PSEUDO = 'ar-XB'

/** As if the person had changed the system's language while the page is open. */
export const systemReads = async (page: Page, locale: string): Promise<void> => {
  await page.evaluate((tag) => {
    Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [tag] })
    dispatchEvent(new Event('languagechange'))
  }, locale)
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
}

/** Every text of the charters, crisis numbers and drills: words of theirs, in their language. */
const theirs = ((): string[] => {
  const folder = new URL('../../resources/', import.meta.url)
  const textsIn = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(textsIn)
        : []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => textsIn(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
})()

/** What is data and no word: addresses, keys, sums, a zone, a report's number, and what the tour typed. */
const DATA =
  /^(https?:|[0-9a-f]{64}$|[A-Z0-9]{4}$|.*\bUTC$|.*\.invalid$|heartfelt \(|[0-9A-F]{8}-[0-9A-F]{4}$|Harbour evenings|Online evenings for adults|Quay evenings|Nobody is pressed to speak|He said)/
/** Said in the language of the moment, and still there a moment later. */
const SAID_BEFORE = /^(Check kept|“.*” will be forgotten)$/

/** Whether a text is neither data nor a charter's, a drill's, a number's. */
export const isNobodys = (text: string): boolean =>
  !DATA.test(text) &&
  !SAID_BEFORE.test(text) &&
  !theirs.some((one) => one.includes(text) || (one.length > 20 && text.includes(one)))

/**
 * Words in sight that are neither the catalogue's (which turns each) nor marked as somebody's own: in the language of a
 * charter (`lang`), typed, a name (`bdi`), an address or a piece of code, a number of a place.
 */
export const wordsOfNobody = (page: Page): Promise<string[]> =>
  page.evaluate((pseudo) => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? ''
      const parent = walker.currentNode.parentElement
      if (!parent?.checkVisibility() || !/\p{L}{3}/u.test(text.replace(/[\u2066-\u2069]/g, ''))) continue
      if (/\u202e/.test(text) || parent.closest('[lang]')?.getAttribute('lang') !== pseudo) continue
      // Days, places and times are the system's own words, in its letters.
      if (!/[A-Za-z]{3}/.test(text)) continue
      if (parent.closest('bdi, code, kbd, pre, textarea, script, style, option, [data-print-sheet]')) continue
      found.add(text.trim())
    }
    return [...found]
  }, PSEUDO)

/** What should have changed sides with the language and did not. */
export const notMirrored = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    if (getComputedStyle(document.body).direction !== 'rtl') found.push('the page itself')
    const middle = (element: Element | null) => {
      const box = element?.getBoundingClientRect()
      return box && box.width > 0 ? (box.left + box.right) / 2 : null
    }
    const navigation = middle(document.querySelector('nav'))
    const main = middle(document.querySelector('main > *'))
    const isBeside = (document.querySelector('nav')?.getBoundingClientRect().height ?? 0) > innerHeight / 2
    if (isBeside && navigation !== null && main !== null && navigation < main) found.push('the navigation')
    return found
  })
