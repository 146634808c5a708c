/**
 * @file An organization's own charter by keyboard alone: written from one that ships, published, published again, and
 * handed to another vault, which compares, refuses what it must, reads what is different, and lets it go again.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { button, press, reach } from '../fixtures/by-keyboard'
import { signedCharterFile } from '../fixtures/charter-file'
import { freshFolder, startShell } from '../fixtures/shell-process'
import { createVault, firstStart } from '../fixtures/steps'

const place = (page: Page, name: string) =>
  press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }))
const part = (page: Page, name: string) =>
  press(page, page.getByRole('navigation', { name: 'Parts of the charter' }).getByRole('link', { name }))
/** Writes over what a box has. */
const retype = async (page: Page, name: string, words: string) => {
  await reach(page, page.getByRole('textbox', { name, exact: true }))
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(words)
}
/** A day, digit by digit, as the box of a browser in English takes it. */
const typeDay = async (page: Page, name: string, day: string) => {
  await reach(page, page.getByLabel(name))
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  await page.keyboard.type(`${month}${ofMonth}${year}`)
  await expect(page.getByLabel(name)).toHaveValue(day)
}
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a charter from hand to hand, and from version to version', async ({ browser }) => {
  const [first, second] = [await freshFolder(), await freshFolder()]
  const shells = [await startShell({ dataDir: first.path }), await startShell({ dataDir: second.path })]
  try {
    const page = await browser.newPage({ acceptDownloads: true })
    await page.goto(shells[0]?.url ?? '')
    await firstStart(page)
    const publish = async (name: 'Publish it' | 'Publish this version') => {
      await part(page, 'Publish')
      await press(page, button(page, name))
      await expect(page.getByRole('heading', { name: 'Harbour evenings is published' })).toBeVisible()
    }
    const save = async (name: string): Promise<string> => {
      const coming = page.waitForEvent('download')
      await press(page, button(page, 'Save the charter as a file'))
      const file = join(first.path, name)
      await (await coming).saveAs(file)
      return file
    }

    await place(page, 'Charter')
    await press(page, button(page, 'Choose another charter'))
    await press(page, button(page, 'Mine is not here'))
    await press(page, button(page, 'Write our own charter'))
    await reach(page, page.getByLabel('Or begin with one that is here'))
    await page.keyboard.type('UK peer')
    await press(page, button(page, 'Begin with a copy'))
    await retype(page, 'Name of the charter', 'Harbour evenings')
    await retype(page, 'Your organization', 'Harbour Peers')
    await retype(page, 'One sentence about it', 'Evenings by the harbour.')
    await part(page, 'Settings')
    await press(page, page.getByRole('checkbox', { name: /^Notice of a change/ }), ' ')
    await reach(page, page.getByRole('textbox', { name: 'Notice of a change' }))
    await page.keyboard.type('30')
    await publish('Publish it')
    await press(page, button(page, 'Work with it from now on'))
    await expect(page.getByText('You work with Harbour evenings now.')).toBeVisible()
    const groups = await page.getByRole('list', { name: 'Groups to compare' }).innerText()
    const firstFile = await save('first.json')

    // The next version, at once: shorter than the thirty days that the charter promises, and said to be.
    await place(page, 'Charter')
    await press(page, button(page, 'Write its next version'))
    await retype(page, 'One sentence about it', 'Evenings by the harbour, on Thursdays.')
    await part(page, 'Publish')
    const own = page.getByRole('region', { name: 'What is different' })
    await expect(own).toContainText('Was: Evenings by the harbour.')
    await expect(own).toContainText('Now: Evenings by the harbour, on Thursdays.')
    await expect(own).toContainText('Announced 0 days before it holds')
    await expect(own).toContainText('30 days. Ask whoever gave it out')
    await publish('Publish this version')
    const secondFile = await save('second.json')

    // And one more, announced for the day that leaves people their thirty days.
    await place(page, 'Charter')
    await press(page, button(page, 'Write its next version'))
    await retype(page, 'One sentence about it', 'Evenings by the harbour, on Fridays.')
    await part(page, 'What changed')
    await press(page, button(page, 'Add to: Notes of what changed'))
    await page.keyboard.type('We meet on Fridays from now on.')
    await typeDay(page, 'Day from which it holds', daysFromNow(7))
    await part(page, 'Publish')
    await expect(own).toContainText('Announced 7 days before it holds')
    await press(page, page.getByRole('button', { name: /^Let it hold from / }))
    await expect(own).not.toContainText('before it holds')
    await publish('Publish this version')
    await expect(page.getByText('Until then the version before goes on')).toBeVisible()
    const thirdFile = await save('third.json')

    const other = await browser.newPage()
    await other.goto(shells[1]?.url ?? '')
    await createVault(other)
    const open = async (path: string) => {
      const chooser = other.waitForEvent('filechooser')
      await press(other, button(other, 'Open a charter file'))
      await (await chooser).setFiles(path)
    }
    const crafted = async (name: string, text: string, reason: string) => {
      const path = join(second.path, name)
      writeFileSync(path, text)
      await open(path)
      const refused = other.getByRole('alert').filter({ hasText: 'The file is not taken' })
      await expect(refused).toContainText(reason)
      await expect(refused).toContainText('Nothing in it was used.')
    }
    const found = other.getByRole('article', { name: 'Harbour evenings' })
    const text = readFileSync(firstFile, 'utf8')
    await press(other, button(other, 'Mine is not here'))
    await crafted(
      'changed.json',
      text.replace('Harbour evenings', 'Harbour mornings'),
      'something was changed on the way',
    )
    await crafted('cut.json', text.slice(0, -40), 'It is not whole')

    await open(firstFile)
    await expect(found.getByRole('heading', { name: 'Harbour evenings' })).toBeFocused()
    await expect(found).toContainText('This is the first file of Harbour Peers here.')
    expect(await found.getByRole('list', { name: 'Groups to compare' }).innerText()).toBe(groups)
    const take = found.getByRole('button', { name: 'Take in this charter' })
    await press(other, take)
    await expect(found.getByText('Tick this first.')).toBeVisible()
    await press(
      other,
      found.getByRole('checkbox', { name: 'All eight groups were the same, read aloud' }),
      ' ',
    )
    await press(other, take)
    await expect(other.getByRole('radio', { name: /^Harbour evenings/ })).toBeChecked()
    await press(other, button(other, 'Go on'))
    await press(other, button(other, 'Later'))
    await press(other, button(other, 'Later'))

    await place(other, 'Charter')
    await press(other, button(other, 'Choose another charter'))
    await press(other, button(other, 'Mine is not here'))
    await crafted('other-key.json', signedCharterFile(), 'another key')
    await open(secondFile)
    await expect(found).toContainText('Signed with the same key as on')
    await expect(found).toContainText('Now: Evenings by the harbour, on Thursdays.')
    await expect(found).toContainText('Announced 0 days before it holds')
    const takeNew = found.getByRole('button', { name: 'Take in this version' })
    await press(other, takeNew)
    await expect(found.getByText('Tick this first.')).toBeVisible()
    await press(other, found.getByRole('checkbox', { name: 'I have read what is different' }), ' ')
    await press(other, takeNew)
    await expect(other.getByText('Harbour evenings is in the list now.')).toBeFocused()
    await crafted('first.json', text, 'It is older than what is here.')
    await open(thirdFile)
    await expect(found).toContainText('We meet on Fridays from now on.')
    await expect(found).toContainText('Until then the version of')
    await press(other, takeNew)
    await expect(
      other.getByText('The new version of Harbour evenings is here, and waits until'),
    ).toBeFocused()
    await place(other, 'Tonight')
    await place(other, 'Charter')
    await expect(other.getByText(/^From .+ a new version of this charter holds$/)).toBeVisible()
    await expect(other.getByText(/^You read what is different in this version on/)).toBeVisible()
  } finally {
    for (const shell of shells) await shell.stop()
    await first.forget()
    await second.forget()
  }
})
