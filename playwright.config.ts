/** @file End-to-end tests: the built console in a real Chromium, one vault folder a test. */
import { defineConfig, devices } from '@playwright/test'
import { findChromium, testArguments } from './scripts/chromium.mjs'

const executablePath = await findChromium()
if (!executablePath) throw new Error('No Chromium was found. Run "npx playwright install chromium" once.')

const report = process.env.HOLDSPACE_E2E_REPORT ?? 'test-results/e2e.json'

export default defineConfig({
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
        actionTimeout: 240_000,
        navigationTimeout: 60_000,
        ...devices['Desktop Chrome'],
        viewport: { width: 1280, height: 860 },
        // Pictures and traces would write what was on the screen to disk.
        screenshot: 'off',
        trace: 'off',
        video: 'off',
        launchOptions: {
          executablePath,
          // Chromium refuses its sandbox to root; the app itself never asks for that.
          chromiumSandbox: process.getuid?.() !== 0,
          args: testArguments,
        },
      },
    },
  ],
})
