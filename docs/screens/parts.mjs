/** @file Pictures of all parts of `ui/` in all their states: built for it alone, in nothing that ships. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** Each look: a window's width, and which way the words run. A picture is as long as the page. */
const looks = {
  light: { colorScheme: 'light', width: 1280, dir: 'ltr' },
  dark: { colorScheme: 'dark', width: 1280, dir: 'ltr' },
  narrow: { colorScheme: 'light', width: 320, dir: 'ltr' },
  'narrow-dark': { colorScheme: 'dark', width: 320, dir: 'ltr' },
  'right-to-left': { colorScheme: 'light', width: 1280, dir: 'rtl' },
  'narrow-right-to-left': { colorScheme: 'light', width: 320, dir: 'rtl' },
}

/**
 * Takes the pictures.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} place - the folder that gets them.
 * @returns {Promise<number>} how many were taken.
 * @throws where a look is wider than its window: a part does not fold.
 */
export const takeParts = async (browser, place) => {
  const outDir = await mkdtemp(join(tmpdir(), 'holdspace-parts-'))
  await build({
    root: join(import.meta.dirname, '../../tests/fixtures/parts'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome140' },
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://parts')
    const file = pathname === '/' ? '/index.html' : pathname
    readFile(join(outDir, file)).then(
      (body) => response.writeHead(200, { 'Content-Type': types[extname(file)] ?? '' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const wide = []
  try {
    for (const [name, { colorScheme, width, dir }] of Object.entries(looks)) {
      const page = await browser.newPage({
        viewport: { width, height: 800 },
        colorScheme,
        reducedMotion: 'reduce',
      })
      await page.goto(`http://127.0.0.1:${server.address().port}/?dir=${dir}`)
      await page.getByText('Debrief forgotten').waitFor()
      await page.evaluate(() => document.fonts.ready)
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      if (isWide) wide.push(name)
      await page.screenshot({ path: join(place, `parts-${name}.png`), fullPage: true, caret: 'hide' })
      await page.close()
    }
  } finally {
    server.close()
    await rm(outDir, { recursive: true, force: true })
  }
  if (wide.length > 0) throw new Error(`Wider than the window: parts-${wide.join(', parts-')}.`)
  return Object.keys(looks).length
}
