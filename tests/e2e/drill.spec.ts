/** @file A drill that was asked for on the command line: opened by itself, acted in by keyboard, and nothing kept. */
import { expect, test } from '@playwright/test'
import { freshFolder, runShell, startShell } from '../fixtures/shell-process'
import { chooseCharter, createVault, goTo } from '../fixtures/steps'

test('a drill, from the command line to how it went', async ({ page }) => {
  const folder = await freshFolder()
  const unknown = await runShell(['--no-open', '--data-dir', folder.path, '--rehearse', 'tango']).ended
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toMatch(/^--rehearse takes the name of a drill: are-you-recording, argument, .+\.$/m)

  const shell = await startShell({ dataDir: folder.path, drill: 'are-you-recording' })
  try {
    await page.goto(shell.url)
    await createVault(page)
    await chooseCharter(page)
    await page.getByRole('button', { name: 'Later' }).click()

    const strip = page.getByRole('region', { name: 'Drill: Are you recording?' })
    await expect(strip).toContainText('Answering truly')
    const stage = page.frameLocator('iframe').frameLocator('iframe')
    await expect(stage.getByRole('status')).toHaveText(/Juniper says: .*recording this/)

    await page.keyboard.press('Alt+C')
    const cards = page.getByRole('region', { name: 'Crisis cards' })
    await cards.getByRole('combobox', { name: 'Which is it' }).selectOption('asked-recording')
    await cards.getByRole('button', { name: 'Send words to one person' }).press('Enter')
    await cards.getByRole('combobox', { name: 'Who gets it' }).selectOption({ label: 'Juniper' })
    await cards.getByRole('button', { name: 'Send to Juniper' }).press('Enter')
    await expect(stage.getByRole('status')).toHaveText(/Juniper says: Thank you for saying/)

    await strip.getByRole('button', { name: 'End the drill' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'How it went: Are you recording?' })).toBeFocused()
    const went = page.getByRole('region', { name: 'How it went' })
    await expect(went.getByText('Done', { exact: true })).toHaveCount(2)

    await goTo(page, 'What is kept')
    await expect(page.getByRole('heading', { level: 1, name: 'What is kept' })).toBeFocused()
    await expect(page.getByRole('main')).not.toContainText('Rehearsal')
  } finally {
    await shell.stop()
    await folder.forget()
  }
})
