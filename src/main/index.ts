/** @file Entry of the Electron shell: what must be said before Electron is ready, then the window. */
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { drillNames } from './rehearsal/drill-packs'
import { consoleScheme } from './shell/electron/console-protocol'
import { loadNativePart, misfitOf } from './shell/electron/fits'
import type { ElectronShell } from './shell/electron/run'
import { takeSwitches, wordsAfterApp } from './shell/electron/switches'
import {
  checkDrill,
  OPTION_ERROR_EXIT,
  OptionError,
  prepareDataDir,
  readOptions,
  StartError,
} from './shell/options'
import { placesFrom } from './shell/places'
import { leaveNothingWritten, refuseLog } from './shell/written-down'

/** The version that this build was made for, put in by the build. */
declare const __ELECTRON_VERSION__: string

/** Chromium's own traffic and traces: off. */
const quietSwitches = [
  'disable-background-networking',
  'disable-breakpad',
  'disable-client-side-phishing-detection',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-http-cache',
  'disable-sync',
  'no-pings',
] as const

/** How long shutting the vault may take once the window is gone, in milliseconds. */
const STOP_WITHIN_MS = 15_000

/** Where nobody sees what is written on stderr, the sentence is shown too. */
const show = async (words: string): Promise<void> => {
  if (!app.isPackaged) return
  await app.whenReady()
  dialog.showErrorBox('Holdspace cannot start', words)
}

const leave = (error: unknown): void => {
  const isPlain = error instanceof StartError
  const words = isPlain ? error.message : error instanceof Error ? error.stack : undefined
  process.stderr.write(`${words ?? 'Holdspace could not start.'}\n`)
  const exit = () => app.exit(error instanceof OptionError ? OPTION_ERROR_EXIT : 1)
  show(
    isPlain
      ? error.message
      : 'Something is wrong with Holdspace itself. Start it from a terminal to see what.',
  ).then(exit, exit)
}

/** The shell with all that is native in it, found to work. Before there is a window: afterwards it could only fail. */
const loadShell = async (): Promise<typeof import('./shell/electron/run')> => {
  await loadNativePart('part that makes keys', () => import('@node-rs/argon2'))
  await loadNativePart('encrypted database', async () => {
    const { default: Database } = await import('better-sqlite3')
    new Database(':memory:').close()
  })
  return import('./shell/electron/run')
}

const start = (): void => {
  process.umask(0o077)
  leaveNothingWritten(process.env)
  refuseLog(process.env)
  const words = wordsAfterApp(process.argv, process.defaultApp === true)
  const options = readOptions(takeSwitches(words), 'electron')
  const misfit = misfitOf(process.versions, __ELECTRON_VERSION__)
  if (misfit !== null) throw new StartError(misfit)
  const places = placesFrom(import.meta.dirname)
  // Electron's own sandbox is the wall between a meeting's page and the vault; an environment can take it away too.
  if (app.commandLine.hasSwitch('no-sandbox')) {
    throw new StartError('Holdspace does not run without the sandbox.')
  }
  checkDrill(options.drill, drillNames(join(places.resourcesDir, 'rehearsal')))
  // Before the lock: a mistake is said whether or not a window is open already.
  prepareDataDir(options.dataDir)
  // Electron's own small files stay where a start begins, also once the vault has moved; so does the lock below.
  app.setPath('userData', join(options.dataDir, 'electron'))
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write('Holdspace is open already; its window was brought to the front.\n')
    app.exit(0)
    return
  }
  app.enableSandbox()
  for (const name of quietSwitches) app.commandLine.appendSwitch(name)
  protocol.registerSchemesAsPrivileged([consoleScheme])

  let shell: ElectronShell | null = null
  app.on('second-instance', () => {
    if (shell?.window.isMinimized()) shell.window.restore()
    shell?.window.focus()
  })
  app.on('before-quit', (event) => {
    if (!shell) return
    event.preventDefault()
    shell.leaving.request()
  })
  // Quitting is ours from here on: the vault is shut first, then the app ends.
  app.on('window-all-closed', () => {})
  const end = (): void => {
    // Whatever keeps the vault from shutting, the app ends: every acknowledged record is on the disk already.
    setTimeout(() => app.exit(1), STOP_WITHIN_MS).unref()
    if (shell) shell.stop().then(() => app.exit(0), leave)
    else app.exit(0)
  }
  // Whoever sends a signal does not look at the window, and the system kills those that wait for an answer.
  const obey = (): void => (shell ? shell.leaving.obey() : app.quit())
  const heedSignals = (): void => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, obey).on(signal, obey)
  }
  heedSignals()
  // On the way to being ready Electron puts handlers of its own over them, which quit as a person does, and ask.
  app.whenReady().then(heedSignals, leave)

  const loading = loadShell()
  const open = async (): Promise<void> => {
    const { startElectronShell } = await loading
    const { moveLine, settleDataFolder } = await import('./shell/data-folder')
    const started = settleDataFolder(options)
    const line = moveLine(started)
    if (line !== null) process.stderr.write(`${line}\n`)
    await app.whenReady()
    shell = await startElectronShell({ ...started, drill: options.drill }, places, end)
    // `npm start` waits for this line before it trusts Electron.
    shell.window.webContents.once('did-finish-load', () => {
      process.stdout.write('Holdspace is ready: its window is open\n')
    })
  }
  open().catch(leave)
}

try {
  start()
} catch (error) {
  leave(error)
}
