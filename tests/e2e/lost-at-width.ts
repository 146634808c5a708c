/** @file What a window takes away from a page, in any language. */
import type { Page } from '@playwright/test'

/** The narrowest window that every page must fit (WCAG 2.2, 1.4.10): 1280 px at four hundred per cent. */
export const NARROW = { width: 320, height: 640 }

/**
 * What the window as it is takes away: a page or a part of it that scrolls sideways, a control that cannot be brought
 * wholly into sight or that something stands over, words that are cut off on a button. Behind a dialog nothing is
 * looked at: there the dialog is the page.
 */
export const lostAt = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const named = (element: Element) =>
      `${element.ariaLabel ?? ''} ${element.textContent}`.trim().slice(0, 60)
    const isScroller = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    for (const part of document.querySelectorAll('*')) {
      const over = part.scrollWidth - part.clientWidth
      if (over <= 1 || (part !== document.documentElement && !isScroller(part))) continue
      found.push(`${part.tagName} scrolls ${over} px sideways`)
    }
    const dialogs = [...document.querySelectorAll('[aria-modal="true"]')]
    const place = dialogs.findLast((dialog) => dialog.checkVisibility()) ?? document
    const scrolled = [...document.querySelectorAll('*')]
      .filter((part) => part.scrollHeight > part.clientHeight)
      .map((part) => ({ part, top: part.scrollTop }))
    for (const control of place.querySelectorAll<HTMLElement>('button, select, textarea, input, a[href]')) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('[inert]')) continue
      // A box of a tick or a dot is reached by its label too.
      const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
      const look = () => {
        const { left, right, top, bottom } = control.getBoundingClientRect()
        const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return {
          // The way past the navigation is shown while it has the keyboard.
          isAway: right < 0 || left > innerWidth + 5000,
          isInside: left >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1 && top >= -1,
          above,
          isReached:
            above !== null &&
            [control, ...labels].some((target) => target.contains(above) || above.contains(control)),
        }
      }
      let { isAway, isInside, above, isReached } = look()
      // What is in sight as it is need not be brought there: each move costs the page more than all looks.
      if (!isAway && !(isInside && isReached)) {
        control.scrollIntoView({ block: 'center' })
        ;({ isAway, isInside, above, isReached } = look())
      }
      if (isAway) continue
      if (!isInside) found.push(`${named(control)}: beside or below the window`)
      else if (!isReached) found.push(`${named(control)}: under ${above?.tagName} ${above?.className}`)
      const isCut = [...control.querySelectorAll('*')].some(
        (part) =>
          part.scrollWidth > part.clientWidth + 1 &&
          getComputedStyle(part).overflowX === 'hidden' &&
          getComputedStyle(part).textOverflow !== 'ellipsis' &&
          part.clientWidth > 1,
      )
      if (isCut) found.push(`${named(control)}: cut off`)
    }
    for (const { part, top } of scrolled) part.scrollTop = top
    return found
  })
