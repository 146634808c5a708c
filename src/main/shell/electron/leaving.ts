/**
 * @file Leaving in Electron: one question wherever something would be lost, and never a window that will not close.
 *
 * The window's X, quitting and the end of a session all come here. The page stores what it can and says what would
 * still be lost; the person is asked in the page, in its own words. A page that does not answer is asked about in a
 * dialog of the system, and can be left. Nothing is sent over IPC: main runs a fixed line in the console's own
 * main frame and reads its answer, as the keys do.
 */
import type { BrowserWindow, Dialog } from 'electron'
import { z } from 'zod'
import {
  AT_STAKE_KINDS,
  type AtStakeKind,
  FLUSH_LIMIT_MS,
  LEAVE_ANSWERS,
  LEAVING_NAME,
} from '../../../contract/leaving'
import type { DialogWords } from './dialog-words'

/** A page that has not answered by then does not answer: what it may take to store words, and two seconds. */
export const ANSWER_WITHIN_MS = FLUSH_LIMIT_MS + 2000

// A page that is still loading offers nothing yet, and has nothing to lose.
const FLUSH = `globalThis.${LEAVING_NAME} ? globalThis.${LEAVING_NAME}.flush() : []`
const ASK = `globalThis.${LEAVING_NAME} ? globalThis.${LEAVING_NAME}.ask() : 'leave'`

const Lost = z.array(z.enum(AT_STAKE_KINDS))
const Answer = z.enum(LEAVE_ANSWERS)

/** Ways to leave. */
export interface Leaving {
  /** A person wants to leave: asks where something would be lost. */
  request(): void
  /** Stores what can be stored, and says what would still be lost; null where the page does not answer. Leaves nothing. */
  store(): Promise<readonly AtStakeKind[] | null>
  /** The system ends the app and waits for no answer: stores what can be stored, and leaves. */
  obey(): void
}

/** What leaving needs. */
export interface LeavingOptions {
  window: BrowserWindow
  dialog: Pick<Dialog, 'showMessageBox' | 'showMessageBoxSync'>
  /** What the dialogs say, at this moment. */
  words: () => DialogWords
  /** True while a live room is served: what the system's own dialog may say of it. */
  hasLiveRoom: () => boolean
  /** Called once. The window is gone by then. */
  onLeave: () => void
}

/** Guards a window, and says how to leave. */
export const guardLeaving = ({ window, dialog, words, hasLiveRoom, onLeave }: LeavingOptions): Leaving => {
  const { webContents: contents } = window
  let hasLeft = false
  let isLookingAtPage = false
  let isDialogOpen = false

  const leave = (): void => {
    if (hasLeft) return
    hasLeft = true
    // Nothing may hold the window now, not even a page that hangs.
    window.destroy()
    onLeave()
  }
  /** What would be lost after storing what can be stored; null where the page does not answer. */
  const lookAtPage = async (): Promise<z.infer<typeof Lost> | null> => {
    // A page that has crashed holds nothing any more.
    if (contents.isCrashed()) return []
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), ANSWER_WITHIN_MS)
    })
    try {
      const answer = await Promise.race([contents.mainFrame.executeJavaScript(FLUSH), silence])
      return answer === null ? null : Lost.parse(answer)
    } catch {
      // The page went away between the question and now, or answered something else.
      return contents.isCrashed() ? [] : null
    } finally {
      clearTimeout(timer)
    }
  }
  const askInDialog = async (): Promise<void> => {
    isDialogOpen = true
    const { message, detail, detailInRoom, wait, close } = words().silent
    try {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message,
        detail: hasLiveRoom() ? detailInRoom : detail,
        buttons: [wait, close],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      if (response === 1) leave()
    } finally {
      isDialogOpen = false
    }
  }
  const askInPage = async (): Promise<void> => {
    if (window.isMinimized()) window.restore()
    window.show()
    contents.focus()
    try {
      // However long the person takes. Asked again meanwhile, each of these gets the one answer.
      if (Answer.parse(await contents.mainFrame.executeJavaScript(ASK)) === 'leave') leave()
    } catch {
      // The page was loaded anew under the question: the person is still here, and can leave again.
    }
  }
  const request = async (): Promise<void> => {
    if (hasLeft || isLookingAtPage || isDialogOpen) return
    isLookingAtPage = true
    const lost = await lookAtPage()
    isLookingAtPage = false
    if (lost === null) await askInDialog()
    else if (lost.length === 0) leave()
    else await askInPage()
  }

  window.on('close', (event) => {
    if (hasLeft) return
    event.preventDefault()
    void request()
  })
  // Another page in the window's place, such as a reload: Electron cancels it silently unless this is answered.
  contents.on('will-prevent-unload', (event) => {
    const { message, detail, detailInRoom, stay, load } = words().reload
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message,
      detail: hasLiveRoom() ? detailInRoom : detail,
      buttons: [stay, load],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (answer === 1) event.preventDefault()
  })
  return {
    request: () => void request(),
    store: () => (hasLeft ? Promise.resolve([]) : lookAtPage()),
    obey: () => void (hasLeft ? undefined : lookAtPage().then(leave)),
  }
}
