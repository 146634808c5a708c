/** @file Starts the browser shell as a user would, for benches and screenshots. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * Starts `npm start -- --shell browser --no-open` on a data folder.
 *
 * @param dataDir - absolute path.
 * @param env - more environment.
 * @returns its URL with the one-time token, and `stop()`, which closes the vault cleanly.
 */
export const startShell = async (dataDir, env = {}) => {
  const child = spawn(
    process.execPath,
    ['scripts/start.mjs', '--shell', 'browser', '--no-open', '--port', '0', '--data-dir', dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  )
  // Whatever ends this process ends the shell with it.
  process.once('exit', () => child.kill())
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^Holdspace is ready: (\S+)$/.exec(line)
      if (ready) resolve(ready[1])
    })
    child.once('exit', (code) => reject(new Error(`The shell ended with code ${code} before it was ready`)))
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return {
    url,
    child,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
