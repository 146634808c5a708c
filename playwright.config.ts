/**
 * @file End-to-end tests: the built console in a real Chromium, and some of the same files in a real Electron wherever its
 * binary is; one vault folder a test.
 */
import { defineConfig, devices } from '@playwright/test'
import { whyNoElectron } from './scripts/electron-present.mjs'
import type { ShellName } from './tests/fixtures/console'
import { HANGS_AFTER_MS, WAITED_MS } from './tests/fixtures/hangs-after.mjs'
import { launchOptionsWithoutWindow } from './tests/fixtures/launch-options'

const whyNot = whyNoElectron()
// Workers read this file too; it is said once.
if (whyNot !== null && process.env.TEST_WORKER_INDEX === undefined) {
  if (process.env.HOLDSPACE_ELECTRON_REQUIRED === '1') throw new Error(`Electron must run here: ${whyNot}.`)
  process.stdout.write(`End-to-end tests in Electron: not run (${whyNot})\n`)
}

/**
 * Files that run in Electron too: each was seen to pass in a real one (docs/electron-by-hand.md says in which). The others
 * start a second shell or a browser of their own, want tabs or switches of a browser, or were not seen there yet.
 */
const IN_ELECTRON = [
  'conduct',
  'crash',
  'evening',
  'find-act',
  'first-evening',
  'hand-off',
  'keyboard',
  'place',
  'presence',
  'wellbeing',
].map((name) => `**/${name}.spec.ts`)
const quiet = {
  actionTimeout: WAITED_MS,
  navigationTimeout: WAITED_MS,
  // Pictures and traces would write what was on the screen to disk.
  screenshot: 'off',
  trace: 'off',
  video: 'off',
} as const
const report = process.env.HOLDSPACE_E2E_REPORT ?? 'test-results/e2e.json'

export default defineConfig<{ shell: ShellName }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/fixtures/end-to-end-run.ts',
  // Each waits more than it works: guests arrive, knock and write in their own time.
  workers: 4,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: HANGS_AFTER_MS,
  expect: { timeout: WAITED_MS },
  reporter: [['list'], ['json', { outputFile: report }]],
  projects: [
    {
      name: 'console',
      use: {
        ...quiet,
        ...devices['Desktop Chrome'],
        viewport: { width: 1280, height: 860 },
        launchOptions: launchOptionsWithoutWindow,
      },
    },
    // Electron keeps its own window size, permissions and devices: nothing of a browser is set for it.
    ...(whyNot === null
      ? [
          {
            name: 'electron',
            testMatch: IN_ELECTRON,
            use: { ...quiet, shell: 'electron' as const, launchOptions: launchOptionsWithoutWindow },
          },
        ]
      : []),
  ],
})
