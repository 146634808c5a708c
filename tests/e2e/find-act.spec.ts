/**
 * @file Find an act in a real browser: from the page and from an open room, by keyboard alone; what is sent into the
 * room is what was meant; nothing of it behind the lock; and the navigation holds its button in a low window.
 */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { lockConsole, openRehearsal } from '../fixtures/steps'

const FIND = 'ControlOrMeta+k'
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Find an act' })
const box = (page: Page) => page.getByRole('combobox', { name: 'Name of the act' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const find = async (page: Page, words: string) => {
  await page.keyboard.press(FIND)
  await expect(box(page)).toBeFocused()
  await page.keyboard.type(words)
}

test('an act is found by its name, on a page and in an open room', async ({ home: { page } }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })

  await test.step('a low window holds every place and act of the navigation', async () => {
    const wide = page.viewportSize()
    await page.setViewportSize({ width: 1024, height: 700 })
    const navigation = page.getByRole('navigation', { name: 'Main' })
    expect(await navigation.evaluate((at) => at.scrollHeight - at.clientHeight)).toBe(0)
    await button(page, 'Find an act').click()
    await expect(box(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button(page, 'Find an act')).toBeFocused()
    if (wide) await page.setViewportSize(wide)
  })

  await test.step('a place, and back to where one was where nothing was done', async () => {
    await find(page, 'groups')
    await expect(dialog(page).getByRole('option', { name: /^Groups/, selected: true })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeFocused()
    await find(page, 'new group')
    await page.keyboard.press('Enter')
    const name = page.getByRole('textbox', { name: 'Group name' })
    await name.fill('Tuesday')
    await find(page, 'Juniper')
    await expect(dialog(page).getByRole('status')).toHaveText('No act on this page has that name')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(name).toBeFocused()
    await expect(name).toHaveValue('Tuesday')
    await button(page, 'Back without saving').click()
  })

  await test.step('the list of keys by F1, from a text box too', async () => {
    await page.keyboard.press('F1')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys).toContainText('Find an act')
    await page.keyboard.press(FIND)
    await expect(dialog(page)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(keys).toBeHidden()
  })

  await openRehearsal(page)
  const status = page.getByRole('status', { name: 'Room status' })
  await expect(button(page, 'Lock the room')).toBeEnabled()
  await test.step('in the room only what nothing else fits is done by Enter', async () => {
    await find(page, 'lock')
    await expect(dialog(page).getByRole('option')).toHaveCount(2)
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('status')).toContainText('Nothing is done yet')
    await page.keyboard.type(' the room')
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toHaveCount(0)
    await expect(status).toContainText(/Lock sent|Locked, confirmed/)
    await find(page, 'end for everyone')
    await page.keyboard.press('Enter')
    await expect(button(page, 'Not yet')).toBeFocused()
    await page.keyboard.press('Escape')
  })

  await test.step('to a page and back, while the room stays open', async () => {
    await find(page, 'what is kept')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'What is kept' })).toBeVisible()
    await find(page, 'crisis')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Crisis cards' })).toBeFocused()
    await find(page, 'back')
    await expect(dialog(page).getByRole('option', { selected: true })).toHaveCount(0)
    await dialog(page)
      .getByRole('option', { name: /^Back to the room/ })
      .click()
    await expect(button(page, 'End for everyone')).toBeVisible()
  })

  await test.step('nothing of it behind the lock', async () => {
    await lockConsole(page)
    await page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
    await page.keyboard.press(FIND)
    await page.keyboard.press('F1')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  expect(refused, 'what the policy refused').toEqual([])
})
