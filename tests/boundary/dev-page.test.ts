/**
 * @file `npm run dev`: a saved file of the console changes the page that is open, under the shell's own policy but
 * for what the development server needs; and nothing that ships knows of a development server.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'
import { expect, it } from 'vitest'
import { showFromDevServer } from '../../scripts/dev-page.mjs'
import { WAITED_MS } from '../fixtures/hangs-after.mjs'
import { launchOptions } from '../fixtures/launch-options'
import { freshFolder, startShell } from '../fixtures/shell-process'

const root = join(import.meta.dirname, '../..')

const freePort = async (): Promise<number> => {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

it('shows a change of a file while the page stays as it is', async () => {
  // A copy of the source to change, inside the project so that packages are found.
  const copy = mkdtempSync(join(root, 'out/dev-'))
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const folder = await freshFolder()
  const [server, shell, browser] = await Promise.all([
    createServer({
      configFile: false,
      logLevel: 'warn',
      root: join(copy, 'src/renderer'),
      cacheDir: join(copy, 'cache'),
      plugins: [react()],
      // A number: the page is told it, and goes there for news.
      server: { host: '127.0.0.1', port: await freePort(), fs: { allow: [root] } },
    }).then((made) => made.listen()),
    startShell({ dataDir: folder.path }),
    chromium.launch(launchOptions),
  ])
  try {
    const address = server.httpServer?.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const page = await browser.newPage({ permissions: ['local-network-access'] })
    page.setDefaultTimeout(WAITED_MS)
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text())
    })
    await showFromDevServer(page, { origin: shell.origin, devUrl: `http://127.0.0.1:${port}` })
    await page.goto(shell.url)
    const name = page.getByRole('textbox', { name: 'Name shown in meetings' })
    await name.fill('typed before the change')

    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    const theme = join(copy, 'src/renderer/console/ui/tokens.css')
    writeFileSync(theme, `${readFileSync(theme, 'utf8')}\n:root { --dev-marker: changed; }\n`)
    const marker = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--dev-marker'))
    await expect.poll(marker).toBe('changed')
    expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
    expect(await name.inputValue()).toBe('typed before the change')
    expect(refused).toEqual([])
  } finally {
    await browser.close()
    await shell.stop()
    await server.close()
    await folder.forget()
    rmSync(copy, { recursive: true, force: true })
  }
})

it('asks once more for a file where the connection was reset, as a kept one is that the server gave up', async () => {
  let askedCount = 0
  const server = createHttpServer(({ socket }, response) => {
    askedCount += 1
    if (askedCount === 1) socket.resetAndDestroy()
    else response.setHeader('content-type', 'text/plain').end('the words')
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(WAITED_MS)
    const origin = 'http://console.invalid'
    await showFromDevServer(page, { origin, devUrl: `http://127.0.0.1:${port}` })
    const answer = await page.goto(`${origin}/words.txt`)
    expect(await answer?.text()).toBe('the words')
    expect(askedCount).toBe(2)
  } finally {
    await browser.close()
    server.close()
  }
})

/** Words of a development server, and of a switch that would lead to one. */
const development = /@vite\/client|@react-refresh|ELECTRON_RENDERER_URL|import\.meta\.(hot|env\.DEV)/

it('leaves no way to a development server in what ships', () => {
  const files = ['main', 'preload', 'renderer'].flatMap((part) =>
    readdirSync(join(root, 'out', part), { recursive: true, withFileTypes: true }),
  )
  const texts = files.filter((file) => file.isFile() && /\.(c?js|html|css|json)$/.test(file.name))
  expect(texts.length).toBeGreaterThan(10)
  const found = texts
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => development.test(readFileSync(file, 'utf8')))
  expect(found).toEqual([])
  // The control: the words are those that a development server writes.
  expect(development.test(readFileSync(join(root, 'scripts/dev-window.mjs'), 'utf8'))).toBe(true)
})
