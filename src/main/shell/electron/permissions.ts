/** @file Permissions in Electron: denied unless listed, by exact origin, each line with its reason. */
import type { Session } from 'electron'
import type { OpenRoom } from '../loopback/rooms'
import { CONSOLE_ORIGIN, originOf } from './addresses'

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
/** Every permission Electron may ask about. */
export type Permission = Parameters<CheckHandler>[1]

/** `meeting`: the live meeting that is open now, nobody else. */
type GrantedTo = 'nobody' | 'console' | 'meeting'

const table = {
  ar: 'nobody', // no augmented reality here
  'automatic-fullscreen': 'nobody', // only a person's own click may fill the screen
  'background-fetch': 'nobody', // nothing outlives the page
  'background-sync': 'nobody', // nothing outlives the page
  'captured-surface-control': 'nobody', // a meeting may see a shared window, never scroll it
  'clipboard-read': 'nobody', // what was copied is none of our business
  'clipboard-sanitized-write': 'console', // Copy invitation
  'deprecated-sync-clipboard-read': 'nobody', // what was copied is none of our business
  'display-capture': 'meeting', // screen sharing; the screen is chosen in a dialog of ours
  fileSystem: 'nobody', // files are saved through a save dialog
  fullscreen: 'nobody', // a page that fills the screen can look like ours and be given a passphrase
  geolocation: 'nobody', // where somebody is must never be asked by software
  'geolocation-approximate': 'nobody', // as above
  'hand-tracking': 'nobody', // no augmented reality here
  hid: 'nobody', // headset buttons are not worth a device channel
  'idle-detection': 'nobody', // nobody is watched
  keyboardLock: 'nobody', // the safe keys must always reach the console
  'local-fonts': 'nobody', // a fingerprint
  'local-network': 'nobody', // the meeting has no business in this network
  'local-network-access': 'console', // the room page is on loopback: Chromium may ask for our scheme
  'loopback-network': 'console', // as above
  media: 'meeting', // microphone and camera, the reason people are here
  mediaKeySystem: 'nobody', // no protected media
  midi: 'nobody', // no instruments
  midiSysex: 'nobody', // no instruments
  nfc: 'nobody', // no tags
  notifications: 'nobody', // a name must never reach the desktop
  openExternal: 'nobody', // links are copied, not opened
  'payment-handler': 'nobody', // nothing is sold
  'periodic-background-sync': 'nobody', // nothing outlives the page
  'persistent-storage': 'nobody', // nothing is stored
  pointerLock: 'nobody', // the pointer stays the person's
  'screen-wake-lock': 'meeting', // a sleeping screen ends a call
  sensors: 'nobody', // a fingerprint
  serial: 'nobody', // no devices
  'smart-card': 'nobody', // no devices
  'speaker-selection': 'meeting', // the loudspeaker for the call
  'storage-access': 'nobody', // the meeting keeps to its own partition
  'system-wake-lock': 'nobody', // the shell does it while a room is open
  'top-level-storage-access': 'nobody', // the meeting keeps to its own partition
  usb: 'nobody', // no devices
  vr: 'nobody', // no virtual reality here
  'web-app-installation': 'nobody', // nothing is installed
  'web-printing': 'nobody', // printing goes through the print dialog
  'window-management': 'nobody', // one window
  unknown: 'nobody', // what has no name is not given
} as const satisfies Record<Permission, GrantedTo>

/** Who asks. */
export interface Asking {
  permission: Permission
  /** Origin or address of the frame that asks, as Electron gives it. */
  from: string | undefined
  isMainFrame: boolean
}

const isListed = (permission: string): permission is Permission => Object.hasOwn(table, permission)

/** True when the permission is listed for exactly this origin, now. */
export const isPermitted = ({ permission, from, isMainFrame }: Asking, room: OpenRoom | null): boolean => {
  // A newer Electron may ask for what the table does not know yet.
  if (!isListed(permission)) return false
  const origin = originOf(from)
  if (origin === null) return false
  const grantedTo: GrantedTo = table[permission]
  switch (grantedTo) {
    case 'nobody':
      return false
    case 'console':
      return isMainFrame && origin === CONSOLE_ORIGIN
    case 'meeting':
      return !isMainFrame && room !== null && !room.isRehearsal && origin === room.meetingOrigin
  }
}

/** Installs the table on a session, for requests and for checks, and refuses every device. */
export const guardPermissions = (session: Session, openRoom: () => OpenRoom | null): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const asks = 'securityOrigin' in details ? details.securityOrigin : undefined
    const { isMainFrame } = details
    // For media Electron names the asking origin apart from the frame's address: both must fit.
    const fits = (from: string | undefined) => isPermitted({ permission, from, isMainFrame }, openRoom())
    answer(fits(details.requestingUrl) && (asks === undefined || fits(asks)))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    // A media check may name the main frame as requester; `securityOrigin` is who really asks.
    const asks = details.securityOrigin
    if (asks !== undefined && permission === 'media') {
      return isPermitted({ permission, from: asks, isMainFrame: false }, openRoom())
    }
    return isPermitted({ permission, from: requestingOrigin, isMainFrame: details.isMainFrame }, openRoom())
  })
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
}
