/** @file Zoom from the keyboard, as in any browser: larger, smaller, and back to the usual size. */
import type { Input, WebContents } from 'electron'

/** The steps of browsers, 1 being the usual size. */
export const ZOOM_FACTORS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const

/** What a key asks for. */
export type ZoomAct = 'larger' | 'smaller' | 'usual'

/** What is read of Electron's input. */
export type ZoomInput = Pick<
  Input,
  'type' | 'key' | 'code' | 'alt' | 'shift' | 'control' | 'meta' | 'modifiers'
>

/**
 * What a key asks of the zoom: Ctrl (Command on a Mac) with what is printed as plus, minus or nought, on the numpad too.
 *
 * @returns null for every other key, and for what AltGraph writes.
 */
export const zoomActOf = (
  { type, key, code, alt, shift, control, meta, modifiers }: ZoomInput,
  isMac: boolean,
): ZoomAct | null => {
  const isHeld = isMac ? meta && !control : control && !meta
  if (type !== 'keyDown' || !isHeld || alt || modifiers.includes('altgr')) return null
  if (code === 'NumpadAdd') return 'larger'
  if (code === 'NumpadSubtract') return 'smaller'
  // With the lock of numbers off the numpad's nought is Insert, which with Ctrl copies.
  if (code === 'Numpad0') return key === '0' ? 'usual' : null
  // Where "=" is the lower sign of a key, plus is its upper one, wherever it lies.
  if (key === '+' || (key === '=' && !shift)) return 'larger'
  if (key === '-' || key === '_') return 'smaller'
  if (key === '0' || (code === 'Digit0' && !shift && !/^[1-9]$/.test(key))) return 'usual'
  return null
}

/** The next factor from where the zoom is; at either end it stays. */
export const zoomed = (factor: number, act: ZoomAct): number => {
  const close = 0.01
  switch (act) {
    case 'usual':
      return 1
    case 'larger':
      return ZOOM_FACTORS.find((step) => step > factor + close) ?? factor
    case 'smaller':
      return ZOOM_FACTORS.findLast((step) => step < factor - close) ?? factor
  }
}

/** Zooms the window whoever in it has the keyboard: the meeting's frame gets none of these keys. */
export const zoomByKeys = (contents: WebContents, platform: string = process.platform): void => {
  contents.on('before-input-event', (event, input) => {
    const act = zoomActOf(input, platform === 'darwin')
    if (act === null) return
    event.preventDefault()
    contents.setZoomFactor(zoomed(contents.getZoomFactor(), act))
  })
}
