/**
 * @file End-to-end tests: the built console in a real Chromium, and some of the same files in a real Electron wherever its
 * binary is; one vault folder a test.
 */
import { defineConfig, devices } from '@playwright/test'
import { findChromium, testArguments } from './scripts/chromium.mjs'
import { whyNoElectron } from './scripts/electron-present.mjs'
import type { ShellName } from './tests/fixtures/console'

const executablePath = await findChromium()
if (!executablePath) throw new Error('No Chromium was found. Run "npx playwright install chromium" once.')

const whyNot = whyNoElectron()
// Workers read this file too; it is said once.
if (whyNot !== null && process.env.TEST_WORKER_INDEX === undefined) {
  if (process.env.HOLDSPACE_ELECTRON_REQUIRED === '1') throw new Error(`Electron must run here: ${whyNot}.`)
  process.stdout.write(`End-to-end tests in Electron: not run (${whyNot})\n`)
}

/**
 * Files that run in Electron too: each was seen to pass in a real one (docs/electron-by-hand.md says in which). The others
 * save files, which Electron asks for in the system's own window, or want tabs, switches or sizes of a browser.
 */
const IN_ELECTRON = ['evening', 'first-evening'].map((name) => `**/${name}.spec.ts`)
const quiet = {
  actionTimeout: 240_000,
  navigationTimeout: 60_000,
  // Pictures and traces would write what was on the screen to disk.
  screenshot: 'off',
  trace: 'off',
  video: 'off',
} as const
const launchOptions = {
  executablePath,
  // Chromium refuses its sandbox to root; the app itself never asks for that.
  chromiumSandbox: process.getuid?.() !== 0,
  args: testArguments,
}
const report = process.env.HOLDSPACE_E2E_REPORT ?? 'test-results/e2e.json'

export default defineConfig<{ shell: ShellName }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/fixtures/build.ts',
  // Each waits more than it works: guests arrive, knock and write in their own time.
  workers: 4,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Limits end what hangs; a busy machine takes minutes for what a quiet one does in seconds.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
  projects: [
    {
      name: 'console',
      use: {
        ...quiet,
        ...devices['Desktop Chrome'],
        viewport: { width: 1280, height: 860 },
        launchOptions,
      },
    },
    // Electron keeps its own window size, permissions and devices: nothing of a browser is set for it.
    ...(whyNot === null
      ? [
          {
            name: 'electron',
            testMatch: IN_ELECTRON,
            use: { ...quiet, shell: 'electron' as const, launchOptions },
          },
        ]
      : []),
  ],
})
