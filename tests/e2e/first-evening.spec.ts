/** @file The guided first evening by keyboard, from first start to the debrief: each act is waited for, nothing is kept. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { chooseCharter, createVault, firstStart, goTo } from '../fixtures/steps'

const guide = (page: Page) => page.getByRole('region', { name: 'A guided first evening' })

/** Finds an act by its name, as somebody without a mouse does. */
const find = async (page: Page, act: string) => {
  const name = page.getByRole('combobox', { name: 'Name of the act' })
  // A key that comes before the page listens is pressed again, as a person would.
  const open = async () => {
    if (!(await name.isVisible())) await page.keyboard.press('Control+K')
    return name.isVisible()
  }
  await expect.poll(open, { intervals: [3000] }).toBe(true)
  await name.fill(act)
  await expect(page.getByRole('option', { name: act, selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
}

test('an evening from first start to the debrief, by keyboard', async ({ console: { page } }) => {
  await createVault(page)
  await chooseCharter(page)
  await page.getByRole('button', { name: 'A guided first evening' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'A guided first evening' })).toBeVisible()
  await page.getByRole('button', { name: 'Open the rehearsal room' }).press('Enter')

  const strip = guide(page)
  await expect(strip).toContainText('Step 2 of 7. Press Lock the room (Alt L)')
  // It waits: another act is no answer to this one, and counts when its turn comes.
  const quiet = page.getByRole('button', { name: 'Quiet the room' })
  const pressed = async () => {
    // The guide hears that we are inside before the room knows our role: a key that comes between is refused aloud.
    if (/Mute everyone/.test(await quiet.innerText())) await page.keyboard.press('Alt+Q')
    return quiet.innerText()
  }
  await expect.poll(pressed, { intervals: [1000] }).toMatch(/sent/i)
  await expect(strip).toContainText('Step 2 of 7.')
  await page.keyboard.press('Alt+L')
  await expect(strip).toContainText('Step 3 of 7.')
  const waiting = page.getByRole('list', { name: 'Waiting to enter' })
  await waiting.getByRole('button', { name: 'Admit' }).press('Enter')
  await expect(strip).toContainText('Step 5 of 7. Press Crisis cards (Alt C)')
  await page.keyboard.press('Alt+C')
  await expect(page.getByRole('heading', { name: 'Crisis cards' })).toBeFocused()
  await expect(strip).toContainText('Step 6 of 7.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+E')
  await page.getByRole('button', { name: 'Yes, end it' }).press('Enter')
  await page.getByRole('button', { name: 'Close the session' }).press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'A guided first evening' })).toBeFocused()
  await expect(page.getByRole('main').getByText('Done', { exact: true })).toHaveCount(6)
  await page.getByRole('button', { name: 'Open a debrief' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'New debrief' })).toBeVisible()
  await expect(guide(page)).toContainText('That was the evening')
  await guide(page).getByRole('button', { name: 'Finish' }).press('Enter')
  await expect(guide(page)).toHaveCount(0)

  // Nothing of it is in the vault.
  await goTo(page, 'What is kept')
  await expect(page.getByRole('heading', { level: 1, name: 'What is kept' })).toBeFocused()
  await expect(page.getByRole('button', { name: /^Show entries: (Debriefs|Sessions|Groups)/ })).toHaveCount(0)
})

test('it is had again from the palette and the list of keys, skipped through, and left', async ({
  console: { page },
}) => {
  await firstStart(page)
  await find(page, 'A guided first evening')
  await expect(page.getByRole('heading', { level: 1, name: 'A guided first evening' })).toBeVisible()
  await page.getByRole('button', { name: 'Not now' }).press('Enter')
  await page.keyboard.press('?')
  await page
    .getByRole('dialog', { name: 'Keys' })
    .getByRole('link', { name: 'A guided first evening' })
    .press('Enter')
  await page.getByRole('button', { name: 'Open the rehearsal room' }).press('Enter')

  const strip = guide(page)
  await expect(strip).toContainText('Step 2 of 7.')
  await find(page, 'Skip this step')
  await expect(strip).toContainText('Step 4 of 7.')
  // Locked and opened again it goes on where it was.
  await page.keyboard.press('Alt+K')
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('a calm room with an open door')
  await page.keyboard.press('Enter')
  await expect(strip).toContainText('Step 4 of 7.')
  await strip.getByRole('button', { name: 'Leave the guide' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Your first group' })).toBeVisible()
  await expect(guide(page)).toHaveCount(0)
})
