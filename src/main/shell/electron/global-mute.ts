/**
 * @file One key of the whole system that turns the facilitator's own microphone off while another window is in front. It
 * only ever turns it off, and is the system's again once no room is open.
 *
 * Nothing is sent over IPC: main runs one fixed line in the console's own main frame and reads its answer. Where the
 * meeting does not show the microphone off, the window comes into sight and says why; it takes no keyboard.
 */
import type { BrowserWindow, GlobalShortcut } from 'electron'
import { GLOBAL_MUTE_KEY, GLOBAL_MUTE_NAME, type GlobalMute } from '../../../contract/global-mute'

/** The page answers within three seconds of its own; after this it does not answer, in milliseconds. */
export const ANSWER_WITHIN_MS = 5000

const MUTE = `globalThis.${GLOBAL_MUTE_NAME} ? globalThis.${GLOBAL_MUTE_NAME}() : false`

/** What the key needs. */
export interface GlobalMuteOptions {
  shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>
  window: () => BrowserWindow | null
  isWayland: boolean
}

/** The key. */
export interface GlobalMuteControl {
  /** A room is open, or none is any more. */
  follow(isOpen: boolean): void
  state(): GlobalMute
}

/** Brings the window into sight, and leaves the keyboard where it is. */
const bringIntoSight = (window: BrowserWindow): void => {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.showInactive()
  window.moveTop()
  window.flashFrame(true)
}

const muteIn = async (window: BrowserWindow): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS)
  })
  try {
    const isOff: unknown = await Promise.race([window.webContents.mainFrame.executeJavaScript(MUTE), silence])
    if (isOff !== true) bringIntoSight(window)
  } catch {
    // The page went away between the key and now.
    bringIntoSight(window)
  } finally {
    clearTimeout(timer)
  }
}

/** Makes it; nothing is asked of the system before a room is open. */
export const createGlobalMute = ({ shortcuts, window, isWayland }: GlobalMuteOptions): GlobalMuteControl => {
  let state: GlobalMute = 'noRoom'
  const press = (): void => {
    const shown = window()
    if (shown && !shown.isDestroyed()) void muteIn(shown)
  }
  const register = (): GlobalMute => {
    if (isWayland) return 'notOnWayland'
    try {
      return shortcuts.register(GLOBAL_MUTE_KEY, press) ? 'acts' : 'taken'
    } catch {
      return 'taken'
    }
  }
  return {
    follow: (isOpen) => {
      if (isOpen && state === 'noRoom') state = register()
      if (!isOpen) {
        if (state === 'acts') shortcuts.unregister(GLOBAL_MUTE_KEY)
        state = 'noRoom'
      }
    },
    state: () => state,
  }
}
