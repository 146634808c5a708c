/** @file The one window and its session: sandboxed, without Node, without a cache, without a trace on disk. */
import { BrowserWindow, type Session, session } from 'electron'
import { CONSOLE_ORIGIN, CONSOLE_URL } from './addresses'
import type { WindowShape } from './window-place'

/** The session of the window. Not persistent (no `persist:`), no cache, no spell-check dictionaries. */
export const openSession = (): Session => {
  const opened = session.fromPartition('holdspace', { cache: false })
  opened.setSpellCheckerEnabled(false)
  opened.setSpellCheckerLanguages([])
  return opened
}

/** Lets the console save its own exports through a save dialog; every other download is refused. */
export const guardDownloads = (guarded: Session, window: () => BrowserWindow | null): void => {
  guarded.on('will-download', (event, item, contents) => {
    const isOurs = contents === window()?.webContents && item.getURL().startsWith(`blob:${CONSOLE_ORIGIN}/`)
    if (!isOurs) {
      event.preventDefault()
      return
    }
    // Without a path Electron asks where to save.
    item.setSaveDialogOptions({ defaultPath: item.getFilename() })
  })
}

/** How the window is made. */
export interface WindowOptions {
  session: Session
  preloadFile: string
  /** Absolute path of a picture; Linux has it from the window, the other systems from the package. */
  iconFile: string
  shape: WindowShape
}

/** Makes the window; it is shown when its first picture is there. */
export const openWindow = ({ session: own, preloadFile, iconFile, shape }: WindowOptions): BrowserWindow => {
  const { isMaximized, ...place } = shape
  const window = new BrowserWindow({
    ...place,
    title: 'Holdspace',
    icon: iconFile,
    show: false,
    webPreferences: {
      session: own,
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      // The countdowns and polls of an open room must not slow down behind another window.
      backgroundThrottling: false,
    },
  })
  // A meeting learns the address that any web site learns, and no other of this machine's.
  window.webContents.setWebRTCIPHandlingPolicy('default_public_interface_only')
  // A page's title could carry a name into the task bar.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  void window.loadURL(CONSOLE_URL)
  return window
}
