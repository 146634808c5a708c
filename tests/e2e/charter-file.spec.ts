/** @file An organization's own charter, made and saved on one computer, compared aloud and taken in on another. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freshFolder, startShell } from '../fixtures/shell-process'
import { createVault, firstStart, goTo } from '../fixtures/steps'

test('a charter from hand to hand', async ({ browser }) => {
  const [first, second] = [await freshFolder(), await freshFolder()]
  const shells = [await startShell({ dataDir: first.path }), await startShell({ dataDir: second.path })]
  try {
    const page = await browser.newPage({ acceptDownloads: true })
    await page.goto(shells[0]?.url ?? '')
    await firstStart(page)
    await goTo(page, 'Charter')
    await page.getByRole('button', { name: 'Make it our own' }).press('Enter')
    await page.getByRole('textbox', { name: 'Name of the charter' }).fill('Harbour evenings')
    await page.getByRole('textbox', { name: 'Your organization' }).fill('Harbour Peers')
    await page.getByRole('textbox', { name: 'One sentence about it' }).fill('Evenings by the harbour.')
    await page.getByRole('link', { name: 'Publish' }).press('Enter')
    await page.getByRole('button', { name: 'Publish it' }).press('Enter')
    await page.getByRole('button', { name: 'Work with it from now on' }).press('Enter')
    await page.getByText('You work with Harbour evenings now.').waitFor()
    await goTo(page, 'Charter')
    await expect(page.getByText('Harbour evenings of Harbour Peers, version of')).toBeVisible()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the charter as a file' }).press('Enter')
    const file = join(first.path, 'handed.json')
    await (await coming).saveAs(file)
    const groups = await page.getByRole('list', { name: 'Groups to compare' }).innerText()

    const other = await browser.newPage()
    await other.goto(shells[1]?.url ?? '')
    await createVault(other)
    await other.getByRole('button', { name: 'Mine is not here' }).press('Enter')
    const open = async (path: string) => {
      const chooser = other.waitForEvent('filechooser')
      await other.getByRole('button', { name: 'Open a charter file' }).click()
      await (await chooser).setFiles(path)
    }
    const changed = join(second.path, 'changed.json')
    writeFileSync(changed, readFileSync(file, 'utf8').replace('Harbour evenings', 'Harbour mornings'))
    await open(changed)
    await expect(other.getByText('something was changed on the way')).toBeVisible()

    await open(file)
    const found = other.getByRole('article', { name: 'Harbour evenings' })
    await expect(found.getByRole('heading', { name: 'Harbour evenings' })).toBeFocused()
    expect(await found.getByRole('list', { name: 'Groups to compare' }).innerText()).toBe(groups)
    await found.getByRole('checkbox', { name: 'All eight groups were the same, read aloud' }).check()
    await found.getByRole('button', { name: 'Take in this charter' }).press('Enter')
    await expect(other.getByRole('radio', { name: /^Harbour evenings/ })).toBeChecked()
    await other.getByRole('button', { name: 'Go on' }).press('Enter')
    await other.getByRole('heading', { name: 'Who is there for you' }).waitFor()
  } finally {
    for (const shell of shells) await shell.stop()
    await first.forget()
    await second.forget()
  }
})
