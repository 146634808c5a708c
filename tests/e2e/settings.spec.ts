/**
 * @file Settings, in a real browser: they act at once, on the lock screen and from the first paint of the next start;
 * what cannot be stored is said; and every screen that matters holds the largest words.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { createGroup, goTo, lockConsole, openRehearsal, unlock } from '../fixtures/steps'

const root = (page: Page) => page.locator('html')
const fontSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
const openSettings = async (page: Page) => {
  await goTo(page, 'Settings')
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
}

test('what is chosen acts at once, behind the lock, and at the next start before anything is unlocked', async ({
  home: app,
}) => {
  const { page } = app
  const file = join(app.dataDir, 'preferences.json')
  await openSettings(page)
  expect(existsSync(file), 'nothing was chosen yet').toBe(false)

  const theme = page.getByRole('radiogroup', { name: 'Colors' })
  await theme.getByRole('radio', { name: 'Always dark' }).check()
  await expect(root(page)).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page
    .getByRole('radiogroup', { name: 'Size of words' })
    .getByRole('radio', { name: 'Largest' })
    .check()
  await expect.poll(() => fontSize(page)).toBeCloseTo(20.8)
  await page
    .getByRole('radiogroup', { name: 'How a time is said' })
    .getByRole('radio', { name: /^12 hours/ })
    .check()
  await page.getByRole('checkbox', { name: 'No motion' }).check()
  await page.getByRole('combobox', { name: 'Lock when nobody has touched it for' }).selectOption('30')
  await expect
    .poll(() => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null))
    .toEqual({ theme: 'dark', textSize: 'largest', timeStyle: 'h12', motion: 'none', idleLockMinutes: 30 })
  // A page in a browser cannot keep screenshots away, and no control says that it could.
  await expect(page.getByText('a page in a browser cannot ask for it', { exact: false })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /screenshots/ })).toHaveCount(0)

  // Words that differ, days as that country writes them, and a page that says so.
  await expect(root(page)).toHaveAttribute('lang', 'en-US')
  await page
    .getByRole('radiogroup', { name: 'Words of the console' })
    .getByRole('radio', { name: 'English, United Kingdom' })
    .check()
  await expect(page.getByRole('radiogroup', { name: 'Colours' })).toBeVisible()
  await expect(root(page)).toHaveAttribute('lang', 'en-GB')
  await page.getByRole('radio', { name: 'Español' }).check()
  await expect(page.getByRole('radiogroup', { name: 'Palabras de la consola' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Principal' })).toContainText('Lo que se guarda')
  await expect(root(page)).toHaveAttribute('lang', 'es-US')
  await page.getByRole('radio', { name: 'English, United States' }).check()
  await expect(page.getByRole('radiogroup', { name: 'Colors' })).toBeVisible()

  await createGroup(page, { name: 'Tuesday circle' })
  await goTo(page, 'Tonight')
  await expect(page.locator('main')).toContainText(/7:00\sPM/)
  await lockConsole(page)
  await expect(root(page)).toHaveAttribute('data-mantine-color-scheme', 'dark')

  await app.restart()
  // As the shell served it, before any script of the page ran.
  const served = await (await fetch(new URL('/', app.url))).text()
  expect(served).toContain('data-theme="dark"')
  expect(served).toContain('data-text-size="largest"')
  expect(served).toContain('data-language="en-US"')
  await expect(root(page)).toHaveAttribute('data-mantine-color-scheme', 'dark')
  expect(await fontSize(page)).toBeCloseTo(20.8)
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)

  await unlock(page)
  await openSettings(page)
  await page.getByRole('button', { name: 'Put all of this page back' }).click()
  await expect(root(page)).not.toHaveAttribute('data-text-size', 'largest')
  await expect.poll(() => existsSync(file)).toBe(false)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => fontSize(page)).toBeCloseTo(20.8)
})

test('a file of rubbish is set aside and said, and is on What is kept in words', async ({ home: app }) => {
  const { page } = app
  writeFileSync(join(app.dataDir, 'preferences.json'), '{"theme":"dark","textSize":9}')
  await app.restart()
  await expect(root(page)).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await unlock(page)
  await openSettings(page)
  await expect(page.getByText('Your earlier settings could not be read')).toBeVisible()
  await expect(page.getByText(app.dataDir, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Show and change the keys' }).click()
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await goTo(page, 'What is kept')
  await expect(page.getByRole('heading', { name: 'Outside the vault' })).toBeVisible()
  await expect(page.getByText('preferences.json', { exact: false })).toBeVisible()
})

test('About says which version this is, from when, and whose work is inside', async ({ home: app }) => {
  const { page } = app
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  await openSettings(page)
  await page.getByRole('link', { name: 'About this version' }).click()
  await page.getByRole('heading', { level: 1, name: 'About Holdspace' }).waitFor()
  await expect(page.getByText(`Version ${version}`, { exact: false })).toBeVisible()
  await expect(page.getByText('The crisis numbers in it were gathered by', { exact: false })).toContainText(
    /20\d\d/,
  )
  const show = page.getByRole('button', { name: 'Show the licence of react', exact: true })
  await show.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Permission is hereby granted', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hide the licence of react', exact: true })).toBeFocused()
  // It asks nobody whether there is a newer one, and no link leads out.
  expect(
    await page.locator('main a').evaluateAll((links) => links.map((one) => one.getAttribute('href'))),
  ).toEqual(['#/backup'])
})

/** What is cut off by its own box, or makes the page wider than the window, as the page is now. */
const cutNow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lost = [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, p, li, label')].flatMap(
      (one) => {
        if (!one.checkVisibility({ visibilityProperty: true })) return []
        const { overflowX, overflowY } = getComputedStyle(one)
        const isCut =
          (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) ||
          (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)
        return isCut ? [`${one.tagName} ${one.textContent?.slice(0, 60)}`] : []
      },
    )
    const isTooWide = document.documentElement.scrollWidth > innerWidth
    return isTooWide ? ['The page is wider than the window', ...lost] : lost
  })

/** What the largest words cut off and the usual ones do not: what only a screen reader reads is cut off in any size. */
const cut = async (page: Page): Promise<string[]> => {
  const setSize = (size: string) =>
    page.evaluate((said) => document.documentElement.setAttribute('data-text-size', said), size)
  const atLargest = await cutNow(page)
  await setSize('usual')
  const atUsual = new Set(await cutNow(page))
  await setSize('largest')
  return atLargest.filter((line) => !atUsual.has(line))
}

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 320, height: 700 },
]) {
  test(`the largest words fit, ${width} by ${height}`, async ({ home: app }) => {
    const { page } = app
    await page.setViewportSize({ width: 1280, height: 800 })
    await openSettings(page)
    await page
      .getByRole('radiogroup', { name: 'Size of words' })
      .getByRole('radio', { name: 'Largest' })
      .check()
    await expect.poll(() => fontSize(page)).toBeCloseTo(20.8)
    await page.setViewportSize({ width, height })
    await expect.poll(() => cut(page)).toEqual([])
    for (const place of ['Tonight', 'Groups', 'Debrief', 'Numbers', 'Charter', 'What is kept']) {
      await goTo(page, place)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect.poll(() => cut(page), place).toEqual([])
    }
    await goTo(page, 'Tonight')
    await openRehearsal(page)
    await page.getByRole('button', { name: 'End for everyone', exact: true }).waitFor()
    await expect.poll(() => cut(page), 'the live view').toEqual([])
    for (const name of [
      'Lock the room',
      'Quiet the room',
      'Pause the room',
      'Crisis cards',
      'End for everyone',
    ]) {
      const control = page.getByRole('button', { name, exact: true })
      const box = await control.boundingBox()
      expect(box, name).not.toBeNull()
      const isHeld = await control.evaluate((one) => one.scrollHeight <= one.clientHeight)
      expect(isHeld, `${name} holds its words`).toBe(true)
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width + 1, name).toBe(true)
      expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 0) <= height + 1, name).toBe(true)
    }
    await page.getByRole('button', { name: /^Juniper/ }).click()
    const panel = page.getByRole('region', { name: 'Actions for Juniper' })
    for (const control of await panel.locator('button:enabled, textarea:enabled, select:enabled').all()) {
      await control.focus()
      // Anew each time: what comes meanwhile moves the page, and the keyboard's place with it.
      const isInSight = async () => {
        await control.evaluate((one) => one.scrollIntoView({ block: 'nearest' }))
        return control.evaluate(isUncovered)
      }
      await expect.poll(isInSight, await control.innerText()).toBe(true)
    }
  })
}

/** Whether the keyboard's place is in the window with nothing over it: at its first line, its middle and its last. */
const isUncovered = (control: Element): boolean => {
  const { left, right, top, bottom } = control.getBoundingClientRect()
  return [top + 6, (top + bottom) / 2, bottom - 6].every((y) => {
    const above = document.elementFromPoint((left + right) / 2, y)
    return above !== null && (control.contains(above) || above.contains(control))
  })
}

test('the whole column is in sight for whoever facilitates and leads, and Lock in the lowest window', async ({
  home: app,
}) => {
  const { page } = app
  await openSettings(page)
  await page.getByRole('radio', { name: 'Both' }).check()
  const column = page.getByRole('navigation', { name: 'Main' })
  await column.getByRole('link', { name: 'Inbox' }).waitFor()
  const parts = column.getByRole('link').or(column.getByRole('listitem'))
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1024, height: 700 },
  ]) {
    await page.setViewportSize(size)
    for (const part of await parts.all()) await expect(part).toBeInViewport({ ratio: 0.99 })
  }
  await page.setViewportSize({ width: 320, height: 256 })
  await expect(column.getByRole('button', { name: 'Lock console' })).toBeInViewport({ ratio: 0.99 })
})
