/**
 * @file A meeting that takes the keyboard, and one that fills the screen, in a real Chromium. No wall of the browser
 * keeps a frame from calling `focus()`: what is tested is that it is noticed, given back, and ended.
 */
import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type MeetingServer, plainEvening, plainGuest, startMeetingServer } from '../fixtures/meeting-server'
import { until } from '../fixtures/until'
import { type RoomConsole, type RoomHarness, startRoomHarness } from './room-harness'

let harness: RoomHarness
const opened: (RoomConsole | MeetingServer)[] = []

beforeAll(async () => {
  harness = await startRoomHarness()
})
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
})
afterAll(() => harness.close())

/** Asks a page without the act of a person that Playwright's own asking counts as: a frame must not live on that. */
const askUnseen = async (room: RoomConsole, where: Page | Frame, expression: string): Promise<unknown> => {
  const session = await room.context.newCDPSession(where)
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true })
  return result.value
}

const inMeeting = async (): Promise<RoomConsole> => {
  const server = await startMeetingServer({ plan: plainEvening([plainGuest('Oak')]) })
  opened.push(server)
  const room = await harness.openConsole({ kind: 'jitsi', host: server.host })
  opened.push(room)
  await room.join()
  await room.meetingFrame().evaluate(() => {
    const box = document.createElement('input')
    document.body.prepend(box)
    const got: string[] = []
    addEventListener('keydown', ({ key }) => got.push(key), true)
    Object.assign(window, { got, box })
  })
  return room
}

/** From now on the meeting calls `focus()` as often as it can. */
const takeOnAndOn = (room: RoomConsole) =>
  askUnseen(
    room,
    room.meetingFrame(),
    'void setInterval(() => { window.focus(); box.blur(); box.focus() }, 2)',
  )

const takenCount = async (room: RoomConsole): Promise<number> =>
  Number(
    await askUnseen(
      room,
      room.page,
      "testConsole.notices.filter(({ kind }) => kind === 'keyboardTaken').length",
    ),
  )

const own = (room: RoomConsole) => room.page.evaluate(() => window.testConsole.words.value)
const state = (room: RoomConsole) => askUnseen(room, room.page, 'testConsole.connection.state()')
const focusWords = (room: RoomConsole) => room.page.getByRole('textbox', { name: 'Words' }).focus()
const TYPED = 'abcdefghijklmnopqrstuvwx'

/**
 * Types on until the frame is gone. A key that was on its way into a frame that goes is never answered by Chromium,
 * so nothing waits for the letters themselves.
 */
const typeUntilCutOff = async (room: RoomConsole): Promise<void> => {
  const cutOff = until(async () => ((await state(room)) === 'closed' ? true : undefined), 'cut off')
  let hasEnded = false
  const ended = cutOff.then(() => {
    hasEnded = true
  })
  for (const letter of TYPED) {
    if (hasEnded) break
    await Promise.race([room.page.keyboard.press(letter, { delay: 15 }), ended])
  }
  await ended
}

/** The frame takes the keyboard once; our own words have it back, and get all that is typed next. */
const expectGivenBack = async (room: RoomConsole): Promise<void> => {
  await askUnseen(room, room.meetingFrame(), 'box.focus()')
  await until(async () => ((await takenCount(room)) === 1 ? true : undefined), 'noticed')
  await until(
    async () =>
      (await askUnseen(room, room.page, 'document.activeElement === testConsole.words')) === true ||
      undefined,
    'given back',
  )
  await room.page.keyboard.type(TYPED)
  expect(await own(room)).toBe(TYPED)
}

describe('a meeting that takes the keyboard', () => {
  it('is cut off while another page is shown, and what is typed then is ours', async () => {
    const room = await inMeeting()
    await room.page.evaluate(() => window.testConsole.connection?.setShown(false))
    await focusWords(room)
    await takeOnAndOn(room)
    await typeUntilCutOff(room)
    // How much had been typed by then is the machine's speed: a frame may be cut off before the first letter.
    const kept = await own(room)
    expect((await room.notices()).at(-1)).toEqual({ kind: 'state', state: 'closed', reason: 'keyboardTaken' })
    expect(await takenCount(room)).toBeGreaterThanOrEqual(1)
    await room.page.keyboard.type(TYPED)
    // A last letter of before may still have been on its way to us.
    const whole = await own(room)
    expect(whole.startsWith(kept)).toBe(true)
    expect(whole.endsWith(TYPED)).toBe(true)
    expect(await room.page.locator('iframe').count()).toBe(0)
  })

  it('gets it back taken once, and stays', async () => {
    const room = await inMeeting()
    await room.page.evaluate(() => window.testConsole.connection?.setShown(false))
    await focusWords(room)
    await expectGivenBack(room)
    expect(await state(room)).toBe('open')
  })

  it.each<[string, (room: RoomConsole) => Promise<void>]>([
    [
      'clicked into their own words',
      async (room) => {
        const { x, y } = await until(
          async () => (await room.page.getByRole('textbox', { name: 'Words' }).boundingBox()) ?? undefined,
          'the box',
        )
        // By the pointer itself: a click of Playwright's own asks the page afterwards, which counts as an act.
        await room.page.mouse.click(x + 5, y + 5)
      },
    ],
    [
      'went on to their own words by Tab',
      async (room) => {
        await room.page.getByRole('button', { name: 'Before' }).click()
        await room.page.keyboard.press('Tab')
      },
    ],
  ])('gets nothing by waiting until somebody %s', async (_act, act) => {
    const room = await inMeeting()
    await room.page.evaluate(() => {
      const before = document.createElement('button')
      before.textContent = 'Before'
      window.testConsole.words.before(before)
    })
    await act(room)
    expect(await askUnseen(room, room.page, 'document.activeElement === testConsole.words')).toBe(true)
    await expectGivenBack(room)
  })

  it('is not said to have taken it where a person clicked in it right after words of their own', async () => {
    const room = await inMeeting()
    await room.page.getByRole('textbox', { name: 'Words' }).click()
    await room.page.keyboard.type('a')
    await room.meetingFrame().locator('input').click()
    await room.page.keyboard.type('pin')
    expect(await room.meetingFrame().evaluate(() => Reflect.get(window, 'got').join(''))).toBe('pin')
    expect(await takenCount(room)).toBe(0)
  })

  it('is told of and given back while the live view is shown, and can be cut off by hand', async () => {
    const room = await inMeeting()
    await focusWords(room)
    // Somebody who writes has not clicked in the meeting.
    await room.page.keyboard.type('a')
    await takeOnAndOn(room)
    await until(async () => ((await takenCount(room)) > 20 ? true : undefined), 'told')
    expect(await state(room)).toBe('open')
    await room.page.evaluate(() => window.testConsole.connection?.cutOff())
    await room.page.keyboard.type(TYPED)
    expect(await own(room)).toBe(`a${TYPED}`)
  })

  it('keeps what a person put there with the pointer or with Tab, until another page is shown', async () => {
    const room = await inMeeting()
    await focusWords(room)
    await room.meetingFrame().locator('input').click()
    await room.page.keyboard.type('pin')
    expect(await room.meetingFrame().evaluate(() => Reflect.get(window, 'got').join(''))).toBe('pin')
    expect(await takenCount(room)).toBe(0)
    await room.page.evaluate(() => window.testConsole.connection?.setShown(false))
    await room.page.keyboard.type(TYPED)
    expect(await own(room)).toBe(TYPED)
    expect(await takenCount(room)).toBe(0)
  })
})

describe('a meeting that would fill the screen', () => {
  it('cannot, by a click of the person inside it', async () => {
    const room = await inMeeting()
    await room.meetingFrame().evaluate(() => {
      addEventListener('click', () => {
        document.documentElement.requestFullscreen().then(
          () => Object.assign(window, { filled: 'filled' }),
          (error: unknown) => Object.assign(window, { filled: String(error) }),
        )
      })
    })
    await room.meetingFrame().locator('input').click()
    const answer = await until(
      async () => room.meetingFrame().evaluate((): string | undefined => Reflect.get(window, 'filled')),
      'an answer',
    )
    expect(answer).toContain('TypeError')
    expect(await room.page.evaluate(() => document.fullscreenElement === null)).toBe(true)
    expect(await room.meetingFrame().evaluate(() => document.fullscreenEnabled)).toBe(false)
  })
})
