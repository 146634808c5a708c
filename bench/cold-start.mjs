/**
 * @file Cold start to the unlock screen, from the start of the process to the second frame with a heading: the browser
 * shell against bare Node that serves the empty page. Electron has no row yet: docs/electron-by-hand.md has its figures.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { compare } from './pages.mjs'
import { row } from './statistics.mjs'

const root = join(import.meta.dirname, '..')

/** Waits for the second frame after a heading is there. */
const secondFrame = async (page) => {
  await page.waitForSelector('h1', { state: 'attached' })
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

/** Starts a program of Node's, opens what it serves in a browser that runs already, and ends both. */
const servedStart = async (browser, words) => {
  const startedAtMs = performance.now()
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^Holdspace is ready: (\S+)$/.exec(line)
      if (ready) resolve(ready[1])
    })
    child.once('exit', (code) => reject(new Error(`It ended with code ${code} before it was ready.`)))
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'commit' })
  await secondFrame(page)
  const elapsedMs = performance.now() - startedAtMs
  await context.close()
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { elapsedMs }
}

/**
 * The row.
 *
 * @param dataDir - of a vault that is there, so that what comes up is the unlock screen.
 * @param emptyDir - the built empty page.
 */
export const coldStartRow = async (browser, { dataDir, emptyDir, rounds }) => {
  const served = await compare(
    rounds,
    () => servedStart(browser, [join(import.meta.dirname, 'empty-server.mjs'), emptyDir]),
    () => servedStart(browser, [join(root, 'out/main/browser.js'), '--no-open', '--data-dir', dataDir]),
  )
  return row(
    'cold start to the unlock screen, browser shell, vs bare Node with the empty page',
    'ms',
    served.emptyMs,
    served.measuredMs,
    2,
  )
}
