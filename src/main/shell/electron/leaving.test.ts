/** @file One question before the window closes, and never a window that will not close. On the stand-in for Electron. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answers, BrowserWindow, calls, dialog, page } from '../../../../tests/fixtures/fake-electron.mjs'
import { dialogWords } from './dialog-words'
import { ANSWER_WITHIN_MS, guardLeaving } from './leaving'

const onLeave = vi.fn()
const open = (hasLiveRoom = false, locale = 'en-US') => {
  const window = new BrowserWindow({ webPreferences: {} })
  // The stand-in has the parts of Electron's window that leaving uses, and no other.
  const leaving = guardLeaving({
    window: window as never,
    dialog,
    words: () => dialogWords(locale),
    hasLiveRoom: () => hasLiveRoom,
    onLeave,
  })
  const closeIt = () => {
    let isPrevented = false
    window.emit('close', {
      preventDefault: () => {
        isPrevented = true
      },
    })
    return isPrevented
  }
  return { window, leaving, closeIt }
}
const settled = () => vi.advanceTimersByTimeAsync(0)
const dialogs = () => calls.filter(([name]) => name === 'showMessageBox').map(([, options]) => options)
const answerPage = async (answer: string) => {
  for (const resolve of page.asked.splice(0)) resolve(answer)
  await settled()
}

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(page, { isLoaded: true, lost: [], isHung: false, isCrashed: false, flushed: 0, asked: [] })
  answers.messageBox = 0
  calls.length = 0
  onLeave.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('closing the window', () => {
  it('stores first, asks nothing where nothing would be lost, and leaves once', async () => {
    const { window, closeIt, leaving } = open()
    expect(closeIt()).toBe(true)
    await settled()
    expect(page.flushed).toBe(1)
    expect(window.isDestroyed()).toBe(true)
    leaving.request()
    leaving.obey()
    await settled()
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('asks in the page where something would be lost, and does what it is told', async () => {
    page.lost = ['room']
    const { window, closeIt } = open()
    closeIt()
    await settled()
    expect(page.asked).toHaveLength(1)
    await answerPage('stay')
    expect(window.isDestroyed()).toBe(false)
    closeIt()
    await settled()
    await answerPage('leave')
    expect(window.isDestroyed()).toBe(true)
    expect(onLeave).toHaveBeenCalledTimes(1)
    expect(dialogs()).toEqual([])
  })

  it('asked again while the question is open, is answered by the one answer', async () => {
    page.lost = ['words']
    const { closeIt, leaving } = open()
    closeIt()
    await settled()
    closeIt()
    await settled()
    leaving.request()
    await settled()
    await answerPage('leave')
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('works after a question that a reload took away', async () => {
    page.lost = ['room']
    const { window, closeIt } = open()
    closeIt()
    await settled()
    page.asked.length = 0
    page.lost = []
    closeIt()
    await settled()
    expect(window.isDestroyed()).toBe(true)
  })
})

describe('a page that does not answer', () => {
  it('is asked about in a dialog of the system, which says what may be lost', async () => {
    page.isHung = true
    const { window, closeIt } = open(true)
    closeIt()
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS - 1)
    expect(dialogs()).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(dialogs()).toMatchObject([
      {
        message: 'Holdspace does not answer',
        detail: expect.stringMatching(/room stays open without you.*typed in the last seconds/),
        buttons: ['Wait', 'Close anyway'],
        cancelId: 0,
      },
    ])
    expect(window.isDestroyed()).toBe(false)
    answers.messageBox = 1
    closeIt()
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS)
    expect(window.isDestroyed()).toBe(true)
  })

  it('can be left when it stops answering under its own question', async () => {
    page.lost = ['room']
    const { window, closeIt } = open()
    closeIt()
    await settled()
    page.isHung = true
    answers.messageBox = 1
    closeIt()
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS)
    expect(window.isDestroyed()).toBe(true)
  })

  it('is asked about in the language of the console', async () => {
    page.isHung = true
    const { closeIt } = open(true, 'es-MX')
    closeIt()
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS)
    expect(dialogs()).toMatchObject([
      { message: 'Holdspace no responde', buttons: ['Esperar', 'Cerrar de todos modos'] },
    ])
  })

  it('is asked about once at a time', async () => {
    page.isHung = true
    let answer: (index: number) => void = () => {}
    answers.messageBox = () =>
      new Promise<number>((resolve) => {
        answer = resolve
      })
    const { window, closeIt, leaving } = open()
    closeIt()
    closeIt()
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS)
    closeIt()
    leaving.request()
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS)
    expect(dialogs()).toHaveLength(1)
    answer(0)
    await settled()
    // It answers again: an ordinary leaving.
    page.isHung = false
    closeIt()
    await settled()
    expect(window.isDestroyed()).toBe(true)
  })

  it.each([
    ['has crashed', { isCrashed: true, isHung: true }],
    ['has not loaded yet', { isLoaded: false }],
  ])('because it %s holds nothing, and is left at once', async (_name, state) => {
    Object.assign(page, state)
    const { window, closeIt } = open()
    closeIt()
    await settled()
    expect(window.isDestroyed()).toBe(true)
  })

  it('with sense is asked about too', async () => {
    Object.assign(page, { lost: ['everything'] })
    const { closeIt } = open()
    closeIt()
    await settled()
    expect(dialogs()).toHaveLength(1)
  })
})

describe('the system’s word', () => {
  it('is obeyed once words are stored, and however long they take within the limit', async () => {
    page.isHung = true
    const { window, leaving } = open()
    leaving.obey()
    await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS)
    expect(window.isDestroyed()).toBe(true)
    expect(dialogs()).toEqual([])
  })
})
