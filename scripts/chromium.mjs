/** @file Finds a Chromium for the tests, and installs one where that is possible. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './pinned-node.mjs'

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

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .sort((one, other) => rank(one) - rank(other))

const rank = (file) => names.findIndex((name) => file.endsWith(name))

/**
 * Absolute path of a Chromium, or null: `HOLDSPACE_CHROMIUM`, then the system's, then Playwright's own.
 *
 * @returns {Promise<string | null>}
 */
export const findChromium = async () => {
  const chosen = process.env.HOLDSPACE_CHROMIUM
  if (chosen) return existsSync(chosen) ? chosen : null
  const found = [...onPath(), ...(places[process.platform] ?? [])].find((file) => existsSync(file))
  if (found) return found
  const { chromium } = await import('playwright-core')
  const own = chromium.executablePath()
  return own && existsSync(own) ? own : null
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

/**
 * Finds a Chromium, or installs one: Playwright's own, else Debian's as root.
 *
 * @returns {Promise<string | null>} null when neither worked.
 */
export const ensureChromium = async () => {
  const found = await findChromium()
  if (found) return found
  process.stderr.write('No Chromium was found; installing one for the tests.\n')
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  await run(process.execPath, [cli, 'install', 'chromium'], 180_000)
  const own = await findChromium()
  if (own) return own
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await run('apt-get', ['update'], 120_000)
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 300_000)
  }
  return findChromium()
}
