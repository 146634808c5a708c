/** @file Where the window was last time, as far as a person can still see and reach it. */
import type { BrowserWindow, Rectangle } from 'electron'
import type { WindowPlace } from '../../../contract/preferences'

/** The window's usual size, in the system's own pixels. */
export const USUAL_SIZE = { width: 1280, height: 860 } as const
/** The least it can be drawn to, where the screen has as much. */
const LEAST_SIZE = { width: 480, height: 480 } as const
/** As much of the window's upper edge must be on a screen, so that it can be taken hold of. */
const GRIP = { width: 160, height: 40 } as const
/** How long the window is left alone before its place is stored, in milliseconds. */
const STORE_AFTER_MS = 1000

const fitted = (length: number, min: number, max: number): number => Math.min(Math.max(length, min), max)

/** The size on a screen: as it was, no less than the least and no more than there is. */
const sizeOn = (area: Rectangle | undefined, wanted: { width: number; height: number }) => {
  const most = { width: area?.width ?? USUAL_SIZE.width, height: area?.height ?? USUAL_SIZE.height }
  const minWidth = Math.min(LEAST_SIZE.width, most.width)
  const minHeight = Math.min(LEAST_SIZE.height, most.height)
  return {
    width: fitted(wanted.width, minWidth, most.width),
    height: fitted(wanted.height, minHeight, most.height),
    minWidth,
    minHeight,
  }
}

const hasGrip = ({ x, y, width }: Pick<Rectangle, 'x' | 'y' | 'width'>, area: Rectangle): boolean =>
  Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= Math.min(GRIP.width, width) &&
  y >= area.y - GRIP.height / 2 &&
  y <= area.y + area.height - GRIP.height

/** How a window is made: without a place the system chooses one. */
export interface WindowShape {
  x?: number
  y?: number
  width: number
  height: number
  minWidth: number
  minHeight: number
  isMaximized: boolean
}

/**
 * The shape of a new window.
 *
 * @param saved - where it was; null where that is not known.
 * @param areas - what the screens leave free, the main one first. A screen that is not there any more is not in it.
 */
export const windowShape = (saved: WindowPlace | null, areas: readonly Rectangle[]): WindowShape => {
  const isMaximized = saved?.isMaximized === true
  if (saved) {
    for (const area of areas) {
      const size = sizeOn(area, saved)
      if (hasGrip({ x: saved.x, y: saved.y, width: size.width }, area)) {
        return { x: saved.x, y: saved.y, ...size, isMaximized }
      }
    }
  }
  return { ...sizeOn(areas[0], saved ?? USUAL_SIZE), isMaximized }
}

/**
 * Follows the window and stores where it is, once it has been left alone.
 *
 * @returns stores at once what is not stored yet.
 */
export const followPlace = (window: BrowserWindow, store: (place: WindowPlace) => void): (() => void) => {
  let timer: NodeJS.Timeout | undefined
  let place: WindowPlace | null = null
  const storeNow = (): void => {
    clearTimeout(timer)
    if (place === null) return
    store(place)
    place = null
  }
  const look = (): void => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    // The size that it goes back to from being maximized.
    place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    clearTimeout(timer)
    timer = setTimeout(storeNow, STORE_AFTER_MS)
  }
  window.on('resize', look)
  window.on('move', look)
  window.on('maximize', look)
  window.on('unmaximize', look)
  return storeNow
}
