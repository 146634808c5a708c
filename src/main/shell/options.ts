/** @file What both shells may be told on the command line, and where the vault's folder is. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BARRED_PORTS } from './barred-ports'
import { codeOf, whyNotWritten } from './system-said'

/** What was asked for. */
export interface ShellOptions {
  /** TCP port of the console in the browser shell; 0 takes a free one. */
  port: number
  /** False with `--no-open`: the person opens the address themselves and stops the shell themselves. */
  hasOwnWindow: boolean
  /** Absolute path of the vault's folder, or of the one that says where it is. */
  dataDir: string
  /** True where the command line or `HOLDSPACE_DATA_DIR` named it. */
  isDataDirNamed: boolean
  /** The drill to open once the vault is unlocked, as typed; null where none was asked for. */
  drill: string | null
}

/** A mistake of the person starting the app, in one plain line. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** A mistake in the words of the command line: the other shell would say the same. */
export class OptionError extends StartError {}

/** What the process ends with after an `OptionError`; `npm start` then does not try the other shell. */
export const OPTION_ERROR_EXIT = 2

/**
 * A folder as it was typed, as an absolute path. A shell leaves `--data-dir=~/x` as it is: taken by the letter, the vault
 * would lie in a folder called `~`, wherever the app was started.
 */
const typedFolder = (typed: string, home: string): string => {
  const below = /^~(?:[/\\]+(.*))?$/s.exec(typed)
  return below ? join(home, below[1] ?? '') : resolve(typed)
}

/**
 * The standard place for an application's data: XDG on Linux, Application Support on macOS, APPDATA on
 * Windows. `HOLDSPACE_DATA_DIR` overrides it.
 */
export const defaultDataDir = (
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string => {
  const chosen = environment.HOLDSPACE_DATA_DIR
  if (chosen) return typedFolder(chosen, home)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Holdspace')
  if (platform === 'win32') {
    return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Holdspace')
  }
  // The XDG specification: a relative path is invalid and to be ignored.
  const xdg = environment.XDG_DATA_HOME
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, '.local', 'share'), 'holdspace')
}

/** What each option takes, and what is said where it gets something else. */
const OPTIONS = {
  shell: { type: 'string', takes: '--shell takes electron or browser.' },
  'no-open': { type: 'boolean', takes: '--no-open takes nothing after it.' },
  port: { type: 'string', takes: '--port takes a number from 0 to 65535.' },
  'data-dir': { type: 'string', takes: '--data-dir takes the path of a folder.' },
  rehearse: { type: 'string', takes: '--rehearse takes the name of a drill.' },
} as const

const isOption = (name: string): name is keyof typeof OPTIONS => Object.hasOwn(OPTIONS, name)

/** Of a longer word or path a start that fails shows so much, in characters. */
const SHOWN_MAX = 300
const shown = (typed: string): string => (typed.length > SHOWN_MAX ? `${typed.slice(0, SHOWN_MAX)}…` : typed)

/** The options by name, the last one of each; Node's own words about a mistake are for programmers. */
const readWords = (words: readonly string[]): Partial<Record<keyof typeof OPTIONS, string>> => {
  const { tokens } = parseArgs({ args: [...words], strict: false, tokens: true, options: OPTIONS })
  const values: Partial<Record<keyof typeof OPTIONS, string>> = {}
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    const typed = token.kind === 'positional' ? token.value : token.rawName
    const known = Object.keys(OPTIONS).map((name) => `--${name}`)
    const name = token.kind === 'option' && isOption(token.name) ? token.name : null
    if (token.kind === 'positional' || name === null || token.rawName !== `--${name}`) {
      throw new OptionError(`Holdspace does not know ${shown(typed)}. It takes ${known.join(', ')}.`)
    }
    const { type, takes } = OPTIONS[name]
    const { value = '', inlineValue } = token
    // A word that begins like an option is one whose value was forgotten.
    const isForgotten = value.trim() === '' || (inlineValue === false && value.startsWith('-'))
    if (type === 'boolean' ? inlineValue === true : isForgotten) throw new OptionError(takes)
    values[name] = value
  }
  return values
}

/**
 * Reads the command line.
 *
 * @param words - the arguments after the script's name.
 * @throws `StartError` with one plain line for the person.
 */
export const readOptions = (words: readonly string[], shell: 'browser' | 'electron'): ShellOptions => {
  const values = readWords(words)
  if (values.shell !== undefined && values.shell !== shell) {
    if (values.shell !== 'browser' && values.shell !== 'electron') throw new OptionError(OPTIONS.shell.takes)
    throw new OptionError(`This is the ${shell} shell; --shell ${values.shell} starts with npm start.`)
  }
  const port = values.port ?? '0'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new OptionError(OPTIONS.port.takes)
  }
  if (BARRED_PORTS.has(Number(port))) {
    throw new OptionError(`No browser opens port ${port}. Choose another with --port.`)
  }
  const dataDir = values['data-dir']
    ? typedFolder(values['data-dir'], homedir())
    : defaultDataDir(process.platform, process.env, homedir())
  return {
    port: Number(port),
    hasOwnWindow: values['no-open'] === undefined,
    dataDir,
    isDataDirNamed: Boolean(values['data-dir'] ?? process.env.HOLDSPACE_DATA_DIR),
    drill: values.rehearse ?? null,
  }
}

/**
 * Checks the drill that was asked for.
 *
 * @param known - the names of the drills that ship.
 * @throws `StartError` that lists them, when it is none of them.
 */
export const checkDrill = (drill: string | null, known: readonly string[]): string | null => {
  if (drill === null || known.includes(drill)) return drill
  throw new OptionError(`--rehearse takes the name of a drill: ${known.join(', ')}.`)
}

/** Not by Node's own `recursive`: that asks for ever where a system says of a parent that is there that it is not. */
const makeFolder = (folder: string): void => {
  const make = () => mkdirSync(folder, { mode: 0o700 })
  try {
    make()
  } catch (error) {
    const parent = dirname(folder)
    // There already, or refused for what no folder above it would mend: nothing is made on the way to a refusal.
    if (existsSync(folder) || codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || parent === folder || existsSync(parent)) throw error
    makeFolder(parent)
    make()
  }
}

/**
 * Makes the vault's folder, readable by this person only, and proves that it can be written to.
 *
 * @throws `StartError` when it cannot be made or written to.
 */
export const prepareDataDir = (dataDir: string): void => {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    // Access bits say nothing about a read-only disk.
    rmdirSync(mkdtempSync(join(dataDir, '.write-check-')))
  } catch (error) {
    const named = shown(dataDir)
    if (existsSync(dataDir) && statSync(dataDir).isFile()) {
      throw new StartError(`${named} is a file, and the data folder must be a folder.`)
    }
    throw new StartError(`The data folder ${named} cannot be written to: ${whyNotWritten(error)}.`)
  }
}
