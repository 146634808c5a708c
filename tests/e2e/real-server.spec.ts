/** @file A group on a real server over https: what is said of it, how it is joined, and everything that goes wrong. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { plainEvening, plainGuest } from '../fixtures/meeting-server'
import { expect, test } from '../fixtures/real-server'
import { closeSession, createGroup, firstStart, goTo, nextSession, openRoom, people } from '../fixtures/steps'

/** As pasted: three parts, and nothing that occurs by chance. */
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoiKiJ9.kept-nowhere-kept-nowhere'

const rail = (page: Page) => page.getByRole('region', { name: 'Your own column' })
const status = (page: Page) => page.getByRole('status', { name: 'Room status' })

const prepare = async (page: Page, server: string): Promise<void> => {
  await firstStart(page)
  await createGroup(page, { name: 'Tuesday circle', server })
  await goTo(page, 'Tonight')
  await nextSession(page).click()
  await page.getByRole('button', { name: 'Open the room' }).waitFor()
}

const filesHolding = async (folder: string, words: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const bytes = await Promise.all(files.map((file) => readFile(file)))
  return files.filter((_file, index) => bytes[index]?.includes(words))
}

test('an address is read or refused in words, and the server is judged by its answer', async ({
  evening,
}) => {
  const { page } = evening
  await firstStart(page)
  await goTo(page, 'Groups')
  await page.getByRole('button', { name: 'New group' }).first().click()
  const box = page.getByRole('textbox', { name: 'Meeting server' })

  await test.step('what is read of an address pushes nothing away that is about to be pressed', async () => {
    const approved = page.getByRole('checkbox', { name: 'My organization approved this server' })
    await box.fill('meet.example.org')
    const before = await approved.boundingBox()
    await page.getByText('The room will be at meet.example.org.').waitFor()
    expect(await approved.boundingBox()).toEqual(before)
  })

  await test.step('typed addresses', async () => {
    const words: [string, RegExp][] = [
      ['HTTPS://Meet.Example.ORG/', /The room will be at meet\.example\.org\./],
      ['meet.example.org:8443/ward', /The room will be at meet\.example\.org:8443\/ward\./],
      ['http://meet.example.org', /Only https addresses are used/],
      ['https://sam:secret@meet.example.org', /not an address Holdspace can use/],
      ['meet.example.org@evil.example', /not an address Holdspace can use/],
      ['meet.example.org/room?jwt=1', /not an address Holdspace can use/],
      ['https://MEET.jit.si/', /meet\.jit\.si asks a moderator to log in/],
    ]
    for (const [typed, said] of words) {
      await box.fill(typed)
      await expect(page.getByText(said), typed).toBeVisible()
    }
    await expect(page.getByRole('button', { name: 'Check the server' })).toHaveCount(0)
  })

  await test.step('what the server answers', async () => {
    const server = await evening.serve()
    await box.fill(`https://${server.host.toUpperCase()}/`)
    const check = page.getByRole('button', { name: 'Check the server' })
    const words = [
      ['ok', /The server answers and hands over its program \([\d.]+ s\)\./],
      ['noScript', /it has no meeting program/],
      ['rubbish', /what is not a meeting program/],
      ['otherScript', /what is not a meeting program/],
      ['framingForbidden', /does not let its rooms be shown inside another app/],
      ['noAnswer', /said nothing for eight seconds/],
      ['down', /Nothing answers at this address/],
      ['ok', /The server answers/],
    ] as const
    for (const [mode, said] of words) {
      await server.become(mode)
      await check.click()
      await expect(page.getByText(said), mode).toBeVisible()
    }
    expect(server.requests.every((request) => /^GET \/(external_api\.js)?$/.test(request))).toBe(true)
  })
})

test('a room on a real server: joined, locked, lost, and found again', async ({ evening }) => {
  const { page } = evening
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const server = await evening.serve({ mode: 'noScript' })
  await prepare(page, server.host)

  await test.step('Prepare warns and does not block', async () => {
    await expect(page.getByText(`The room is at ${server.host}`, { exact: false })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Checklist' })).toContainText('it has no meeting program')
    await expect(page.getByText(/checks? warns?\. You can open all the same/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Open the room' })).toBeEnabled()
    await page.getByRole('button', { name: 'I have a meeting token' }).click()
    await page.getByLabel('Meeting token').fill('not a token')
    await page.getByRole('button', { name: 'Open the room' }).click()
    await expect(page.getByText('That is not a whole token', { exact: false })).toBeVisible()
    await page.getByLabel('Meeting token').fill(TOKEN)
  })

  await test.step('opening while the server fails: said in words, with a way on each time', async () => {
    await openRoom(page)
    const again = rail(page).getByRole('button', { name: 'Try again' })
    await expect(rail(page).getByText('No meeting came from the server')).toBeVisible()
    await expect(rail(page).getByRole('button', { name: 'Go to closing' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Lock the room', exact: true })).toBeDisabled()
    await server.become('rubbish')
    const askedBefore = server.requests.length
    await again.click()
    // A browser keeps a page from being read as a script, so rubbish looks like nothing.
    await expect.poll(() => server.requests.length).toBeGreaterThan(askedBefore)
    await expect(rail(page).getByText('No meeting came from the server')).toBeVisible()
    await server.become('otherScript')
    await again.click()
    await expect(rail(page).getByText("The server's answer is not a meeting")).toBeVisible()
    await server.become('down')
    await again.click()
    await expect(rail(page).getByText('No meeting came from the server')).toBeVisible()
    await expect(status(page)).not.toContainText('confirmed')
    await server.become('ok')
    await again.click()
  })

  await test.step('in the room: people, no word of a rehearsal, the token only with the server', async () => {
    await expect(people(page).filter({ hasText: 'Marsh' })).toHaveCount(1)
    await expect(page.getByRole('banner')).not.toContainText('Rehearsal')
    expect(server.requests.some((request) => request.includes(`jwt=${TOKEN}`))).toBe(true)
  })

  await test.step('the line drops in mid-session: said, the list kept, and a way back', async () => {
    const frame = page.frames().find((each) => each.url().startsWith(server.origin))
    await frame?.evaluate(() => dispatchEvent(new Event('drop-meeting')))
    await expect(rail(page).getByText('The meeting does not answer')).toBeVisible()
    await expect(people(page).filter({ hasText: 'Marsh' })).toHaveCount(1)
    await server.become('down')
    await rail(page).getByRole('button', { name: 'Try again' }).click()
    await expect(rail(page).getByText('No meeting came from the server')).toBeVisible()
    await server.become('ok')
    await rail(page).getByRole('button', { name: 'Try again' }).click()
    await expect(people(page).filter({ hasText: 'Sol' })).toHaveCount(1)
    await expect(rail(page).getByText('The meeting does not answer')).toHaveCount(0)
  })

  await test.step('lock: sent, and confirmed by a knock alone', async () => {
    await page.getByRole('button', { name: 'Lock the room', exact: true }).click()
    await expect(page.getByRole('list', { name: 'Waiting to enter' })).toContainText('Sol')
    await expect(status(page)).toContainText('Locked, confirmed')
  })

  await test.step('the server is gone, and the frame does not know: doubted, as of then; no network, the same', async () => {
    await server.become('down')
    await expect(status(page)).toContainText('Perhaps no line to the meeting')
    await expect(status(page)).toContainText(/As of .*: Locked, confirmed/)
    await expect(people(page).filter({ hasText: 'Marsh' })).toHaveCount(1)
    await expect(rail(page).getByText('The meeting does not answer')).toBeVisible()
    await server.become('ok')
    // The stand-in's own guests go on: the first of their doings ends it.
    await expect(status(page)).not.toContainText('Perhaps no line')
    await page.context().setOffline(true)
    await expect(status(page)).toContainText('Perhaps no line to the meeting')
    await page.context().setOffline(false)
    await expect(status(page)).not.toContainText('Perhaps no line')
  })

  await test.step('close; the token is kept nowhere, and the console never spoke with the server', async () => {
    await closeSession(page)
    await page.getByRole('button', { name: 'Go home' }).click()
    expect(await filesHolding(evening.dataDir, 'kept-nowhere')).toEqual([])
    expect(await page.evaluate((token) => document.documentElement.outerHTML.includes(token), TOKEN)).toBe(
      false,
    )
    expect(evening.frameRequests.some((url) => url.startsWith(server.origin))).toBe(true)
    expect(evening.ownRequests.filter((url) => url.startsWith(server.origin))).toEqual([])
  })
  expect(errors).toEqual([])
})

test('framing forbidden, and a room where somebody else is the moderator', async ({ evening }) => {
  const { page } = evening
  const plan = plainEvening([plainGuest('Marsh'), plainGuest('Wren')], { moderator: 'firstGuest' })
  const server = await evening.serve({ mode: 'framingForbidden', plan })
  await prepare(page, server.host)
  await expect(page.getByRole('list', { name: 'Checklist' })).toContainText('does not let its rooms be shown')
  await openRoom(page)
  // Late is not broken: the frame stays, and trying again is offered.
  await expect(rail(page).getByText('Joining takes long')).toBeVisible()
  await server.become('ok')
  await rail(page).getByRole('button', { name: 'Try again' }).click()

  await expect(people(page)).toHaveCount(3)
  const alarm = rail(page).getByRole('alert').filter({ hasText: 'You are not the moderator here' })
  await expect(alarm).toBeVisible()
  await expect(alarm.getByRole('button', { name: 'Try again' })).toBeVisible()
  for (const name of ['Lock the room', 'Quiet the room', 'End for everyone']) {
    const control = page.getByRole('button', { name, exact: true })
    await expect(control).toBeDisabled()
    await expect(control).toHaveAccessibleDescription('You are not the moderator here')
  }
  await expect(page.getByRole('button', { name: 'Crisis cards' })).toBeEnabled()
  await page.keyboard.press('Alt+l')
  await expect(status(page)).toContainText('Lock not known')
  await closeSession(page)
  await expect(page.locator('iframe')).toHaveCount(0)
})
