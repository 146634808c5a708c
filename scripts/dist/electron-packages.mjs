/** @file The packages of the desktop app, by electron-builder, where Electron's binary is. Signed by the environment. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { electronDist, findElectron } from '../electron-present.mjs'
import { follow, root } from '../pinned-node.mjs'

/** What signing is told by. A workflow sets each of them, to nothing where the repository has no such secret. */
const SIGNING = /^(WIN_)?CSC_|^APPLE_/

/**
 * An environment without the secrets that are set to nothing: the packer takes an empty certificate for a path.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
export const signingOnly = (environment) =>
  Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => value !== '' || !SIGNING.test(name)),
  )

/**
 * Makes them.
 *
 * @param {string} to - absolute folder.
 * @returns {Promise<string | null>} null when they were made; else one plain sentence that says why not.
 */
export const makeElectronPackages = async (to) => {
  if (findElectron() === null) {
    return 'Electron is not on this machine, so the desktop packages were not made: "npx install-electron" fetches it where there is a network.'
  }
  const cli = join(root, 'node_modules/electron-builder/cli.js')
  const words = [
    cli,
    '--config',
    'electron-builder.json',
    '--publish',
    'never',
    `--config.directories.output=${to}`,
    // The binary that was found and looked at, not another that the packer fetches.
    `--config.electronDist=${electronDist()}`,
  ]
  const code = await follow(
    spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 2, 2], env: signingOnly(process.env) }),
  )
  return code === 0 ? null : `electron-builder ended with ${code}: the desktop packages were not made.`
}
