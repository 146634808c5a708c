/** @file One whole evening in the rehearsal room, from a fresh vault to what is kept. */
import { expect, test } from '../fixtures/console'
import {
  closeSession,
  createGroup,
  firstStart,
  goTo,
  lockConsole,
  openNextRoom,
  PASSPHRASE,
  people,
  unlock,
} from '../fixtures/steps'

test('an evening from first start to what is kept', async ({ console: { page } }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))

  await test.step('first start and a group', async () => {
    await firstStart(page)
    await createGroup(page, { name: 'Tuesday circle' })
    await goTo(page, 'Tonight')
    await expect(page.getByText('12 registered, 10 needed')).toBeVisible()
  })

  await test.step('open: the room fills, newcomers are muted, the script is ticked', async () => {
    await openNextRoom(page)
    await expect(page.getByRole('banner').getByText('Rehearsal')).toBeVisible()
    await expect(people(page)).toHaveCount(9)
    const newcomer = people(page).filter({ hasText: 'שירה' })
    await expect(newcomer).toContainText('muted')
    const firstLine = page.getByRole('list', { name: 'Checklist' }).getByRole('checkbox').first()
    await firstLine.check()
    await expect(firstLine).toBeChecked()
  })

  await test.step('lock: sent is not confirmed; a knock is the proof', async () => {
    const status = page.getByRole('status', { name: 'Room status' })
    await page.getByRole('button', { name: 'Lock the room', exact: true }).click()
    await expect(status).toContainText(/Lock sent|Locked, confirmed/)
    const waiting = page.getByRole('list', { name: 'Waiting to enter' })
    await expect(waiting).toContainText('Sol')
    await expect(status).toContainText('Locked, confirmed')
    await waiting.getByRole('button', { name: 'Admit' }).first().click()
    await expect(people(page).filter({ hasText: 'Sol' })).toHaveCount(1)
  })

  await test.step('quiet: confirmed once moderation and every microphone say so', async () => {
    const status = page.getByRole('status', { name: 'Room status' })
    await page.getByRole('button', { name: 'Quiet the room' }).click()
    await expect(status).toContainText('Quiet, confirmed')
  })

  await test.step('a private message names its recipient and is never confirmed', async () => {
    await page.getByRole('button', { name: /^Marsh/ }).click()
    await page.getByRole('textbox', { name: 'Private message' }).fill('I see you. Take your time.')
    await page.getByRole('button', { name: 'Send private message' }).click()
    await expect(page.getByText('Whether it arrived is not shown.')).toBeVisible()
  })

  await test.step('removal: at once, confirmed by the server, reason asked afterwards', async () => {
    await page.getByRole('button', { name: 'Remove from room' }).click()
    await expect(page.getByText('Marsh was removed, confirmed')).toBeVisible()
    await expect(people(page).filter({ hasText: 'Marsh' })).toHaveCount(0)
    await expect(page.getByText('Only for you, now: it is not kept.')).toBeVisible()
  })

  await test.step('crisis cards: emergency number first, sending is a second step to a named person', async () => {
    await page.getByRole('button', { name: 'Crisis cards' }).click()
    const cards = page.getByRole('region', { name: 'Crisis cards' })
    // No region is chosen: nothing is guessed from the charter, and that is said.
    await expect(cards).toContainText('You have not chosen a region')
    await cards
      .getByRole('combobox', { name: 'Where the person is' })
      .selectOption({ label: 'Colorado, United States' })
    await expect(cards).toContainText('988')
    const words = await cards.innerText()
    expect(words.indexOf('911')).toBeLessThan(words.indexOf('988'))
    await expect(cards).toContainText('Are you safe this minute')
    await page.getByRole('button', { name: 'Send words to one person' }).click()
    await expect(cards.getByRole('combobox', { name: 'Who gets it' })).toHaveValue('')
    await page.getByRole('button', { name: 'Close the cards' }).click()
  })

  await test.step('a report can be started while the room stays open', async () => {
    await page.getByRole('button', { name: 'Start a report' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible()
    await page.getByRole('button', { name: 'Back to the room' }).click()
    await expect(people(page).filter({ hasText: 'Juniper' })).toHaveCount(1)
  })

  await test.step('close: what remains is said, and until when', async () => {
    await closeSession(page)
    await expect(page.getByText(/until \d\d:\d\d/)).toBeVisible()
    await expect(page.locator('iframe')).toHaveCount(0)
  })

  await test.step('debrief: a name from the room blocks the save until reworded', async () => {
    await page.getByRole('button', { name: /debrief/i }).click()
    const box = page.getByRole('textbox', { name: 'Debrief', exact: true })
    await box.fill('I was unsure when juniper’s story came.')
    await page.getByRole('button', { name: 'Save debrief' }).click()
    await expect(
      page
        .getByText('A name from tonight’s room', { exact: false })
        .or(page.getByText("A name from tonight's room", { exact: false })),
    ).toBeVisible()
    await box.fill('I was unsure when a hard story came. I stayed quiet, and that was right.')
    await page.getByRole('button', { name: 'Save debrief' }).click()
    await expect(page.getByText(/Debrief saved at/)).toBeVisible()
    await goTo(page, 'Debrief')
    await page.getByLabel('Search debriefs').fill('quie')
    await expect(page.getByText('1 with these words.')).toBeVisible()
    await page.getByLabel('Search debriefs').fill('juniper')
    await expect(page.getByText('None with these words.', { exact: false })).toBeVisible()
  })

  await test.step('lock and unlock: everything is there, a wrong passphrase loses nothing', async () => {
    await lockConsole(page)
    await unlock(page, 'not the passphrase at all')
    await expect(page.getByText('That passphrase does not open this vault', { exact: false })).toBeVisible()
    // The next try is free once the wait after the wrong one is over.
    await expect(page.getByRole('timer')).toHaveCount(0)
    await unlock(page, PASSPHRASE)
    await expect(page.getByRole('button', { name: 'Lock console' })).toBeVisible()
    await goTo(page, 'Groups')
    await expect(page.getByRole('heading', { name: 'Tuesday circle' })).toBeVisible()
  })

  await test.step('what is kept: counted from the vault, and forgotten with proof', async () => {
    await goTo(page, 'What is kept')
    await page.getByRole('button', { name: 'Show entries: Debriefs' }).click()
    await page.getByRole('button', { name: 'Forget now' }).first().click()
    await expect(page.getByText('Nothing of it was found.', { exact: false })).toBeVisible()
    await goTo(page, 'Debrief')
    await expect(page.getByText('Nothing written yet')).toBeVisible()
  })
  expect(errors).toEqual([])
})
