/**
 * @file What axe finds on a screen, in light and in dark, against WCAG 2.2 A and AA; the live view's contrast against AAA
 * and its targets; and what moves, with reduced motion and without.
 */
import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { isLive, type Screen } from '../fixtures/tour'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

declare global {
  interface Window {
    /** Put there by the library's own text. */
    axe: typeof axe
  }
}

/** What the system says that its person wants. */
export type ColorScheme = 'light' | 'dark'

/**
 * What axe found, one line each: rule, where, why. The themes differ in colours alone, so in the dark only colours
 * are looked at again; in the live view they are held to AAA.
 */
export const violations = async (page: Page, screen: Screen, colorScheme: ColorScheme): Promise<string[]> => {
  const contrasts = ['color-contrast', 'link-in-text-block']
  const options: RunOptions = {
    runOnly: colorScheme === 'light' ? { type: 'tag', values: RULES } : { type: 'rule', values: contrasts },
    rules: {
      'color-contrast-enhanced': { enabled: isLive(screen) },
      // Advice and no rule of WCAG: who goes from heading to heading misses no level.
      'heading-order': { enabled: colorScheme === 'light' },
    },
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
export const smallTargets = (page: Page): Promise<string[]> =>
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
export const movements = (page: Page, longestMs: number): Promise<string[]> =>
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
