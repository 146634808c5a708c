/**
 * @file Security headers of the console page, the room page and the rehearsal server, as measured in the
 * project's notes on the room page (docs/decisions/0005-loopback-origins.md has the reasons).
 */

/** What a meeting needs. Delegated from console to room page to meeting, and nothing else is. */
const granted = [
  'camera',
  'microphone',
  'display-capture',
  'autoplay',
  'speaker-selection',
  'screen-wake-lock',
] as const

/** Denied to every page of ours. Bluetooth has no policy name in Chromium; the header cannot deny it. */
const denied = [
  'accelerometer',
  'clipboard-read',
  'compute-pressure',
  'encrypted-media',
  // A page that fills the screen can look like ours and be given a passphrase.
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'magnetometer',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const

const nothing = [...denied, ...granted, 'clipboard-write'].map((feature) => `${feature}=()`).join(', ')

/** Grants the meeting's features to this page and one other origin; denies the rest. */
const delegating = (origin: string, clipboardWrite: '(self)' | '()'): string =>
  [
    ...granted.map((feature) => `${feature}=(self "${origin}")`),
    `clipboard-write=${clipboardWrite}`,
    ...denied.map((feature) => `${feature}=()`),
  ].join(', ')

const html = { 'Content-Type': 'text/html; charset=utf-8' } as const

/** Parts of the console's headers that differ by shell and by load. */
export interface ConsoleHeaderParts {
  /** Fresh per response; Mantine's style elements carry it. */
  nonce: string
  /** Where this load's room page lives. */
  roomOrigin: string
  /** The shell's own WebSocket address, or null where the link is a message port. */
  socketUrl: string | null
}

/** Headers of the console page. */
export const consoleHeaders = ({ nonce, roomOrigin, socketUrl }: ConsoleHeaderParts) => ({
  ...html,
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${socketUrl ?? "'none'"}`,
    `frame-src ${roomOrigin}`,
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Permissions-Policy': delegating(roomOrigin, '(self)'),
  'Cross-Origin-Opener-Policy': 'same-origin',
})

/** Parts of the room page's headers. */
export interface RoomHeaderParts {
  /** Who may embed it: the console's origin, or its scheme in Electron. */
  consoleSource: string
  /** The one server whose script and frames it may load. */
  meetingOrigin: string
  /** False for the rehearsal: no camera, no microphone. */
  hasMedia: boolean
}

/** Headers of the room page. `self` must be granted, or capture in the nested meeting frame fails. */
export const roomHeaders = ({ consoleSource, meetingOrigin, hasMedia }: RoomHeaderParts) => ({
  ...html,
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src 'self' ${meetingOrigin}`,
    "style-src 'self'",
    `frame-src ${meetingOrigin}`,
    "worker-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${consoleSource}`,
  ].join('; '),
  'Permissions-Policy': hasMedia ? delegating(meetingOrigin, '()') : nothing,
  'Origin-Agent-Cluster': '?1',
  'Clear-Site-Data': '"storage"',
})

/** Headers of the rehearsal's meeting frame: its own files and nothing else, no network, no devices. */
export const rehearsalHeaders = (parts: { consoleSource: string; roomOrigin: string }) => ({
  ...html,
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    // The whole chain of embedders is checked, so the console is named too.
    `frame-ancestors ${parts.roomOrigin} ${parts.consoleSource}`,
  ].join('; '),
  'Permissions-Policy': nothing,
  'Origin-Agent-Cluster': '?1',
  'Clear-Site-Data': '"storage"',
})

/** Headers of the rehearsal's script, which the room page loads from another origin, as it would a server's. */
export const rehearsalScriptHeaders = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const
