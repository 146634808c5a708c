/** @file Finds a Chromium for the tests, and installs one where that is possible. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { root } from './pinned-node.mjs'

/** Debian's package and command: the shell of Chromium without a window. */
const HEADLESS_SHELL = 'chromium-headless-shell'
/** Names of Chromium-family browsers on a PATH, best first. */
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const places = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** The first of some names, best first, that is a file on the PATH; undefined when none is. */
const findOnPath = (wanted) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return wanted
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file))
}

/**
 * Absolute path of a Chromium, or null: `HOLDSPACE_CHROMIUM`, then the system's, then Playwright's own.
 *
 * @returns {Promise<string | null>}
 */
export const findChromium = async () => {
  const chosen = process.env.HOLDSPACE_CHROMIUM
  if (chosen) return existsSync(chosen) ? chosen : null
  const found = findOnPath(names) ?? places[process.platform]?.find((file) => existsSync(file))
  if (found) return found
  const { chromium } = await import('playwright-core')
  const own = chromium.executablePath()
  return own && existsSync(own) ? own : null
}

/**
 * Absolute path of the Chromium in which the end-to-end tests run, or null: `HOLDSPACE_CHROMIUM`, then the shell of Chromium
 * that was made to have no window, as Playwright takes it too: the same engine for an eighth less work. Without one, what
 * `findChromium` finds. What is asked of a browser with windows is asked in the boundary tests.
 *
 * @returns {Promise<string | null>}
 */
export const findChromiumWithoutWindow = async () => {
  if (process.env.HOLDSPACE_CHROMIUM) return findChromium()
  return findOnPath([HEADLESS_SHELL]) ?? findChromium()
}

/**
 * What Chromium leaves out in a test: pages of its own for the address bar, which nobody sees without a window and which
 * cost each context a process.
 */
const addressBarPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']

/**
 * What Playwright leaves out by the same switch, of which Chromium heeds the last alone. Playwright tells it nobody, so
 * it is read where it stands.
 */
const playwrightsOwn = () => {
  const bundle = readFileSync(
    createRequire(import.meta.url).resolve('playwright-core/lib/coreBundle'),
    'utf8',
  )
  const list = /\bdisabledFeatures = \[([\s\S]*?)\]\.filter/.exec(bundle)?.[1] ?? ''
  const names = [...list.matchAll(/^ *"(\w+)"/gm)].map(([, name]) => name)
  if (names.length === 0)
    throw new Error('Playwright says no longer what Chromium leaves out: scripts/chromium.mjs.')
  return names
}

/** Words for a Chromium that Playwright starts: a camera and a microphone that are none, and nothing of its own. */
export const testArguments = [
  `--disable-features=${[...addressBarPages, ...playwrightsOwn()].join(',')}`,
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** The system's name for itself: `debian`, `ubuntu`; empty where it has none. */
const osId = () => {
  try {
    return /^ID="?([a-z]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
}

const run = (command, words, limitMs) =>
  new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 2, 2] })
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
    const done = (isWell) => {
      clearTimeout(timer)
      resolve(isWell)
    }
    child.once('error', () => done(false))
    child.once('exit', (code) => done(code === 0))
  })

/** Where Playwright's own browsers come from (playwright-core's registry). */
const DOWNLOAD_ORIGIN = 'https://cdn.playwright.dev/'
/** A network that answers at all answers within this. */
const REACHABLE_MS = 5_000

/** True when something answers there, whatever it says: a download is worth trying. */
const answers = async (address) => {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACHABLE_MS) })
    return true
  } catch {
    return false
  }
}

const installDebians = async () => {
  await run('/usr/bin/apt-get', ['update'], 300_000)
  await run(
    '/usr/bin/apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', HEADLESS_SHELL],
    900_000,
  )
}

const installPlaywrights = async () => {
  const { PLAYWRIGHT_DOWNLOAD_HOST: mirror } = process.env
  if (!(await answers(mirror ?? DOWNLOAD_ORIGIN))) return
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  await run(process.execPath, [cli, 'install', 'chromium'], 900_000)
}

/**
 * Finds a Chromium, or installs one: Debian's where we are root on a Debian, which needs the system's own mirrors
 * only, else Playwright's, where its host answers at all.
 *
 * @returns {Promise<string | null>} null when neither worked.
 */
export const ensureChromium = async () => {
  const found = await findChromium()
  if (found) return found
  process.stderr.write('No Chromium was found; installing one for the tests.\n')
  // Ubuntu's package of this name is a snap, which no container runs.
  const isDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && osId() === 'debian'
  for (const install of isDebian ? [installDebians, installPlaywrights] : [installPlaywrights]) {
    await install()
    const installed = await findChromium()
    if (installed) return installed
  }
  return null
}
