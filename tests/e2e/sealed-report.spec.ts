/** @file From a typed report to what stays of it, by keyboard alone: sealed, added to, given, sealed to a key, shredded. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { armor, Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { press as pressControl, reach, type } from '../fixtures/by-keyboard'
import { expect, test } from '../fixtures/console'
import { goTo, unlock } from '../fixtures/steps'

const press = async (page: Page, name: string | RegExp, key = 'Enter'): Promise<void> => {
  await pressControl(page, page.getByRole('button', { name, exact: typeof name === 'string' }), key)
}
/** Chooses in a list by the first letters of a word, as one does with the keyboard. */
const choose = async (page: Page, name: string, word: string): Promise<void> => {
  const list = page.getByRole('combobox', { name, exact: true })
  await reach(page, list)
  await page.keyboard.type(word)
  await expect(list.locator('option:checked')).toHaveText(new RegExp(`^${word}`))
}
const startReport = async (page: Page): Promise<void> => {
  await goTo(page, 'Reports')
  await press(page, 'New report')
  await page.getByRole('heading', { level: 1, name: 'Report', exact: true }).waitFor()
}
const sealIt = async (page: Page): Promise<void> => {
  await press(page, 'Seal the report')
  await expect(page.getByRole('button', { name: 'Not yet' })).toBeFocused()
  await press(page, 'Seal it for good')
  await expect(page.getByRole('heading', { level: 1, name: 'Sealed report' })).toBeFocused()
}

test('sealed, added to, given, sealed to a key, and shredded, by keyboard alone', async ({
  home: holdspace,
}, testInfo) => {
  const { page } = holdspace
  const identity = await generateIdentity()
  const key = await identityToRecipient(identity)
  await startReport(page)
  await type(page, 'Name of the person', 'Maren Quist')
  await type(page, 'Their words', 'He said “stop”, and shut the door.')

  await test.step('the clock stands on the report and on home', async () => {
    await expect(page.getByRole('region', { name: 'Clock' })).toContainText('Within 24 hours: until')
    await goTo(page, 'Tonight')
    await expect(page.getByText('A report is being written.', { exact: false })).toContainText('min left')
    await page.getByRole('link', { name: 'Open the report' }).press('Enter')
    await expect(page.getByRole('textbox', { name: 'Name of the person' })).toHaveValue('Maren Quist')
  })

  await test.step('gaps are named and do not stand in the way; nothing is sealed by "Not yet"', async () => {
    await press(page, 'Seal the report')
    await expect(page.getByRole('region', { name: 'Seal the report' })).toContainText('answers are open')
    await press(page, 'Not yet')
    await expect(page.getByRole('button', { name: 'Seal the report' })).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Name of the person' })).toBeEditable()
    await sealIt(page)
  })

  await test.step('nothing in it can be typed any more', async () => {
    await expect(page.getByRole('textbox', { name: 'Their words' })).toHaveCount(0)
    await expect(page.getByText('He said “stop”, and shut the door.')).toBeVisible()
  })

  await test.step('an addition is stored as it is typed, and then added for good', async () => {
    await type(page, 'Add to the report', 'She called again at nine.')
    await expect(page.getByText('Kept, and not added yet.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Add to the report' })).toHaveValue(
      'She called again at nine.',
    )
    await press(page, 'Add it for good')
    await expect(page.getByRole('textbox', { name: 'Add to the report' })).toHaveValue('')
    await expect(page.getByRole('region', { name: 'Added since' })).toContainText('She called again at nine.')
    await expect(page.getByRole('heading', { name: 'Added since' })).toBeFocused()
  })

  const given = page.getByRole('region', { name: 'Given to' })
  await test.step('telling the organization is not the report', async () => {
    await press(page, 'Note that you gave it')
    await expect(page.getByRole('combobox', { name: 'Who is it?' })).toBeFocused()
    await press(page, 'Note it')
    await expect(page.getByRole('combobox', { name: 'Who is it?' })).toBeFocused()
    await choose(page, 'Who is it?', 'Your own')
    await type(page, 'Agency, or role of the person', 'Lead volunteer')
    await choose(page, 'How', 'In person')
    await choose(page, 'What came of it', 'They took it')
    await press(page, 'Note it')
    await expect(given).toContainText('No authority has taken it yet')
    await expect(given).toContainText('Told, not the report')
    await expect(page.getByRole('region', { name: 'Shred the report' })).toContainText(
      'No authority has taken it',
    )
  })

  await test.step('the authority: a name of the report is held back, a reference is noted', async () => {
    await press(page, 'Note that you gave it')
    await choose(page, 'Who is it?', 'Hotline')
    await type(page, 'Agency, or role of the person', 'Hotline, about Maren')
    await choose(page, 'How', 'By phone')
    await choose(page, 'What came of it', 'They took it')
    await type(page, 'Reference they gave', 'CO-4711')
    // At once, with the telephone in the other hand.
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Reference they gave' })).toHaveValue('CO-4711')
    await expect(given).toContainText('Not saved yet. Typed on')
    await press(page, 'Note it')
    await expect(given.getByRole('alert')).toContainText('A word of it is in a name of the report')
    await reach(page, page.getByRole('textbox', { name: 'Agency, or role of the person' }))
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('State hotline, worker on duty')
    await press(page, 'Note it')
    await expect(given).toContainText('An authority has taken it.')
    await expect(given).toContainText('CO-4711')
    await expect(page.getByRole('heading', { name: 'Given to' })).toBeFocused()
  })

  let report = ''
  await test.step('sealed to a key: what is shown is what leaves', async () => {
    await type(page, 'Agency or role', 'County intake')
    await type(page, 'Their key', identity)
    await expect(page.getByText('That is the secret half of a key.', { exact: false })).toBeVisible()
    await reach(page, page.getByRole('textbox', { name: 'Their key' }))
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText(` ${key.toUpperCase()} `)
    await press(page, 'Keep this key')
    const radio = page.getByRole('radio', { name: /County intake, key ending in/ })
    await reach(page, radio)
    await page.keyboard.press('Space')
    const preview = page.getByRole('region', { name: /This is exactly what leaves/ }).locator('pre')
    const shown = await preview.evaluate((element) => element.textContent)
    const download = page.waitForEvent('download')
    await press(page, 'Seal and save the file')
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^report-[0-9A-F]{8}-[0-9A-F]{4}\.txt\.age$/)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    report = await decrypter.decrypt(armor.decode(readFileSync(await file.path(), 'utf8')), 'text')
    expect(report).toBe(shown)
    expect(report).toContain('Their words:\nHe said “stop”, and shut the door.')
  })

  await test.step('the receipt is saved, names nobody, and is verified without the app', async () => {
    const download = page.waitForEvent('download')
    await press(page, 'Save receipt')
    const file = await download
    const receiptPath = testInfo.outputPath('receipt.json')
    await file.saveAs(receiptPath)
    const receipt = readFileSync(receiptPath, 'utf8')
    for (const words of ['Maren', 'Quist', 'stop', 'called again']) expect(receipt).not.toContain(words)
    const reportPath = testInfo.outputPath('report.txt')
    writeFileSync(reportPath, report)
    const verify = (...paths: string[]) =>
      execFileSync(process.execPath, ['scripts/verify-receipt.mjs', ...paths], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(verify(receiptPath)).toContain('Taken by an authority.')
    expect(verify(receiptPath, reportPath)).toContain('1 of 1 additions')
    writeFileSync(reportPath, report.replaceAll('stop', 'stay'))
    expect(() => verify(receiptPath, reportPath)).toThrow(/not the one of the receipt/)
    writeFileSync(receiptPath, receipt.replace('CO-4711', 'CO-4712'))
    expect(() => verify(receiptPath)).toThrow(/its sum does not fit/)
    writeFileSync(receiptPath, receipt.replace('"number":', '"number": "00000000", "number":'))
    expect(() => verify(receiptPath)).toThrow(/says something twice/)
  })

  await test.step('on paper: number on each sheet, hash, addition, and who has it', async () => {
    await page.evaluate(() => {
      window.print = () => {}
    })
    await press(page, 'Print report')
    const sheet = page.locator('[data-print-sheet]')
    await expect(sheet).toContainText('SHA-256 of the sealed record')
    await expect(sheet).toContainText('She called again at nine.')
    await expect(sheet).toContainText('CO-4711')
    expect(await page.title()).toBe('Holdspace')
    // Headings and lines can be read aloud from the PDF, and its metadata name nobody.
    const pdf = (await page.pdf({ tagged: true })).toString('latin1')
    expect(pdf).toContain('/S /H1')
    expect(pdf).toContain('/S /H2')
    expect(pdf).toContain('/Title (Holdspace)')
    expect(pdf).not.toMatch(/Maren|Quist/)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  })

  await test.step('a legal hold keeps it; then it is shredded, and the receipt stays', async () => {
    await press(page, 'Note a legal hold')
    const shred = page.getByRole('region', { name: 'Shred the report' })
    await expect(shred).toContainText('A legal hold is noted.')
    await press(page, 'The hold has ended')
    await press(page, 'Shred the report')
    await expect(shred).toContainText('a PDF you saved')
    await press(page, 'Shred it for good')
    await expect(page.getByRole('heading', { level: 1, name: 'Receipt of a report' })).toBeVisible()
    await expect(page.getByText('nothing of it was found', { exact: false })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('CO-4711')
    await goTo(page, 'Reports')
    await expect(page.getByRole('list', { name: /Receipts of reports/ }).getByRole('link')).toHaveCount(1)
    await expect(page.getByRole('heading', { name: 'No reports' })).toBeVisible()
  })
})

test('killed as it is sealed, it is a draft or sealed, and what was typed is there', async ({
  home: holdspace,
}) => {
  let { page } = holdspace
  await startReport(page)
  await type(page, 'Their words', 'He said “stop”.')
  await press(page, 'Seal the report')
  await reach(page, page.getByRole('button', { name: 'Seal it for good' }))
  page.on('dialog', (dialog) => void dialog.accept())
  await page.keyboard.press('Enter')
  page = await holdspace.restart({ isKilled: true })
  await unlock(page)
  await goTo(page, 'Reports')
  await page.getByRole('link', { name: /Started/ }).press('Enter')
  const sealed = page.getByRole('heading', { level: 1, name: 'Sealed report' })
  const draft = page.getByRole('textbox', { name: 'Their words' })
  await sealed.or(draft).waitFor()
  if (await sealed.isVisible()) await expect(page.getByText('He said “stop”.')).toBeVisible()
  else await expect(draft).toHaveValue('He said “stop”.')
})
