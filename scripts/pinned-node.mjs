/** @file The Node this project is pinned to: another one, down to 20.0, runs the same script again under it. */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** Lowest major version that serves where no pinned Node is: what the tests are run with. */
export const NODE_MAJOR_MIN = 24

/** Signals that a person or a system stops a program with. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Waits for a child, passing signals on to it, and ends this process as the child ended.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 when a signal ended it, or it could not be started.
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
 * Where `npm ci` put the pinned Node of a platform. The folder is looked at rather than `.bin`: npm 10 leaves
 * `.bin/node` out when several packages offer one.
 *
 * @param {string} [platform] - as `process.platform`.
 * @param {string} [arch] - as `process.arch`.
 * @returns {string} its path, whether or not it is there.
 */
export const pinnedNodePath = (platform = process.platform, arch = process.arch) =>
  join(
    root,
    `node_modules/node-${platform === 'win32' ? 'win' : platform}-${arch}/bin`,
    platform === 'win32' ? 'node.exe' : 'node',
  )

/**
 * What a Node that runs a script of ours must do.
 *
 * @param {{ execPath: string, version: string, pinned: string | null }} here - the running Node and its version
 *   (`20.19.1`), and the pinned one where it is installed.
 * @returns {'stay' | 'rerun' | 'refuse'}
 */
export const chooseNode = ({ execPath, version, pinned }) => {
  if (pinned !== null) return execPath === pinned ? 'stay' : 'rerun'
  return Number.parseInt(version, 10) >= NODE_MAJOR_MIN ? 'stay' : 'refuse'
}

/** Windows writes it "Path", and a copy of the environment tells the two apart. */
const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'

const refuse = () => {
  process.stderr.write(
    existsSync(join(root, 'node_modules'))
      ? `For this kind of computer no Node comes with Holdspace: install Node ${NODE_MAJOR_MIN} or newer from nodejs.org; this is Node ${process.versions.node}.\n`
      : 'Holdspace is not installed yet: run "npm ci" in its folder first.\n',
  )
  process.exit(1)
}

/**
 * Runs the present script again under the pinned Node when this is another one, and then never returns. Where
 * none is pinned for this kind of computer, the machine's own serves if it is new enough.
 */
export const ensurePinnedNode = async () => {
  const path = pinnedNodePath()
  const pinned = existsSync(path) ? realpathSync(path) : null
  const choice = chooseNode({
    execPath: realpathSync(process.execPath),
    version: process.versions.node,
    pinned,
  })
  if (choice === 'stay') {
    // Every program that is started from here is compiled once and not at each start: of code alone, beside the
    // installed packages. It saves a start of the shell two thirds of its work.
    process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/node-code')
    return
  }
  if (choice === 'refuse' || pinned === null) return refuse()
  const child = spawn(pinned, process.argv.slice(1), {
    stdio: 'inherit',
    // A tool that starts "node" by name means the same one.
    env: { ...process.env, [pathName]: [dirname(pinned), process.env.PATH ?? ''].join(delimiter) },
  })
  // A system without the pinned binary's own libraries cannot start it.
  let isStarted = true
  child.once('error', () => {
    isStarted = false
  })
  const code = await follow(child)
  if (isStarted) process.exit(code)
  if (chooseNode({ execPath: process.execPath, version: process.versions.node, pinned: null }) === 'refuse')
    refuse()
}
