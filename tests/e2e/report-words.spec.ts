/** @file Nothing that is typed into the mandated report is lost, whatever ends the typing. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { goTo, lockConsole, unlock } from '../fixtures/steps'

const startReport = async (page: Page): Promise<void> => {
  await goTo(page, 'Reports')
  await page.getByRole('button', { name: 'New report' }).click()
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
}
const openReport = async (page: Page): Promise<void> => {
  await goTo(page, 'Reports')
  await page.getByRole('link', { name: /Started/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
}
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const status = (page: Page) => page.getByRole('status').filter({ hasText: /Keeping|Kept|kept/ })
const unknownOf = (page: Page, name: string) => page.getByRole('checkbox', { name: `Unknown: ${name}` })

test('stored while the typing goes on, and whole when the page or the vault is left at once', async ({
  home: holdspace,
}) => {
  let { page } = holdspace
  await startReport(page)
  // Each paragraph runs as its own script does.
  await expect(box(page, 'Their words')).toHaveCSS('unicode-bidi', 'plaintext')

  await test.step('killed in the middle of steady typing: the beginning is there', async () => {
    await box(page, 'Their words').pressSequentially('she said that he comes at night. '.repeat(4), {
      delay: 60,
    })
    // The page asks, for the last words are on it alone; this time they are left.
    page.once('dialog', (dialog) => void dialog.accept())
    page = await holdspace.restart({ isKilled: true })
    page.removeAllListeners('dialog')
    await unlock(page)
    await openReport(page)
    expect((await box(page, 'Their words').inputValue()).length).toBeGreaterThan(0)
  })

  await test.step('reloaded with the last key: all of it is there', async () => {
    await box(page, 'What I saw or heard').fill('The door was shut.')
    await box(page, 'What I saw or heard').press('End')
    await page.keyboard.type(' Then it was quiet.')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible()
    await expect(box(page, 'What I saw or heard')).toHaveValue('The door was shut. Then it was quiet.')
  })

  await test.step('locked with the last key: all of it is there', async () => {
    await box(page, 'What others told me').fill('Nobody was')
    await box(page, 'What others told me').press('End')
    await page.keyboard.type(' told before.')
    await lockConsole(page)
    await unlock(page)
    await openReport(page)
    await expect(box(page, 'What others told me')).toHaveValue('Nobody was told before.')
  })

  await test.step('left for another page with the last key', async () => {
    await box(page, 'My opinion').fill('I think so')
    await goTo(page, 'Tonight')
    await openReport(page)
    await expect(box(page, 'My opinion')).toHaveValue('I think so')
  })
})

test('what does not fit is said beside its field, keeps everything else, and leaving asks', async ({
  home: holdspace,
}) => {
  let { page } = holdspace
  await startReport(page)
  await box(page, 'Name of the person').fill('x'.repeat(230))
  await box(page, 'Their words').fill('y'.repeat(4003))
  await page.getByLabel('When I learned of it').fill('2099-01-01T10:00')
  await box(page, 'What I saw or heard').fill('Everything else.')
  await expect(page.getByText('30 characters too long. The first 200 are kept')).toBeVisible()
  await expect(page.getByText('3 characters too long. The first 4000 are kept')).toBeVisible()
  await expect(page.getByText('That is in the future. Check the day and the time.')).toBeVisible()
  await expect(
    page.getByRole('status').filter({ hasText: 'but for what is said beside its field' }),
  ).toBeVisible()

  await test.step('leaving asks', async () => {
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.evaluate(() => location.reload())
    await expect.poll(() => asked).toEqual(['beforeunload'])
    page.removeAllListeners('dialog')
    await expect(box(page, 'Name of the person')).toHaveValue('x'.repeat(230))
  })

  await test.step('another page and back: all of it is on this page still', async () => {
    await goTo(page, 'Tonight')
    await openReport(page)
    await expect(box(page, 'Name of the person')).toHaveValue('x'.repeat(230))
    await expect(page.getByText('30 characters too long.', { exact: false })).toBeVisible()
  })

  await test.step('killed: all but the ends that did not fit is stored', async () => {
    page.on('dialog', (dialog) => void dialog.accept())
    page = await holdspace.restart({ isKilled: true })
    await unlock(page)
    await openReport(page)
    await expect(box(page, 'What I saw or heard')).toHaveValue('Everything else.')
    await expect(box(page, 'Name of the person')).toHaveValue('x'.repeat(200))
    await expect(box(page, 'Their words')).toHaveValue('y'.repeat(4000))
    await expect(page.getByLabel('When I learned of it')).toHaveValue('2099-01-01T10:00')
    await expect(page.getByText('That is in the future. Check the day and the time.')).toBeVisible()
  })
})

test('"Unknown" by a slip gives the words back, after another page and after a reload, and never prints them', async ({
  home: holdspace,
}) => {
  const { page } = holdspace
  await startReport(page)
  const words = box(page, 'Their words')
  const isUnknown = unknownOf(page, 'Their words')
  await words.fill('The whole account.')
  await isUnknown.check()
  await expect(words).toHaveValue('')
  await expect(page.getByText('Set aside while “Unknown” is ticked.', { exact: false })).toBeVisible()
  await goTo(page, 'Tonight')
  await openReport(page)
  await expect(isUnknown).toBeChecked()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
  await expect(isUnknown).toBeChecked()

  await test.step('on paper it is unknown', async () => {
    await page.evaluate(() => {
      window.print = () => {}
    })
    await page.getByRole('button', { name: 'Print report' }).click()
    const sheet = page.locator('[data-print-sheet]')
    await expect(sheet).toContainText('Their words')
    expect(await sheet.innerText()).not.toContain('The whole account')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  })

  await test.step('let go of, and taken back', async () => {
    await page.getByRole('button', { name: 'Let it go: Their words' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('The whole account.')).toBeVisible()
  })

  await test.step('unticked, it is there again', async () => {
    await isUnknown.uncheck()
    await expect(words).toHaveValue('The whole account.')
  })

  await test.step('what is typed since is kept too, and the earlier words come before it', async () => {
    await isUnknown.check()
    await words.fill('More.')
    await expect(isUnknown).not.toBeChecked()
    await page.getByRole('button', { name: 'Put it back: Their words' }).click()
    await expect(words).toHaveValue('The whole account.\nMore.')
    await expect(words).toBeFocused()
  })

  await test.step('people too', async () => {
    await page.getByRole('button', { name: 'Add a person' }).click()
    const name = box(page, 'Name of who may have caused harm')
    await name.fill('A neighbour')
    await page.getByRole('checkbox', { name: 'I do not know who' }).check()
    await expect(name).toHaveCount(0)
    await lockConsole(page)
    await unlock(page)
    await openReport(page)
    await page.getByRole('checkbox', { name: 'I do not know who' }).uncheck()
    await expect(name).toHaveValue('A neighbour')
  })
})

test('removed lines can be taken back, several in a row', async ({ home: holdspace }) => {
  const { page } = holdspace
  await startReport(page)
  const names = box(page, 'Name of who may have caused harm')
  for (const [at, name] of ['First', 'Second', 'Third'].entries()) {
    await page.getByRole('button', { name: 'Add a person' }).click()
    await names.nth(at).fill(name)
  }
  const alleged = page.getByRole('region', { name: 'Who may have caused harm' })
  const values = () => names.evaluateAll((boxes) => boxes.map((one) => (one as HTMLInputElement).value))
  await alleged.getByRole('button', { name: 'Remove this line' }).nth(1).click()
  await expect(alleged.getByRole('button', { name: 'Undo' })).toBeFocused()
  await alleged.getByRole('button', { name: 'Remove this line' }).first().click()
  await expect.poll(values).toEqual(['Third'])
  await alleged.getByRole('button', { name: 'Undo' }).nth(1).click()
  await expect.poll(values).toEqual(['Second', 'Third'])
  await page.keyboard.press('Tab')
  await alleged.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(values).toEqual(['First', 'Second', 'Third'])
  await expect(status(page).last()).toContainText('Draft kept at')
})
