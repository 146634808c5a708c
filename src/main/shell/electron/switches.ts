/**
 * @file Switches on Electron's command line, by list: those that help people pass, those that take a wall down are
 * refused by name, and those that nobody knows are refused as unknown.
 *
 * Chromium has read its switches before any line of ours runs. So a refusal is an end: the app leaves before a window,
 * a vault or a meeting is opened. In a packaged app fuses take Node's own switches away besides (docs/packages.md).
 */
import { OptionError } from '../options'

/** A word or a number as these switches take it: `x11`, `de-AT`, `1.5`. Nothing that could be a path or a list. */
const PLAIN_VALUE = /^[A-Za-z0-9][\w.-]{0,39}$/

/** Those that pass, and what each is for. */
export const HELPING_SWITCHES: Readonly<Record<string, string>> = {
  'force-renderer-accessibility': 'a screen reader that is not recognised by itself',
  'enable-speech-dispatcher': 'speech on Linux',
  'force-high-contrast': 'contrast where the system cannot be asked',
  'force-prefers-reduced-motion': 'motion where the system cannot be asked',
  'force-device-scale-factor': 'screens whose size is reported wrong',
  'high-dpi-support': 'screens whose size is reported wrong',
  lang: 'the language of dates and dialogs',
  'disable-gpu': 'broken graphics drivers',
  'disable-gpu-compositing': 'broken graphics drivers',
  'disable-gpu-rasterization': 'broken graphics drivers',
  'disable-accelerated-video-decode': 'broken graphics drivers: black pictures in a call',
  'disable-accelerated-video-encode': 'broken graphics drivers: a black picture of oneself',
  'use-gl': 'broken graphics drivers',
  'use-angle': 'broken graphics drivers',
  'ozone-platform': 'Wayland or X11',
  'ozone-platform-hint': 'Wayland or X11',
  'enable-wayland-ime': 'writing with an input method on Wayland',
  'wayland-text-input-version': 'writing with an input method on Wayland',
  'gtk-version': 'Linux desktops with two versions of their library',
}

/**
 * Those that take something away from between a meeting and the vault. By kind where a name has many forms: a switch of
 * the kind that does no harm is refused with the rest.
 */
const WALLS: readonly RegExp[] = [
  /sandbox|^no-zygote|^single-process$|^in-process-gpu$/,
  /web-security|site-isolation|isolate-origins|^site-per-process$|cross-origin|same-origin/,
  /^remote-|devtools|^auto-open-|^enable-automation$|^headless$|^test-type$|webdriver/,
  /^inspect|^debug|^js-flags$|^node-options$|^expose-|^require$|^r$|^import$|^loader$|^eval$|^e$|^abort-on/,
  /extension|plugin|^app$|^component-/,
  /^(no-)?proxy-|^winhttp-proxy|^host-(resolver-)?rules$|^host-resolver|^dns-|^auth-(server|negotiate)/,
  /certificate|insecure|^ssl-|^tls-|^cipher-suite|^allow-(file|universal|loopback|running|cross)|unsafely-/,
  /^(enable|disable)-(blink-)?(test-)?features$|^force-fieldtrials|^enable-experimental|^origin-trial|^enable-unsafe/,
  /^use-(fake|mock)|^auto-(select|accept)|media-stream|capture|screen-capture/,
  /-(cmd-prefix|launcher)$|^type$|^user-data-dir$|^disk-cache|^profile-|^crash|breakpad|^enable-crash/,
  /^log-|^enable-logging$|net-log|^trace|^v$|^vmodule$|^memlog|^enable-tracing|^no-first|^host$/,
]

/** The app's own, which `readOptions` reads. */
const OURS = ['shell', 'no-open', 'port', 'data-dir', 'rehearse'] as const

/**
 * A word as Chromium and Node read it: white space around it cut off, one hyphen or two (on Windows also a slash), any
 * case, underscores for hyphens.
 *
 * @returns null for what is no switch.
 */
const readSwitch = (
  word: string,
  platform: NodeJS.Platform,
): { name: string; value: string | null; isPlain: boolean } | null => {
  const shape = platform === 'win32' ? /^(--?|\/)([^=]+)(?:=(.*))?$/s : /^(--?)([^=]+)(?:=(.*))?$/s
  const read = shape.exec(word.trim())
  if (!read) return null
  const [, prefix, spelled = '', value = null] = read
  const name = spelled.trim().toLowerCase().replaceAll('_', '-').replace(/^-+/, '')
  return { name, value, isPlain: prefix === '--' && spelled === name && word === word.trim() }
}

const isWall = (name: string): boolean => WALLS.some((kind) => kind.test(name))

/**
 * Takes Chromium's switches out of the words of a command line.
 *
 * @param words - without the program and, in development, without the app's path.
 * @returns the app's own words, in order.
 * @throws `OptionError` with one plain sentence that names the first switch that does not pass.
 */
export const takeSwitches = (
  words: readonly string[],
  platform: NodeJS.Platform = process.platform,
): string[] => {
  const own: string[] = []
  // Every word is looked at, also one that stands where a value would: Chromium reads it as a switch all the same.
  for (const word of words) {
    const read = readSwitch(word, platform)
    if (!read) {
      own.push(word)
      continue
    }
    const { name, value, isPlain } = read
    const isOurs = isPlain && OURS.some((ours) => ours === name)
    if (isOurs) own.push(word)
    else if (isWall(name)) {
      throw new OptionError(
        `Holdspace does not start with ${word.trim()}: it takes down a wall between a meeting and what you keep.`,
      )
    } else if (!Object.hasOwn(HELPING_SWITCHES, name)) {
      throw new OptionError(`Holdspace does not know the option ${word.trim()}.`)
    } else if (!isPlain || (value !== null && !PLAIN_VALUE.test(value))) {
      throw new OptionError(`Holdspace takes --${name} only as it is usually written.`)
    }
  }
  return own
}

/**
 * The words after the program. In development the first one that is no switch is the app's path.
 *
 * @param argv - as `process.argv`.
 */
export const wordsAfterApp = (argv: readonly string[], isDevelopment: boolean): string[] => {
  const words = argv.slice(1)
  if (!isDevelopment) return words
  const at = words.findIndex((word) => !word.startsWith('-'))
  return words.filter((_, index) => index !== at)
}
