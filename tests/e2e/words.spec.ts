/** @file Nothing typed is lost: reload, Lock, a dropped socket, and what cannot be stored asks before it goes. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { firstStart, goTo, lockConsole, unlock } from '../fixtures/steps'

const box = (page: Page) => page.getByRole('textbox', { name: 'Debrief', exact: true })

const newDebrief = async (page: Page): Promise<void> => {
  await goTo(page, 'Debrief')
  await page.getByRole('link', { name: 'New debrief' }).first().click()
  await box(page).waitFor()
}
/** The newest debrief's words, read from the vault. */
const storedWords = async (page: Page): Promise<string> => {
  await goTo(page, 'Debrief')
  await page.getByRole('list', { name: 'Debriefs' }).getByRole('link').first().click()
  await expect(box(page)).not.toHaveValue('')
  return box(page).inputValue()
}
const steadily = 'I stayed with it and said little. '

test.describe('debrief', () => {
  test('35 seconds of steady typing, then a reload: nothing of it is lost', async ({ home: { page } }) => {
    await newDebrief(page)
    const typed = steadily.repeat(10).slice(0, 315)
    await box(page).pressSequentially(typed, { delay: 110 })
    await page.reload()
    await unlockIfAsked(page)
    expect(await storedWords(page)).toBe(typed)
  })

  test('typing, then Lock at once: nothing is lost and nothing is asked', async ({ home: { page } }) => {
    await newDebrief(page)
    await box(page).pressSequentially(steadily, { delay: 20 })
    await page.keyboard.press('Alt+KeyK')
    await unlock(page)
    expect(await storedWords(page)).toBe(steadily)
  })

  test('typing, then another page at once: nothing is lost', async ({ home: { page } }) => {
    await newDebrief(page)
    await box(page).pressSequentially(steadily, { delay: 20 })
    await goTo(page, 'Groups')
    expect(await storedWords(page)).toBe(steadily)
  })

  test('a pattern that only wants a look is stored all the same', async ({ home: { page } }) => {
    await newDebrief(page)
    await box(page).fill('Call +1 303 555 0123 again')
    await expect(page.getByText('Looks like a phone number', { exact: false })).toBeVisible()
    await lockConsole(page)
    await unlock(page)
    expect(await storedWords(page)).toBe('Call +1 303 555 0123 again')
  })

  test('a text over the length: it says so, the rest is stored, and Lock asks before it goes', async ({
    home: { page },
  }) => {
    await newDebrief(page)
    await box(page).fill('As far as it fits.')
    await expect(page.getByText('Draft kept at', { exact: false })).toBeVisible()
    const answer = page.getByRole('main').getByRole('textbox').nth(1)
    await answer.fill('This one is stored.')
    await box(page).fill('x'.repeat(4001))
    await expect(page.getByText('Not stored until it is shorter.')).toBeVisible()
    await expect(page.getByText('The rest is kept', { exact: false })).toBeVisible()

    const question = page.getByRole('alertdialog', { name: 'Some of what you typed is not stored. Lock' })
    await page.getByRole('button', { name: 'Lock console' }).click()
    await expect(question).toContainText('Debrief, “Debrief”: too long to store')
    await question.getByRole('button', { name: 'Stay' }).click()
    await expect(box(page)).toHaveValue('x'.repeat(4001))

    // Another page first: it waits in memory, and Lock asks there too.
    await goTo(page, 'Groups')
    await goTo(page, 'Debrief')
    await expect(page.getByText('Changes not saved')).toBeVisible()
    await page.getByRole('button', { name: 'Lock console' }).click()
    await question.getByRole('button', { name: 'Lock and lose it' }).click()
    await expect(page.getByText('Some of what you typed was not stored')).toBeVisible()
    await unlock(page)
    expect(await storedWords(page)).toBe('As far as it fits.')
    await expect(answer).toHaveValue('This one is stored.')
  })

  test('the socket drops while one types: the words are stored when it is back', async ({
    console: { page },
  }) => {
    await page.addInitScript(() => {
      const sockets: WebSocket[] = []
      Reflect.set(globalThis, 'testSockets', sockets)
      globalThis.WebSocket = class extends WebSocket {
        constructor(...args: ConstructorParameters<typeof WebSocket>) {
          super(...args)
          sockets.push(this)
        }
      }
    })
    // The page has its next token once it shows the vault's state: a reload before that would have none.
    await page.getByRole('textbox', { name: 'Name shown in meetings' }).waitFor()
    await page.reload()
    await firstStart(page)
    await newDebrief(page)
    await box(page).pressSequentially(steadily, { delay: 20 })
    await page.evaluate(() => {
      const sockets: WebSocket[] = Reflect.get(globalThis, 'testSockets')
      for (const socket of sockets) socket.close()
    })
    await box(page).pressSequentially(steadily, { delay: 20 })
    await expect(page.getByText('Draft kept at', { exact: false })).toBeVisible()
    await goTo(page, 'Groups')
    expect(await storedWords(page)).toBe(steadily + steadily)
    await goTo(page, 'Debrief')
    await expect(page.getByText('1 debrief.')).toBeVisible()
  })
})

const unlockIfAsked = async (page: Page): Promise<void> => {
  const passphrase = page.getByRole('textbox', { name: 'Passphrase' })
  const inside = page.getByRole('button', { name: 'Lock console' })
  await passphrase.or(inside).first().waitFor()
  if (await passphrase.isVisible()) await unlock(page)
}
