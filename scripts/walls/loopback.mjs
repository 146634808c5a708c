/** @file The walls of the loopback servers and of the browser shell, and of the policies that both shells send. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source.
import { wallsIn } from './wall.mjs'

const shell = 'tests/boundary/shell-browser.test.ts'
const privately = 'tests/boundary/shell-private.test.ts'
const few = [
  'src/main/shell/loopback/few-connections.test.ts',
  'goes on with one that asked for an address of ours, while many others %s',
]
const kept = [privately, 'holds few connections of those that %s, and keeps its page']
const rooms = 'tests/boundary/shell-rooms.test.ts'
const shown = 'tests/boundary/shell-window.test.ts'
const page = [shell, 'is served with the strict policy, a fresh nonce and fresh origins each time']
const stored = [shell, 'sets no cookie and lets nothing be stored, whatever is asked']
const files = [shell, 'gives its own files and no others']
const kinds = [shell, 'keeps the files of room and rehearsal off the console, and the reverse']
const others = [
  shell,
  'is refused under any other name, to service workers, to other methods and to other sites',
]
const socket = [
  shell,
  'refuses a wrong origin, host, path, site, token, load, and protocol; the token stays good',
]
const once = [shell, 'takes a token once; each connection gives the next; a second page is refused meanwhile']
const back = [
  shell,
  'lets a page whose first words were lost come back, in its own load, until it has spoken',
]
const room = [rooms, 'serves the room page once per ticket, for its one server only']
const guess = [rooms, 'shows the page in a frame only, and to no guess']
const rehearsal = [rooms, 'serves the rehearsal from a third origin, without network or devices']
const alone = [rooms, 'serves no rehearsal while a live room is open, and nothing once it is closed']
const loads = [rooms, 'ends the rooms of an earlier load, and keeps them for the same load']
const address = [
  shown,
  'gets its address by a file of this person’s, never by a command line, and leaves nothing',
]
const headers = 'src/main/shell/loopback/headers.ts'

export const loopbackWalls = [
  ...wallsIn(
    'src/main/shell/loopback/server.ts',
    [privately, 'is reached at one address of this machine, and at no other'],
    [
      [
        'loopback alone, no other address of this machine',
        "listen(server, '127.0.0.1', port)",
        "listen(server, '0.0.0.0', port)",
      ],
    ],
  ),
  ...wallsIn('src/main/shell/loopback/few-connections.ts', few, [
    ['few connections at once, whoever opens them', 'held.size <= EACH_MAX', 'held.size <= 100_000'],
  ]),
  ...wallsIn('src/main/shell/loopback/server.ts', kept, [
    ['the page’s own socket is let go for none', 'few.keep(socket)', 'few.asked(socket)'],
  ]),
  ...wallsIn('src/main/shell/loopback/server.ts', others, [
    [
      'the exact Host',
      "siteOf(request.headers.host ?? '')",
      "siteOf((request.headers.host ?? '').replace('localhost', '127.0.0.1'))",
    ],
    ['no service worker', "request.headers['service-worker'] !== undefined", 'false'],
    ['reading only', "request.method !== 'GET' && request.method !== 'HEAD'", 'false'],
  ]),
  ...wallsIn('src/main/shell/loopback/server.ts', stored, [
    ['nothing kept by the browser', "'Cache-Control': 'no-store'", "'Cache-Control': 'private'"],
    ['no guessing of types', "  'X-Content-Type-Options': 'nosniff',\n", ''],
  ]),
  ...wallsIn('src/main/shell/loopback/server.ts', page, [
    ['no address told onward', "'Referrer-Policy': 'no-referrer'", "'Referrer-Policy': 'origin'"],
    [
      'no other site embeds what is ours',
      "'Cross-Origin-Resource-Policy': 'same-origin'",
      "'Cross-Origin-Resource-Policy': 'cross-origin'",
    ],
  ]),
  ...wallsIn('src/main/shell/loopback/pages.ts', kinds, [
    ['each page has its own files only', ' && files.has(path) ?', ' ?'],
  ]),
  ...wallsIn('src/main/shell/loopback/pages.ts', files, [
    [
      'no file that is not on the list, no way out of the folder',
      'type !== undefined && files.has(path) ? { type, body: read(path.slice(1)) } : null',
      "{ type: type ?? 'text/plain', body: read(path.slice(1)) }",
    ],
  ]),
  ...wallsIn('src/main/shell/loopback/console-site.ts', others, [
    ['the console is no page in a frame', "dest !== undefined && dest !== 'document'", 'false'],
    ['the console’s files go to its own page only', "from !== undefined && from !== 'same-origin'", 'false'],
  ]),
  ...wallsIn('src/main/shell/loopback/console-site.ts', page, [
    [
      'a fresh nonce each time',
      "const nonce = randomBytes(18).toString('base64')",
      "const nonce = 'A'.repeat(24)",
    ],
  ]),
  ...wallsIn(headers, page, [
    [
      'console: nothing by default',
      "  ...html,\n  'Content-Security-Policy': [\n    \"default-src 'none'\",\n    \"script-src 'self'\",\n    `style-src",
      "  ...html,\n  'Content-Security-Policy': [\n    \"default-src 'self'\",\n    \"script-src 'self'\",\n    `style-src",
    ],
    [
      'console: its own scripts only',
      '"script-src \'self\'",\n    `style-src',
      "\"script-src 'self' 'unsafe-inline'\",\n    `style-src",
    ],
    [
      'console: styles with its nonce only',
      "`style-src 'self' 'nonce-${nonce}'`",
      "`style-src 'self' 'unsafe-inline'`",
    ],
    [
      'console: pictures of its own only',
      '"img-src \'self\' data:",\n    "font-src \'self\'",\n    `connect-src',
      '"img-src *",\n    "font-src \'self\'",\n    `connect-src',
    ],
    [
      'console: one socket and no other connection',
      '`connect-src ${socketUrl ?? "\'none\'"}`',
      '`connect-src *`',
    ],
    [
      'console: one room page in its frame',
      '`frame-src ${roomOrigin}`,\n    "worker-src',
      '`frame-src *`,\n    "worker-src',
    ],
    [
      'console: no form goes anywhere',
      '"worker-src \'self\'",\n    "form-action \'none\'"',
      '"worker-src \'self\'"',
    ],
    [
      'console: no other base',
      '"base-uri \'none\'",\n    "frame-ancestors \'none\'"',
      '"frame-ancestors \'none\'"',
    ],
    ['console: in nobody’s frame', '"frame-ancestors \'none\'"', '"frame-ancestors *"'],
    [
      'console: lends camera and microphone to its room alone',
      "delegating(roomOrigin, '(self)')",
      "delegating('*', '(self)')",
    ],
    ['console: parted from what it opens', "  'Cross-Origin-Opener-Policy': 'same-origin',\n", ''],
  ]),
  ...wallsIn(
    headers,
    [
      'src/main/shell/loopback/headers.test.ts',
      'lend a meeting six features, and deny every page the rest by name',
    ],
    [
      ['every page: where somebody is', "  'geolocation',\n", ''],
      ['every page: no watching whether somebody is there', "  'idle-detection',\n", ''],
      ['every page: the whole screen', "  'fullscreen',\n", ''],
      ['every page: this network', "  'local-network',\n", ''],
      ['every page: no small picture that stays', "  'picture-in-picture',\n", ''],
      [
        'lent: six features and no seventh',
        "  'screen-wake-lock',\n] as const",
        "  'screen-wake-lock',\n  'bluetooth',\n] as const",
      ],
    ],
  ),
  ...wallsIn(headers, room, [
    [
      'room page: nothing by default',
      '"default-src \'none\'",\n    `script-src',
      '"default-src *",\n    `script-src',
    ],
    [
      'room page: the one server’s script',
      "`script-src 'self' ${meetingOrigin}`",
      "`script-src 'self' https:`",
    ],
    ['room page: the one server in its frame', '`frame-src ${meetingOrigin}`', '`frame-src https:`'],
    [
      'room page: no worker',
      '"worker-src \'none\'",\n    "form-action \'none\'",\n    "base-uri \'none\'",\n    `frame-ancestors ${consoleSource}`',
      '"form-action \'none\'",\n    "base-uri \'none\'",\n    `frame-ancestors ${consoleSource}`',
    ],
    ['room page: in the console’s frame only', '`frame-ancestors ${consoleSource}`', '`frame-ancestors *`'],
    ['room page: lends to the one server alone', "delegating(meetingOrigin, '()')", "delegating('*', '()')"],
    ['room page: what was copied', "delegating(meetingOrigin, '()')", "delegating(meetingOrigin, '(self)')"],
    [
      'room page: a process of its own',
      "  'Permissions-Policy': hasMedia ? delegating(meetingOrigin, '()') : nothing,\n  'Origin-Agent-Cluster': '?1',\n",
      "  'Permissions-Policy': hasMedia ? delegating(meetingOrigin, '()') : nothing,\n",
    ],
    [
      'room page: what was stored goes',
      "delegating(meetingOrigin, '()') : nothing,\n  'Origin-Agent-Cluster': '?1',\n  'Clear-Site-Data': '\"storage\"',\n",
      "delegating(meetingOrigin, '()') : nothing,\n  'Origin-Agent-Cluster': '?1',\n",
    ],
  ]),
  ...wallsIn(headers, rehearsal, [
    [
      'rehearsal: no camera, no microphone',
      "hasMedia ? delegating(meetingOrigin, '()') : nothing",
      "delegating(meetingOrigin, '()')",
    ],
    ['rehearsal: no network', '"connect-src \'none\'"', '"connect-src *"'],
    [
      'rehearsal: its own scripts only',
      '"script-src \'self\'",\n    "style-src \'self\'",\n    "img-src',
      '"script-src *",\n    "style-src \'self\'",\n    "img-src',
    ],
    [
      'rehearsal: in our own frames only',
      '`frame-ancestors ${parts.roomOrigin} ${parts.consoleSource}`',
      '`frame-ancestors *`',
    ],
  ]),
  ...wallsIn('src/main/shell/loopback/rooms.ts', room, [
    ['a ticket opens once', '    open.ticket = null\n    const', '    const'],
  ]),
  ...wallsIn('src/main/shell/loopback/rooms.ts', guess, [
    ['the room page in a frame only', "dest !== undefined && dest !== 'iframe'", 'false'],
    [
      'the room page for its ticket only',
      'open.ticket === null || !isSame(ticket, open.ticket)',
      'open.ticket === null',
    ],
  ]),
  ...wallsIn(
    'src/main/shell/loopback/rooms.ts',
    [rooms, 'answers exact hosts only'],
    [
      [
        'room and rehearsal by exact names',
        'if (host === current.roomHost) return roomSite',
        'if (host.endsWith(`:${server.port}`)) return roomSite',
      ],
    ],
  ),
  ...wallsIn('src/main/shell/loopback/rooms.ts', alone, [
    ['no rehearsal beside a live room', 'if (!open?.isRehearsal) return null', ''],
    ['a closed room is gone', 'close: () => setOpen(null)', 'close: () => {}'],
  ]),
  ...wallsIn('src/main/shell/loopback/rooms.ts', loads, [
    ['a room ends with its load', '        setOpen(null)\n        current = load', '        current = load'],
    ['a load that was served, and no other', 'if (!load) return false', 'if (!load) return true'],
  ]),
  ...wallsIn(
    'src/main/shell/loopback/rooms.ts',
    [rooms, 'refuses a live room where the browser cannot hold one, the rehearsal excepted'],
    [
      [
        'no live room in a browser that was not measured',
        "if (meetingServer.kind === 'jitsi' && !options.canHoldLiveRoom()) return null",
        '',
      ],
    ],
  ),
  ...wallsIn(
    'src/main/shell/loopback/rooms.ts',
    [rooms, 'knows its own loads from what only looks like one'],
    [['a load is one that this shell gave out', 'isSame(id, load.id) ? load : null', 'load']],
  ),
  ...wallsIn(
    'src/main/shell/loopback/meta.ts',
    ['src/main/shell/loopback/meta.test.ts', 'lets no value out of its quotes'],
    [
      [
        'what goes into a page is text',
        ".replaceAll('&', '&amp;').replaceAll('\"', '&quot;').replaceAll('<', '&lt;')",
        '',
      ],
    ],
  ),
  ...wallsIn('src/main/shell/browser/socket.ts', socket, [
    ['socket: the exact Host', 'headers.host === host &&', ''],
    ['socket: the console’s origin', 'headers.origin === `http://${host}` &&', ''],
    ['socket: one path', "request.url === '/rpc' &&", ''],
    ['socket: no other site', "(from === undefined || from === 'same-origin')", 'true'],
    ['socket: a token', ' || !options.gate.knows(offered)', ''],
    [
      'socket: a load that was served',
      '!options.takeLoad(offered.loadId)',
      'options.takeLoad(offered.loadId) === null',
    ],
  ]),
  ...wallsIn('src/main/shell/browser/socket.ts', once, [
    ['socket: one page at a time', 'if (connected) {', 'if (connected && false) {'],
  ]),
  ...wallsIn(
    'src/main/shell/browser/socket.ts',
    [privately, 'ends with whoever says more than any record of ours is long'],
    [
      [
        'socket: no message without end',
        'const MESSAGE_MAX_BYTES = 4 * 1024 * 1024',
        'const MESSAGE_MAX_BYTES = 4 * 1024 * 1024 * 1024',
      ],
    ],
  ),
  ...wallsIn('src/main/shell/browser/gate.ts', once, [
    ['token: good once', '      good = fresh()\n      return good', '      return good'],
  ]),
  ...wallsIn('src/main/shell/browser/gate.ts', back, [
    ['token: again only for the same load', ' && isSame(loadId, unspoken.loadId)', ''],
    [
      'token: spent as soon as its page has spoken',
      '    spoken: () => {\n      unspoken = null',
      '    spoken: () => {',
    ],
  ]),
  ...wallsIn(
    'src/main/shell/browser/run.ts',
    [privately, 'holds a live room for a browser of the Chromium family only'],
    [['the browser is looked at', 'hasChromium = isChromium(request.headers)', 'hasChromium = true']],
  ),
  ...wallsIn('src/main/shell/browser/window.ts', address, [
    ['the address is in no command line', '...quietFlags, `', '...quietFlags, `--start=${address}`, `'],
    ['a profile of its own', "`--user-data-dir=${join(folder, 'profile')}`, ", ''],
    [
      'what the browser wrote goes with it',
      '      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })\n',
      '',
    ],
    ['the browser’s own walls stand', "  '--no-pings',\n", "  '--no-pings',\n  '--no-sandbox',\n"],
  ]),
  ...wallsIn('src/main/browser.ts', address, [
    [
      'what the shell and its browser write is for this person only',
      'process.umask(0o077)',
      'process.umask(0o022)',
    ],
  ]),
  ...wallsIn(
    'src/main/shell/browser/presence.ts',
    ['src/main/shell/browser/presence.test.ts', 'ends a minute after the page has gone, and not before'],
    [['a console that is left ends', 'timer = setTimeout(options.onGone, options.goneAfterMs)', '']],
  ),
  ...wallsIn(
    'src/main/shell/options.ts',
    [
      'src/main/shell/options.test.ts',
      'makes a data folder for this person only, whatever the system would do',
    ],
    [['the data folder is for this person only', 'mode: 0o700', 'mode: 0o755']],
  ),
  ...wallsIn(
    'src/main/shell/options.ts',
    ['src/main/shell/options.test.ts', '%s is opened by no browser, and that is said'],
    [['no port that browsers refuse', 'BARRED_PORTS.has(Number(port))', 'false']],
  ),
]
