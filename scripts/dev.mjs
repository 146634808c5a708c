/**
 * @file `npm run dev [-- --shell browser|electron] [words]`: the console changes as its files are saved, and the
 * app starts again when the main process or the preload changes. Both by electron-vite's own watching.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { findElectron } from './electron-present.mjs'
import { ensurePinnedNode, follow, root } from './pinned-node.mjs'

await ensurePinnedNode()

const words = process.argv.slice(2)
const at = words.indexOf('--shell')
const [, asked] = at < 0 ? [] : words.splice(at, 2)
if (at >= 0 && asked !== 'browser' && asked !== 'electron') {
  process.stderr.write('--shell takes electron or browser.\n')
  process.exit(1)
}
const shell = asked ?? (findElectron() === null ? 'browser' : 'electron')
if (shell === 'electron' && findElectron() === null) {
  process.stderr.write(
    'Electron is not on this machine: run "npx install-electron", or add --shell browser.\n',
  )
  process.exit(1)
}

// The room's and the rehearsal's pages are served as built.
await buildIfStale()
// What is watched is built in a hurry: the next start builds it as it ships.
rmSync(join(root, 'out/.stamp'), { force: true })

process.exit(
  await follow(
    spawn(
      process.execPath,
      [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch', '--', ...words],
      {
        cwd: root,
        stdio: 'inherit',
        env: {
          ...process.env,
          // What electron-vite takes for Electron is our window, under this Node.
          ELECTRON_EXEC_PATH: process.execPath,
          ELECTRON_ENTRY: join(root, 'scripts/dev-window.mjs'),
          HOLDSPACE_DEV_SHELL: shell,
        },
      },
    ),
  ),
)
