/** @file The system's own way to show a file or a folder. */
import { spawn } from 'node:child_process'

/** The program that opens a path as a double click would, and its words. */
export const opener = (
  path: string,
  platform: NodeJS.Platform = process.platform,
): { command: string; words: string[] } => {
  if (platform === 'darwin') return { command: 'open', words: [path] }
  if (platform === 'win32') return { command: 'explorer.exe', words: [path] }
  return { command: 'xdg-open', words: [path] }
}

/** How long an opener may take to say that it cannot, in milliseconds; one that is still there then shows something. */
const SAYS_WITHIN_MS = 5000

/**
 * Shows a folder in the system's window for files.
 *
 * @param path - absolute, and ours: never one that a page named.
 * @throws when there is no opener, or it says that it could not.
 */
export const openFolder = (path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { command, words } = opener(path)
    const child = spawn(command, words, { stdio: 'ignore', detached: true })
    const timer = setTimeout(resolve, SAYS_WITHIN_MS)
    timer.unref()
    child.unref()
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      // Explorer ends with 1 whether or not it opened.
      if (code === 0 || process.platform === 'win32') resolve()
      else reject(new Error(`${command} ended with ${code}.`))
    })
  })
