/**
 * @file The data folder's move as a person has it: asked for in Settings, done at the next start and said, the disk gone
 * afterwards; a place that does not take it; and a folder that was named at the start.
 */
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { freshFolder, homeIn, runShell, type ShellProcess, startShell } from '../fixtures/shell-process'
import { createGroup, firstStart, goTo, painted, unlock } from '../fixtures/steps'

const folderSection = (page: Page) => page.getByRole('region', { name: 'Where it is' })

const openAt = async (page: Page, shell: ShellProcess): Promise<void> => {
  // A fragment alone would not load the page anew: leave it first.
  await page.goto('about:blank')
  await page.goto(shell.url)
  await painted(page)
}

test('the data folder goes to another disk at the next start, and nothing is made where that is gone', async ({
  page,
}) => {
  const home = await freshFolder()
  const root = realpathSync(home.path)
  const disk = join(root, 'Ein Stick mit Ümläuten 集まり')
  mkdirSync(disk)
  const to = join(disk, 'Holdspace')
  let shell = await startShell({}, homeIn(root))
  try {
    await openAt(page, shell)
    await firstStart(page)
    await createGroup(page, { name: 'Tuesday circle' })
    await goTo(page, 'Settings')
    const section = folderSection(page)
    const from = (await section.locator('bdi').first().innerText()).trim()
    expect(existsSync(join(from, 'vault.db'))).toBe(true)

    await section.getByRole('button', { name: 'Move it to another place' }).click()
    const place = section.getByRole('textbox', { name: 'Where it goes' })
    await expect(place).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(section.getByText('Name a folder first.')).toBeVisible()
    await place.fill(from)
    await page.keyboard.press('Enter')
    await expect(section.getByRole('alert')).toContainText('That is in the folder that is to be moved')
    await place.fill(disk)
    await section.getByRole('button', { name: 'Move it at the next start' }).click()
    await expect(section.getByText('It moves at the next start')).toBeVisible()
    await section.getByRole('button', { name: 'Leave it where it is' }).click()
    await section.getByRole('button', { name: 'Move it to another place' }).click()
    await place.fill(disk)
    await page.keyboard.press('Enter')
    await expect(section.getByText(to, { exact: false })).toBeVisible()
    expect(existsSync(to), 'until then all stays where it is').toBe(false)

    await shell.stop()
    shell = await startShell({}, homeIn(root))
    await openAt(page, shell)
    await expect(page.getByText('Your data folder has moved')).toBeVisible()
    await unlock(page)
    await goTo(page, 'Groups')
    await expect(page.getByText('Tuesday circle').first()).toBeVisible()
    await goTo(page, 'Settings')
    await expect(folderSection(page).locator('bdi').first()).toHaveText(to)
    expect(readdirSync(from).filter((name) => name.startsWith('vault.'))).toEqual([])
    expect((await shell.stop()).stderr).toContain(`Your data folder was moved to ${to}.`)

    renameSync(disk, `${disk}, pulled`)
    const gone = await runShell(['--shell', 'browser', '--no-open'], homeIn(root)).ended
    expect(gone.code).toBe(1)
    expect(gone.stderr).toMatch(/^Your data folder was moved to .*, and that is not there. Connect its disk/)
    expect(existsSync(disk)).toBe(false)
    const named = await runShell(['--shell', 'browser', '--no-open', '--data-dir', from]).ended
    expect(named.stderr, 'nothing is begun where it came from').toMatch(/^The vault of .* was moved to/)

    renameSync(`${disk}, pulled`, disk)
    shell = await startShell({}, homeIn(root))
    await openAt(page, shell)
    await unlock(page)
    await page.getByRole('button', { name: 'Lock console' }).waitFor()
  } finally {
    await shell.stop()
    await home.forget()
  }
})

test('a folder that was named at the start says so, and is moved by naming another', async ({
  home: app,
}) => {
  const { page } = app
  await goTo(page, 'Settings')
  await expect(folderSection(page)).toContainText('It was named when Holdspace was started.')
  await expect(folderSection(page).getByRole('button', { name: 'Move it to another place' })).toHaveCount(0)
})
