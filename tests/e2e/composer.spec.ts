/** @file A charter written by keyboard from an empty page: judged beside its fields, published, rehearsed and handed on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { freshFolder, startShell } from '../fixtures/shell-process'
import { firstStart, goTo, openRehearsal } from '../fixtures/steps'

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the charter' }).getByRole('link', { name }).press('Enter')

test('a small charter, written, tried and handed on', async ({ browser }) => {
  const folder = await freshFolder()
  const shell = await startShell({ dataDir: folder.path })
  try {
    const page = await browser.newPage({ acceptDownloads: true })
    await page.goto(shell.url)
    await firstStart(page)
    await goTo(page, 'Charter')
    await page.getByRole('button', { name: 'Choose another charter' }).press('Enter')
    await page.getByRole('button', { name: 'Mine is not here' }).press('Enter')
    await page.getByRole('button', { name: 'Write our own charter' }).press('Enter')
    await page.getByRole('button', { name: 'Begin with an empty page' }).press('Enter')

    await page.getByRole('textbox', { name: 'Name of the charter' }).fill('Quay evenings')
    await page.getByRole('textbox', { name: 'Your organization' }).fill('Quay Peers')
    await page.getByRole('textbox', { name: 'One sentence about it' }).fill('Evenings by the quay.')
    await page.getByLabel('Where you are').selectOption({ label: 'Ireland' })

    await part(page, 'Clauses and values')
    await page.getByRole('button', { name: 'Add to: Clauses' }).press('Enter')
    await expect(page.getByRole('textbox', { name: 'What it asks for' })).toBeFocused()
    await page.keyboard.type('Everybody listens before they answer.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Section 3')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: 'What it asks for' })).toBeFocused()
    await page.keyboard.type('Nobody is pressed to speak.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Section 4')
    // Moved by keyboard, and the keyboard stays with it.
    await page.keyboard.press('Alt+ArrowUp')
    const clauses = page.getByRole('region', { name: 'Clauses', exact: true }).getByRole('listitem')
    await expect(clauses.first()).toContainText('Nobody is pressed to speak.')
    // Taken out, and taken back.
    await clauses.nth(1).getByRole('button', { name: 'Take out' }).press('Enter')
    await expect(clauses.nth(1)).toContainText('Taken out: Everybody listens')
    await page.keyboard.press('Enter')
    await expect(clauses.nth(1)).toContainText('Everybody listens before they answer.')

    // Below the floor: said beside the list, with why, and not to be published.
    await part(page, 'Opening words')
    const opening = page.getByRole('region', { name: 'Lines said aloud' }).getByRole('listitem')
    await opening
      .filter({ hasText: 'You can step out at any time' })
      .getByRole('button', { name: 'Take out' })
      .press('Enter')
    await expect(page.getByText('One line must say how to step out.')).toBeVisible()
    await part(page, 'Publish')
    await expect(page.getByText('1 thing is still to be put right')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Publish it' })).toHaveCount(0)
    await part(page, 'Opening words')
    await page.getByRole('button', { name: 'Add to: Lines said aloud' }).press('Enter')
    await page.getByLabel('What it makes known').selectOption({ label: 'How to step out' })
    await page.getByRole('textbox', { name: 'Words', exact: true }).fill('Step out whenever you like, {you}.')
    await expect(page.getByText('Only the blanks that are named here')).toBeVisible()
    await page.getByRole('textbox', { name: 'Words', exact: true }).fill('Step out whenever you like.')
    await expect(page.getByText('Only the blanks that are named here')).toHaveCount(0)

    // What was typed is there after the page was loaded anew.
    await expect(page.getByText('Kept at')).toBeVisible()
    await part(page, 'Look at it')
    await expect(page.locator('[data-paper-preview]')).toContainText('Step out whenever you like.')
    await page.getByLabel('What to look at').selectOption({ label: 'Steps' })
    await expect(page.locator('[data-paper-preview]')).toContainText('One voice at a time, please.')

    await part(page, 'Publish')
    await page.getByRole('button', { name: 'Publish it' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Quay evenings is published' })).toBeVisible()
    await page.getByRole('button', { name: 'Work with it from now on' }).press('Enter')
    await expect(page.getByText('You work with Quay evenings now.')).toBeVisible()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the charter as a file' }).press('Enter')
    const file = join(folder.path, 'handed.json')
    await (await coming).saveAs(file)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ holdspaceCharter: 1 })
    expect(readFileSync(file, 'utf8')).toContain('Step out whenever you like.')

    // A rehearsal under it has its words.
    await goTo(page, 'Charter')
    await expect(page.getByText('Quay evenings of Quay Peers, version of')).toBeVisible()
    await openRehearsal(page)
    await expect(page.getByText('Step out whenever you like.')).toBeVisible()
  } finally {
    await shell.stop()
    await folder.forget()
  }
})
