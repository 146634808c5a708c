/**
 * @file The keyboard's place is never lost: where what had it goes away or is switched off, the nearest part of the
 * page that is still there takes it (WCAG 2.4.3, 2.4.7).
 */
import { useEffect } from 'react'

/** How long a control that was switched off may take to be back, in milliseconds: a save, a check. */
const BACK_WITHIN_MS = 1500

/** Parts of a page that can stand in: each has a name or a heading that says where one is. */
const PARTS = 'section, article, nav, main, [role="alertdialog"], [role="dialog"]'

const hasBox = (at: Element): boolean => getComputedStyle(at).display !== 'contents'

const hasNoPlace = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Follows focus on the whole page while mounted. Acts only where the browser has dropped it on the body. */
export const useKeptFocus = (): void => {
  useEffect(() => {
    /** What last had the keyboard, then all that it stood in, from the inside out. */
    let path: HTMLElement[] = []
    let timer: ReturnType<typeof setTimeout> | undefined

    const onFocus = ({ target }: FocusEvent): void => {
      clearTimeout(timer)
      path = []
      for (let at = target; at instanceof HTMLElement && at !== document.body; at = at.parentElement) {
        path.push(at)
      }
    }
    const standIn = (): void => {
      if (!hasNoPlace()) return
      // In a narrow window a part may have no box of its own, and takes no keyboard: what is inside it stands in.
      const there = path.filter((at) => at.isConnected && at.closest('[inert]') === null && hasBox(at))
      const part =
        there.find((at) => at.matches(PARTS)) ??
        there[0] ??
        // What lay over the page, such as the bar that offers undo, stood in no part of it.
        document.querySelector<HTMLElement>('main h1, h1')
      if (!part) return
      if (!part.hasAttribute('tabindex')) part.tabIndex = -1
      part.focus({ preventScroll: true })
    }
    const look = (): void => {
      const [last] = path
      if (!last || !hasNoPlace()) return
      clearTimeout(timer)
      if (!last.isConnected) {
        // What replaces it may take the keyboard itself, as a page's heading does.
        timer = setTimeout(standIn, 50)
      } else if (last.matches(':disabled')) {
        timer = setTimeout(standIn, BACK_WITHIN_MS)
      } else {
        last.focus({ preventScroll: true })
      }
    }
    const observer = new MutationObserver(() => requestAnimationFrame(look))
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    })
    document.addEventListener('focusin', onFocus)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', onFocus)
    }
  }, [])
}
