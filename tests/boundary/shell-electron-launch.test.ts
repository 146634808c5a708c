/**
 * @file One launch in a real Electron, where its binary is present. Elsewhere it says so and is skipped, unless
 * `HOLDSPACE_ELECTRON_REQUIRED=1` says that it must run: then what keeps it from running is the failure.
 */
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, it } from 'vitest'
import { whyNoElectron } from '../../scripts/electron-present.mjs'
import { WAITED_MS } from '../fixtures/hangs-after.mjs'
import { freshFolder } from '../fixtures/shell-process'

const isRequired = process.env.HOLDSPACE_ELECTRON_REQUIRED === '1'
/** Why it cannot run here, or null. */
const whyNot = whyNoElectron()

if (whyNot !== null) process.stdout.write(`Electron launch: not run (${whyNot})\n`)

it.skipIf(whyNot !== null && !isRequired)('opens the console in a real Electron', async () => {
  expect(whyNot, 'why it cannot run, though it must').toBeNull()
  const folder = await freshFolder()
  const app = await _electron.launch({
    // Without an executable of its own, Playwright asks the package for the binary and puts the app's path first.
    args: [join(import.meta.dirname, '../..'), '--data-dir', folder.path],
    // Otherwise Playwright adds --no-sandbox, which the app refuses.
    chromiumSandbox: true,
    timeout: WAITED_MS,
  })
  try {
    const page = await app.firstWindow({ timeout: WAITED_MS })
    page.setDefaultTimeout(WAITED_MS)
    expect(page.url().split('#', 1)[0]).toBe('holdspace://console/')
    // The page came up and the contract answers: without a vault it offers to make one.
    await page.getByRole('textbox', { name: 'Passphrase' }).or(page.getByRole('button')).first().waitFor()
    const world = await page.evaluate(() => ({
      hasProcess: 'process' in globalThis,
      hasRequire: 'require' in globalThis,
      origin: location.origin,
    }))
    expect(world).toEqual({ hasProcess: false, hasRequire: false, origin: 'holdspace://console' })
  } finally {
    await app.close()
    await folder.forget()
  }
})
