/** @file What cannot be stored is said in sight of what is typed, with the way to try again, at every size of a window. */
import { rename } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { goTo } from '../fixtures/steps'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 360, height: 740 },
]

/** Box and notice in one window, neither over the other. */
const standTogether = async (page: Page, box: Locator): Promise<void> => {
  const notice = page.getByRole('main').getByRole('alert').filter({ hasText: 'Try again' })
  for (const size of sizes) {
    await page.setViewportSize(size)
    // As the browser does for whoever comes to it by keyboard or types on.
    await box.evaluate((element) => element.scrollIntoView({ block: 'nearest' }))
    await expect(notice).toBeInViewport({ ratio: 0.9 })
    await expect(notice.getByRole('button', { name: 'Try again' })).toBeInViewport({ ratio: 1 })
    await expect(box).toBeInViewport()
    await expect
      .poll(async () => {
        const [of, at] = [await box.boundingBox(), await notice.boundingBox()]
        return of !== null && at !== null && of.y < at.y
      })
      .toBe(true)
  }
}

test('where the vault is gone, a debrief says so beside its words', async ({ home }) => {
  const { page, dataDir } = home
  const away = `${dataDir}-away`
  await goTo(page, 'Debrief')
  await page.getByRole('link', { name: 'New debrief' }).first().click()
  const box = page.getByRole('textbox', { name: 'Debrief', exact: true })
  await box.waitFor()
  await rename(dataDir, away)
  await box.fill('I waited for a breath, and that was right.')
  await standTogether(page, box)
  await rename(away, dataDir)
})

test('so does a report', async ({ home }) => {
  const { page, dataDir } = home
  const away = `${dataDir}-away`
  await goTo(page, 'Reports')
  await page.getByRole('button', { name: 'New report' }).click()
  const box = page.getByRole('textbox', { name: 'Their words', exact: true })
  await box.waitFor()
  await rename(dataDir, away)
  await box.fill('She said that he comes at night.')
  await standTogether(page, box)
  await rename(away, dataDir)
})
