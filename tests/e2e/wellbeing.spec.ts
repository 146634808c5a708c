/** @file The wellbeing check in a real browser: a choice that says somebody is not well shows at once where to turn. */
import { expect, test } from '../fixtures/console'
import { firstStart } from '../fixtures/steps'

test('where to turn comes into sight with the choice, wherever the page is scrolled, before anything is kept', async ({
  console: { page },
}) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  await firstStart(page)
  await page.evaluate(() => {
    location.hash = '#/wellbeing'
  })
  const unwell = page.getByRole('radio', { name: 'I am not well, I want help' })
  // At the very foot of the window: what appears below it appears out of sight.
  await unwell.evaluate((radio) => radio.scrollIntoView({ block: 'end' }))
  await unwell.check()
  const turn = page.getByRole('region', { name: 'Where to turn' })
  await expect(turn.getByRole('region', { name: 'Emergency number' })).toBeInViewport()
  await expect(page.getByText('Nothing is kept yet.')).toBeAttached()
  // Paper is outside the vault: no way out of it either.
  await expect(page.getByText('How you are is not printed')).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('How you are is not printed')).toBeVisible()
  await expect(unwell).toBeHidden()
})
