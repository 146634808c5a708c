/** @file The file of preferences in Electron, by `electron-store`, without the channel that it would leave open. */
import { ipcMain, nativeTheme } from 'electron'
import ElectronStore from 'electron-store'
import type { ContentProtectionReach } from '../../../contract/device'
import type { Preferences } from '../../../contract/preferences'
import type { OpenPlainStore } from '../../device/preferences-file'

/** The channel on which the library would tell any page its folder. Pages of ours do not use it, and others must not. */
const STORE_CHANNEL = 'electron-store-get-data'

/** Opens the file. */
export const openElectronStore: OpenPlainStore = (options) => {
  const store = new ElectronStore({ ...options, name: 'preferences' })
  ipcMain.removeAllListeners(STORE_CHANNEL)
  return store
}

/** What content protection can do here. */
export const contentProtectionReach = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): ContentProtectionReach => {
  if (environment.HOLDSPACE_CONTENT_PROTECTION === 'off') return 'offForThisStart'
  return platform === 'linux' ? 'notOnLinux' : 'acts'
}

/** Makes act what the page cannot: the theme of frames, dialogs and menus, and the window's pictures. */
export const applyInElectron = (
  preferences: Preferences,
  window: { setContentProtection(isOn: boolean): void } | null,
  reach: ContentProtectionReach,
): void => {
  nativeTheme.themeSource = preferences.theme
  window?.setContentProtection(preferences.hasContentProtection && reach !== 'offForThisStart')
}
