/** @file Finds Electron's binary by looking at files only: importing the package would start a download. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './pinned-node.mjs'

const folder = join(root, 'node_modules/electron')
/** A download that has not moved for this long will not arrive tonight. */
const NO_PROGRESS_MS = 15_000

const defaultPath = () => {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

/**
 * Absolute path of the binary, or null when it is absent or of another version.
 * `ELECTRON_OVERRIDE_DIST_PATH` is honoured, as Electron's own package does.
 *
 * @returns {string | null}
 */
export const findElectron = () => {
  const path = read(join(folder, 'path.txt')) || defaultPath()
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const file = join(override, path)
    return existsSync(file) ? file : null
  }
  const wanted = read(join(folder, 'package.json'))
  const version = read(join(folder, 'dist/version'))
  const file = join(folder, 'dist', path)
  if (wanted === null || version === null || !existsSync(file)) return null
  return JSON.parse(wanted).version === version.replace(/^v/, '') ? file : null
}

/** The folder of Electron's own files, whether or not they are there: what a package is made around. */
export const electronDist = () => process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist')

/**
 * Why a real Electron cannot be started on this machine, in a few words; null where it can. Its sandbox is never turned
 * off to make it run.
 *
 * @returns {string | null}
 */
export const whyNoElectron = () => {
  if (findElectron() === null) return 'no binary on this machine'
  if (process.getuid?.() === 0) return 'Electron keeps its sandbox and does not start as root'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'no display on this machine'
  }
  return null
}

/** Bytes of all files below a folder; a file that goes away meanwhile counts as nothing. */
const bytesBelow = (path) => {
  try {
    const stats = statSync(path)
    if (!stats.isDirectory()) return stats.size
    return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0)
  } catch {
    return 0
  }
}

/**
 * Fetches the binary with the package's own install script, which checks its sums. What that script has to say of a
 * failure is a fault of a program in its own words: whoever starts the app is told what follows from it instead.
 *
 * @returns {Promise<boolean>} false when it failed, or nothing arrived for 15 seconds.
 */
export const fetchElectron = async () => {
  const script = join(folder, 'install.js')
  if (!existsSync(script)) return false
  // Downloads grow in a temporary folder; giving the script one of its own makes progress visible.
  const temporary = mkdtempSync(join(tmpdir(), 'holdspace-electron-'))
  try {
    const child = spawn(process.execPath, [script], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    })
    let seenBytes = -1
    let movedAt = Date.now()
    const watch = setInterval(() => {
      const bytes = bytesBelow(temporary) + bytesBelow(join(folder, 'dist'))
      if (bytes !== seenBytes) {
        seenBytes = bytes
        movedAt = Date.now()
      } else if (Date.now() - movedAt > NO_PROGRESS_MS) child.kill('SIGKILL')
    }, 500)
    await new Promise((resolve) => {
      child.once('error', resolve)
      child.once('exit', resolve)
    })
    clearInterval(watch)
    return findElectron() !== null
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
  }
}
