/** @file A Chromium with a persistent profile that can be killed, not closed: what was on disk then stays there. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.mjs'
import { WAITED_MS } from '../fixtures/hangs-after.mjs'
import { until } from '../fixtures/until'

/** A running browser. */
export interface KillableBrowser {
  page: Page
  /** SIGKILL to the browser and all it started. */
  kill(): Promise<void>
}

const readPort = (profileDir: string, child: ChildProcess): Promise<string> => {
  const file = join(profileDir, 'DevToolsActivePort')
  return until(async () => {
    if (child.exitCode !== null) throw new Error('The browser ended before it said its port.')
    return (existsSync(file) && readFileSync(file, 'utf8').split('\n')[0]) || undefined
  }, 'the port of the browser')
}

const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    // There are no process groups: the tree is ended from its root.
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It had ended by itself.
  }
}

/**
 * Starts Chromium as people run it: its own cache, history, session restore and form memory are on.
 *
 * @param profileDir - becomes its profile.
 * @param tempDir - its TMPDIR.
 * @param spkiHash - the one self-signed certificate it shall trust.
 */
export const startKillableBrowser = async (
  profileDir: string,
  tempDir: string,
  spkiHash: string,
): Promise<KillableBrowser> => {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium was found')
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--window-size=1280,900',
      '--restore-last-session',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--remote-debugging-port=0',
      `--user-data-dir=${profileDir}`,
      `--ignore-certificate-errors-spki-list=${spkiHash}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
    { stdio: 'ignore', detached: true, env: { ...process.env, TMPDIR: tempDir } },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await readPort(profileDir, child)}`)
    const [context] = browser.contexts()
    if (!context) throw new Error('The browser has no profile')
    context.setDefaultTimeout(WAITED_MS)
    const page = context.pages()[0] ?? (await context.newPage())
    return {
      page,
      kill: async () => {
        killGroup(child)
        await ended
        await browser.close().catch(() => undefined)
      },
    }
  } catch (error) {
    killGroup(child)
    throw error
  }
}
