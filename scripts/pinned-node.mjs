/** @file The Node this project is pinned to: an older one runs the same script again under it. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '..')
/** Lowest major version the encrypted database's prebuilt part runs on without crashing. */
export const NODE_MAJOR_MIN = 24

/** Signals that a person or a system stops a program with. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Waits for a child, passing signals on to it, and ends this process as the child ended.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 when a signal ended it.
 */
export const follow = (child) =>
  new Promise((resolve) => {
    const pass = (signal) => child.kill(signal)
    for (const signal of stopSignals) process.on(signal, pass)
    const done = (code) => {
      for (const signal of stopSignals) process.off(signal, pass)
      resolve(code ?? 1)
    }
    child.once('error', () => done(1))
    child.once('exit', done)
  })

/**
 * Runs the present script again under the pinned Node when this one is too old, and then never returns.
 * npm puts the pinned Node first on the PATH; a script started by hand may not have it.
 */
export const ensurePinnedNode = async () => {
  if (Number(process.versions.node.split('.', 1)[0]) >= NODE_MAJOR_MIN) return
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = ['node_modules/node/bin', 'node_modules/.bin']
    .map((folder) => join(root, folder, name))
    .find((file) => existsSync(file))
  if (!pinned || process.env.HOLDSPACE_RERUN) {
    process.stderr.write(
      `Holdspace needs Node ${NODE_MAJOR_MIN} or newer: run "npm ci" in its folder first.\n`,
    )
    process.exit(1)
  }
  const child = spawn(pinned, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, HOLDSPACE_RERUN: '1' },
  })
  process.exit(await follow(child))
}
