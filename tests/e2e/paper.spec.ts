/**
 * @file The paper copy of each charter that ships: every sheet is one page of A4 and of Letter at 12 point, with the
 * numbers of the chosen place and without a name of a person or a group.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { CharterPack } from '../../src/contract/charters'
import { expect, test } from '../fixtures/console'
import { createGroup, goTo, nextSession, openRehearsal, people } from '../fixtures/steps'

const folder = new URL('../../resources/charters/', import.meta.url)
const packs = readdirSync(folder).map((name) =>
  CharterPack.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
)

/** The two places with the most lines in the data. */
const places = [
  { region: 'Colorado, United States', emergency: '911', line: 'Colorado child abuse and neglect hotline' },
  { region: 'England, United Kingdom', emergency: '999', line: 'Adult social care of the council' },
] as const

/** Presses the button; the printer's own dialog does not come, so that the sheets stay to be looked at. */
const putOnPaper = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: 'Print the paper copy' }).click()
}

/** How large a line's print is beside that of what stands under it. */
const printOf = (line: Element): number => {
  const sizeOf = (of: Element) => Number.parseFloat(getComputedStyle(of).fontSize)
  return sizeOf(line) / sizeOf(line.parentElement ?? line)
}

/** Every word that the browser's own printing puts into its document, what is only read aloud included. */
const wordsOnPaper = async (page: Page): Promise<string> => {
  await page.emulateMedia({ media: 'print' })
  const words = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (parentElement?.checkVisibility({ visibilityProperty: true })) found.push(textContent ?? '')
    }
    for (const box of document.querySelectorAll('textarea, input'))
      if (box instanceof HTMLTextAreaElement && box.checkVisibility({ visibilityProperty: true }))
        found.push(box.value)
    return found.join(' ')
  })
  await page.emulateMedia({ media: 'screen' })
  return words
}

/** How many pages a document has: one object of that type for each. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

test('each charter is on sheets of one page each, on A4 and on Letter', async ({ home: { page } }) => {
  await createGroup(page, { name: 'Tuesday circle' })

  await test.step('without a region it says so, and leaves room to write the number in', async () => {
    await goTo(page, 'Charter')
    await expect(page.getByText('Choose your region first', { exact: false })).toBeVisible()
    await putOnPaper(page)
    await expect(page.locator('[data-print-sheet]')).toContainText(
      'Emergency number of the place where they are: ____',
    )
  })

  for (const { region, emergency, line } of places) {
    await goTo(page, 'Tonight')
    await nextSession(page).click()
    const numbers = page.getByRole('region', { name: 'Crisis numbers' })
    await numbers
      .getByRole('button', { name: /^(Choose your region|Change region or on-call contact)$/ })
      .click()
    await numbers.getByRole('combobox', { name: 'Region' }).selectOption({ label: region })
    await numbers.getByRole('textbox', { name: 'Role of the person on call' }).fill('Lead volunteer')
    await numbers.getByRole('textbox', { name: 'Their number' }).fill('303 555 0118')
    await numbers.getByRole('button', { name: 'Save' }).click()
    await expect(numbers.getByRole('button', { name: 'Change region or on-call contact' })).toBeVisible()

    for (const pack of packs)
      await test.step(`${pack.name}, ${region}`, async () => {
        await goTo(page, 'Charter')
        await page.getByRole('button', { name: 'Choose another charter' }).click()
        await page.getByRole('radio', { name: pack.name }).check()
        await page.getByRole('button', { name: 'Use this charter' }).click()
        // The choice closes once the page is of the charter that was chosen.
        await expect(page.getByRole('radio').first()).toBeHidden()
        await expect(page.locator('#page header')).toContainText(pack.name)
        for (const format of ['A4', 'Letter'] as const) {
          await putOnPaper(page)
          const sheets = page.locator('[data-print-sheet]')
          const count = await sheets.locator('[data-paper-page]').count()
          const words = await sheets.textContent()
          // The number to call first stands out on each sheet that cards are read from.
          await page.emulateMedia({ media: 'print' })
          const marked = sheets.locator('[data-emergency]')
          await expect(marked).toHaveText(
            Array.from({ length: 4 }, () => new RegExp(`^Emergency: ${emergency}`)),
          )
          for (const at of [0, 1, 2, 3])
            expect(await marked.nth(at).evaluate(printOf), `${pack.id}, sheet ${at}`).toBeGreaterThan(1.4)
          await page.emulateMedia({ media: null })
          const pdf = await page.pdf({ format })
          expect(pagesOf(pdf), `${pack.id} on ${format}`).toBe(count)
          expect(words).toContain(`Emergency: ${emergency}`)
          expect(words).toContain(line)
          expect(words).toContain('Lead volunteer: 303 555 0118')
          expect(words).not.toMatch(/\bSam\b|Tuesday circle|[{}]/)
        }
      })
  }
})

test('of an open room nobody’s name and word is on paper, whichever page the browser prints', async ({
  home: { page },
}) => {
  await openRehearsal(page)
  await page.getByText('Is it ok if I keep my camera off?').waitFor()
  const names = await people(page).allInnerTexts()
  const guests = names
    .map((text) => text.split('\n')[0]?.trim() ?? '')
    .filter((name) => /^[A-Z][a-z]{2,}$/.test(name) && name !== 'You')
  expect(guests.length).toBeGreaterThan(3)
  const onPaper = async () => {
    const words = await wordsOnPaper(page)
    return [...guests, 'keep my camera off'].filter((name) => words.includes(name))
  }
  expect(await onPaper(), 'the live view').toEqual([])
  await page.getByRole('button', { name: 'Crisis cards' }).click()
  await page.getByRole('region', { name: 'Crisis cards' }).waitFor()
  expect(await onPaper(), 'the cards over it').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Start a report' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
  expect(await wordsOnPaper(page), 'the control: the page itself').toContain('Report')
  expect(await onPaper(), 'another page').toEqual([])
})
