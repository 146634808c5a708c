/** @file What the policies lend and deny, by name: a feature that is left out of a list is one that a browser may give. */
import { expect, it } from 'vitest'
import { consoleHeaders, rehearsalHeaders, roomHeaders } from './headers'

const ROOM = 'http://r1.localhost:1'
const MEETING = 'https://meet.example.org'

/** The features of a policy by what they are given to. */
const byGrant = (policy: string): Record<string, string[]> => {
  const found: Record<string, string[]> = {}
  for (const part of policy.split(', ')) {
    const [name = '', grant = ''] = part.split('=')
    found[grant] = [...(found[grant] ?? []), name].toSorted()
  }
  return found
}

const lent = ['autoplay', 'camera', 'display-capture', 'microphone', 'screen-wake-lock', 'speaker-selection']
const denied = [
  'accelerometer',
  'clipboard-read',
  'compute-pressure',
  'encrypted-media',
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
]

it('lend a meeting six features, and deny every page the rest by name', () => {
  const console = consoleHeaders({ nonce: 'n', roomOrigin: ROOM, socketUrl: null })
  expect(byGrant(console['Permissions-Policy'])).toEqual({
    [`(self "${ROOM}")`]: lent,
    '(self)': ['clipboard-write'],
    '()': denied,
  })
  const room = { consoleSource: 'holdspace:', meetingOrigin: MEETING }
  expect(byGrant(roomHeaders({ ...room, hasMedia: true })['Permissions-Policy'])).toEqual({
    [`(self "${MEETING}")`]: lent,
    '()': [...denied, 'clipboard-write'].toSorted(),
  })
  const nothing = { '()': [...denied, ...lent, 'clipboard-write'].toSorted() }
  expect(byGrant(roomHeaders({ ...room, hasMedia: false })['Permissions-Policy'])).toEqual(nothing)
  const rehearsal = rehearsalHeaders({ consoleSource: 'holdspace:', roomOrigin: ROOM })
  expect(byGrant(rehearsal['Permissions-Policy'])).toEqual(nothing)
})
