/** @file Nobody is out of sight: whoever writes, waits or is to be warned of is seen on every page of the console. */
import type { Locator, Page } from '@playwright/test'
import { LEAVING_NAME, type LeavingPage } from '../../src/contract/leaving'
import { commandsLeft, noteCommands } from '../fixtures/commands-left'
import { type ConsoleFixture, expect, test } from '../fixtures/console'
import { firstStart, goTo, openRehearsal, PASSPHRASE } from '../fixtures/steps'
import { systemReads } from './language-looks'
import { lostAt, NARROW } from './lost-at-width'

/** A page that notes what leaves it, loaded anew, with a vault and an open rehearsal. */
const openNotedRehearsal = async (console: ConsoleFixture): Promise<void> => {
  const { page } = console
  await noteCommands(page)
  await page.reload()
  await firstStart(page)
  await openRehearsal(page)
}

const messagesLeft = async (page: Page) =>
  (await commandsLeft(page)).filter(({ name }) => name.startsWith('send')).map(({ text }) => text)

test('moving through ready answers sends nothing; the button does, and the words can be changed before', async ({
  console,
}) => {
  const { page } = console
  await openNotedRehearsal(console)
  const card = page.getByRole('region', { name: 'Private message from Wren' })
  const list = card.getByRole('combobox', { name: 'Ready answers' })
  await list.waitFor()
  await list.focus()
  await page.keyboard.press('ArrowDown')
  const box = card.getByRole('textbox', { name: 'Private message' })
  await expect(box).toHaveValue('Of course. Keep your camera off as long as you like.')
  await page.keyboard.press('ArrowDown')
  await expect(box).not.toHaveValue('Of course. Keep your camera off as long as you like.')
  await page.keyboard.press('ArrowUp')
  await expect(list).toBeFocused()
  expect(await messagesLeft(page)).toEqual([])
  await box.press('End')
  await page.keyboard.type(' I see you.')
  await card.getByRole('button', { name: 'Send private message' }).click()
  await expect
    .poll(() => messagesLeft(page))
    .toEqual(['Of course. Keep your camera off as long as you like. I see you.'])
})

/** Parts of the bar that share their place with the crisis cards in it; what stays while the rest scrolls aside. */
const sharedPlaces = (bar: Locator): Promise<string[]> =>
  bar.evaluate((element) => {
    const parts = [...element.children]
    const cards = parts.find((part) => part.querySelector('[aria-label="Crisis cards"]'))
    if (!cards) return ['no cards']
    const { top, bottom } = cards.getBoundingClientRect()
    return parts
      .filter((part) => part !== cards && getComputedStyle(part).position !== 'sticky')
      .filter((part) => {
        const { top: from, bottom: to, height } = part.getBoundingClientRect()
        return height > 0 && from < bottom - 1 && top + 1 < to
      })
      .map((part) => part.textContent)
  })

/** Every control that arrows move through, on the page as it is: arrows on, round the whole of a question, and back. */
const walkByArrows = async (page: Page): Promise<void> => {
  const walked = new Set<string>()
  for (const control of await page.locator('select, [type="radio"], [type="range"], [role="tab"]').all()) {
    if (!(await control.isVisible())) continue
    // A guest who leaves takes a control along: what is gone by now is not waited for.
    const [found] = await control.evaluateAll((elements) =>
      elements.flatMap((element) => {
        if (!(element instanceof HTMLElement) || element.matches(':disabled')) return []
        const name = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : ''
        element.focus()
        return [{ question: name, choices: name === '' ? 2 : document.getElementsByName(name).length }]
      }),
    )
    if (found === undefined) continue
    const { question, choices } = found
    // One walk goes past every choice of a question.
    if (question !== '' && walked.has(question)) continue
    walked.add(question)
    for (let choice = 0; choice < choices; choice += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
  }
}

test('on no page of the console does moving through a control hand a command to the room', async ({
  console,
}) => {
  const { page } = console
  await openNotedRehearsal(console)
  await page.getByText('Wren, privately').waitFor()
  await page.getByRole('button', { name: /^Juniper/ }).click()
  await page.getByRole('button', { name: 'Remove from room' }).click()
  await page.getByText('Juniper was removed, confirmed').waitFor()
  await page.getByRole('button', { name: 'Crisis cards', exact: true }).click()
  await page.getByRole('button', { name: 'Send words to one person' }).click()
  // Coming in, they are muted by the charter: that is no act of moving through a list.
  const acts = async () => (await commandsLeft(page)).filter(({ name }) => name !== 'muteParticipant').length
  const before = await acts()
  // What left for the removal was noted: the notes are alive.
  expect(before).toBeGreaterThan(0)
  await walkByArrows(page)
  await page.getByRole('button', { name: 'Close the cards' }).click()
  await page.getByRole('button', { name: 'Start a report' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
  await walkByArrows(page)
  for (const place of ['Tonight', 'Groups', 'Debrief', 'Reports', 'Numbers', 'Charter', 'What is kept']) {
    await goTo(page, place)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await walkByArrows(page)
  }
  expect(await acts()).toBe(before)
})

test('whoever writes and waits is in sight on another page, over the cards, and behind the lock; by keyboard alone', async ({
  console,
}) => {
  const { page } = console
  await openNotedRehearsal(console)
  const bar = page.getByRole('region', { name: 'The open room' })
  const news = bar.getByRole('list', { name: 'What waits in the room' })

  await test.step('in the live view: her words, and the whole number to call, with the cards just opened', async () => {
    const words = page.getByText('Is it ok if I keep my camera off?')
    await words.waitFor()
    await page.keyboard.press('Alt+C')
    const number = page.getByRole('region', { name: 'Emergency number' }).getByText('112 or 911')
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1024, height: 700 },
    ]) {
      await page.setViewportSize(size)
      for (const part of [words, number]) await expect(part).toBeInViewport({ ratio: 0.95 })
    }
    await page.keyboard.press('Escape')
  })

  await page.getByRole('button', { name: 'Start a report' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()

  await test.step('on the report: the words, the knock, the way back; the cards open in place below them', async () => {
    await expect(news).toContainText('Wren wrote privately: Is it ok if I keep my camera off?')
    // Sol loses the line once the room is locked, and comes back to a shut door.
    await page.keyboard.press('Alt+L')
    await expect(news).toContainText('waits to enter')
    await page.keyboard.press('Alt+C')
    await expect(bar.getByRole('heading', { name: 'Crisis cards' })).toBeFocused()
    for (const size of [
      { width: 1024, height: 700 },
      { width: 320, height: 640 },
    ]) {
      await page.keyboard.press('Escape')
      await page.setViewportSize(size)
      await page.keyboard.press('Alt+C')
      await expect(bar.getByRole('heading', { name: 'Crisis cards' })).toBeFocused()
      await expect(bar.getByText('112 or 911')).toBeInViewport({ ratio: 0.95 })
      await bar.getByRole('combobox').last().scrollIntoViewIfNeeded()
      for (const part of [news, bar.getByRole('button', { name: 'Back to the room' })]) {
        await expect(part).toBeInViewport({ ratio: 0.9 })
      }
      expect(await sharedPlaces(bar), `${size.width} px wide`).toEqual([])
    }
    await page.keyboard.press('Escape')
    await expect(bar.getByRole('heading', { name: 'Crisis cards' })).toBeHidden()
    await page.setViewportSize(NARROW)
    await systemReads(page, 'es-MX')
    expect(await lostAt(page), 'of the report, under all that waits').toEqual([])
    await systemReads(page, 'en-US')
    await page.setViewportSize({ width: 1280, height: 860 })
  })

  await test.step('blanked there: no part of the page is read aloud, and the keyboard comes back to where it was', async () => {
    const box = page.getByRole('main').getByRole('textbox').first()
    await box.focus()
    await page.keyboard.press('Alt+B')
    await expect(page.getByRole('dialog', { name: 'The screen is blanked' })).toBeVisible()
    const isReadable = () => box.evaluate((at) => at.closest('[inert]') === null)
    expect(await isReadable()).toBe(false)
    await page.keyboard.press('Alt+B')
    await expect.poll(isReadable).toBe(true)
    await expect(box).toBeFocused()
  })

  const frame = page.locator('iframe')
  await frame.evaluate((element) => element.setAttribute('data-same', 'yes'))
  await test.step('behind the lock: kinds and numbers, the room goes on, its keys act', async () => {
    await page.keyboard.press('Alt+K')
    await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
    await expect(news).toContainText('1 private message waits')
    await expect(bar).not.toContainText('Wren')
    await page.keyboard.press('Alt+Q')
    await expect
      .poll(async () => (await commandsLeft(page)).map(({ name }) => name))
      .toContain('toggleModeration')
    await expect(frame).toHaveAttribute('data-same', 'yes')
  })

  await test.step('unlocking leads to where it was, and Alt R back to the room with everything in it', async () => {
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible()
    await page.keyboard.press('Alt+R')
    await expect(page.getByRole('region', { name: 'Private message from Wren' })).toBeInViewport()
    await expect(frame).toHaveAttribute('data-same', 'yes')
  })

  await test.step('blanked: no name is in reach of anybody or anything that reads aloud, and the room goes on', async () => {
    await page.keyboard.press('Alt+B')
    const blank = page.getByRole('dialog', { name: 'The screen is blanked' })
    await expect(blank).toContainText('1 private message waits')
    await expect(blank).toContainText('Your microphone is')
    await expect(blank).not.toContainText('Wren')
    const named = page.getByText('Wren', { exact: false })
    const readable = async () =>
      named.evaluateAll((all) => all.filter((element) => element.closest('[inert]') === null).length)
    expect(await readable()).toBe(0)
    // A window that is asked to close waits for an answer: the question is over the cover, and takes it off nobody.
    const ask = () =>
      page.evaluate((name) => (Reflect.get(globalThis, name) as LeavingPage).ask(), LEAVING_NAME)
    const question = page.getByRole('alertdialog')
    for (const stay of [
      () => page.keyboard.press('Escape'),
      () => question.getByRole('button', { name: 'Stay' }).click(),
    ]) {
      const answered = ask()
      await expect(question.getByRole('button', { name: 'Stay' })).toBeFocused()
      await stay()
      expect(await answered).toBe('stay')
      await expect(blank).toBeVisible()
      expect(await readable()).toBe(0)
    }
    await page.keyboard.press('Alt+B')
    await expect(blank).toBeHidden()
    expect(await readable()).toBeGreaterThan(0)
    await expect(frame).toHaveAttribute('data-same', 'yes')
  })
})
