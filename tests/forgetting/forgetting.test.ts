/**
 * @file Promise 1, proved: after a session of 500 people, with knocks, chat and somebody removed, and a canary
 * typed into every box that is not saved, browser and app are killed; nothing of it is on disk.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { debriefRecord } from '../../src/contract/debrief'
import debriefWords from '../../src/renderer/console/words/en/debrief.json' with { type: 'json' }
import { canaryEvening, type MeetingServer, startMeetingServer } from '../fixtures/meeting-server'
import { type ShellProcess, startShell } from '../fixtures/shell-process'
import { createGroup, firstStart, goTo, nextSession, PASSPHRASE, pressOpenRoom } from '../fixtures/steps'
import { decryptedStates } from './decrypted'
import { type KillableBrowser, startKillableBrowser } from './killable-browser'
import { searchBytes, searchFolder } from './search'

/** Stands in every name and every chat line of the room. */
const ROOM = 'Zorblatquix'
/** Stands in every text typed into a box that is not saved. */
const TYPED = 'Typedwumbel'
/** Planted on purpose: the search must find it in each place. */
const PLANTED = 'Plantedvorx'
/** Saved on purpose and then replaced: found in an earlier state of the vault's log only. */
const REPLACED = 'Replacedgrum'
const NAME_COUNT = 500
const LATE_COUNT = 12

const names = Array.from({ length: NAME_COUNT }, (_, index) => `${ROOM}${index} Lum`)

const fillEveryBox = async (page: Page, words = TYPED): Promise<number> => {
  // The boxes themselves: a page may still be going, and what is not in it any more is not waited for.
  const boxes = await page.locator('main, [role=dialog]').getByRole('textbox').elementHandles()
  let filled = 0
  for (const box of boxes) {
    const canBeFilled = (await box.isVisible()) && (await box.isEditable().catch(() => false))
    if (!canBeFilled) continue
    await box.fill(`${words} ${filled}`).catch(() => undefined)
    filled += 1
  }
  return filled
}

const untilAtLeast = (least: number, count: () => Promise<number>): Promise<void> =>
  vi.waitFor(async () => expect(await count()).toBeGreaterThanOrEqual(least), {
    interval: 500,
  })

let base: string
let places: { data: string; profile: string; temp: string }
/** The vault's files as they were after the session, before the console was locked. */
let midway: string
let server: MeetingServer
let shell: ShellProcess
let browser: KillableBrowser
let printed = ''
/** How much was really there before it was looked for: the search is worth nothing without it. */
const seen = { inRoom: 0, knocks: 0, messages: 0, boxes: 0 }

const theEvening = async (page: Page): Promise<void> => {
  await page.goto(shell.url)
  await firstStart(page)
  await createGroup(page, { name: `Circle ${PLANTED}`, server: server.host })

  await goTo(page, 'What is kept')
  for (const name of [REPLACED, 'Sam']) {
    await page.getByRole('button', { name: 'Change the name shown in meetings' }).click()
    await page.getByRole('textbox', { name: 'Name shown in meetings' }).fill(name)
    await page.getByRole('button', { name: 'Save name' }).click()
    await page.getByRole('button', { name: 'Save name' }).waitFor({ state: 'detached' })
  }

  await goTo(page, 'Tonight')
  await nextSession(page).click()
  await page.getByRole('button', { name: 'Open the room' }).waitFor()
  for (const opener of await page.locator('main button[aria-expanded=false]').all()) await opener.click()
  seen.boxes += await fillEveryBox(page)
  // The token box refuses what is no token; it is emptied so that the room opens without one.
  const token = page.getByRole('textbox', { name: 'Meeting token' })
  if (await token.isVisible()) await token.fill('')
  await pressOpenRoom(page)
  await theRoom(page)
  await afterTheRoom(page)
}

const theRoom = async (page: Page): Promise<void> => {
  const people = page.getByRole('list', { name: 'People in the room' }).getByRole('listitem')
  await untilAtLeast(NAME_COUNT - LATE_COUNT, () => people.count())
  seen.inRoom = await people.count()
  await page.getByRole('button', { name: 'Lock the room', exact: true }).click()
  seen.messages = await page.getByRole('region', { name: new RegExp(`Private message from ${ROOM}`) }).count()

  await people.getByRole('button', { name: new RegExp(`^${ROOM}0 `) }).click()
  // Which step was said to whom is remembered in the page, by the person's id.
  await page.getByLabel('What it is about').selectOption('talking-over')
  await page.getByRole('button', { name: 'I said it aloud' }).click()
  await page.getByRole('button', { name: 'Put into the message box' }).click()
  await page.getByRole('list', { name: 'Steps so far' }).waitFor()
  await page.getByRole('textbox', { name: 'Private message' }).fill(`${TYPED} to ${ROOM}0`)
  await page.getByRole('button', { name: 'Send private message' }).click()
  await page.getByRole('textbox', { name: 'Private message' }).fill(`${TYPED}, not sent`)
  await page.getByRole('button', { name: 'Remove from room' }).click()

  // Three cards stand at once, the rest behind a count.
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
  const waiting = page.getByRole('list', { name: 'Waiting to enter' }).getByRole('listitem')
  await untilAtLeast(3, () => waiting.count())
  seen.knocks = await waiting.count()
  await waiting.first().getByRole('button', { name: 'Admit' }).click()
  await waiting.last().getByRole('button', { name: 'Not now' }).click()

  await page.getByRole('button', { name: 'Crisis cards' }).click()
  await page.getByRole('button', { name: 'Send words to one person' }).click()
  await page.getByRole('textbox', { name: 'What is sent' }).fill(`${TYPED} in a crisis`)
  await page.getByRole('button', { name: 'Close the cards' }).click()
  await page
    .getByRole('navigation', { name: 'Steps of the evening' })
    .getByRole('button', { name: 'Close' })
    .click()
  await page.getByRole('button', { name: 'Close the session' }).click()
}

const afterTheRoom = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /debrief/i }).click()
  await page.getByRole('textbox', { name: 'Debrief', exact: true }).waitFor()
  // Every text that a debrief declares has its box, and gets the canaries: none is left out by hand.
  for (const { label } of debriefRecord.texts(debriefRecord.empty())) {
    const name = label.split('.').reduce<unknown>((part, key) => Reflect.get(Object(part), key), debriefWords)
    await page.getByRole('textbox', { name: String(name), exact: true }).waitFor()
  }
  for (const box of await page.locator('main').getByRole('textbox').all()) {
    if (await box.isEditable()) await box.fill(`${ROOM}1 Lum said it, ${TYPED}`)
    seen.boxes += 1
  }
  // Longer than the wait before a draft is kept: what has a name in it must not be kept.
  await wait(4000)
  await page.getByRole('button', { name: 'Save debrief' }).click()

  for (const place of ['Debrief', 'What is kept']) {
    await goTo(page, place)
    await page.locator('main h1').waitFor()
    for (const opener of await page
      .getByRole('button', { name: 'Change the name shown in meetings' })
      .all()) {
      await opener.click()
    }
    seen.boxes += await fillEveryBox(page)
  }
  await goTo(page, 'Groups')
  await page.getByRole('button', { name: 'New group' }).first().click()
  await page.getByRole('textbox', { name: 'Group name' }).waitFor()
  // A form is stored as one types, and this one is not: it holds a name of the room. All of it is held back.
  seen.boxes += await fillEveryBox(page, `${ROOM}1 Lum, ${TYPED}`)
  await page.getByText('it holds a name of the room').waitFor()
  // Locking empties the vault's log: what a kill before it would have left is looked at too.
  cpSync(places.data, midway, { recursive: true })
  // The way to the lock is through the navigation: nothing is saved on the way out.
  await page.getByRole('button', { name: 'Lock console' }).click()
  // The debrief's fields hold names of the room, so none was stored, and the lock asks before they go.
  await page.getByRole('button', { name: 'Lock and lose it' }).click()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(`${TYPED} passphrase`)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await page.getByRole('button', { name: 'Use the printed recovery key instead' }).click()
  await page.getByRole('textbox', { name: /recovery key/i }).fill(`${TYPED} key`)
  seen.boxes += 2
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'holdspace-forgetting-'))
  places = { data: join(base, 'data'), profile: join(base, 'profile'), temp: join(base, 'temp') }
  for (const folder of Object.values(places)) mkdirSync(folder)
  midway = join(base, 'midway')
  server = await startMeetingServer({
    plan: canaryEvening({
      names,
      lateCount: LATE_COUNT,
      lateFromMs: 20_000,
      writerCount: 20,
      floodPerSecond: 0,
    }),
  })
  const caFile = join(base, 'ca.pem')
  writeFileSync(caFile, server.caPem)
  shell = await startShell({ dataDir: places.data }, { NODE_EXTRA_CA_CERTS: caFile, TMPDIR: places.temp })
  browser = await startKillableBrowser(places.profile, places.temp, server.spkiHash)

  await theEvening(browser.page)

  // The control inside the browser: the same profile, the same wait, on purpose.
  await browser.page.evaluate((planted) => {
    localStorage.setItem('planted', planted)
    document.title = planted
  }, PLANTED)
  // Chromium writes session restore, history and storage with delays of some seconds.
  await wait(12_000)
  await browser.kill()
  printed = await shell.stop('SIGKILL').then(({ stdout, stderr }) => stdout + stderr)
})

afterAll(async () => {
  await browser?.kill()
  await shell?.stop('SIGKILL')
  await server?.close()
  rmSync(base, { recursive: true, force: true, maxRetries: 5 })
})

const CANARIES = [ROOM, TYPED]

describe('nothing of a room is on disk after browser and app were killed', () => {
  test('the room was really full, and the boxes really typed into', () => {
    expect(seen.inRoom).toBeGreaterThanOrEqual(NAME_COUNT - LATE_COUNT)
    expect(seen.knocks).toBeGreaterThan(2)
    expect(seen.messages).toBeGreaterThan(0)
    expect(seen.boxes).toBeGreaterThan(15)
  })

  test.each(['data', 'profile', 'temp'] as const)('no canary in the %s folder', (place) => {
    const { hits, fileCount, byteCount } = searchFolder(places[place], CANARIES)
    console.log(`${place}: ${fileCount} files, ${byteCount} bytes, ${hits.length} hits`)
    expect(hits).toEqual([])
    if (place !== 'temp') expect(fileCount).toBeGreaterThan(2)
  })

  test('no canary in the vault’s decrypted pages, in any state its log held or holds', async () => {
    const before = await decryptedStates(midway, PASSPHRASE)
    const states = [...before, ...(await decryptedStates(places.data, PASSPHRASE))]
    const hits = states.flatMap((state) => searchBytes('decrypted vault', state, CANARIES))
    const byteCount = states.reduce((sum, state) => sum + state.length, 0)
    console.log(`decrypted vault: ${states.length} states, ${byteCount} bytes, ${hits.length} hits`)
    expect(hits).toEqual([])
    expect(before.length).toBeGreaterThan(5)
  })

  test('no canary in what the app printed', () => {
    expect(searchBytes('output', Buffer.from(printed), CANARIES)).toEqual([])
  })
})

describe('control: what is planted on purpose is found in each place', () => {
  test('in the decrypted vault, and not in the encrypted files', async () => {
    const states = await decryptedStates(places.data, PASSPHRASE)
    expect(searchBytes('vault', states.at(-1) ?? Buffer.alloc(0), [PLANTED])).not.toEqual([])
    expect(searchFolder(places.data, [PLANTED]).hits).toEqual([])
  })

  test('in the decrypted vault, where a later change replaced it', async () => {
    const states = await decryptedStates(midway, PASSPHRASE)
    expect(searchBytes('vault', states.at(-1) ?? Buffer.alloc(0), [REPLACED])).toEqual([])
    expect(states.flatMap((state) => searchBytes('vault', state, [REPLACED]))).not.toEqual([])
  })

  test('in the browser’s profile', () => {
    expect(searchFolder(places.profile, [PLANTED]).hits).not.toEqual([])
  })

  test.each(['data', 'temp'] as const)('in the %s folder', (place) => {
    const file = join(places[place], 'planted')
    writeFileSync(file, Buffer.from(`so ${PLANTED} it is`, 'utf16le'))
    expect(searchFolder(places[place], [PLANTED]).hits).not.toEqual([])
    rmSync(file)
  })
})
