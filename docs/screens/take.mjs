/**
 * @file Takes the pictures in this folder: the built console in the browser shell, walked past every screen.
 *
 * `npm run screens` takes the few that are kept here. `npm run screens -- --all` takes every screen, light and
 * dark, and all parts of `ui/` in all their states, into a folder of the temporary directory and says which. The guests are the rehearsal's: nobody is real.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startShell } from '../../bench/shell.mjs'
import { findChromium, testArguments } from '../../scripts/chromium.mjs'
import { takeParts } from './parts.mjs'

const WIDE = { width: 1280, height: 800 }
const SMALL = { width: 1024, height: 700 }

/** What is kept here: the screen, then its pictures. `small` is 1024x700. */
const kept = {
  'first-start': ['light'],
  home: ['light', 'dark', 'small-light'],
  'home-near': ['dark'],
  'group-form': ['light'],
  prepare: ['light'],
  'live-open': ['light'],
  live: ['light', 'dark', 'small-dark'],
  'live-crisis': ['dark'],
  remains: ['light'],
  debrief: ['light'],
  report: ['light'],
  duties: ['light'],
  settings: ['light'],
  kept: ['dark'],
}
/** Groups meet in the evening: the zone of these in which it is nearest to half past seven now. */
const eveningZone = () => {
  const zones = [
    'America/Denver',
    'America/New_York',
    'Europe/London',
    'Asia/Dubai',
    'Asia/Bangkok',
    'Asia/Tokyo',
    'Pacific/Auckland',
    'Pacific/Honolulu',
  ]
  const minutesOff = (timeZone) => {
    const [hour, minute] = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' })
      .format()
      .split(':')
    return Math.abs(Number(hour) * 60 + Number(minute) - (19 * 60 + 30))
  }
  return zones.sort((one, other) => minutesOff(one) - minutesOff(other))[0]
}

const all = ['light', 'dark', 'small-light', 'small-dark']

// The steps are TypeScript, whose imports have no ending; Node wants one.
registerHooks({
  resolve: (specifier, context, next) => {
    const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts')
    return next(isOurs ? `${specifier}.ts` : specifier, context)
  },
})
const { tour } = await import('../../tests/fixtures/tour.ts')

const takesAll = process.argv.includes('--all')
const place = takesAll ? join(tmpdir(), 'holdspace-screens') : import.meta.dirname
await mkdir(place, { recursive: true })

const executablePath = await findChromium()
if (!executablePath) throw new Error('No Chromium was found. Run "npx playwright install chromium" once.')
const dataDir = await mkdtemp(join(tmpdir(), 'holdspace-taking-'))
const shell = await startShell(dataDir)
const browser = await chromium.launch({
  executablePath,
  // Chromium refuses its sandbox to root.
  chromiumSandbox: process.getuid?.() !== 0,
  args: testArguments,
})
try {
  const context = await browser.newContext({
    viewport: WIDE,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: eveningZone(),
  })
  let count = 0
  await tour(await context.newPage(), shell, async (screen, page) => {
    // A control under the pointer would look pressed.
    await page.mouse.move(WIDE.width - 2, 2)
    if (screen in kept) await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0))
    for (const name of takesAll ? all : (kept[screen] ?? [])) {
      await page.emulateMedia({ colorScheme: name.endsWith('dark') ? 'dark' : 'light' })
      await page.setViewportSize(name.startsWith('small') ? SMALL : WIDE)
      await page.screenshot({ path: join(place, `${screen}-${name}.png`), caret: 'hide' })
      count += 1
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(WIDE)
  })
  if (takesAll) count += await takeParts(browser, place)
  process.stdout.write(`${count} pictures in ${place}\n`)
} finally {
  await browser.close()
  await shell.stop()
  await rm(dataDir, { recursive: true, force: true })
}
