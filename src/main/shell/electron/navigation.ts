/** @file Where pages may go in Electron: nowhere. No windows, no webviews, no other address in the console. */
import type { App } from 'electron'
import type { OpenRoom } from '../loopback/rooms'
import { isConsoleUrl, originOf } from './addresses'

/** True when a frame may go to an address. The main frame only ever to the console's own page (a reload). */
export const mayNavigate = (url: string, isMainFrame: boolean, room: OpenRoom | null): boolean => {
  if (isMainFrame) return isConsoleUrl(url)
  if (url === 'about:blank') return true
  const origin = originOf(url)
  return room !== null && origin !== null && (origin === room.roomOrigin || origin === room.meetingOrigin)
}

/** Guards every web contents this app ever makes. */
export const guardNavigation = (app: App, openRoom: () => OpenRoom | null): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url, event.isMainFrame, openRoom())) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!mayNavigate(event.url, event.isMainFrame, openRoom())) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!mayNavigate(event.url, event.isMainFrame, openRoom())) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  // A meeting server with a bad certificate is not the meeting server; nor does it get a password of ours.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault()
    answer()
  })
  app.on('login', (event, _contents, _details, _authInfo, answer) => {
    event.preventDefault()
    answer()
  })
}
