/**
 * @file What electron-vite starts, and starts again when the main process changed: the browser shell or Electron,
 * in a window whose console comes from the development server. `npm run dev` calls it.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { _electron, chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { showFromDevServer } from './dev-page.mjs'
import { root, stopSignals } from './pinned-node.mjs'

/** Said by electron-vite. */
const devUrl = process.env.ELECTRON_RENDERER_URL ?? ''
const shellName = process.env.HOLDSPACE_DEV_SHELL
const words = process.argv.slice(2)
const isHeadless = words.includes('--headless')
const appWords = words.filter((word) => word !== '--headless')

/** Ends what was started, once, and then this process. */
const endings = []
let isEnding = false
const end = async (code) => {
  if (isEnding) return
  isEnding = true
  for (const ending of endings.reverse()) await ending().catch(() => undefined)
  process.exit(code)
}
for (const signal of stopSignals) process.on(signal, () => void end(0))

/** Starts the browser shell and waits for its address. */
const startShell = () =>
  new Promise((resolve, reject) => {
    const shell = spawn(process.execPath, [join(root, 'out/main/browser.js'), '--no-open', ...appWords], {
      stdio: ['ignore', 'pipe', 2],
    })
    endings.push(
      () =>
        new Promise((done) => {
          if (shell.exitCode !== null) return done()
          shell.once('exit', done)
          shell.kill('SIGTERM')
        }),
    )
    let said = ''
    shell.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      said += chunk
      const address = /^Holdspace is ready: (\S+)$/m.exec(said)?.[1]
      if (address) resolve(address)
    })
    shell.once('exit', (code) => {
      reject(new Error('The shell ended before it was ready.'))
      void end(code ?? 1)
    })
  })

const openInBrowser = async () => {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium was found. Run "npx playwright install chromium" once.')
  const address = await startShell()
  const browser = await chromium.launch({
    executablePath,
    headless: isHeadless,
    chromiumSandbox: process.getuid?.() !== 0,
  })
  endings.push(() => browser.close())
  browser.once('disconnected', () => void end(0))
  // What comes through this script is not from the loopback in the browser's eyes, and asks to speak with it.
  const page = await browser.newPage({ viewport: null, permissions: ['local-network-access'] })
  page.once('close', () => void end(0))
  await showFromDevServer(page, { origin: new URL(address).origin, devUrl })
  await page.goto(address)
}

const openInElectron = async () => {
  const app = await _electron.launch({ args: [root, ...appWords], chromiumSandbox: true })
  endings.push(() => app.close())
  app.once('close', () => void end(0))
  const page = await app.firstWindow()
  await showFromDevServer(page, { origin: 'holdspace://console', devUrl })
  // The page as built has come by now: come again, from the development server.
  await page.reload()
}

try {
  await (shellName === 'electron' ? openInElectron() : openInBrowser())
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  await end(1)
}
