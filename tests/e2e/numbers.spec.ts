/** @file Numbers in a browser: charts under the strict policy, each with its table; the page for a board, on paper. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { armor, Encrypter } from 'age-encryption'
import axe from 'axe-core'
import { build } from 'vite'
import { bundleOf } from '../fixtures/bundles'
import { expect, test } from '../fixtures/console'
import { freshFolder, startShell } from '../fixtures/shell-process'
import { chooseCharter, goTo, unlock } from '../fixtures/steps'

/** The core's own code is for a bundler, so it is bundled here as it is for the shells. */
const seedNumbers = async (dataDir: string): Promise<void> => {
  const root = join(import.meta.dirname, '../..')
  const outDir = join(root, 'out/numbers-vault')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: ['unhomoglyph'] },
    build: {
      ssr: join(root, 'tests/fixtures/numbers-vault.ts'),
      outDir,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: 'seed.mjs' } },
    },
  })
  const made: typeof import('../fixtures/numbers-vault') = await import(
    pathToFileURL(join(outDir, 'seed.mjs')).href
  )
  await made.seedNumbers(root, dataDir)
}

test('charts under the strict policy, a table behind each, narrow and wide; and a page on paper', async ({
  page,
}) => {
  const folder = await freshFolder()
  await seedNumbers(folder.path)
  const shell = await startShell({ dataDir: folder.path })
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) refused.push(message.text())
  })
  try {
    await page.goto(shell.url)
    await unlock(page)
    // First start goes on with the sheet: this vault was made without a screen.
    await page.getByRole('button', { name: 'Later' }).click()
    await chooseCharter(page)
    await page.getByRole('button', { name: 'Later' }).click()
    await goTo(page, 'Numbers')
    const glance = page.getByRole('region', { name: 'At a glance' })
    await expect(glance.locator('.recharts-bar-rectangle').first()).toBeVisible()
    await expect(glance.getByRole('figure')).toHaveCount(2)
    // Nothing of a drawing can be reached by key or read aloud; its table can.
    await expect(glance.locator('svg:visible')).not.toHaveCount(0)
    expect(await glance.locator('[tabindex="0"]').count()).toBe(0)
    await glance.getByText('As a table: Sessions').click()
    const table = glance.getByRole('table').first()
    await expect(table.getByRole('columnheader')).toHaveText([
      'What is counted',
      'Quarter 2 of 2026',
      'Quarter 3 of 2026',
    ])
    const cells = await table.getByRole('cell').allInnerTexts()
    const drawn = glance.getByRole('figure').first().locator('.recharts-label-list text')
    expect((await drawn.allTextContents()).toSorted()).toEqual(cells.toSorted())

    for (const [width, height] of [
      [1280, 900],
      [320, 700],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await glance.scrollIntoViewIfNeeded()
        const longest = glance.locator('.recharts-bar-rectangle').first()
        await expect.poll(async () => (await longest.boundingBox())?.width ?? 0).toBeGreaterThan(40)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${width} px, ${colorScheme}`).toBeLessThanOrEqual(0)
      }
    }
    expect(refused).toEqual([])

    // Printing stands still in a test: what would be printed is kept, and made a PDF of.
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.evaluate(() => {
      window.print = () => {}
    })
    await page.getByRole('radio', { name: 'A page to print, or to save as PDF' }).check()
    await page.getByRole('button', { name: 'Export numbers' }).click()
    await expect(page.getByText('The page was handed to the print window')).toBeVisible()
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true })
    expect(pdf.toString('latin1')).not.toMatch(/\/Author/)

    await page.getByRole('radio', { name: 'CSV, for a spreadsheet' }).check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export numbers' }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    // A spreadsheet needs the mark to read it as UTF-8; no name of a group is in it.
    expect(text).toMatch(/^\ufeffPeriod,Measure/)
    expect(text).not.toMatch(/circle|cmd/)
  } finally {
    await shell.stop()
    await folder.forget()
  }
})

test('a quarter is sealed for a desk; a desk takes many in and counts them, narrow and wide', async ({
  page,
}) => {
  const folder = await freshFolder()
  await seedNumbers(folder.path)
  const shell = await startShell({ dataDir: folder.path })
  try {
    await page.goto(shell.url)
    await unlock(page)
    await page.getByRole('button', { name: 'Later' }).click()
    await chooseCharter(page)
    await page.getByRole('button', { name: 'Later' }).click()
    await goTo(page, 'Settings')
    await page.getByRole('radio', { name: 'Both' }).check()
    const desk = page.getByRole('main')
    await goTo(page, 'Numbers of the organization')
    await desk.getByRole('button', { name: 'Make a key' }).click()
    const key = await desk.getByText(/^age1/).innerText()

    await goTo(page, 'Numbers')
    await page.getByRole('radio', { name: 'Quarter 3 of 2026' }).check()
    const send = page.getByRole('region', { name: 'For whoever leads you' })
    await send.getByText('For whoever leads you').click()
    await send.getByRole('textbox', { name: 'Agency or role' }).fill('Lead volunteer')
    await send.getByRole('textbox', { name: 'Their key' }).fill(key)
    await send.getByRole('button', { name: 'Keep this key' }).click()
    await send.getByRole('radio', { name: /Lead volunteer/ }).check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      send.getByRole('button', { name: 'Make the sealed file' }).click(),
    ])
    const own = await readFile(await download.path())
    expect(own.toString()).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)

    const others = await Promise.all(
      Array.from({ length: 60 }, async (_, source) => {
        const encrypter = new Encrypter()
        encrypter.addRecipient(key)
        const months = [{ group: source % 20, month: 1, held: 4 }]
        const bundle = bundleOf({ source: source + 1, quarter: 3, months })
        const text = armor.encode(await encrypter.encrypt(JSON.stringify(bundle)))
        return { name: `${source}.age`, mimeType: 'text/plain', buffer: Buffer.from(text) }
      }),
    )
    await goTo(page, 'Numbers of the organization')
    const strange = { name: "=cmd|'_C calc'!A1.age", mimeType: 'text/plain', buffer: Buffer.from('Dear Sam') }
    await desk
      .getByLabel('Take bundles in')
      .and(page.locator('input'))
      .setInputFiles([{ name: 'own.age', mimeType: 'text/plain', buffer: own }, ...others, strange])
    await expect(desk.getByText('61 bundles taken in')).toBeVisible()
    await expect(desk.getByText("=cmd|'_C calc'!A1.age: not a sealed file")).toBeVisible()
    await expect(desk.getByText('July 2026: 20 group names are in more than one bundle')).toBeVisible()
    await desk.getByRole('button', { name: 'Count Quarter 3 of 2026' }).click()
    const told = desk.getByRole('region', { name: /Quarter 3 of 2026, counted from 61 bundles/ })
    await expect(told.getByRole('row', { name: /Sessions held/ }).first()).toBeVisible()
    await told.getByRole('button', { name: 'Export numbers' }).click()
    await expect(told.getByText('was handed to your downloads')).toBeVisible()

    for (const [width, height] of [
      [1280, 900],
      [320, 700],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${width} px, ${colorScheme}`).toBeLessThanOrEqual(0)
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run(document),
        )
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      }
    }
  } finally {
    await shell.stop()
    await folder.forget()
  }
})
