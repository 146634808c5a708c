/** @file Screen sharing: only for the open meeting's own frame, and only what the person picks in our dialog. */
import { type BrowserWindow, desktopCapturer, dialog, type Session } from 'electron'
import type { OpenRoom } from '../loopback/rooms'
import { originOf } from './addresses'

/** Most sources offered: a dialog with more buttons cannot be read. */
const SOURCES_MAX = 12
/** Longest part of a window's title on a button. */
const TITLE_MAX = 48

/**
 * Asks which screen or window to share. The request is refused without a dialog when it comes from any frame
 * but the open meeting's, without a click of the person's, or while the rehearsal is open. Electron's system
 * picker is not used: with it this check would be skipped.
 */
export const guardDisplayCapture = (
  session: Session,
  openRoom: () => OpenRoom | null,
  window: () => BrowserWindow | null,
): void => {
  const choose = async (): Promise<Electron.DesktopCapturerSource | null> => {
    const parent = window()
    if (!parent) return null
    const found = await desktopCapturer.getSources({
      types: ['screen', 'window'],
      thumbnailSize: { width: 0, height: 0 },
    })
    const sources = found.slice(0, SOURCES_MAX)
    const { response } = await dialog.showMessageBox(parent, {
      type: 'question',
      message: 'What should the meeting see?',
      buttons: ['Do not share', ...sources.map(({ name }) => name.slice(0, TITLE_MAX))],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return sources[response - 1] ?? null
  }

  const mayAsk = (request: Electron.DisplayMediaRequestHandlerHandlerRequest): boolean => {
    const room = openRoom()
    if (room === null || room.isRehearsal || !request.userGesture || !request.videoRequested) return false
    return (
      originOf(request.securityOrigin) === room.meetingOrigin &&
      originOf(request.frame?.url) === room.meetingOrigin
    )
  }

  session.setDisplayMediaRequestHandler(
    (request, answer) => {
      if (!mayAsk(request)) {
        answer(null)
        return
      }
      choose().then(
        // The room may have closed while the dialog was open.
        (source) => answer(source && mayAsk(request) ? { video: source } : null),
        () => answer(null),
      )
    },
    { useSystemPicker: false },
  )
}
