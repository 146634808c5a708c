/**
 * @file A hard evening by keyboard alone: the opening words line by line, the steps before removal, cards for hard
 * moments, and a life at stake. Nothing leaves the console by choosing; each message takes a second key.
 */
import type { Locator, Page } from '@playwright/test'
import { commandsLeft, noteCommands } from '../fixtures/commands-left'
import { expect, test } from '../fixtures/console'
import { firstStart, openRehearsal, people, unlock } from '../fixtures/steps'

const messagesLeft = async (page: Page): Promise<unknown[]> =>
  (await commandsLeft(page))
    .filter(({ name }) => name.startsWith('send'))
    .map(({ name, text }) => [name, text])

/** Puts the keyboard on a control, as Tab would, and presses a key there. */
const press = async (target: Locator, key = 'Enter'): Promise<void> => {
  await target.focus()
  await target.press(key)
}

/** Chooses from a list by its keyboard's own way: the list has the keyboard, and the option is taken. */
const choose = async (list: Locator, label: string | RegExp): Promise<void> => {
  const option = list.getByRole('option', { name: label })
  const value = await option.getAttribute('value')
  await list.focus()
  await list.selectOption(value)
  await expect(list).toBeFocused()
}

test('the opening, the ladder, the cards and a life at stake, by keyboard', async ({ console }) => {
  const { page } = console
  await noteCommands(page)
  await page.reload()
  await firstStart(page)
  await openRehearsal(page)
  await expect(people(page).filter({ hasText: 'Juniper' })).toHaveCount(1)

  await test.step('the opening words, a line at a time', async () => {
    const words = page.getByRole('region', { name: 'Opening words' })
    const list = page.getByRole('list', { name: 'Checklist' })
    const line = words.getByRole('status')
    await expect(line).toContainText('I facilitate today')
    const all = await list.getByRole('checkbox').count()
    await expect(words).toContainText(`${all - 1} more after it.`)
    await page.keyboard.press('Alt+N')
    await expect(line).toContainText('use any name you like')
    await expect(list.getByRole('checkbox').first()).toBeChecked()
    await press(words.getByRole('button', { name: 'The line before' }))
    await expect(line).toContainText('I facilitate today')
    await press(words.getByRole('button', { name: /^Said, next line/ }))
    await press(words.getByRole('button', { name: 'Leave it out' }))
    await expect(line).toContainText('You do not have to speak')
    await expect(list.getByRole('checkbox').nth(1)).not.toBeChecked()
  })

  const row = page.getByRole('button', { name: /^Juniper/ })
  const panel = page.getByRole('region', { name: 'Actions for Juniper' })
  const about = panel.getByRole('combobox', { name: 'What it is about' })
  const step = panel.getByRole('combobox', { name: 'Step', exact: true })
  const box = panel.getByRole('textbox', { name: 'Private message' })
  const said = panel.getByRole('list', { name: 'Steps so far' })

  await test.step('a reason and its steps: into the box by one key, sent by another', async () => {
    await press(row)
    await choose(about, 'Kept talking over others')
    await expect(step).toHaveValue('remind')
    // Down through every step and back, as somebody does who looks what there is.
    await step.focus()
    for (const name of [/a warning/, /a break/, /removal/, /a kind reminder/]) await choose(step, name)
    expect(await messagesLeft(page)).toEqual([])
    await expect(box).toHaveValue('')
    await press(panel.getByRole('button', { name: 'Put into the message box' }))
    await expect(box).toBeFocused()
    await expect(box).toHaveValue(/hear the person who was speaking to the end/)
    expect(await messagesLeft(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(said).toContainText(/Kept talking over others: a kind reminder\. Sent \d\d:\d\d\./)
    expect(await messagesLeft(page)).toEqual([
      ['sendPrivateMessage', expect.stringContaining('hear the person who was speaking')],
    ])
    await choose(about, 'Gave medical advice')
    await choose(about, 'Kept talking over others')
    await expect(step).toHaveValue('warn')
  })

  await test.step('a red line offers removal at once, and removes by its own button only', async () => {
    await choose(about, 'Harassed or discriminated against somebody')
    await expect(step).toHaveValue('remove')
    await expect(panel).toContainText('This charter offers removal at once for this.')
    expect((await commandsLeft(page)).map(({ name }) => name)).not.toContain('kickParticipant')
    await expect(people(page).filter({ hasText: 'Juniper' })).toHaveCount(1)
  })

  const cards = page.getByRole('region', { name: 'Crisis cards' })
  const which = cards.getByRole('combobox', { name: 'Which is it' })

  await test.step('a need leads to its crisis card', async () => {
    await choose(about, 'May be under 18')
    await expect(step).toHaveCount(0)
    const opener = panel.getByRole('button', { name: 'Open the card: Somebody may be under age' })
    await press(opener)
    await expect(cards.getByRole('heading', { name: 'Crisis cards' })).toBeFocused()
    await expect(which).toHaveValue('under-age')
    await page.keyboard.press('Escape')
    await expect(cards).toBeHidden()
    await expect(opener).toBeFocused()
  })

  await test.step('a card for a hard moment, from another page too', async () => {
    await page.keyboard.press('Alt+C')
    await choose(which, 'If asked: are you recording?')
    await expect(cards).toContainText('Our default.')
    await press(cards.getByRole('button', { name: 'Send words to one person' }))
    await choose(cards.getByRole('combobox', { name: 'Who gets it' }), 'Juniper')
    expect(await messagesLeft(page)).toHaveLength(1)
    await press(cards.getByRole('button', { name: 'Send to Juniper' }))
    await expect(cards).toContainText(/Sent \d\d:\d\d to Juniper/)
    expect(await messagesLeft(page)).toHaveLength(2)
    await page.keyboard.press('Escape')
    await press(page.getByRole('button', { name: 'Start a report' }))
    await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeFocused()
    await page.keyboard.press('Alt+C')
    await choose(which, 'Silence')
    await expect(cards).toContainText('From the charter, line 37')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+R')
    await expect(row).toBeVisible()
  })

  await test.step('a life at stake: what the others will see, then the words, then nobody new', async () => {
    await page.keyboard.press('Alt+C')
    await expect(which).toHaveValue('first-line')
    const closing = cards.getByRole('region', { name: 'Close the group, stay with one person' })
    await press(closing.getByRole('button', { name: 'Show what the others will see' }))
    await expect(closing.getByRole('heading', { name: 'What the others will see' })).toBeFocused()
    await choose(closing.getByRole('combobox', { name: 'Who stays with you' }), 'Juniper')
    await choose(closing.getByRole('combobox', { name: 'Who holds the others' }), /Heartfelt/)
    expect(await messagesLeft(page)).toHaveLength(2)
    // A key held too long presses once: nobody is told twice.
    await closing.getByRole('button', { name: 'Send this to everyone in the room' }).focus()
    for (let press = 0; press < 5; press += 1) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect(closing).toContainText(/Sent \d\d:\d\d to everyone in the room\./)
    await expect(closing).toContainText(/Besides Juniper, \d+ people are still here\./)
    expect((await messagesLeft(page)).at(-1)).toEqual([
      'sendToEveryone',
      expect.stringContaining('reach us through Heartfelt Peer Supports'),
    ])
    expect(await messagesLeft(page)).toHaveLength(3)
    await press(closing.getByRole('button', { name: 'Let nobody new in' }))
    await expect(page.getByRole('status', { name: 'Room status' })).toContainText(
      /Lock sent|Locked, confirmed/,
    )
    await page.keyboard.press('Escape')
  })

  await test.step('locking the console forgets what was said to whom', async () => {
    await choose(about, 'Kept talking over others')
    await expect(said).toBeVisible()
    await page.keyboard.press('Alt+K')
    await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
    await unlock(page)
    await expect(panel).toBeVisible()
    await expect(said).toHaveCount(0)
  })
})
