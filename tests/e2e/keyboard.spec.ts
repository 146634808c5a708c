/**
 * @file One evening without a mouse. At every step the keyboard has a place that can be seen, and what opens gives
 * it back when it closes.
 */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { nextSession, PASSPHRASE, people } from '../fixtures/steps'

/** Tab stops of the longest page, and some more. */
const STOPS_MAX = 140

/** What is wrong with where the keyboard is; empty when it has a place, in sight, with a ring around it. */
const wrongPlace = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return 'The keyboard is nowhere'
    // What another page shows inside a frame is that page's, and a heading that is only read out needs no ring.
    if (at.tagName === 'IFRAME' || at.tabIndex < 0) return ''
    const { width, height, top, bottom, left, right } = at.getBoundingClientRect()
    const words = (at.ariaLabel ?? at.textContent ?? '').slice(0, 60) || at.tagName
    if (width === 0 || height === 0) return `${words} has no size`
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
      return `${words} is out of sight`
    const ringed = [at, at.parentElement, at.parentElement?.parentElement].some((element) => {
      if (!element) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    return ringed ? '' : `${words} has no ring`
  })

/** The keyboard has a place again at the latest a moment after an act. */
const expectPlace = (page: Page): Promise<void> => expect.poll(() => wrongPlace(page)).toBe('')

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Tab, Tab, Tab, as a person does, looking at every stop on the way. */
const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
    // After the last control the browser's own bar has the keyboard for one stop. What scrolls comes into sight a moment later.
    if ((await wrongPlace(page)) !== 'The keyboard is nowhere') await expectPlace(page)
  }
  throw new Error(`Tab never came to ${target.toString()}`)
}

/** Goes to a control and presses it. */
const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await reach(page, target)
  await page.keyboard.press(key)
  await expectPlace(page)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

test('an evening by keyboard alone', async ({ console: { page } }) => {
  await test.step('first start', async () => {
    await expect(page.getByRole('textbox', { name: 'Name shown in meetings' })).toBeFocused()
    await page.keyboard.type('Sam')
    await reach(page, page.getByRole('textbox', { name: 'Passphrase' }))
    await page.keyboard.type(PASSPHRASE)
    await press(page, button(page, 'Create vault'))
    await expect(page.getByRole('heading', { name: 'Print your recovery sheet' })).toBeFocused()
    await press(page, page.getByRole('checkbox', { name: 'I have printed or written it down' }), 'Space')
    await press(page, button(page, 'Go on'))
    await expect(page.getByRole('heading', { name: 'Choose your charter' })).toBeFocused()
    await press(page, page.getByRole('radio', { name: /Heartfelt/ }), 'Space')
    await press(page, button(page, 'Go on'))
    await press(page, button(page, 'Later'))
    await press(page, button(page, 'New group'))
  })

  await test.step('a group', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'New group' })).toBeFocused()
    await reach(page, page.getByRole('textbox', { name: 'Group name' }))
    await page.keyboard.type('Tuesday circle')
    await press(page, button(page, 'Check the server'))
    await expect(page.getByText('This is the rehearsal room.', { exact: false })).toBeVisible()
    await reach(page, page.getByLabel('Registrations'))
    await page.keyboard.type('12')
    // In a box of one line, as in any form.
    await page.keyboard.press('Enter')
    await expect(nextSession(page)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })

  await test.step('the list of keys, and back to where one was', async () => {
    const start = nextSession(page)
    await reach(page, start)
    await page.keyboard.press('Shift+Slash')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys).toContainText('Lock console')
    await expectPlace(page)
    await page.keyboard.press('Escape')
    await expect(keys).toBeHidden()
    await expect(start).toBeFocused()
  })

  await test.step('cancelling is asked in place, and not cancelling gives the keyboard back', async () => {
    await press(page, button(page, 'Cancel session'))
    await expect(page.getByRole('heading', { name: 'What kind of reason?' })).toBeFocused()
    await press(page, button(page, 'Keep the session'))
    await expect(button(page, 'Cancel session')).toBeFocused()
  })

  await test.step('prepare and open', async () => {
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('Alt+1')
    await press(page, nextSession(page))
    await expect(page.getByRole('heading', { level: 1, name: 'Prepare Tuesday circle' })).toBeFocused()
    await press(page, page.getByRole('checkbox', { name: /I know who is on call/ }), 'Space')
    await press(page, button(page, 'Open the room'))
    await expect(people(page).filter({ hasText: 'Juniper' })).toHaveCount(1)
    await expectPlace(page)
  })

  const status = page.getByRole('status', { name: 'Room status' })
  await test.step('lock and quiet from anywhere', async () => {
    await expect(button(page, 'Lock the room')).toBeEnabled()
    await page.keyboard.press('Alt+L')
    await expect(status).toContainText(/Lock sent|Locked, confirmed/)
    await page.keyboard.press('Alt+Q')
    await expect(status).toContainText(/Quiet/)
    await expectPlace(page)
    await press(page, button(page, 'Unlock the room'))
    await expect(status).not.toContainText('Lock sent')
  })

  await test.step('the keys of the room are listed', async () => {
    await page.keyboard.press('Shift+Slash')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    for (const does of [
      'Lock the room',
      'Quiet the room',
      'Crisis cards',
      'End for everyone',
      'Take the keyboard back',
    ]) {
      await expect(keys).toContainText(does)
    }
    await page.keyboard.press('Escape')
    await expectPlace(page)
    // From the meeting's own frame it reaches us in the app only; here it is the place from where Tab goes on.
    await page.keyboard.press('Alt+R')
    expect(await page.evaluate(() => document.activeElement?.querySelector('main') !== null)).toBe(true)
  })

  await test.step('crisis cards come and go with the keyboard', async () => {
    const cards = page.getByRole('region', { name: 'Crisis cards' })
    const hold = page
      .getByRole('navigation', { name: 'Steps of the evening' })
      .getByRole('button', { name: 'Hold' })
    const opener = button(page, 'Crisis cards')
    await press(page, hold)
    await page.keyboard.press('Alt+C')
    await expect(cards.getByRole('heading', { name: 'Crisis cards' })).toBeFocused()
    await press(page, button(page, 'Send words to one person'))
    await press(page, button(page, 'Do not send'))
    await page.keyboard.press('Escape')
    await expect(cards).toBeHidden()
    await expectPlace(page)
    await press(page, opener)
    await expect(cards).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(cards).toBeHidden()
    await expect(opener).toBeFocused()
  })

  await test.step('end for everyone asks, the safe answer first', async () => {
    const opener = button(page, 'End for everyone')
    await press(page, opener)
    await expect(button(page, 'Not yet')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toBeHidden()
    await expect(opener).toBeFocused()
  })

  await test.step('a person: words, and removal', async () => {
    const row = page.getByRole('button', { name: /^Juniper/ })
    await press(page, row)
    await page.keyboard.press('Escape')
    await expect(row).toBeFocused()
    await page.keyboard.press('Enter')
    await reach(page, page.getByRole('textbox', { name: 'Private message' }))
    await page.keyboard.type('I see you. Take your time.')
    await press(page, button(page, 'Send private message'))
    await expect(page.getByText('Whether it arrived is not shown.')).toBeVisible()
    await press(page, button(page, 'Remove from room'))
    await expect(page.getByText('Juniper was removed, confirmed')).toBeVisible()
    await expectPlace(page)
    await press(page, button(page, 'Done'))
  })

  await test.step('a report and back, without leaving the room', async () => {
    await press(page, button(page, 'Start a report').first())
    await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeFocused()
    await page.keyboard.press('Alt+R')
    await expect(button(page, 'Lock the room')).toBeVisible()
    await expectPlace(page)
  })

  await test.step('close', async () => {
    const steps = page.getByRole('navigation', { name: 'Steps of the evening' })
    await press(page, steps.getByRole('button', { name: 'Close' }))
    await press(page, button(page, 'Close the session'))
    await expect(page.getByRole('heading', { level: 1, name: 'The room is closed' })).toBeFocused()
  })

  await test.step('debrief, arrows through the choices', async () => {
    await press(page, button(page, 'Write a debrief'))
    await expect(page.getByRole('heading', { level: 1, name: 'New debrief' })).toBeFocused()
    await reach(page, page.getByRole('textbox', { name: 'Debrief', exact: true }))
    await page.keyboard.type('I stayed quiet, and that was right.')
    await press(page, page.getByRole('radio', { name: 'Settled' }), 'Space')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Stirred up' })).toBeChecked()
    // The button is forty stops further on.
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByText(/Debrief saved at/)).toBeVisible()
    await expectPlace(page)
  })

  await test.step('forgetting', async () => {
    await page.keyboard.press('Alt+7')
    await expect(page.getByRole('heading', { level: 1, name: 'What is kept' })).toBeVisible()
    await press(page, button(page, 'Show entries: Debriefs'))
    const debriefs = page.getByRole('region', { name: 'Debriefs' })
    await press(page, debriefs.getByRole('button', { name: 'Forget now' }))
    await press(page, button(page, 'Undo'))
    await expect(debriefs.getByText('1 entry')).toBeVisible()
  })

  await test.step('lock, and in again', async () => {
    await page.keyboard.press('Alt+K')
    const box = page.getByRole('textbox', { name: 'Passphrase' })
    await expect(box).toBeFocused()
    await page.keyboard.type('not this one')
    await page.keyboard.press('Enter')
    await expect(page.getByText('That passphrase does not open this vault')).toBeVisible()
    await expect(box).toBeFocused()
    await expect(page.getByRole('timer')).toBeHidden()
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Sam|What is kept/)
  })
})
