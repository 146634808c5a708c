/** @file How high a part is that stays in sight while the rest scrolls under it: told to the style sheets. */
import { type RefCallback, useCallback } from 'react'

/**
 * Keeps a custom property of the page at the part's height, in pixels, for as long as the part is there.
 *
 * @param property - `--strip-height` or `--shelf-height` for the live view's `scroll-padding`, `--news-height` for the bar's,
 * `--keyboard-strip-height` and `--strip` for the whole page, which makes room for them.
 * @returns for the part.
 */
export const useBlockSize = (
  property: '--strip-height' | '--shelf-height' | '--news-height' | '--keyboard-strip-height' | '--strip',
): RefCallback<HTMLElement> =>
  useCallback(
    (part) => {
      if (!part) return
      const { style } = document.documentElement
      const watch = new ResizeObserver(() => style.setProperty(property, `${part.offsetHeight}px`))
      watch.observe(part)
      return () => {
        watch.disconnect()
        style.removeProperty(property)
      }
    },
    [property],
  )
