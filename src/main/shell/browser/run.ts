/** @file The browser shell: the same core and pages, served to a browser on this machine. */
import { join } from 'node:path'
import { RPCHandler } from '@orpc/server/ws'
import Conf from 'conf'
import { createCore } from '../../core'
import { openPreferences, type PlainStoreOptions } from '../../device/preferences-file'
import { machineClock } from '../../host'
import { drillNames } from '../../rehearsal/drill-packs'
import { moveLine, settleDataFolder } from '../data-folder'
import { consoleSite } from '../loopback/console-site'
import { readBuiltPages } from '../loopback/pages'
import { startRoomServer } from '../loopback/rooms'
import { hostAt, listenOnLoopback } from '../loopback/server'
import { checkDrill, prepareDataDir, type ShellOptions } from '../options'
import type { Places } from '../places'
import { wayByEnvironment } from '../proxy-way'
import { isChromium } from './chromium'
import { openFolder } from './folder'
import { createGate } from './gate'
import { GONE_AFTER_MS, watchPresence } from './presence'
import { openSocketDoor } from './socket'
import { type ConsoleWindow, openConsoleWindow } from './window'

/** A running shell. */
export interface BrowserShell {
  /** The console's address, with the one-time token in its fragment. */
  address: string
  /** Locks the vault, stops serving, ends the browser, removes its profile. */
  stop(): Promise<void>
}

/**
 * Starts the shell.
 *
 * @param onGone - called when a page that was there has been gone for a minute (never with `--no-open`).
 * @param say - one line for the person, on stderr.
 * @throws `StartError` for what the person can mend.
 */
export const startBrowserShell = async (
  options: ShellOptions,
  places: Places,
  { onGone, say }: { onGone: () => void; say: (line: string) => void },
): Promise<BrowserShell> => {
  const askedDrillId = checkDrill(options.drill, drillNames(join(places.resourcesDir, 'rehearsal')))
  prepareDataDir(options.dataDir)
  const started = settleDataFolder(options)
  const { dataDir } = started
  const line = moveLine(started)
  if (line !== null) say(line)
  const preferences = openPreferences(
    dataDir,
    (how: PlainStoreOptions) => new Conf({ ...how, configName: 'preferences' }),
  )
  const trouble = preferences.trouble()
  if (trouble?.kind === 'setAside') {
    say(`The file of preferences could not be read. It was set aside as ${trouble.fileName}.`)
  }
  const pages = readBuiltPages(places.rendererDir)
  const gate = createGate()
  let hasChromium = false
  let port = 0
  const host = () => hostAt(port)
  const rooms = await startRoomServer({
    pages,
    rendererDir: places.rendererDir,
    consoleOrigin: () => `http://${host()}`,
    consoleSource: () => `http://${host()}`,
    canHoldLiveRoom: () => hasChromium,
  })
  const core = createCore({
    clock: machineClock,
    dataDir,
    resourcesDir: places.resourcesDir,
    migrationsDir: places.migrationsDir,
    rooms,
    wayTo: (url) => Promise.resolve(wayByEnvironment(url)),
    askedDrillId,
    device: {
      folder: started.folder,
      preferences,
      aboutFile: places.aboutFile,
      contentProtection: 'notInBrowser',
      // The page acts on all that can act here.
      apply: () => {},
      openFolder,
    },
    // A page may not see the disk: its folder is typed.
    chooseFolder: null,
  })
  const rpc = new RPCHandler(core.router)
  const presence = watchPresence({ goneAfterMs: GONE_AFTER_MS, onGone })
  let window: ConsoleWindow | null = null

  const door = openSocketDoor({
    gate,
    host,
    takeLoad: rooms.takeLoad,
    vaultStatus: () => core.vault.status(),
    onConnected: (socket, request) => {
      hasChromium = isChromium(request.headers)
      window?.forgetAddress()
      presence.arrived()
      void rpc.upgrade(socket, { context: {} })
    },
    onDisconnected: () => {
      if (options.hasOwnWindow) presence.left()
    },
  })
  const stopServing = async () => {
    presence.end()
    door.close()
    await rooms.stop()
    core.close()
  }

  let site: ReturnType<typeof consoleSite> | null = null
  let server: Awaited<ReturnType<typeof listenOnLoopback>>
  try {
    server = await listenOnLoopback({
      port: options.port,
      hasIpv6: false,
      siteOf: (asked) => (asked === host() ? site : null),
      onUpgrade: door.onUpgrade,
    })
  } catch (error) {
    await stopServing()
    throw error
  }
  port = server.port
  site = consoleSite({
    page: pages('console'),
    socketUrl: `ws://${host()}`,
    newLoad: rooms.newLoad,
    preferences: preferences.read,
  })

  const address = `http://${host()}/#${gate.token()}`
  if (options.hasOwnWindow) window = openConsoleWindow(address, say)
  return {
    address,
    stop: async () => {
      await stopServing()
      await server.close()
      await window?.close()
    },
  }
}
