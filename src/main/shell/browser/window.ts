/** @file Opens the console in a browser with a temporary profile of its own, and removes the profile at stop. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StartError } from '../options'
import { whyNotWritten } from '../system-said'
import { findChromium } from './chromium'
import { opener } from './folder'

/** A browser window of ours. */
export interface ConsoleWindow {
  /** What was opened: a Chromium with its own profile, the person's own browser, or nothing. */
  kind: 'chromium' | 'other' | 'none'
  /** Removes the file that carries the address; called when the page has come. */
  forgetAddress(): void
  /** Ends the browser and removes everything it wrote. */
  close(): Promise<void>
}

const prefix = 'holdspace-'

/** No first-run pages, no accounts, no background traffic, no crash dumps, no password store. */
const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=MediaRouter,OptimizationHints,Translate,AutofillServerCommunication',
  '--disk-cache-size=1',
  '--media-cache-size=1',
  '--metrics-recording-only',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
]

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A browser from a snap sees neither the real /tmp nor hidden folders: it gets a folder it can read. */
const baseFor = (chromium: string | null): string => {
  if (!chromium?.startsWith('/snap/')) return tmpdir()
  const base = join(homedir(), 'snap', 'chromium', 'common')
  mkdirSync(base, { recursive: true })
  return base
}

/**
 * A folder for one window, for this person only.
 *
 * @throws `StartError` where the folder for passing files cannot be written to.
 */
const makeWindowFolder = (base: string): string => {
  try {
    // mkdtemp makes it 0700; the shell's umask makes every file in it 0600.
    return mkdtempSync(join(base, `${prefix}${process.pid}-`))
  } catch (error) {
    throw new StartError(
      `The folder for passing files, ${base}, cannot be written to: ${whyNotWritten(error)}. The browser needs it.`,
    )
  }
}

/** None where the folder is not there: making one of ours in it says so. */
const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Removes folders of shells of ours that were killed before they could clean up. */
const sweep = (base: string): void => {
  for (const name of namesIn(base)) {
    const pid = /^holdspace-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    try {
      if (statSync(join(base, name)).uid === (process.getuid?.() ?? 0)) {
        rmSync(join(base, name), { recursive: true, force: true, maxRetries: 3 })
      }
    } catch {
      // Another shell is sweeping the same folder.
    }
  }
}

const redirectPage = (address: string): string =>
  `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${address}"><title>Holdspace</title>\n`

const ended = (child: ChildProcess, withinMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(true)
      return
    }
    const timer = setTimeout(() => resolve(false), withinMs)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(true)
    })
  })

/**
 * Opens the console.
 *
 * @param address - with the one-time token in its fragment. It reaches the browser through a file that only
 *   this person can read: a command line can be read by everyone on the machine.
 * @param say - one line for the person, on stderr.
 * @throws `StartError` where there is no room for a profile.
 */
export const openConsoleWindow = (address: string, say: (line: string) => void): ConsoleWindow => {
  const chromium = findChromium()
  const base = baseFor(chromium)
  sweep(base)
  const folder = makeWindowFolder(base)
  const file = join(folder, 'open.html')
  writeFileSync(file, redirectPage(address), { mode: 0o600, flag: 'wx' })
  const fileUrl = pathToFileURL(file).href

  const start = (command: string, words: string[], onFail: () => void): ChildProcess => {
    const child = spawn(command, words, { stdio: 'ignore' })
    child.once('error', onFail)
    return child
  }
  const openItYourself = () => say('No browser could be opened. Open the address above yourself.')

  let child: ChildProcess
  if (chromium) {
    const words = [`--user-data-dir=${join(folder, 'profile')}`, ...quietFlags, `--app=${fileUrl}`]
    child = start(chromium, words, openItYourself)
  } else {
    say('No browser of the Chromium family was found: the rehearsal works here, a live room does not.')
    const { command, words } = opener(file)
    child = start(command, words, openItYourself)
  }
  let hasCome = false
  child.once('exit', (code) => {
    if (!hasCome && code !== 0) openItYourself()
  })
  return {
    kind: chromium ? 'chromium' : 'other',
    forgetAddress: () => {
      hasCome = true
      rmSync(file, { force: true })
    },
    close: async () => {
      hasCome = true
      if (chromium && child.pid !== undefined) {
        child.kill('SIGTERM')
        if (!(await ended(child, 3000))) {
          child.kill('SIGKILL')
          await ended(child, 2000)
        }
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
