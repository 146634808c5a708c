/** @file Device: the preferences of this computer as they are and as they act, and the data folder opened. */
import type { About, ContentProtectionReach, DeviceState, FolderState } from '../../contract/device'
import type { GlobalMute } from '../../contract/global-mute'
import type { Preferences, PreferencesChange } from '../../contract/preferences'
import { Refusal } from '../refusal'
import { readAbout } from './about'
import { PREFERENCES_FILE, type PreferencesFile } from './preferences-file'

/** What the vault lends of its folder: where it is, and a move of it asked for or taken back. */
export interface DeviceFolder {
  state(): FolderState
  /** @throws `Refusal` MOVE_REFUSED. */
  ask(typed: string): void
  /** @throws `Refusal` MOVE_REFUSED. */
  takeBack(): void
}

/** What a shell lends: its file, and what only it can do. */
export interface DeviceHost {
  folder: DeviceFolder
  preferences: PreferencesFile
  contentProtection: ContentProtectionReach
  /** Absolute path of what the build wrote down about itself. */
  aboutFile: string
  /** Makes preferences act that the page cannot act on by itself. Called after each change. */
  apply(preferences: Preferences): void
  /** How the key stands that mutes from any window; left out where the shell can have none. */
  globalMute?(): GlobalMute
  /** Shows a folder in the system's own window for files. Rejects where there is none. */
  openFolder(path: string): Promise<void>
}

/** What the router needs. */
export interface DeviceService {
  state(): DeviceState
  change(change: PreferencesChange): DeviceState
  reset(): DeviceState
  about(): About
  globalMute(): GlobalMute
  /** @throws `Refusal` MOVE_REFUSED. */
  askMove(folder: string): DeviceState
  takeMoveBack(): DeviceState
  /** @throws `Refusal` NOT_OPENED. */
  openDataDir(): Promise<void>
}

/** Makes the service over a shell's host. Knows no vault. */
export const createDevice = ({ device, dataDir }: { device: DeviceHost; dataDir: string }): DeviceService => {
  const { preferences } = device
  const state = (): DeviceState => ({
    preferences: preferences.read(),
    trouble: preferences.trouble(),
    contentProtection: device.contentProtection,
    folder: device.folder.state(),
    fileName: PREFERENCES_FILE,
  })
  const applied = (): DeviceState => {
    device.apply(preferences.read())
    return state()
  }
  return {
    state,
    change: (change) => {
      preferences.change(change)
      return applied()
    },
    reset: () => {
      preferences.reset()
      return applied()
    },
    askMove: (folder) => {
      device.folder.ask(folder)
      return state()
    },
    takeMoveBack: () => {
      device.folder.takeBack()
      return state()
    },
    about: () => readAbout(device.aboutFile),
    globalMute: () => device.globalMute?.() ?? 'notInBrowser',
    openDataDir: async () => {
      try {
        await device.openFolder(dataDir)
      } catch {
        throw Refusal.of('NOT_OPENED')
      }
    },
  }
}
