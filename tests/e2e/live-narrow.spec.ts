/**
 * @file The live view in the narrowest window, in the largest words and the longer language: the controls hold at its
 * foot wherever one has scrolled to, and nothing that the keyboard comes to lies under them or under what waits.
 */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/console'
import { createGroup, goTo, openNextRoom, openRehearsal } from '../fixtures/steps'
import { systemReads } from './language-looks'
import { lostAt, NARROW } from './lost-at-width'

/** More stops of the Tab key than the live view has. */
const STOPS = 90

/** What is wrong with where the keyboard is, or with Lock; empty when both are in sight. */
const hidden = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = (at: Element) => (at.ariaLabel ?? at.textContent ?? '').slice(0, 60) || at.tagName
    const isSeen = (at: Element) => {
      const { left, top, width, height } = at.getBoundingClientRect()
      return [0.2, 0.5, 0.8].some((share) => {
        const above = document.elementFromPoint(left + width / 2, top + height * share)
        return above !== null && (at.contains(above) || above.contains(at))
      })
    }
    const at = document.activeElement
    const lock = document.querySelector('section[aria-label="Controles que nunca se mueven"] > button')
    if (!lock || !isSeen(lock)) return `The controls are out of sight at ${at ? named(at) : 'nothing'}`
    // The browser's own bar has the keyboard for one stop; what a frame shows is its own.
    if (at === null || at === document.body || at.tagName === 'IFRAME') return ''
    if (at instanceof HTMLElement && at.tabIndex < 0) return ''
    return isSeen(at) ? '' : `${named(at)} is covered or out of sight`
  })

const chooseLargestWords = async (page: Page): Promise<void> => {
  await goTo(page, 'Settings')
  await page
    .getByRole('radiogroup', { name: 'Size of words' })
    .getByRole('radio', { name: 'Largest' })
    .check()
}

test('at 320 px, largest words, Spanish: no stop of the keyboard is covered, and the controls stay', async ({
  home: { page },
}) => {
  await chooseLargestWords(page)
  await openRehearsal(page)
  await page.getByText('Is it ok if I keep my camera off?').waitFor()
  await page.getByRole('button', { name: 'Lock the room', exact: true }).click()
  await page.getByRole('button', { name: 'Quiet the room', exact: true }).click()
  await page.getByRole('list', { name: 'Waiting to enter' }).waitFor()
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'languages', { configurable: true, get: () => ['es-US'] })
    dispatchEvent(new Event('languagechange'))
  })
  await expect(page.getByRole('button', { name: 'Bloquear la sala', exact: true })).toBeVisible()
  await page.setViewportSize(NARROW)
  expect(await lostAt(page)).toEqual([])

  // What opens takes the keyboard with it, in a column whose parts have no box of their own here.
  const steps = page.getByRole('navigation', { name: 'Pasos de la noche' })
  await steps.getByRole('button', { name: 'Sostener' }).click()
  await page.getByRole('button', { name: 'Empezar una ronda' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)

  const seen: string[] = []
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    await expect.poll(() => hidden(page), { message: `stop ${stop}` }).toBe('')
    seen.push(await page.evaluate(() => document.activeElement?.textContent ?? ''))
  }
  // The walk went all the way round.
  expect(seen.some((words) => words.includes('Terminar para todo el grupo'))).toBe(true)
})

/** A name as long as one may be: eighty signs. */
const LONG_NAME = 'Círculo de apoyo entre pares del jueves por la noche para la comarca y su ribera'

/** What of the head is cut off, runs over another part of it, or leaves it; the page may not need to be scrolled for it. */
const cutInHead = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const head = document.querySelector('header:has(> [role="status"])')
    if (!head) return ['no head']
    const bounds = head.getBoundingClientRect()
    const parts = [...head.querySelectorAll('h1, h1 ~ p, [role="status"] > *, button, [role="timer"]')]
    const boxes = parts.map((part) => ({
      part,
      name: part.textContent ?? '',
      box: part.getBoundingClientRect(),
    }))
    const found: string[] = []
    for (const [at, { part, name, box }] of boxes.entries()) {
      if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline')
        found.push(`${name}: cut`)
      if (
        box.left < bounds.left - 1 ||
        box.right > bounds.right + 1 ||
        box.top < bounds.top - 1 ||
        box.bottom > bounds.bottom + 1
      )
        found.push(`${name}: outside`)
      for (const other of boxes.slice(at + 1)) {
        const isOver =
          box.left < other.box.right - 1 &&
          other.box.left < box.right - 1 &&
          box.top < other.box.bottom - 1 &&
          other.box.top < box.bottom - 1
        if (isOver) found.push(`${name}: over ${other.name}`)
      }
    }
    return found
  })

test('largest words, Spanish: the head holds the longest name, three states and all it offers, at each width', async ({
  home: { page },
}) => {
  await chooseLargestWords(page)
  await createGroup(page, { name: LONG_NAME })
  await openNextRoom(page)
  const steps = page.getByRole('navigation', { name: 'Steps of the evening' })
  await steps.getByRole('button', { name: 'Hold', exact: true }).click()
  for (const name of ['Lock the room', 'Quiet the room', 'Hold cameras'])
    await page.getByRole('button', { name, exact: true }).click()
  await systemReads(page, 'es-US')
  const head = page.getByRole('banner').filter({ has: page.getByRole('timer') })
  await expect(head.getByRole('button', { name: 'Liberar cámaras' })).toBeVisible()
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
    { width: 1024, height: 700 },
    NARROW,
  ]) {
    await page.setViewportSize(size)
    expect(await cutInHead(page), `${size.width} px wide`).toEqual([])
    expect(await lostAt(page), `${size.width} px wide`).toEqual([])
  }
})
