/** @file Builds the app when something it is made of is newer than the last build; otherwise does nothing. */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './pinned-node.mjs'

const made = [
  'src',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'scripts/console-files.ts',
  'scripts/dist/shipped-packages.mjs',
  'tsconfig.json',
]
const stamp = join(root, 'out/.stamp')
const lock = join(root, 'out/.building')
/** A build takes seconds; a lock older than this belongs to nobody. */
const LOCK_MAX_MS = 180_000

/** Newest change below a path, in milliseconds since the epoch; 0 when it is not there. */
const newest = (path) => {
  let stats
  try {
    stats = statSync(path)
  } catch {
    return 0
  }
  if (!stats.isDirectory()) return stats.mtimeMs
  // A folder's own time changes when a file in it is added or removed.
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stats.mtimeMs)
}

/** True when the build is missing or older than what it is made of. */
export const isStale = () => {
  const builtAt = newest(stamp)
  return builtAt === 0 || made.some((path) => newest(join(root, path)) > builtAt)
}

const isHeld = () => {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    if (Date.now() - statSync(lock).mtimeMs > LOCK_MAX_MS) return false
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Between making the folder and writing the pid there is a moment without a file.
    return error.code === 'ENOENT' && Date.now() - newest(lock) < 1000
  }
}

const takeLock = async () => {
  mkdirSync(join(root, 'out'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isHeld()) await wait(200)
      else rmSync(lock, { recursive: true, force: true })
    }
  }
}

/**
 * Why a build may have failed, where npm left out the native parts of the build tools without a word.
 *
 * @param {string} modules - the folder of the packages.
 * @returns {string}
 */
export const whyFailed = (modules) => {
  let scope = []
  try {
    scope = readdirSync(join(modules, '@rolldown'))
  } catch {
    // Not there at all.
  }
  return scope.some((name) => name.startsWith('binding-'))
    ? 'The build failed.'
    : 'The build failed: npm left out native parts of the build tools, as it does on an older Node. Run "npm ci" again with Node 20.19, 22.13 or 24 and newer.'
}

const run = () =>
  new Promise((resolve, reject) => {
    const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    // Words about the build are for the person who waits, not for a program that reads our one line: stderr.
    process.stderr.write('Holdspace is built first, which can take a minute.\n')
    const child = spawn(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(whyFailed(join(root, 'node_modules')))),
    )
  })

/** Builds if stale. Two callers at once build once. */
export const buildIfStale = async () => {
  if (!isStale()) return
  await takeLock()
  try {
    if (!isStale()) return
    const startedAt = new Date()
    await run()
    writeFileSync(stamp, '')
    // A file changed while building is newer than this.
    utimesSync(stamp, startedAt, startedAt)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
