/** @file The vault that a test is given goes with the test, though it fails in the middle of what it does. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures/console'

// One after the other, in one worker: the second looks for what the first had.
test.describe.configure({ mode: 'serial' })
let dataDir = ''

test('a test with a vault fails', async ({ home }) => {
  test.fail()
  await home.restart({ isKilled: true })
  expect(existsSync(join(home.dataDir, 'vault.json'))).toBe(true)
  dataDir = home.dataDir
  throw new Error('This failure is expected.')
})

test('its vault is gone all the same', () => {
  expect(dataDir).not.toBe('')
  expect(existsSync(dataDir)).toBe(false)
})
