/** @file Leaving in a real Chromium: its own question comes while something would be lost, and at no other time. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import {
  chooseCharter,
  closeSession,
  createVault,
  goTo,
  lockConsole,
  openRehearsal,
  PASSPHRASE,
} from '../fixtures/steps'

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
  // Loaded anew it goes on with the first step that is missing.
  expect(await reloadAsks(page, true)).toBe(false)
  await page.getByRole('heading', { name: 'Choose your charter' }).waitFor()
  await chooseCharter(page)
  expect(await reloadAsks(page, true)).toBe(false)
  await page.getByRole('heading', { name: 'Who is there for you' }).waitFor()
})

test('a sheet that was never confirmed is said on home, and another one is made there', async ({
  console: { page },
}) => {
  await page.getByRole('textbox', { name: 'Name shown in meetings' }).fill('Sam')
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create vault' }).click()
  const written = page.getByRole('checkbox', { name: 'I have printed or written it down' })
  await written.waitFor()
  const keyShown = page.getByTestId('recovery-key')
  const lost = await keyShown.innerText()
  expect(await reloadAsks(page, true)).toBe(true)
  await expect(page.getByText('The recovery key cannot be shown again')).toBeVisible()
  await page.getByRole('button', { name: 'Later' }).click()
  await chooseCharter(page)
  await page.getByRole('button', { name: 'Later' }).click()
  await page
    .getByRole('region', { name: 'Your recovery sheet is not confirmed' })
    .getByRole('button', { name: 'Recovery sheet' })
    .click()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Make a new sheet' }).click()
  await expect(page.getByText('does not open this vault any more')).toBeVisible()
  const fresh = (await keyShown.innerText()).replaceAll(/\s/g, '')
  await written.check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('you said that it is on paper')).toBeVisible()
  await goTo(page, 'Tonight')
  await expect(page.getByRole('heading', { name: 'Your first group' })).toBeVisible()
  await expect(page.getByText('Your recovery sheet is not confirmed')).toBeHidden()
  await lockConsole(page)
  await page.getByRole('button', { name: 'Use the printed recovery key instead' }).click()
  const box = page.getByRole('textbox', { name: 'Recovery key' })
  await box.fill(lost)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('That recovery key does not open this vault')).toBeVisible()
  await expect(page.getByRole('timer')).toBeHidden()
  await box.fill(fresh)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('button', { name: 'Lock console' })).toBeVisible()
})

test('a debrief with a field that cannot be stored is not left by a reload without a question', async ({
  home: { page },
}) => {
  await goTo(page, 'Debrief')
  await page.getByRole('link', { name: 'New debrief' }).first().click()
  const box = page.getByRole('textbox', { name: 'Debrief', exact: true })
  const answer = page.getByRole('main').getByRole('textbox').nth(1)
  await answer.fill('This one is stored.')
  await box.fill('x'.repeat(4001))
  await expect(page.getByText('Not stored until it is shorter.')).toBeVisible()
  await expect(page.getByText('The rest is kept', { exact: false })).toBeVisible()
  expect(await reloadAsks(page, false)).toBe(true)
  await expect(box).toHaveValue('x'.repeat(4001))
  // Once it can be stored nothing would be lost, and nothing is asked.
  await box.fill('It fits now.')
  await expect(page.getByText('Not stored until it is shorter.')).toBeHidden()
  expect(await reloadAsks(page, true)).toBe(false)
  await goTo(page, 'Debrief')
  await page.getByRole('list', { name: 'Debriefs' }).getByRole('link').first().click()
  await expect(box).toHaveValue('It fits now.')
  await expect(answer).toHaveValue('This one is stored.')
  // Left all the same: what was stored before is there.
  await box.fill('x'.repeat(4001))
  await expect(page.getByText('Not stored until it is shorter.')).toBeVisible()
  expect(await reloadAsks(page, true)).toBe(true)
  await goTo(page, 'Debrief')
  await page.getByRole('list', { name: 'Debriefs' }).getByRole('link').first().click()
  await expect(answer).toHaveValue('This one is stored.')
  await expect(box).not.toHaveValue('')
  expect((await box.inputValue()).length).toBeLessThan(4001)
})

test('an open room is not left by a reload or a closed window without a question', async ({
  home: { page },
}) => {
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
  await page.getByRole('heading', { name: 'Who is there for you' }).waitFor()
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
