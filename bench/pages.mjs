/** @file Page benches: the unlock screen and home against an empty Mantine page built and served the same way. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { median, row } from './statistics.mjs'

/** Builds the empty page with the console's own settings. */
export const buildEmptyPage = async (outDir) => {
  await build({
    root: join(import.meta.dirname, 'empty-page'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      minify: true,
      target: 'chrome140',
      modulePreload: { polyfill: false },
    },
  })
}

/** Milliseconds from navigation until the second animation frame after a level-one heading is there. */
const readyMs = async (page) => {
  await page.waitForSelector('h1', { state: 'attached' })
  return page.evaluate(() => window.__readyMs ?? new Promise((resolve) => (window.__onReady = resolve)))
}

/** Installed before the page's own script: notes the instant by itself, so that the driver's pace is no part of it. */
const noteReady = () => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('h1')) return
    observer.disconnect()
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.__readyMs = performance.now()
        window.__onReady?.(window.__readyMs)
      }),
    )
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** Opens a page in a fresh context and returns what was measured, and the sizes of its first load. */
export const openOnce = async (browser, url, use) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const bytes = { raw: 0, gzip: 0 }
  const bodies = []
  page.on('response', (response) => {
    if (/\.(js|css)(\?|$)/.test(response.url())) bodies.push(response.body().catch(() => Buffer.alloc(0)))
  })
  await page.addInitScript(noteReady)
  await page.goto(url)
  const elapsedMs = await readyMs(page)
  for (const body of await Promise.all(bodies)) {
    bytes.raw += body.length
    bytes.gzip += gzipSync(body).length
  }
  const result = use ? await use(page) : undefined
  await context.close()
  return { elapsedMs, bytes, result }
}

/**
 * Alternates the two pages, so that both see the same machine.
 *
 * @returns medians of `rounds` after one warm-up each.
 */
export const compare = async (rounds, empty, measured) => {
  const times = { empty: [], measured: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const a = await empty()
    const b = await measured()
    if (round === 0) continue
    times.empty.push(a.elapsedMs)
    times.measured.push(b.elapsedMs)
  }
  return { emptyMs: median(times.empty), measuredMs: median(times.measured) }
}

/** Installed before the page's own script: notes when the shell's answer "unlocked" arrives, and when home is ready. */
const noteHome = () => {
  const textOf = (data) => (typeof data === 'string' ? data : new TextDecoder().decode(data))
  const Socket = window.WebSocket
  window.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args)
      this.addEventListener('message', (event) => {
        if (!(event.data instanceof Blob) && textOf(event.data).includes('unlocked'))
          window.__unlockedMs ??= performance.now()
      })
    }
  }
  const observer = new MutationObserver(() => {
    if (!document.querySelector('nav') || !document.querySelector('main h1')) return
    observer.disconnect()
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.__homeMs = performance.now()
      }),
    )
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** Unlocks on a fresh page as a person does; milliseconds from the shell's answer until home is ready. */
export const unlockOnce = async (browser, url, passphrase) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(noteHome)
  await page.goto(url)
  const box = page.getByRole('textbox', { name: 'Passphrase' })
  await box.pressSequentially(passphrase, { delay: 30 })
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.waitForFunction(() => window.__homeMs !== undefined)
  const elapsedMs = await page.evaluate(() => window.__homeMs - window.__unlockedMs)
  await page.getByRole('button', { name: 'Lock console' }).click()
  await box.waitFor()
  const token = await page.evaluate(() => window.name.replace('holdspace:', ''))
  await context.close()
  return { elapsedMs, next: `${new URL(url).origin}/#${token}` }
}

/** A row of sizes. */
export const sizeRow = (empty, measured) =>
  row(
    'first load of the unlock screen, JS+CSS, gzip, vs empty Mantine page',
    'kB',
    empty / 1000,
    measured / 1000,
    1.5,
  )
