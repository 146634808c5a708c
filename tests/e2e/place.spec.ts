/** @file Where the person is comes from one place: preparation, crisis cards, report, its print, lock screen. */
import { expect, test } from '../fixtures/console'
import {
  createGroup,
  firstStart,
  goTo,
  lockConsole,
  nextSession,
  openRoom,
  PASSPHRASE,
  unlock,
} from '../fixtures/steps'

test('one source for where the person is', async ({ console: app }) => {
  const { page } = app
  await firstStart(page)
  await createGroup(page, { name: 'Tuesday circle' })

  await test.step('no region is chosen: it is said, and the charter’s Colorado is not taken for it', async () => {
    await goTo(page, 'Reports')
    const emergency = page.getByRole('region', { name: 'Emergency' })
    await expect(emergency).toContainText('no region is chosen')
    await expect(emergency).toContainText('112 or 911 reaches help in most countries')
    await lockConsole(page)
    await page.getByRole('button', { name: 'Crisis numbers' }).click()
    await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue('')
    await expect(page.getByText('We do not know where you are', { exact: false })).toBeVisible()
    await unlock(page)
  })

  await test.step('chosen in calm, by its name', async () => {
    await goTo(page, 'Tonight')
    await nextSession(page).click()
    const numbers = page.getByRole('region', { name: 'Crisis numbers' })
    await expect(numbers).toContainText('No region is chosen yet')
    await numbers.getByRole('button', { name: 'Choose your region' }).click()
    await numbers.getByRole('button', { name: 'Save' }).click()
    await expect(numbers.getByRole('combobox', { name: 'Region' })).toBeFocused()
    await numbers.getByRole('combobox', { name: 'Region' }).selectOption({ label: 'England, United Kingdom' })
    await numbers.getByRole('textbox', { name: 'Role of the person on call' }).fill('Lead volunteer')
    await numbers.getByRole('textbox', { name: 'Their number' }).fill('020 7946 0018')
    await numbers.getByRole('button', { name: 'Save' }).click()
    await expect(numbers).toContainText('999')
    await expect(numbers).not.toContainText('911')
    await expect(numbers).toContainText('not the service’s own page')
  })

  await test.step('the live room: script without the private number, cards for the place', async () => {
    await openRoom(page)
    const script = page.getByRole('list', { name: 'Checklist' })
    await expect(script).toContainText('you can reach us through Heartfelt Peer Supports')
    expect(await script.innerText()).not.toMatch(/[[\]{}]|7946/)
    await page.getByRole('button', { name: 'Crisis cards' }).click()
    const cards = page.getByRole('region', { name: 'Crisis cards' })
    await expect(cards.getByRole('region', { name: 'Emergency number' })).toContainText('999, 112')
    await expect(cards).toContainText('For your region: England, United Kingdom')
    await expect(cards).toContainText('020 7946 0018')
    await cards
      .getByRole('combobox', { name: 'Which is it' })
      .selectOption({ label: 'Somebody is frightened at home' })
    await expect(cards.getByRole('list', { name: 'Say' })).toContainText('0808 2000 247')
    await cards.getByRole('button', { name: 'Send more words, once it is safe' }).click()
    const sent = cards.getByRole('textbox', { name: 'What is sent' })
    await expect(sent).toHaveValue(/It is 999 or 112 \(England, United Kingdom\)\..*0808 2000 247/)
    expect(await sent.inputValue()).not.toMatch(/7946|[[\]{}]/)
    await cards
      .getByRole('combobox', { name: 'Which is it' })
      .selectOption({ label: 'A child or an adult at risk may be harmed: start a report' })
    const lines = cards.getByRole('region', { name: 'Lines to report to' })
    await expect(lines).toContainText('Takes a report about a child')
    await expect(lines).toContainText('Adult social care of the council')

    // This person is elsewhere: their place, for as long as the cards are open.
    const where = cards.getByRole('combobox', { name: 'Where the person is' })
    await where.selectOption({ label: 'Japan' })
    await expect(cards).toContainText('We have no emergency number for this place: Japan')
    await expect(lines).toContainText('We have no line that takes a report')
    await page.getByRole('button', { name: 'Close the cards' }).click()
    await page.getByRole('button', { name: 'Crisis cards' }).click()
    await expect(cards.getByRole('region', { name: 'Emergency number' })).toContainText('999, 112')
    await page.getByRole('button', { name: 'Close the cards' }).click()
  })

  await test.step('the report: the same number, and another where the person is elsewhere', async () => {
    await page.getByRole('button', { name: 'Start a report' }).first().click()
    const emergency = page.getByRole('region', { name: 'Emergency' })
    await expect(emergency).toContainText('Call 999 or 112')
    await expect(emergency).toContainText('your region: England, United Kingdom')
    await page.getByRole('button', { name: 'Choose where the person is' }).click()
    const where = page.getByRole('combobox', { name: 'Where is the person?' })
    await expect(where).toBeFocused()
    await where.selectOption({ label: 'Colorado, United States' })
    await expect(emergency).toContainText('Call 911')
    await page.getByRole('checkbox', { name: 'A child under 18' }).check()
    const lines = page.getByRole('region', { name: 'Lines to report to' })
    await expect(lines).toContainText('844-264-5437')
    await expect(lines).not.toContainText('Adult Protective Services')
    await page.getByRole('checkbox', { name: 'A person of 60 or older' }).check()
    await expect(lines).toContainText('Adult Protective Services of the county where the adult lives')
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const sheet = page.locator('[data-print-sheet]')
    await expect(sheet).toContainText('In danger now? Call 911')
    await expect(sheet).toContainText('Lines to report to')
    await expect(sheet).toContainText('844-264-5437')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect(page.getByText(/Draft kept at/).first()).toBeVisible()
  })

  await test.step('the lock screen: the region while the app runs, a question after it was started anew', async () => {
    await app.restart()
    await page.getByRole('button', { name: 'Crisis numbers' }).click()
    await expect(page.getByText('We do not know where you are', { exact: false })).toBeVisible()
    await page.getByRole('combobox', { name: 'Region' }).selectOption({ label: 'Ireland' })
    await expect(page.getByText('Call 112').first()).toBeVisible()
    await unlock(page, PASSPHRASE)
    await goTo(page, 'Reports')
    await lockConsole(page)
    await page.getByRole('button', { name: 'Crisis numbers' }).click()
    await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue('GB-ENG')
    await expect(page.getByText('Call 999').first()).toBeVisible()
  })
})
