/** @file A meeting server that lies, floods, and sends people with nasty names: nothing of it reaches further. */
import type { Page } from '@playwright/test'
import { type Deed, plainEvening, plainGuest } from '../fixtures/meeting-server'
import { expect, test } from '../fixtures/real-server'
import { rounds } from '../fixtures/rounds'
import { closeSession, createGroup, firstStart, openNextRoom, people } from '../fixtures/steps'

/** What a console must carry in `npm run stress`; a crowd all the same each day. */
const PEOPLE_COUNT = rounds(150, 500)
const CANARY = 'Zibeline'

const nasty: readonly string[] = [
  `<img src=x onerror="document.title='${CANARY}'">`,
  `</title><script>window.wasInjected = true</script>${CANARY}`,
  `"><svg/onload=window.wasInjected=true>`,
  CANARY.repeat(1250),
  `\u202e${CANARY} gnorw yaw eht llet \u2066\u2067`,
  '',
  '\u200b\u2060\u3164',
  'Twin',
  'Twin',
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(30),
  `Z${'\u0351'.repeat(400)}algo`,
  '{{name}} $t(stage.left) %s',
  'You',
  '__proto__',
]

const guests = Array.from({ length: PEOPLE_COUNT - 1 }, (_, index) => {
  const name = nasty[index] ?? `${CANARY} ${index} ${nasty[index % nasty.length] ?? ''}`
  return plainGuest(name, {
    arrivesAtMs: Math.floor(index / 2),
    // A few write too: the words are as nasty as the names.
    behaviours: index < 3 ? [{ kind: 'writesPrivately', afterMs: 3000, text: name, answer: name }] : [],
  })
})

/** What a page could keep, read from the console's own origin. */
const keptByBrowser = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: 'caches' in window ? await caches.keys() : [],
    cookies: document.cookie,
    address: location.href,
    state: history.state,
  }))

const frameAt = (page: Page, address: RegExp) => {
  const found = page.frames().find((frame) => address.test(frame.url()))
  if (!found) throw new Error('There is no such frame.')
  return found
}

/** The room page's frame: it runs the server's script. */
const room = (page: Page) => frameAt(page, /^http:\/\/r[^/]*\.localhost:/)
/** The meeting's own frame, on the server's origin. */
const meeting = (page: Page) => frameAt(page, /^https:\/\/localhost:/)

test(`a hostile server with ${PEOPLE_COUNT} people and 1,000 events a second`, async ({
  evening,
  context,
}) => {
  const { page } = evening
  const errors: string[] = []
  const spoken: string[] = []
  const dialogs: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('dialog', (dialog) => {
    // The console's own question before an open room is left.
    if (dialog.type() === 'beforeunload') return void dialog.accept()
    dialogs.push(dialog.type())
    void dialog.dismiss()
  })
  page.on('console', (message) => spoken.push(message.text()))
  const plan = plainEvening(guests, { floodPerSecond: 1000, hasTalk: true })
  const server = await evening.serve({ mode: 'hostile', plan })
  const consoleAddress = page.url()
  const titles = new Set<string>()

  await firstStart(page)
  await createGroup(page, { name: 'Tuesday circle', server: server.host })
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seenTitles: seen })
    new MutationObserver(() => seen.push(document.title)).observe(document.head, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await openNextRoom(page)

  await test.step('people come, as text and nothing else', async () => {
    await expect.poll(() => people(page).count()).toBeGreaterThan(PEOPLE_COUNT * 0.8)
    const list = page.getByRole('list', { name: 'People in the room' })
    await expect(list).toContainText('<img src=x')
    const made = await list.evaluate((element) => ({
      foreign: [...element.querySelectorAll('img, script, svg:not(.tabler-icon), iframe, a, style, title')]
        .length,
      names: [...element.querySelectorAll('bdi')].map((name) => name.textContent ?? ''),
      widest: Math.max(...[...element.querySelectorAll('button')].map((row) => row.scrollWidth)),
      width: element.clientWidth,
    }))
    expect(made.foreign).toBe(0)
    expect(made.widest).toBeLessThanOrEqual(made.width)
    const segments = (name: string) => [...new Intl.Segmenter('und').segment(name)].length
    expect(made.names.every((name) => name.trim() !== '' && segments(name) <= 41)).toBe(true)
    expect(made.names.filter((name) => /[\u202a-\u202e\u2066-\u2069\u200b]/.test(name))).toEqual([])
    expect(await page.evaluate(() => Reflect.get(window, 'wasInjected'))).toBeUndefined()
    // Two of one name are told apart.
    await expect(list.getByRole('button', { name: /^Twin/ }).filter({ hasText: 'No. 2' })).toHaveCount(1)
  })

  await test.step('an alarm, and nobody who does not exist', async () => {
    const alarm = page.getByRole('alert').filter({ hasText: "The meeting's page said something it must not" })
    await expect(alarm).toBeVisible()
    await expect(page.getByRole('list', { name: 'People in the room' })).not.toContainText('nobody-here')
    await expect(page.locator('body')).not.toContainText('y'.repeat(200))
    await expect(page.getByRole('status', { name: 'Room status' })).not.toContainText('confirmed')
    const deeds = await room(page).evaluate((): Deed[] => Reflect.get(window, 'deeds'))
    const worked = deeds
      .filter(({ outcome }) => outcome === 'didNotThrow')
      .map(({ name, detail }) => `${name}: ${detail}`)
    expect(worked.filter((deed) => deed !== 'open a popup: no window')).toEqual([])
    expect(deeds.length).toBeGreaterThanOrEqual(8)
  })

  await test.step('Lock gets through, and no press is lost', async () => {
    await page.evaluate(() => {
      Object.assign(window, { presses: 0 })
      addEventListener(
        'click',
        () => Object.assign(window, { presses: Reflect.get(window, 'presses') + 1 }),
        true,
      )
    })
    await meeting(page).evaluate(() => {
      addEventListener('message', ({ data }) => {
        if (/\bpassword\b/.test(JSON.stringify(data))) Object.assign(window, { wasLockHeard: true })
      })
    })
    await page.getByRole('button', { name: 'Lock the room', exact: true }).click()
    await expect.poll(() => meeting(page).evaluate(() => Reflect.get(window, 'wasLockHeard'))).toBe(true)
    for (let index = 0; index < 10; index += 1) {
      await page.getByRole('button', { name: 'Crisis cards' }).click()
      await page.getByRole('button', { name: 'Close the cards' }).click()
    }
    expect(await page.evaluate(() => Reflect.get(window, 'presses'))).toBe(21)
  })

  await test.step('closed: nothing is left where a browser keeps things', async () => {
    await closeSession(page)
    await expect(page.locator('iframe')).toHaveCount(0)
    await page.getByRole('button', { name: 'Go home' }).click()
    for (const title of await page.evaluate((): string[] => Reflect.get(window, 'seenTitles')))
      titles.add(title)
    titles.add(await page.title())
    expect([...titles].filter((title) => title.includes(CANARY) || title.includes('Twin'))).toEqual([])
    const kept = await keptByBrowser(page)
    expect(kept).toEqual({
      local: [],
      session: [],
      databases: [],
      caches: [],
      cookies: '',
      address: expect.not.stringContaining(CANARY),
      state: null,
    })
    expect(await context.cookies(new URL(consoleAddress).origin)).toEqual([])
    const markup = await page.evaluate(() => document.documentElement.outerHTML)
    expect(markup).not.toContain(CANARY)
    expect(spoken.filter((words) => words.includes(CANARY) || words.includes('Twin'))).toEqual([])
  })
  expect(errors).toEqual([])
  expect(dialogs).toEqual([])
  expect(evening.ownRequests.filter((url) => url.startsWith(server.origin))).toEqual([])
})
