/** @file Two hundred per cent zoom loses no control, and in the live view's header nothing stands over anything. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { lockConsole, openRehearsal, unlock } from '../fixtures/steps'

/** Controls that cannot be brought wholly into sight, or that something else lies over. */
const outOfReach = async (page: Page): Promise<string[]> => {
  const lost: string[] = []
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (width > 0) lost.push(`The page is ${width} px wider than the window`)
  for (const control of await page.locator('button, select, textarea, input, a[href]').all()) {
    if (!(await control.isVisible())) continue
    const words = await control.evaluate((element) => {
      // The way past the navigation is shown while it has the keyboard; measured before anything else can take it.
      if (element instanceof HTMLElement) element.focus()
      element.scrollIntoView({ block: 'center' })
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const isInside = left >= 0 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const isReached = above !== null && (element.contains(above) || above.contains(element))
      return isInside && isReached
        ? ''
        : `${element.ariaLabel ?? ''} ${element.textContent}`.trim() || element.tagName
    })
    if (words !== '') lost.push(words)
  }
  return lost
}

test('two hundred per cent zoom loses no control', async ({ home: { page } }) => {
  await page.setViewportSize({ width: 640, height: 400 })
  await expect(page.getByRole('button', { name: 'New group' })).toBeVisible()
  expect(await outOfReach(page)).toEqual([])
  await lockConsole(page)
  await page.getByRole('button', { name: 'Crisis numbers' }).click()
  await expect(page.getByText('Call 911')).toBeVisible()
  expect(await outOfReach(page)).toEqual([])
  await unlock(page)
  await openRehearsal(page)
  await expect(page.getByRole('button', { name: 'Lock the room', exact: true })).toBeEnabled()
  expect(await outOfReach(page)).toEqual([])
})

test('in the live view’s header no state covers a name or a button, at any width', async ({
  home: { page },
}) => {
  await openRehearsal(page)
  await page.getByRole('button', { name: 'Lock the room', exact: true }).click()
  await page.getByRole('button', { name: 'Quiet the room', exact: true }).click()
  // The keyboard in the meeting is one state and one button more.
  await page.frameLocator('iframe').frameLocator('iframe').getByText('Your microphone is off').click()
  await expect(page.getByRole('button', { name: 'Take the keyboard back' })).toBeVisible()
  for (const width of [1600, 1280, 1024, 960, 640, 320]) {
    await page.setViewportSize({ width, height: 700 })
    const overlaps = await page
      .locator('header')
      .filter({ has: page.getByRole('heading', { level: 1 }) })
      .evaluate((header) => {
        const parts = [...header.querySelectorAll('h1, [role="status"] > *, button, time')]
        const boxes = parts.map((part) => ({ words: part.textContent, box: part.getBoundingClientRect() }))
        return boxes.flatMap(({ words, box }, at) =>
          boxes
            .slice(at + 1)
            .filter(
              ({ box: other }) =>
                Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
                Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
            )
            .map((other) => `${words} and ${other.words}`),
        )
      })
    expect.soft(overlaps, `${width} px`).toEqual([])
  }
})

test('that the meeting took the keyboard is said above the page, and lies over nothing of it', async ({
  home: { page },
}) => {
  await openRehearsal(page)
  await expect(page.getByRole('button', { name: 'Lock the room', exact: true })).toBeEnabled()
  await page.evaluate(() => {
    location.hash = '#/kept'
  })
  await page.getByRole('heading', { level: 1, name: 'What is kept' }).click()
  const room = page.frames().find((frame) => frame.parentFrame() === page.mainFrame())
  await room?.evaluate(() => document.body.appendChild(document.createElement('input')).focus())
  const strip = page.getByRole('alert').filter({ hasText: 'The meeting took the keyboard' })
  await expect(strip).toBeVisible()
  for (const [width, height] of [
    [1280, 800],
    [320, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect(page.getByRole('button', { name: 'Back to the room' })).toBeVisible()
    expect.soft(await outOfReach(page), `${width} px, on a page`).toEqual([])
  }
  await page.getByRole('button', { name: 'Back to the room' }).click()
  for (const [width, height] of [
    [320, 900],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect(strip).toBeVisible()
    expect.soft(await outOfReach(page), `${width} px, in the room`).toEqual([])
  }
})
