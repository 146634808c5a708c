/**
 * @file The menu bar, in the order that each system has: what a person looks for there, and nothing that takes a wall down.
 * No reload, no developer tools, no services of other programs. Words without a letter to press with Alt: those keys are
 * the console's.
 */
import type { BrowserWindow, MenuItemConstructorOptions, WebContents } from 'electron'
import type { MenuWords } from './dialog-words'
import { type ZoomAct, zoomed } from './zoom'

/** What an item of ours does in the console's page: a fixed line, run as the keys are. */
const LINES = {
  keys: `window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', code: 'F1', cancelable: true }))`,
  settings: `location.hash = '#/settings'`,
  about: `location.hash = '#/about'`,
} as const

/** What the menu needs. */
export interface MenuParts {
  platform: string
  words: MenuWords
  contents: Pick<WebContents, 'focus' | 'getZoomFactor' | 'setZoomFactor'> & {
    mainFrame: Pick<WebContents['mainFrame'], 'executeJavaScript'>
  }
  /** A person wants to leave. */
  leave: () => void
}

/** Makes a window's menu. */
export const menuTemplate = ({
  platform,
  words,
  contents,
  leave,
}: MenuParts): MenuItemConstructorOptions[] => {
  const isMac = platform === 'darwin'
  const act = (name: keyof typeof LINES, accelerator?: string): MenuItemConstructorOptions => ({
    label: words[name],
    // The page hears its own keys; here they are only shown. A Mac knows no such difference.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: isMac }),
    click: () => {
      contents.focus()
      contents.mainFrame.executeJavaScript(LINES[name]).catch(() => {
        // The page went away between the press and now.
      })
    },
  })
  const zoom = (name: ZoomAct, accelerator: string): MenuItemConstructorOptions => ({
    label: words[name],
    accelerator,
    registerAccelerator: false,
    click: () => contents.setZoomFactor(zoomed(contents.getZoomFactor(), name)),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      line,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      zoom('larger', 'CommandOrControl+Plus'),
      zoom('smaller', 'CommandOrControl+-'),
      zoom('usual', 'CommandOrControl+0'),
    ],
  }
  const settings = act('settings', isMac ? 'Command+,' : undefined)
  const quit: MenuItemConstructorOptions = {
    label: words.quit,
    accelerator: 'CommandOrControl+Q',
    // On other systems than a Mac that key is nobody's: a room is too easily left by it.
    registerAccelerator: isMac,
    click: leave,
  }
  if (isMac) {
    return [
      {
        // The system shows the app's name for the first one, whatever is said here.
        label: 'Holdspace',
        submenu: [
          act('about'),
          line,
          settings,
          line,
          { role: 'hide', label: words.hide },
          { role: 'hideOthers', label: words.hideOthers },
          { role: 'unhide', label: words.showAll },
          line,
          quit,
        ],
      },
      edit,
      view,
      { role: 'windowMenu', label: words.window },
      { role: 'help', label: words.help, submenu: [act('keys', 'F1')] },
    ]
  }
  const { accelerator: _shown, ...leaving } = quit
  return [
    { label: words.file, submenu: [settings, line, leaving] },
    edit,
    view,
    { label: words.help, submenu: [act('keys', 'F1'), act('about')] },
  ]
}

/** What of Electron sets the bar. */
export interface MenuHost {
  setApplicationMenu(menu: unknown): void
  buildFromTemplate(template: MenuItemConstructorOptions[]): unknown
}

/** Sets the menu bar of a window; called again where its language may have changed. */
export const setMenu = (
  host: MenuHost,
  window: Pick<BrowserWindow, 'webContents'>,
  parts: Pick<MenuParts, 'words' | 'leave'>,
  platform: string = process.platform,
): void =>
  host.setApplicationMenu(
    host.buildFromTemplate(menuTemplate({ ...parts, platform, contents: window.webContents })),
  )
