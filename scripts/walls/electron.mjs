/** @file The walls of the Electron shell, each with the change that takes it down and the test that must fail then. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source.
import { wallsIn } from './wall.mjs'

const start = 'tests/boundary/shell-electron.test.ts'
const edges = 'tests/boundary/shell-electron-edges.test.ts'
const early = [start, 'says what must be said before Electron is ready, and opens nothing before']
const window = [start, 'makes one sandboxed window without Node, in a session that keeps nothing']
const served = [start, 'serves the console on its scheme with the strict policy, and nothing else']
const handed = [start, 'hands the contract to our page in our window only']
const stays = [start, 'keeps the console where it is, and lets no page open anything']
const roomless = [start, 'grants nothing but the console’s own clipboard write and loopback']
const granted = [start, 'grants the meeting, and it alone, what a call needs']
const denied = [start, 'denies the meeting everything else, the unknown included']
const shared = [start, 'shares a screen only when the meeting asks by a click and the person picks one']
const frames = [start, 'lets frames go to the room and the meeting, and nowhere else']
const saved = [start, 'saves only what the console made, and asks where']
const keys = [start, 'gives the console’s keys to it while the meeting has the keyboard']
const away = [
  start,
  'lets no key of any kind through to the meeting while another page than the live view is shown',
]
const rehearsed = [start, 'gives the rehearsal neither camera, microphone nor screen']
const fuses = [
  'tests/boundary/electron-package.test.ts',
  'burns fuses so that no switch and no environment makes another program of it, and publishes nothing',
]
const preloaded = [
  'tests/boundary/shell-electron-edges.test.ts',
  'the preload hands on one port, of its own page alone, and at the one word alone',
]
const switches = 'src/main/shell/electron/switches.test.ts'

const fuse = (name, burnt) => [`fuse ${name}`, `"${name}": ${burnt}`, `"${name}": ${!burnt}`]
const preference = (name, value) => [`window: ${name} ${value}`, `${name}: ${value},`, `${name}: ${!value},`]

export const electronWalls = [
  ...wallsIn('electron-builder.json', fuses, [
    fuse('runAsNode', false),
    fuse('enableNodeOptionsEnvironmentVariable', false),
    fuse('enableNodeCliInspectArguments', false),
    fuse('enableEmbeddedAsarIntegrityValidation', true),
    fuse('onlyLoadAppFromAsar', true),
    fuse('loadBrowserProcessSpecificV8Snapshot', false),
    fuse('grantFileProtocolExtraPrivileges', false),
    fuse('enableCookieEncryption', true),
    [
      'no switch of ours in the start of a package',
      '"executableArgs": []',
      '"executableArgs": ["--no-sandbox"]',
    ],
  ]),
  ...wallsIn('src/main/index.ts', early, [
    ['the sandbox for every page', '  app.enableSandbox()\n', ''],
    ['traces of a crash are not written or sent', "  'disable-breakpad',\n", ''],
    ['Chromium’s own traffic is off', "  'disable-background-networking',\n", ''],
    ['what is written is for this person only', 'process.umask(0o077)', 'process.umask(0o022)'],
    ['no cache of what was fetched', "  'disable-http-cache',\n", ''],
    ['one instance', '!app.requestSingleInstanceLock()', 'false'],
    [
      'small files of Electron’s lie in the data folder',
      "  app.setPath('userData', join(options.dataDir, 'electron'))\n",
      '',
    ],
  ]),
  ...wallsIn(
    'src/main/index.ts',
    [start, 'never runs without the sandbox'],
    [['no start without the sandbox, whoever took it', "app.commandLine.hasSwitch('no-sandbox')", 'false']],
  ),
  ...wallsIn(
    'src/main/index.ts',
    [
      'tests/boundary/shell-electron-start.test.ts',
      '%s ends the start before anything is made, with the code of a wrong word',
    ],
    [
      [
        'switches are read at all',
        'readOptions(takeSwitches(words), ',
        'readOptions(words.filter((w) => !w.startsWith("-") || /^--data-dir/.test(w)), ',
      ],
    ],
  ),
  ...wallsIn(
    'src/main/index.ts',
    ['tests/boundary/shell-electron-start.test.ts', '%s is said in one sentence, without a window'],
    [['an Electron that was not tested does not start', 'misfit !== null', 'false']],
  ),
  ...wallsIn(
    'src/main/shell/electron/switches.ts',
    [switches, '--%s, in every spelling that Chromium or Node would read'],
    [
      ['switch: the sandbox', '/sandbox|^no-zygote', '/^no-zygote'],
      ['switch: one process for all', '|^single-process$', ''],
      ['switch: the same-origin rule', '/web-security|', '/'],
      ['switch: a process for each site', 'site-isolation|', ''],
      ['switch: remote control', '/^remote-|', '/'],
      ['switch: Node’s inspector', '/^inspect|', '/'],
      ['switch: V8’s own', '^js-flags$|', ''],
      ['switch: extensions', '/extension|', '/'],
      ['switch: another proxy', '^(no-)?proxy-|', ''],
      ['switch: other names for other machines', '^host-(resolver-)?rules$|^host-resolver|', ''],
      ['switch: certificates', '/certificate|', '/'],
      ['switch: features of Chromium', '^(enable|disable)-(blink-)?(test-)?features$|', ''],
      [
        'switch: a camera or a screen that nobody chose',
        '  /^use-(fake|mock)|^auto-(select|accept)|media-stream|capture|screen-capture/,\n',
        '',
      ],
      ['switch: a program around a page’s process', '-(cmd-prefix|launcher)$|', ''],
      ['switch: another profile', '|^user-data-dir$', ''],
      ['switch: logs of what goes over the net', '/^log-|^enable-logging$|net-log|', '/'],
    ],
  ),
  ...wallsIn(
    'src/main/shell/electron/switches.ts',
    [switches, '--%s, in every spelling that Chromium or Node would read'],
    [
      ['switch: in any case of letters', '.toLowerCase()', ''],
      ['switch: with underscores', ".replaceAll('_', '-')", ''],
    ],
  ),
  ...wallsIn('src/main/shell/electron/window.ts', window, [
    preference('sandbox', true),
    preference('contextIsolation', true),
    preference('nodeIntegration', false),
    preference('nodeIntegrationInSubFrames', false),
    preference('nodeIntegrationInWorker', false),
    preference('webSecurity', true),
    preference('allowRunningInsecureContent', false),
    preference('experimentalFeatures', false),
    preference('webviewTag', false),
    preference('plugins', false),
    preference('navigateOnDragDrop', false),
    preference('spellcheck', false),
    preference('devTools', false),
    ['session: not on the disk', "fromPartition('holdspace'", "fromPartition('persist:holdspace'"],
    ['session: no cache', 'cache: false', 'cache: true'],
    [
      'session: no spelling dictionaries',
      'opened.setSpellCheckerEnabled(false)',
      'opened.setSpellCheckerEnabled(true)',
    ],
    [
      'WebRTC tells a meeting no address of this network',
      "setWebRTCIPHandlingPolicy('default_public_interface_only')",
      "setWebRTCIPHandlingPolicy('default')",
    ],
    [
      'no title of a page in the task bar',
      "'page-title-updated', (event) => event.preventDefault()",
      "'page-title-updated', () => {}",
    ],
  ]),
  ...wallsIn('src/main/shell/electron/window.ts', saved, [
    ['only the console saves', 'contents === window()?.webContents && ', ''],
    ['only what the console made is saved', ' && item.getURL().startsWith(`blob:${CONSOLE_ORIGIN}/`)', ''],
  ]),
  ...wallsIn('src/main/shell/electron/preferences.ts', window, [
    ['content protection', 'window?.setContentProtection(', 'window?.setContentProtection(false && '],
  ]),
  ...wallsIn(
    'src/main/shell/electron/preferences.ts',
    [
      'tests/boundary/shell-electron-preferences.test.ts',
      'leave no channel open but the one for the contract',
    ],
    [['no channel of the preferences’ library', '  ipcMain.removeAllListeners(STORE_CHANNEL)\n', '']],
  ),
  ...wallsIn('src/main/shell/electron/navigation.ts', stays, [
    ['no new window', "action: 'deny'", "action: 'allow'"],
    ['guard of going elsewhere', "contents.on('will-navigate'", "contents.on('did-navigate'"],
    [
      'guard of frames going elsewhere',
      "contents.on('will-frame-navigate'",
      "contents.on('did-frame-navigate'",
    ],
    ['guard of being sent elsewhere', "contents.on('will-redirect'", "contents.on('did-redirect'"],
    ['no webview', "contents.on('will-attach-webview', (event) => event.preventDefault())", ''],
    [
      'the main frame stays at the console',
      'if (isMainFrame) return isConsoleUrl(url)',
      'if (isMainFrame) return true',
    ],
    ['no bad certificate', 'answer(false)', 'answer(true)'],
    ['no password of this computer’s for a server', "app.on('login'", "app.on('log-in'"],
  ]),
  ...wallsIn(
    'src/main/shell/electron/navigation.ts',
    [edges, 'shows a server no certificate of this computer’s'],
    [
      [
        'no certificate of this computer’s for a server',
        "app.on('select-client-certificate'",
        "app.on('select-no-certificate'",
      ],
    ],
  ),
  ...wallsIn('src/main/shell/electron/navigation.ts', frames, [
    [
      'frames stay at room and meeting',
      'return room !== null && origin !== null && (origin === room.roomOrigin || origin === room.meetingOrigin)',
      'return room !== null && origin !== null',
    ],
  ]),
  ...wallsIn('src/main/shell/electron/addresses.ts', handed, [
    [
      'addresses are compared whole',
      "address.split('#', 1)[0] === CONSOLE_URL",
      'address.startsWith(CONSOLE_ORIGIN)',
    ],
  ]),
  ...wallsIn('src/main/shell/electron/permissions.ts', roomless, [
    [
      'permissions: asked for',
      'answer(fits(details.requestingUrl) && (asks === undefined || fits(asks)))',
      'answer(true)',
    ],
    [
      'permissions: looked up',
      'return isPermitted({ permission, from: requestingOrigin, isMainFrame: details.isMainFrame }, openRoom())',
      'return true',
    ],
    [
      'permissions: devices',
      'setDevicePermissionHandler(() => false)',
      'setDevicePermissionHandler(() => true)',
    ],
    ['permissions: Bluetooth', 'answer({ confirmed: false })', 'answer({ confirmed: true })'],
    [
      'permissions: the console’s in its own frame only',
      'return isMainFrame && origin === CONSOLE_ORIGIN',
      'return origin === CONSOLE_ORIGIN',
    ],
  ]),
  ...wallsIn('src/main/shell/electron/permissions.ts', granted, [
    ['permissions: the meeting’s for its exact origin', ' && origin === room.meetingOrigin', ''],
    ['permissions: nothing for a meeting as a page of its own', 'return !isMainFrame && room', 'return room'],
    ['permissions: whole screen for nobody', "  fullscreen: 'nobody',", "  fullscreen: 'meeting',"],
    ['permissions: media for who really asks', '(asks === undefined || fits(asks))', 'true'],
  ]),
  ...wallsIn('src/main/shell/electron/permissions.ts', rehearsed, [
    ['permissions: none for the rehearsal', ' && !room.isRehearsal', ''],
  ]),
  ...wallsIn('src/main/shell/electron/permissions.ts', denied, [
    ['permissions: where somebody is', "  geolocation: 'nobody',", "  geolocation: 'meeting',"],
    ['permissions: messages on the desktop', "  notifications: 'nobody',", "  notifications: 'meeting',"],
    ['permissions: what was copied', "  'clipboard-read': 'nobody',", "  'clipboard-read': 'meeting',"],
    ['permissions: the keyboard whole', "  keyboardLock: 'nobody',", "  keyboardLock: 'meeting',"],
    ['permissions: this network', "  'local-network': 'nobody',", "  'local-network': 'meeting',"],
    [
      'permissions: what is not listed',
      'if (!isListed(permission)) return false',
      "if (!isListed(permission)) return permission === 'invented-tomorrow'",
    ],
  ]),
  ...wallsIn('src/main/shell/electron/display-capture.ts', shared, [
    ['screen: by a click only', ' || !request.userGesture', ''],
    ['screen: the meeting asks', 'originOf(request.securityOrigin) === room.meetingOrigin &&', ''],
    ['screen: in the meeting’s own frame', 'originOf(request.frame?.url) === room.meetingOrigin', 'true'],
    ['screen: chosen in our dialog', 'useSystemPicker: false', 'useSystemPicker: true'],
  ]),
  ...wallsIn('src/main/shell/electron/display-capture.ts', rehearsed, [
    ['screen: none for the rehearsal', ' || room.isRehearsal', ''],
  ]),
  ...wallsIn(
    'src/main/shell/electron/display-capture.ts',
    [edges, 'shares no screen with a room that was closed while the person chose'],
    [['screen: the room is still open once it was chosen', 'source && mayAsk(request) ?', 'source ?']],
  ),
  ...wallsIn('src/main/shell/electron/connect.ts', handed, [
    ['port: from our window', ' || event.sender !== window.webContents', ''],
    ['port: from its main frame', 'frame === window.webContents.mainFrame && ', ''],
    ['port: at the console’s address', ' && isConsoleUrl(frame.url)', ''],
    ['port: one only', ' || more.length > 0', ''],
    ['port: a refused one is closed', 'for (const refused of event.ports) refused.close()', ''],
  ]),
  ...wallsIn('src/preload/index.ts', preloaded, [
    ['preload: of the page itself', 'event.source !== window || ', ''],
    ['preload: at the one word', "event.data !== 'holdspace-connect' || ", ''],
    ['preload: one port', ' || event.ports.length !== 1', ''],
  ]),
  ...wallsIn('src/main/shell/electron/console-protocol.ts', early, [
    ['scheme: no way around the policy', 'bypassCSP: false', 'bypassCSP: true'],
    ['scheme: no service workers', 'allowServiceWorkers: false', 'allowServiceWorkers: true'],
    ['scheme: nothing to fetch', 'supportFetchAPI: false', 'supportFetchAPI: true'],
    ['scheme: no cached code', 'codeCache: false', 'codeCache: true'],
  ]),
  ...wallsIn('src/main/shell/electron/console-protocol.ts', served, [
    ['scheme: read only', "request.method !== 'GET' || ", ''],
    ['scheme: the console’s host only', 'originOf(request.url) !== CONSOLE_ORIGIN', 'false'],
    ['scheme: nothing kept', "'Cache-Control': 'no-store'", "'Cache-Control': 'private'"],
    ['scheme: no guessing of types', "        'X-Content-Type-Options': 'nosniff',\n", ''],
    ['scheme: no address told onward', "'Referrer-Policy': 'no-referrer'", "'Referrer-Policy': 'origin'"],
  ]),
  ...wallsIn('src/main/shell/electron/keys.ts', keys, [
    ['keys: what writes a letter is not ours', " || modifiers.includes('altgr')", ''],
    [
      'keys: nothing but a plain code goes into the page',
      'if (!/^[A-Za-z0-9]{0,20}$/.test(input.code)) return',
      '',
    ],
  ]),
  ...wallsIn('src/main/shell/electron/keys.ts', away, [
    [
      'keys: none for the meeting on another page',
      'const isAway = !LIVE_VIEW.test(contents.getURL())',
      'const isAway = false',
    ],
  ]),
  ...wallsIn(
    'src/main/shell/electron/global-mute.ts',
    [start, 'has a key of the whole system only while a room is open, and says where it was refused'],
    [['a key of the whole system ends with the room', 'shortcuts.unregister(GLOBAL_MUTE_KEY)', '{}']],
  ),
  ...wallsIn(
    'src/main/shell/electron/system-lock.ts',
    [
      'src/main/shell/electron/system-lock.test.ts',
      '%s: stores, then locks; a rehearsal stays open behind it',
    ],
    [['locks as the screen does', "['suspend', 'lock-screen'] as const", "['suspend'] as const"]],
  ),
  ...wallsIn(
    'src/main/shell/electron/menu.ts',
    [
      'src/main/shell/electron/menu.test.ts',
      'has nothing that reloads, looks inside, or lends words to other programs',
    ],
    [
      [
        'menu: nothing that looks inside',
        "{ role: 'undo', label: words.undo },",
        "{ role: 'undo', label: words.undo },\n      { role: 'toggleDevTools' },",
      ],
    ],
  ),
]
