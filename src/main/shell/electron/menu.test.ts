/** @file The menu bar: each system's own order, in the console's language, and nothing in it that takes a wall down. */
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { dialogWords } from './dialog-words'
import { menuTemplate } from './menu'

const made = (platform: string, locale = 'en-US') => {
  const done: string[] = []
  let zoom = 1
  const template = menuTemplate({
    platform,
    words: dialogWords(locale).menu,
    contents: {
      focus: () => void done.push('focus'),
      getZoomFactor: () => zoom,
      setZoomFactor: (factor) => {
        zoom = factor
      },
      mainFrame: {
        executeJavaScript: (code: string) => {
          done.push(code)
          return Promise.resolve()
        },
      },
    },
    leave: () => void done.push('leave'),
  })
  const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const press = (label: string) => {
    const item = items.find((one) => one.label === label)
    const click = item?.click as (() => void) | undefined
    if (!click) throw new Error(`Nothing is done by ${label}.`)
    click()
  }
  return { template, items, press, done, zoom: () => zoom }
}
const tops = (template: readonly MenuItemConstructorOptions[]) => template.map(({ label }) => label)

describe.each(['linux', 'win32', 'darwin'])('on %s', (platform) => {
  it('has nothing that reloads, looks inside, or lends words to other programs', () => {
    const { items } = made(platform)
    const roles = new Set(items.map(({ role }) => role).filter((role) => role !== undefined))
    const harmless = new Set([
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'hide',
      'hideOthers',
      'unhide',
    ])
    expect([...roles].filter((role) => !harmless.has(role))).toEqual([])
    for (const role of ['copy', 'paste', 'undo'] as const) expect(roles).toContain(role)
  })

  it('takes no key with Alt, and none that is the page’s own away from it', () => {
    const { template, items } = made(platform)
    for (const { label = '', accelerator = '' } of [...template, ...items]) {
      expect(label).not.toContain('&')
      expect(accelerator).not.toMatch(/Alt|Option/)
    }
    if (platform === 'darwin') return
    expect(items.filter((item) => item.accelerator && item.registerAccelerator !== false)).toEqual([])
    expect(items.some(({ accelerator }) => accelerator?.endsWith('Q'))).toBe(false)
  })

  it('zooms, opens the keys and the pages in the console, and leaves by the one question', () => {
    const { press, done, zoom } = made(platform)
    press('Larger')
    press('Larger')
    expect(zoom()).toBe(1.25)
    press('Usual size')
    expect(zoom()).toBe(1)
    press('Keys')
    expect(done).toEqual(['focus', expect.stringContaining("key: 'F1'")])
    press('About Holdspace')
    expect(done.at(-1)).toBe("location.hash = '#/about'")
    press('Settings')
    press('Quit Holdspace')
    expect(done.at(-1)).toBe('leave')
  })

  it('is said in Spanish where the console is', () => {
    expect(tops(made(platform, 'es-US').template)).toContain('Edición')
  })
})

it('stands in the order of the system', () => {
  expect(tops(made('darwin').template)).toEqual(['Holdspace', 'Edit', 'View', 'Window', 'Help'])
  expect(tops(made('linux').template)).toEqual(['File', 'Edit', 'View', 'Help'])
  expect(tops(made('win32').template)).toEqual(['File', 'Edit', 'View', 'Help'])
})
