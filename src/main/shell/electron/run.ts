/** @file The Electron shell: the core behind one window. */
import { RPCHandler } from '@orpc/server/message-port'
import {
  app,
  type BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  screen,
  shell,
} from 'electron'
import { readerLocale } from '../../../contract/reader-locale'
import { createCore } from '../../core'
import { openPreferences } from '../../device/preferences-file'
import { machineClock } from '../../host'
import type { StartedFolder } from '../data-folder'
import { type ConsoleLoad, consoleSite } from '../loopback/console-site'
import { readBuiltPages } from '../loopback/pages'
import { type OpenRoom, startRoomServer } from '../loopback/rooms'
import type { ShellOptions } from '../options'
import type { Places } from '../places'
import { readProxyAnswer } from '../proxy-way'
import { CONSOLE_ORIGIN, CONSOLE_SCHEME } from './addresses'
import { listenForConnect } from './connect'
import { serveConsole } from './console-protocol'
import { DIALOG_LANGUAGES, dialogWords } from './dialog-words'
import { guardDisplayCapture } from './display-capture'
import { createGlobalMute } from './global-mute'
import { forwardKeys } from './keys'
import { guardLeaving, type Leaving } from './leaving'
import { setMenu } from './menu'
import { guardNavigation } from './navigation'
import { guardPermissions } from './permissions'
import { applyInElectron, contentProtectionReach, openElectronStore } from './preferences'
import { lockWithSystem } from './system-lock'
import { guardDownloads, openSession, openWindow } from './window'
import { followPlace, windowShape } from './window-place'
import { zoomByKeys } from './zoom'

/** Keeps the screen awake while a room is open: a sleeping laptop ends the call for its facilitator. */
const keepScreenAwake = (): ((room: OpenRoom | null) => void) => {
  let blockerId: number | null = null
  return (room) => {
    if (room && blockerId === null) blockerId = powerSaveBlocker.start('prevent-display-sleep')
    if (!room && blockerId !== null) {
      powerSaveBlocker.stop(blockerId)
      blockerId = null
    }
  }
}

/** The system is about to end: where it would wait for an answer the person is asked, elsewhere all is stored. */
const followSystem = (window: BrowserWindow, leaving: Leaving, hasRoom: () => boolean): void => {
  // Windows shows who holds it up, and lets the person go on without us.
  window.on('query-session-end', (event) => {
    if (!hasRoom()) return
    event.preventDefault()
    leaving.request()
  })
  window.on('session-end', () => leaving.obey())
  // Linux waits a few seconds at most; macOS asks the app to quit before it comes to this.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    leaving.obey()
  })
}

/** The system's window for choosing a folder. */
const chooseFolder = async (window: BrowserWindow): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** What the screens leave free, the main one first. */
const workAreas = () => {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

/** Shows a folder of ours in the system's window for files. */
const openFolder = async (path: string): Promise<void> => {
  const why = await shell.openPath(path)
  if (why !== '') throw new Error(why)
}

/** A running shell. */
export interface ElectronShell {
  window: BrowserWindow
  leaving: Leaving
  /** Locks the vault and stops serving. */
  stop(): Promise<void>
}

/**
 * Starts the shell; Electron must be ready. Every guard stands before the window is made.
 *
 * @param onLeave - called once the window is gone, because nothing would be lost or the person said so.
 */
export const startElectronShell = async (
  { dataDir, folder, drill }: StartedFolder & Pick<ShellOptions, 'drill'>,
  places: Places,
  onLeave: () => void,
): Promise<ElectronShell> => {
  const preferences = openPreferences(dataDir, openElectronStore)
  const reach = contentProtectionReach()
  const pages = readBuiltPages(places.rendererDir)
  const keepAwake = keepScreenAwake()
  const globalMute = createGlobalMute({
    shortcuts: globalShortcut,
    window: () => window,
    isWayland: process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland',
  })
  const rooms = await startRoomServer({
    pages,
    rendererDir: places.rendererDir,
    consoleOrigin: () => CONSOLE_ORIGIN,
    // The scheme alone: only this app answers it, and host matching for such schemes is not specified.
    consoleSource: () => `${CONSOLE_SCHEME}:`,
    canHoldLiveRoom: () => true,
    onChange: (room) => {
      keepAwake(room)
      globalMute.follow(room !== null)
    },
  })
  const own = openSession()
  const core = createCore({
    clock: machineClock,
    dataDir,
    resourcesDir: places.resourcesDir,
    migrationsDir: places.migrationsDir,
    rooms,
    // The session that the call will be in: its proxy, whatever the system or a script of its says.
    wayTo: (url) =>
      own.resolveProxy(url).then(readProxyAnswer, () => ({ kind: 'direct', isSure: false }) as const),
    askedDrillId: drill,
    device: {
      folder,
      preferences,
      aboutFile: places.aboutFile,
      contentProtection: reach,
      apply: (chosen) => {
        applyInElectron(chosen, window, reach)
        showMenu()
      },
      openFolder,
      globalMute: () => globalMute.state(),
    },
    chooseFolder: () => (window ? chooseFolder(window) : Promise.resolve(null)),
  })
  const rpc = new RPCHandler(core.router)
  let window: BrowserWindow | null = null
  let leaving: Leaving | null = null
  const words = () =>
    dialogWords(
      readerLocale(preferences.read().language, app.getPreferredSystemLanguages(), DIALOG_LANGUAGES),
    )
  const showMenu = (): void => {
    if (window) setMenu(Menu, window, { words: words().menu, leave: () => leaving?.request() })
  }
  let load: ConsoleLoad | null = null

  guardPermissions(own, rooms.openRoom)
  guardDisplayCapture(own, rooms.openRoom, () => window)
  guardDownloads(own, () => window)
  guardNavigation(app, rooms.openRoom)
  serveConsole(
    own,
    consoleSite({
      page: pages('console'),
      socketUrl: null,
      preferences: preferences.read,
      newLoad: () => {
        load = rooms.newLoad()
        return load
      },
    }),
  )
  listenForConnect(
    ipcMain,
    () => window,
    (port) => {
      // Taken only now: a frame that merely asks for the page's address must not end an open room.
      if (load) rooms.takeLoad(load.id)
      rpc.upgrade(port, { context: {} })
      port.start()
    },
  )
  window = openWindow({
    session: own,
    preloadFile: places.preloadFile,
    iconFile: places.iconFile,
    shape: windowShape(preferences.readWindow(), workAreas()),
  })
  applyInElectron(preferences.read(), window, reach)
  const storePlace = followPlace(window, preferences.changeWindow)
  zoomByKeys(window.webContents)
  forwardKeys(window.webContents)
  const guarded = guardLeaving({
    window,
    dialog,
    words,
    hasLiveRoom: () => rooms.openRoom()?.isRehearsal === false,
    onLeave,
  })
  leaving = guarded
  showMenu()
  followSystem(window, guarded, () => rooms.openRoom() !== null)
  lockWithSystem({
    system: powerMonitor,
    hasLiveRoom: () => rooms.openRoom()?.isRehearsal === false,
    storePage: () => guarded.store(),
    lock: () => core.vault.lock(),
  })
  return {
    window,
    leaving: guarded,
    stop: async () => {
      storePlace()
      await rooms.stop()
      core.close()
    },
  }
}
