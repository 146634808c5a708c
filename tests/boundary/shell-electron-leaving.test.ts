/** @file Every way out of the built Electron entry, on the stand-in: each leads to the one question, or past it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { type FakeElectron, startFakeElectron } from '../fixtures/fake-electron-process'
import { isPosix } from '../fixtures/posix'
import { freshFolder } from '../fixtures/shell-process'

const State = z.object({
  flushed: z.number(),
  asked: z.number(),
  isWindowGone: z.boolean(),
  exits: z.array(z.number()),
})
let folder: Awaited<ReturnType<typeof freshFolder>>
let app: FakeElectron

const state = async () => State.parse(await app.act('leaving'))
const becomes = (expected: Partial<z.infer<typeof State>>) =>
  vi.waitFor(async () => expect(await state()).toMatchObject(expected), { interval: 20 })

beforeEach(async () => {
  folder = await freshFolder()
  app = await startFakeElectron(['--data-dir', folder.path], { FAKE_ELECTRON_STAYS: '1' })
  await app.act('ready')
})
afterEach(async () => {
  app.end()
  await folder.forget()
})

describe('ways out that a person takes', () => {
  it('close the window at once, and end the app, where nothing would be lost', async () => {
    expect(await app.act('closeWindow')).toBe(true)
    await becomes({ flushed: 1, asked: 0, isWindowGone: true, exits: [0] })
    expect(app.stderr()).toBe('')
  })

  it('ask where something would be lost: the window’s X, quitting, both, the end of the session', async () => {
    await app.act('page', { lost: ['room'] })
    expect(await app.act('closeWindow')).toBe(true)
    await becomes({ asked: 1, isWindowGone: false, exits: [] })
    await app.act('answerPage', 'stay')
    await app.act('quit')
    await becomes({ flushed: 2, asked: 1, isWindowGone: false, exits: [] })
    // A second request while the question is open.
    await app.act('closeWindow')
    await becomes({ flushed: 3, asked: 2, isWindowGone: false, exits: [] })
    // No room is served here: the system need not be held up.
    expect(await app.act('sessionEnds', 'query-session-end')).toBe(false)
    await app.act('answerPage', 'leave')
    await becomes({ isWindowGone: true, exits: [0] })
  })

  it('ask before the page is loaded anew, and do what they are told', async () => {
    // Prevented: the page's objection is overruled, and it is loaded anew.
    expect(await app.act('unload', 1)).toBe(true)
    expect(await app.act('unload', 0)).toBe(false)
  })
})

/** On Windows there is none: a program is ended at once. */
const signal: [string, () => Promise<unknown>] = ['a signal', () => app.act('signal', 'SIGTERM')]

describe('ways out that the system takes', () => {
  it.each([
    ...(isPosix ? [signal] : []),
    ['shutting down', () => app.act('systemShutdown').then((isHeldUp) => expect(isHeldUp).toBe(true))],
    ['ending the session', () => app.act('sessionEnds', 'session-end')],
  ])('store what can be stored, and wait for no answer: %s', async (_name, goes) => {
    await app.act('page', { lost: ['room', 'words'] })
    await goes()
    await becomes({ flushed: 1, asked: 0, isWindowGone: true, exits: [0] })
  })
})
