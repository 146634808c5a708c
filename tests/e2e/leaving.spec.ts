/** @file Leaving in a real Chromium: its own question comes while something would be lost, and at no other time. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { closeSession, createVault, firstStart, openRehearsal, PASSPHRASE } from '../fixtures/steps'

/** Reloads and answers the browser's question; false when none came. */
const reloadAsks = async (page: Page, isLeaving: boolean): Promise<boolean> => {
  let hasAsked = false
  const onDialog = async (dialog: { type(): string; accept(): Promise<void>; dismiss(): Promise<void> }) => {
    hasAsked = dialog.type() === 'beforeunload'
    await (isLeaving ? dialog.accept() : dialog.dismiss())
  }
  page.on('dialog', onDialog)
  // A reload that the person calls off never ends: it is begun in the page, and looked at from there.
  await page.evaluate(() => {
    document.documentElement.dataset.old = 'yes'
    setTimeout(() => location.reload(), 0)
  })
  if (isLeaving) await page.waitForFunction(() => document.documentElement.dataset.old === undefined)
  else {
    await expect.poll(() => hasAsked).toBe(true)
    expect(await page.evaluate(() => document.documentElement.dataset.old)).toBe('yes')
  }
  page.off('dialog', onDialog)
  return hasAsked
}

test('the recovery sheet is not lost by a reload until it is confirmed', async ({ console: { page } }) => {
  await page.getByRole('textbox', { name: 'Name shown in meetings' }).fill('Sam')
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create vault' }).click()
  const written = page.getByRole('checkbox', { name: 'I have printed or written it down' })
  await written.waitFor()
  expect(await reloadAsks(page, false)).toBe(true)
  await expect(page.getByRole('article', { name: 'Holdspace recovery sheet' })).toBeVisible()
  await written.check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('heading', { name: 'Choose your charter' }).waitFor()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('article', { name: 'Holdspace recovery sheet' })).toBeVisible()
  // Loaded anew it goes on where it was left, and says that the key cannot be shown again.
  expect(await reloadAsks(page, true)).toBe(false)
  await page.getByRole('heading', { name: 'Choose your charter' }).waitFor()
  await expect(page.getByText('The recovery key cannot be shown again')).toBeVisible()
})

test('an open room is not left by a reload or a closed window without a question', async ({
  console: { page },
}) => {
  await firstStart(page)
  expect(await reloadAsks(page, true)).toBe(false)
  await page.getByRole('button', { name: 'Lock console' }).waitFor()
  await openRehearsal(page)
  await page.getByRole('button', { name: /^Sol/ }).waitFor()
  expect(await reloadAsks(page, false)).toBe(true)
  await expect(page.getByRole('list', { name: 'People in the room' })).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(page.getByRole('list', { name: 'People in the room' })).toBeVisible()

  // Left properly, it is an ordinary page again.
  await closeSession(page)
  expect(await reloadAsks(page, true)).toBe(false)
})

test('a window of the app’s own asks in the page, over the room, and gives the keyboard back', async ({
  console: { page },
}) => {
  await createVault(page)
  await page.getByRole('radio', { name: /Heartfelt/ }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Later' }).click()
  await page.getByRole('button', { name: 'Rehearse' }).click()
  await page.getByRole('button', { name: 'Open the room' }).click()
  await page.getByRole('button', { name: /^Sol/ }).waitFor()
  // What Electron's main process runs, to the letter.
  const answer = page.evaluate(
    'globalThis.holdspaceLeaving.flush().then(() => globalThis.holdspaceLeaving.ask())',
  )
  const question = page.getByRole('alertdialog', { name: 'The rehearsal is open. Leave it?' })
  await question.waitFor()
  await expect(question.getByRole('button', { name: 'Stay' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(question.getByRole('button', { name: 'Leave and close' })).toBeFocused()
  if (process.env.HOLDSPACE_PICTURES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${process.env.HOLDSPACE_PICTURES}/leave-${colorScheme}.png` })
    }
    await page.setViewportSize({ width: 320, height: 480 })
    await page.screenshot({ path: `${process.env.HOLDSPACE_PICTURES}/leave-narrow.png` })
    await page.setViewportSize({ width: 1280, height: 720 })
  }
  await page.keyboard.press('Escape')
  expect(await answer).toBe('stay')
  await expect(question).toBeHidden()
})
