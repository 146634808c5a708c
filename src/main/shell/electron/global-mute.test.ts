/** @file The key that mutes from any window: had only while a room is open, and a mute that is not shown brings the window up. */
import { describe, expect, it, vi } from 'vitest'
import { BrowserWindow as FakeWindow } from '../../../../tests/fixtures/fake-electron.mjs'
import { createGlobalMute } from './global-mute'

const started = (answer: () => unknown, { isGiven = true, isWayland = false } = {}) => {
  const did: string[] = []
  let pressed: (() => void) | null = null
  const window = Object.assign(new FakeWindow({ webPreferences: {} }), {
    isDestroyed: () => false,
    isMinimized: () => true,
    restore: () => did.push('restore'),
    showInactive: () => did.push('showInactive'),
    moveTop: () => did.push('moveTop'),
    flashFrame: () => did.push('flashFrame'),
    focus: () => did.push('focus'),
    webContents: {
      mainFrame: {
        executeJavaScript: (code: string) => {
          did.push(code)
          return answer()
        },
      },
    },
  })
  const key = createGlobalMute({
    shortcuts: {
      register: (name, act) => {
        did.push(`register ${name}`)
        if (isGiven) pressed = act
        return isGiven
      },
      unregister: (name) => {
        did.push(`unregister ${name}`)
        pressed = null
      },
    },
    // @ts-expect-error of a window only what the key uses is played
    window: () => window,
    isWayland,
  })
  return { key, did, press: () => pressed?.() }
}
const KEY = 'CommandOrControl+Shift+F9'

describe('the key that mutes from any window', () => {
  it('is asked for as a room opens, once, and given back as it closes', () => {
    const { key, did } = started(() => Promise.resolve(true))
    expect(key.state()).toBe('noRoom')
    key.follow(false)
    expect(did).toEqual([])
    key.follow(true)
    key.follow(true)
    expect([key.state(), did]).toEqual(['acts', [`register ${KEY}`]])
    key.follow(false)
    expect([key.state(), did]).toEqual(['noRoom', [`register ${KEY}`, `unregister ${KEY}`]])
  })

  it('that the system refuses is told, asked for again with the next room, and never given back', () => {
    const { key, did } = started(() => Promise.resolve(true), { isGiven: false })
    key.follow(true)
    expect(key.state()).toBe('taken')
    key.follow(false)
    key.follow(true)
    expect(did).toEqual([`register ${KEY}`, `register ${KEY}`])
  })

  it('is not asked for where it would never arrive', () => {
    const { key, did } = started(() => Promise.resolve(true), { isWayland: true })
    key.follow(true)
    expect([key.state(), did]).toEqual(['notOnWayland', []])
  })

  it('runs one fixed line in the page, and leaves the window where it is once the microphone is shown off', async () => {
    const { key, did, press } = started(() => Promise.resolve(true))
    key.follow(true)
    press()
    await Promise.resolve()
    await new Promise(setImmediate)
    expect(did.slice(1)).toEqual(['globalThis.holdspaceMute ? globalThis.holdspaceMute() : false'])
  })

  it.each([
    ['the meeting does not show it off', () => Promise.resolve(false)],
    ['the page answers something else', () => Promise.resolve('true')],
    ['the page is gone', () => Promise.reject(new Error('gone'))],
  ])('brings the window into sight without the keyboard where %s', async (_why, answer) => {
    const { key, did, press } = started(answer)
    key.follow(true)
    press()
    await vi.waitFor(() => expect(did).toContain('flashFrame'))
    expect(did.slice(2)).toEqual(['restore', 'showInactive', 'moveTop', 'flashFrame'])
  })
})
