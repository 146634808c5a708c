/** @file `npm start`: builds what is stale, then starts Electron, or the browser shell where it cannot run. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { fetchElectron, findElectron } from './electron-present.mjs'
import { ensurePinnedNode, follow, root, stopSignals } from './pinned-node.mjs'

const say = (line) => process.stderr.write(`${line}\n`)

/** What a shell ends with when the words themselves are wrong (src/main/shell/options.ts). */
const OPTION_ERROR_EXIT = 2

/** Takes `--shell NAME` out of the words; the rest goes to the shell as it is. */
const readShell = (words) => {
  const rest = []
  let shell = null
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word === '--shell') {
      at += 1
      shell = words[at] ?? ''
    } else if (word.startsWith('--shell=')) shell = word.slice('--shell='.length)
    else rest.push(word)
  }
  return { shell, rest }
}

const startBrowserShell = (words) =>
  follow(spawn(process.execPath, [join(root, 'out/main/browser.js'), ...words], { stdio: 'inherit' }))

/**
 * Starts Electron and waits for it.
 *
 * @returns {Promise<number | null>} its exit code; null when it failed before it was ready.
 */
const startElectron = (binary, words) =>
  new Promise((resolve) => {
    const environment = { ...process.env }
    // Set by some editors' terminals; with it Electron would be a plain Node.
    delete environment.ELECTRON_RUN_AS_NODE
    const child = spawn(binary, [root, ...words], { stdio: ['inherit', 'pipe', 2], env: environment })
    let isReady = false
    let isStopped = false
    child.stdout.on('data', (chunk) => {
      const text = chunk.toString('utf8')
      if (text.includes('Holdspace is ready')) isReady = true
      process.stdout.write(text)
    })
    const pass = (signal) => {
      isStopped = true
      child.kill(signal)
    }
    for (const signal of stopSignals) process.on(signal, pass)
    const done = (code) => {
      for (const signal of stopSignals) process.off(signal, pass)
      // Ending well before it is ready is the second start of an open console.
      const isFinal = isReady || isStopped || code === 0 || code === OPTION_ERROR_EXIT
      resolve(isFinal ? (code ?? 1) : null)
    }
    child.once('error', () => done(1))
    child.once('exit', done)
  })

const start = async () => {
  await ensurePinnedNode()
  const { shell, rest } = readShell(process.argv.slice(2))
  if (shell !== null && shell !== 'electron' && shell !== 'browser') {
    say('--shell takes electron or browser.')
    return 1
  }
  try {
    await buildIfStale()
  } catch (error) {
    say(error.message)
    return 1
  }
  if (shell === 'browser') return startBrowserShell(rest)

  let binary = findElectron()
  if (binary === null) {
    say('Electron is fetched first, about 120 MB, once.')
    if (await fetchElectron()) binary = findElectron()
  }
  const code = binary ? await startElectron(binary, rest) : null
  if (code !== null) return code
  const why = binary ? 'Electron ended before it was ready' : 'Electron is not available on this machine'
  if (shell === 'electron') {
    say(binary ? `${why}.` : `${why}. npx install-electron, here, says what keeps it away.`)
    return 1
  }
  say(`${why}, so Holdspace opens in a browser.`)
  return startBrowserShell(rest)
}

process.exit(await start())
