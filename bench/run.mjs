/**
 * @file `npm run bench`: prints the table to commit in bench/RESULTS.md. Ratios within one run, never absolutes.
 * `npm run bench -- live` runs one group alone: pages, start, calls, work, vault, reports, charter, numbers or live.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium, testArguments } from '../scripts/chromium.mjs'
import { firstStart, PASSPHRASE } from '../tests/fixtures/steps.ts'
import { charterTypingRows } from './charter-typing.mjs'
import { coldStartRow } from './cold-start.mjs'
import { consoleWorkRows, roomMemoryRow } from './console-work.mjs'
import { contractCallRows } from './contract-call.mjs'
import { serveEmptyPage } from './empty-server.mjs'
import { liveViewRows } from './live-view.mjs'
import { numbersRows } from './numbers.mjs'
import { buildEmptyPage, compare, openOnce, sizeRow, unlockOnce } from './pages.mjs'
import { reportTypingRows } from './report-typing.mjs'
import { startShell } from './shell.mjs'
import { row, table } from './statistics.mjs'
import { vaultScaleRows } from './vault-scale.mjs'

const ROUNDS = 11
const asked = process.argv.slice(2)
const isAsked = (group) => asked.length === 0 || asked.includes(group)

// Inside the project, so that what is built there finds the project's packages.
const workDir = join(import.meta.dirname, '..', 'out', 'bench')
mkdirSync(workDir, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'holdspace-bench-'))
const browser = await chromium.launch({
  executablePath: await findChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
  // Without the pages of its own address bar, which a window of ours has not: each new page had them load beside it.
  args: testArguments,
})

/** The one-time token changes with every connection: the page that leaves hands the next one on. */
const nextUrl = (page, url) =>
  page
    .evaluate(() => window.name.replace('holdspace:', ''))
    .then((token) => `${new URL(url).origin}/#${token}`)

const createVault = async (url) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  await firstStart(page, { displayName: 'Bench' })
  await context.close()
}

/** The unlock screen and home, against the empty page. */
const pageRows = async (openEmpty) => {
  const first = await startShell(dataDir)
  await createVault(first.url)
  await first.stop()

  const shell = await startShell(dataDir)
  let url = shell.url
  const openConsole = async () => {
    const opened = await openOnce(browser, url, async (page) => ({ next: await nextUrl(page, url) }))
    url = opened.result.next
    return opened
  }
  const emptySize = (await openEmpty()).bytes.gzip
  const unlockSize = (await openConsole()).bytes.gzip
  const unlock = await compare(ROUNDS, openEmpty, openConsole)

  const afterUnlock = await compare(ROUNDS, openEmpty, async () => {
    const done = await unlockOnce(browser, url, PASSPHRASE)
    url = done.next
    return done
  })

  const opened = await openOnce(browser, url, async (page) => {
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await page.getByRole('button', { name: 'Lock console' }).waitFor()
    return { next: await nextUrl(page, url) }
  })
  url = opened.result.next
  const home = await compare(ROUNDS, openEmpty, openConsole)
  await shell.stop()
  return [
    row('unlock screen ready vs empty Mantine page', 'ms', unlock.emptyMs, unlock.measuredMs, 1.3),
    sizeRow(emptySize, unlockSize),
    row(
      'home ready after the answer to Unlock vs empty Mantine page',
      'ms',
      afterUnlock.emptyMs,
      afterUnlock.measuredMs,
      2,
    ),
    row('home ready (reload, vault open) vs empty Mantine page', 'ms', home.emptyMs, home.measuredMs, 2),
  ]
}

/** A start with a vault that is there, against starts of nothing. */
const startRows = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'holdspace-bench-'))
  const shell = await startShell(dir)
  await createVault(shell.url)
  await shell.stop()
  const start = await coldStartRow(browser, {
    dataDir: dir,
    emptyDir: join(workDir, 'empty'),
    rounds: ROUNDS,
  })
  rmSync(dir, { recursive: true, force: true })
  return [start]
}

/** The contract's calls, against a raw echo. */
const callRows = async () => {
  const callDir = mkdtempSync(join(tmpdir(), 'holdspace-bench-'))
  const callShell = await startShell(callDir)
  const calls = await contractCallRows(callShell.url, join(workDir, 'port'))
  await callShell.stop()
  rmSync(callDir, { recursive: true, force: true })
  return calls
}

/** What is written by keyboard, in a vault of its own. */
const typedRows = async (typing) => {
  const dir = mkdtempSync(join(tmpdir(), 'holdspace-bench-'))
  const shell = await startShell(dir)
  const page = await browser.newPage()
  await page.goto(shell.url)
  await firstStart(page, { displayName: 'Bench' })
  const rows = await typing(page)
  await page.close()
  await shell.stop()
  rmSync(dir, { recursive: true, force: true })
  return rows
}

try {
  await buildEmptyPage(join(workDir, 'empty'))
  const empty = await serveEmptyPage(join(workDir, 'empty'))

  const openEmpty = () => openOnce(browser, empty.url)
  const rows = [
    ...(isAsked('pages') ? await pageRows(openEmpty) : []),
    ...(isAsked('start') ? await startRows() : []),
    ...(isAsked('calls') ? await callRows() : []),
    ...(isAsked('work') ? await consoleWorkRows(join(workDir, 'console-work')) : []),
    ...(isAsked('vault') ? vaultScaleRows() : []),
    ...(isAsked('reports') ? await typedRows(reportTypingRows) : []),
    ...(isAsked('charter') ? await typedRows(charterTypingRows) : []),
    ...(isAsked('numbers') ? numbersRows() : []),
    ...(isAsked('live') ? await liveViewRows(browser, openEmpty, ROUNDS) : []),
    ...(isAsked('live') ? [await roomMemoryRow(join(workDir, 'console-work'))] : []),
  ]
  empty.stop()
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}, Chromium ${browser.version()}, medians of ${ROUNDS}\n`,
  )
  console.log(table(rows))
} finally {
  await browser.close()
  rmSync(dataDir, { recursive: true, force: true })
}
