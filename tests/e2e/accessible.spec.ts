/**
 * @file Every screen, in light and in dark, against WCAG 2.2 A and AA; the live view's contrast against AAA; its
 * targets, reduced motion, two hundred per cent zoom, and 320 px. On the same way through the screens, what no control and
 * no store may remember.
 */
import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { expect, test } from '../fixtures/console'
import { freshFolder, startShell } from '../fixtures/shell-process'
import { lockConsole, openRehearsal, unlock } from '../fixtures/steps'
import { isLive, type Screen, screens, tour } from '../fixtures/tour'
import { expectForgetful } from './forgetful-controls'
import { lostAt, NARROW } from './lost-at-width'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

declare global {
  interface Window {
    /** Put there by the library's own text. */
    axe: typeof axe
  }
}

type ColorScheme = 'light' | 'dark'

/**
 * What axe found, one line each: rule, where, why. The themes differ in colours alone, so in the dark only colours
 * are looked at again; in the live view they are held to AAA.
 */
const violations = async (page: Page, screen: Screen, colorScheme: ColorScheme): Promise<string[]> => {
  const contrasts = ['color-contrast', 'link-in-text-block']
  const options: RunOptions = {
    runOnly: colorScheme === 'light' ? { type: 'tag', values: RULES } : { type: 'rule', values: contrasts },
    rules: { 'color-contrast-enhanced': { enabled: isLive(screen) } },
    resultTypes: ['violations'],
    iframes: false,
  }
  // The rehearsal's own page is the same all evening; any other server's is not ours to mend.
  const frames = screen === 'live-open' ? page.frames() : [page.mainFrame()]
  const found: string[] = []
  for (const frame of frames) {
    // Once a page: it is half a megabyte.
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source)
    const { violations: here } = await frame.evaluate((how) => window.axe.run(document, how), options)
    for (const { id, nodes } of here) {
      for (const { target, failureSummary } of nodes)
        found.push(`${id} at ${target.join(' ')}: ${failureSummary}`)
    }
  }
  return found
}

/** Controls smaller than 44 px in either direction. A box to tick counts with its label, which ticks it too. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const LEAST = 44
    const targets = [...document.querySelectorAll<HTMLElement>('button, select, textarea, input, a[href]')]
    return targets.flatMap((target) => {
      if (!target.checkVisibility({ visibilityProperty: true })) return []
      const isTicked = target instanceof HTMLInputElement && target.type === 'checkbox'
      const label = isTicked ? target.labels?.[0] : undefined
      const { width, height } = (label ?? target).getBoundingClientRect()
      if (width >= LEAST && height >= LEAST) return []
      return [`${target.ariaLabel ?? target.textContent}: ${Math.round(width)} by ${Math.round(height)}`]
    })
  })

/** Elements that move for longer than allowed, by their own rule: `transition` or `animation`. */
const movements = (page: Page, longestMs: number): Promise<string[]> =>
  page.evaluate((longest) => {
    const ms = (words: string) => Math.max(...words.split(',').map((word) => Number.parseFloat(word) * 1000))
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo)
        const moves =
          (style.transitionProperty !== 'none' && ms(style.transitionDuration) > longest) ||
          (style.animationName !== 'none' && ms(style.animationDuration) > longest)
        return moves ? [`${element.tagName} ${element.className} ${pseudo ?? ''}`] : []
      }),
    )
  }, longestMs)

/** Controls that cannot be brought wholly into sight, or that something else lies over. */
const outOfReach = async (page: Page): Promise<string[]> => {
  const lost: string[] = []
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (width > 0) lost.push(`The page is ${width} px wider than the window`)
  for (const control of await page.locator('button, select, textarea, input, a[href]').all()) {
    if (!(await control.isVisible())) continue
    const words = await control.evaluate((element) => {
      // The way past the navigation is shown while it has the keyboard; measured before anything else can take it.
      if (element instanceof HTMLElement) element.focus()
      element.scrollIntoView({ block: 'center' })
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const isInside = left >= 0 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const isReached = above !== null && (element.contains(above) || above.contains(element))
      return isInside && isReached
        ? ''
        : `${element.ariaLabel ?? ''} ${element.textContent}`.trim() || element.tagName
    })
    if (words !== '') lost.push(words)
  }
  return lost
}

test('every screen, light and dark, and nothing that its controls or stores remember', async ({ page }) => {
  const folder = await freshFolder()
  const shell = await startShell({ dataDir: folder.path })
  const seen: Screen[] = []
  let controlCount = 0
  try {
    await tour(page, shell, async (screen, at) => {
      seen.push(screen)
      controlCount += await expectForgetful(at, screen)
      for (const colorScheme of ['light', 'dark'] as const) {
        await at.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        expect.soft(await violations(at, screen, colorScheme), `${screen}, ${colorScheme}`).toEqual([])
      }
      expect.soft(await lostAt(at, NARROW), `${screen}, 320 px wide`).toEqual([])
      expect.soft(await movements(at, 0), `what moves on ${screen} though nothing should`).toEqual([])
      await at.emulateMedia({ reducedMotion: 'no-preference' })
      expect.soft(await movements(at, 150), `what moves long on ${screen}`).toEqual([])
      if (isLive(screen)) expect.soft(await smallTargets(at), `targets of ${screen}`).toEqual([])
    })
  } finally {
    await shell.stop()
    await folder.forget()
  }
  expect(seen).toEqual([...screens])
  expect(controlCount).toBeGreaterThan(100)
})

test('two hundred per cent zoom loses no control', async ({ home: { page } }) => {
  await page.setViewportSize({ width: 640, height: 400 })
  await expect(page.getByRole('button', { name: 'New group' })).toBeVisible()
  expect(await outOfReach(page)).toEqual([])
  await lockConsole(page)
  await page.getByRole('button', { name: 'Crisis numbers' }).click()
  await expect(page.getByText('Call 911')).toBeVisible()
  expect(await outOfReach(page)).toEqual([])
  await unlock(page)
  await openRehearsal(page)
  await expect(page.getByRole('button', { name: 'Lock the room', exact: true })).toBeEnabled()
  expect(await outOfReach(page)).toEqual([])
})

test('in the live view’s header no state covers a name or a button, at any width', async ({
  home: { page },
}) => {
  await openRehearsal(page)
  await page.getByRole('button', { name: 'Lock the room', exact: true }).click()
  await page.getByRole('button', { name: 'Quiet the room', exact: true }).click()
  // The keyboard in the meeting is one state and one button more.
  await page.frameLocator('iframe').frameLocator('iframe').getByText('Your microphone is off').click()
  await expect(page.getByRole('button', { name: 'Take the keyboard back' })).toBeVisible()
  for (const width of [1600, 1280, 1024, 960, 640, 320]) {
    await page.setViewportSize({ width, height: 700 })
    const overlaps = await page
      .locator('header')
      .filter({ has: page.getByRole('heading', { level: 1 }) })
      .evaluate((header) => {
        const parts = [...header.querySelectorAll('h1, [role="status"] > *, button, time')]
        const boxes = parts.map((part) => ({ words: part.textContent, box: part.getBoundingClientRect() }))
        return boxes.flatMap(({ words, box }, at) =>
          boxes
            .slice(at + 1)
            .filter(
              ({ box: other }) =>
                Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
                Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
            )
            .map((other) => `${words} and ${other.words}`),
        )
      })
    expect.soft(overlaps, `${width} px`).toEqual([])
  }
})
