/** @file The browser shell's own window: the token's way to it, its profile, and the minute after it has gone. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { isPosix } from '../fixtures/posix'
import { freshFolder, type ShellProcess, startShell } from '../fixtures/shell-process'
import { until } from '../fixtures/until'

/** A stand-in for a browser: records its words and what the file it was given holds, then waits. */
const recorder = `#!/usr/bin/env node
const fs = require('node:fs')
const words = process.argv.slice(2)
const app = words.find((word) => word.startsWith('--app=')) ?? ''
const file = app === '' ? '' : new URL(app.slice(6)).pathname
fs.writeFileSync(process.env.RECORD, JSON.stringify({
  words, file, text: fs.readFileSync(file, 'utf8'),
  fileMode: fs.statSync(file).mode & 0o777,
  folderMode: fs.statSync(require('node:path').dirname(file)).mode & 0o777,
}))
setInterval(() => {}, 1000)
`

interface Recorded {
  words: string[]
  file: string
  text: string
  fileMode: number
  folderMode: number
}

let folder: Awaited<ReturnType<typeof freshFolder>>
let shell: ShellProcess | null = null
const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

beforeEach(async () => {
  folder = await freshFolder()
  await mkdir(join(folder.path, 'tmp'))
})
afterEach(async () => {
  await shell?.stop()
  shell = null
  await folder.forget()
})

const start = (chromium: string, environment: Readonly<Record<string, string>> = {}) =>
  startShell(
    { dataDir: join(folder.path, 'data'), isOpening: true },
    { HOLDSPACE_CHROMIUM: chromium, TMPDIR: join(folder.path, 'tmp'), ...environment },
  )

describe.skipIf(!isPosix)('the console window (stand-ins are scripts with a first line)', () => {
  it('gets its address by a file of this person’s, never by a command line, and leaves nothing', async () => {
    const browser = join(folder.path, 'browser.cjs')
    const record = join(folder.path, 'record.json')
    await writeFile(browser, recorder, { mode: 0o755 })
    shell = await start(browser, { RECORD: record })
    const written = async () => ((await exists(record)) ? await readFile(record, 'utf8') : '')
    const text = await until(async () => {
      const now = await written()
      return now.endsWith('}') ? now : undefined
    }, 'the record of the browser')
    const seen = JSON.parse(text) as Recorded
    expect(seen.words.join(' ')).not.toContain(shell.token)
    expect(seen.text).toContain(`url=${shell.url}"`)
    expect(seen.fileMode).toBe(0o600)
    expect(seen.folderMode).toBe(0o700)
    // The browser takes it over from the shell, for the files of its profile.
    expect((await stat(record)).mode & 0o077).toBe(0)
    const profile = seen.words.find((word) => word.startsWith('--user-data-dir='))?.slice(16) ?? ''
    expect(profile.startsWith(join(folder.path, 'tmp'))).toBe(true)
    expect(seen.words.join(' ')).not.toMatch(/--no-sandbox|--remote-debugging|--disable-web-security/)
    const { code } = await shell.stop()
    expect(code).toBe(0)
    expect(await exists(seen.file)).toBe(false)
    expect(await readdir(join(folder.path, 'tmp'))).toEqual([])
  })

  it('removes what a killed shell left behind, and leaves a living one’s alone', async () => {
    const left = join(folder.path, 'tmp', 'holdspace-2147483646-abcdef')
    const living = join(folder.path, 'tmp', `holdspace-${process.pid}-abcdef`)
    await mkdir(join(left, 'profile'), { recursive: true })
    await mkdir(living)
    const browser = join(folder.path, 'browser.cjs')
    await writeFile(browser, recorder, { mode: 0o755 })
    shell = await start(browser, { RECORD: join(folder.path, 'record.json') })
    expect(await exists(left)).toBe(false)
    expect(await exists(living)).toBe(true)
  })

  it('says so when the browser does not start, and stays for the person to open it', async () => {
    const browser = join(folder.path, 'browser.cjs')
    await writeFile(browser, '#!/usr/bin/env node\nprocess.exit(1)\n', { mode: 0o755 })
    const started = await start(browser)
    shell = started
    await until(async () => started.stderr() || undefined, 'a complaint')
    expect((await fetch(`${shell.origin}/`)).status).toBe(200)
    const { code, stderr } = await shell.stop()
    expect(code).toBe(0)
    expect(stderr).toBe('No browser could be opened. Open the address above yourself.\n')
  })

  it('stops the shell a minute after its page has gone', async () => {
    const chromium = await findChromium()
    if (!chromium) throw new Error('No Chromium was found.')
    // As root Chromium needs a flag that the shell itself never gives.
    const rootFlag = process.getuid?.() === 0 ? '--no-sandbox' : ''
    const browser = join(folder.path, 'browser.sh')
    const pidFile = join(folder.path, 'pid')
    await writeFile(
      browser,
      `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${chromium}' --headless=new ${rootFlag} "$@"\n`,
      { mode: 0o755 },
    )
    const started = await start(browser)
    shell = started
    const tmp = join(folder.path, 'tmp')
    // The page has come when the file that carried its address is gone.
    await until(async () => {
      const [made] = (await readdir(tmp)).filter((name) => name.startsWith('holdspace-'))
      return (made !== undefined && !(await readdir(join(tmp, made))).includes('open.html')) || undefined
    }, 'the page')
    const goneAt = Date.now()
    process.kill(Number(await readFile(pidFile, 'utf8')), 'SIGKILL')
    const { code } = await started.ended
    expect(code).toBe(0)
    const elapsedMs = Date.now() - goneAt
    expect(elapsedMs).toBeGreaterThan(55_000)
    expect((await readdir(tmp)).filter((name) => name.startsWith('holdspace-'))).toEqual([])
  })
})
