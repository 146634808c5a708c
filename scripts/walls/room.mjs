/** @file The walls around the room page: its frame, the two handshakes, what is heard of it, and where it may load from. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source.
import { wallsIn } from './wall.mjs'

const folder = 'src/renderer/console/meeting/connection'
const isolation = 'tests/boundary/room-isolation.test.ts'
const frame = [
  `${folder}/room-frame.test.tsx`,
  'gives the room page its scripts and its own origin, the meeting’s six features, and nothing more',
]
const token = [
  'tests/boundary/shell-chromium.test.ts',
  'opens once, survives reloads out of sight, and a second tab is refused',
]

export const roomWalls = [
  ...wallsIn(`${folder}/room-frame.ts`, frame, [
    ['frame: no whole screen', "  'speaker-selection',\n", "  'speaker-selection',\n  'fullscreen',\n"],
    [
      'frame: no way to the page around it',
      "'allow-scripts allow-same-origin'",
      "'allow-scripts allow-same-origin allow-top-navigation'",
    ],
    [
      'frame: no windows',
      "'allow-scripts allow-same-origin'",
      "'allow-scripts allow-same-origin allow-popups'",
    ],
    [
      'frame: no forms, no downloads, no dialogs',
      "'allow-scripts allow-same-origin'",
      "'allow-scripts allow-same-origin allow-forms allow-downloads allow-modals'",
    ],
    [
      'frame: tells nobody our address',
      "frame.referrerPolicy = 'no-referrer'",
      "frame.referrerPolicy = 'origin'",
    ],
    [
      'frame: what a meeting stores is parted and ends with the page',
      "  frame.setAttribute('credentialless', '')\n",
      '',
    ],
  ]),
  ...wallsIn(
    `${folder}/room-frame.ts`,
    [isolation, 'cannot take the console elsewhere; without the sandbox it could'],
    [['frame: the sandbox', "  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')\n", '']],
  ),
  ...wallsIn(
    `${folder}/room-frame.ts`,
    [`${folder}/heartbeat.test.ts`, 'judges %s'],
    [
      ['window messages: from the room’s frame', 'event.source === frameWindow && ', ''],
      ['window messages: from its own origin', ' && event.origin === roomOrigin', ''],
    ],
  ),
  ...wallsIn(
    `${folder}/room-frame.ts`,
    [
      `${folder}/heartbeat.test.ts`,
      'reads nothing that another window says, and nothing at all once the port was handed',
    ],
    [
      [
        'window messages: none is read once the port was handed',
        'isFromRoom && isReadyAwaited && event',
        'isFromRoom && event',
      ],
    ],
  ),
  ...wallsIn(
    `${folder}/connect-room.ts`,
    [isolation, 'hands no second port, however often and from wherever it is asked'],
    [['one port', 'isReadyAwaited: port === null && state', 'isReadyAwaited: true || state']],
  ),
  ...wallsIn(
    `${folder}/connect-room.ts`,
    [isolation, 'ends when the room page is loaded again'],
    [['another page in the frame ends it', "    tearDown('secondLoad')\n", '']],
  ),
  ...wallsIn(
    `${folder}/connect-room.ts`,
    [isolation, 'ends when the %s says more to our window than can be worked off'],
    [['window messages: more than can be worked off end it', "tearDown('flooded')", 'void 0']],
  ),
  ...wallsIn(
    `${folder}/intake.ts`,
    [`${folder}/intake.test.ts`, 'refuses unread what is too large'],
    [['heard: nothing too long is parsed', "  if (data.length > MESSAGE_MAX) return 'tooLarge'\n", '']],
  ),
  ...wallsIn(
    `${folder}/intake.ts`,
    [`${folder}/intake.test.ts`, 'drops a flood with one alarm, and hears again a second later'],
    [['heard: so often and no oftener', "if (!limits.messages.take(nowMs)) return drop('flood')", '']],
  ),
  ...wallsIn(
    `${folder}/intake.ts`,
    [`${folder}/intake.test.ts`, 'drops unread more text than can be real, and takes what is real'],
    [['heard: so much and no more', "if (!limits.text.take(nowMs, data.length)) return drop('flood')", '']],
  ),
  ...wallsIn(
    `${folder}/intake.ts`,
    [`${folder}/intake.test.ts`, 'takes a word of the protocol, stripped to the fields it names'],
    [
      [
        'heard: words of the protocol only',
        'return read.success ? read.data :',
        'return read.success ? JSON.parse(data) :',
      ],
    ],
  ),
  ...wallsIn(
    `${folder}/keyboard-guard.ts`,
    ['tests/boundary/room-keyboard.test.ts', 'gets it back taken once, and stays'],
    [['the keyboard comes back', '    giveBack()\n  }\n\n  /** The browser', '  }\n\n  /** The browser']],
  ),
  ...wallsIn(
    'src/renderer/room/console-port.ts',
    ['src/renderer/room/console-port.test.ts', 'refuses %s'],
    [
      ['room page: a port of the page around it only', 'event.source === window.parent &&', ''],
      ['room page: a port of the console’s origin only', 'event.origin === consoleOrigin &&', ''],
      ['room page: one port', 'event.ports.length === 1', 'event.ports.length > 0'],
    ],
  ),
  ...wallsIn(
    'src/renderer/room/console-port.ts',
    [
      'src/renderer/room/console-port.test.ts',
      'refuses a console that is itself embedded, and a page opened on its own',
    ],
    [
      ['room page: the console is the whole window', 'window.parent === window.top &&', ''],
      ['room page: nothing on its own', 'window.parent !== window &&', ''],
    ],
  ),
  ...wallsIn(
    'src/renderer/room/meeting-options.ts',
    ['src/renderer/room/room.test.ts', 'decides on %s'],
    [
      ['room page: a script of the one server', '      script.origin === meeting.origin &&\n', ''],
      [
        'room page: a meeting of the one server',
        'new URL(`${meeting.protocol}//${order.domain}`).origin === meeting.origin',
        'true',
      ],
    ],
  ),
  ...wallsIn('src/renderer/console/app/connection/first-socket.ts', token, [
    [
      'the used token leaves the address',
      "  if (!location.hash.startsWith('#/')) history.replaceState(null, '', '#/')\n",
      '',
    ],
  ]),
]
