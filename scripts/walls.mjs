/**
 * @file `npm run walls [words]`: takes the walls of both shells down one at a time, in a copy of the project, and sees that
 * the test named for each fails; before that, that all of them pass while every wall stands. With words, only the walls
 * whose name or file has them. `-- --write` writes the tables of docs/walls.md instead.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { ensurePinnedNode, root } from './pinned-node.mjs'
import { walls, wallTables } from './walls/index.mjs'
import { takenDown, writtenInto } from './walls/take-down.mjs'

await ensurePinnedNode()

const words = process.argv.slice(2)
if (words.includes('--write')) {
  const page = join(root, 'docs/walls.md')
  writeFileSync(page, writtenInto(readFileSync(page, 'utf8'), wallTables()))
  process.exit(0)
}
const asked = words.join(' ').toLowerCase()
const chosen = walls.filter(({ name, file }) => `${name} ${file}`.toLowerCase().includes(asked))
if (chosen.length === 0) {
  process.stderr.write(`No wall has "${asked}" in its name or file.\n`)
  process.exit(1)
}

const say = (line) => process.stdout.write(`${line}\n`)
const copy = mkdtempSync(join(tmpdir(), 'holdspace-walls-'))
const stamp = join(copy, 'out/.stamp')
const result = join(copy, 'result.json')

/** Runs a script to its end, and ends whatever it has left running. */
const node = async (...command) => {
  const isPosix = process.platform !== 'win32'
  const child = spawn(process.execPath, command, {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isPosix,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [status] = await once(child, 'exit')
  try {
    // An app that no longer ends by itself, without its wall, is in the same group.
    if (isPosix && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nothing was left.
  }
  return { status, said }
}

/** Makes the copy's build count as new, whatever the dates of its sources. */
const settle = () => {
  writeFileSync(stamp, '')
  const soon = new Date(Date.now() + 3_600_000)
  utimesSync(stamp, soon, soon)
}

/** What of the build has a file's content in it, where the test runs the build: one half of it, or nothing. */
const halfOf = (file, testFile) => {
  if (!testFile.startsWith('tests/')) return null
  if (file.startsWith('src/preload/')) return 'preload'
  if (file.startsWith('src/main/')) return 'main'
  // The connection is bundled by the room's own tests, from the source.
  return file.startsWith('src/renderer/') && !file.includes('/meeting/connection/') ? 'renderer' : null
}

const build = async (half) => {
  const config = join(copy, `walls.${half}.config.ts`)
  writeFileSync(
    config,
    `import config from './electron.vite.config'\nexport default { ${half}: config.${half} }\n`,
  )
  const ran = await node(
    join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
    'build',
    '--config',
    config,
  )
  if (ran.status !== 0) throw new Error(`It does not build: ${ran.said}`)
}

/** Runs one test, and gives those of its name that passed and failed. */
const outcomeOf = async ({ testFile, test }) => {
  const pattern = test.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%s', '.*')
  const project = testFile.startsWith('tests/boundary/')
    ? 'boundary'
    : testFile.endsWith('x')
      ? 'components'
      : 'unit'
  rmSync(result, { force: true })
  const ran = await node(
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    testFile,
    // A name may begin as an option does.
    `--testNamePattern=${pattern}`,
    '--bail=1',
    '--reporter=json',
    `--outputFile.json=${result}`,
  )
  if (!existsSync(result)) throw new Error(`"${test}" did not run: ${ran.said}`)
  const { testResults } = JSON.parse(readFileSync(result, 'utf8'))
  const titles = (status) =>
    testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter((one) => one.status === status).map(({ title }) => title),
    )
  return { passed: titles('passed'), failed: titles('failed') }
}

const faults = []
try {
  await buildIfStale()
  for (const name of [
    'src',
    'tests',
    'scripts',
    'resources',
    'docs',
    'out',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vitest.config.ts',
    'electron.vite.config.ts',
    'electron-builder.json',
    'LICENSE',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  cpSync(join(copy, 'out'), join(copy, 'out-whole'), { recursive: true })
  // A refusal that no longer comes is waited for a minute, not for twenty: all else here is quick.
  writeFileSync(
    join(copy, 'tests/fixtures/hangs-after.mjs'),
    'export const HANGS_AFTER_MS = 60_000\nexport const WAITED_MS = 45_000\n',
  )
  settle()

  // The control: with every wall standing, each of the tests passes.
  const tests = new Map(chosen.map((wall) => [`${wall.testFile}: ${wall.test}`, wall]))
  for (const [name, wall] of tests) {
    const { passed, failed } = await outcomeOf(wall)
    if (passed.length === 0 || failed.length > 0) faults.push(`fails with every wall standing: ${name}`)
  }
  say(`${tests.size} tests pass while ${chosen.length} walls stand.`)

  for (const wall of faults.length > 0 ? [] : chosen) {
    const path = join(copy, wall.file)
    const whole = readFileSync(path, 'utf8')
    const half = halfOf(wall.file, wall.testFile)
    writeFileSync(path, takenDown(whole, wall))
    if (half !== null) await build(half)
    settle()
    const { failed } = await outcomeOf(wall)
    if (failed.length === 0) faults.push(`${wall.name} (${wall.file}): "${wall.test}" passes without it`)
    say(`${failed.length > 0 ? 'bites' : 'DOES NOT BITE'}  ${wall.name}`)
    writeFileSync(path, whole)
    if (half !== null) {
      rmSync(join(copy, 'out', half), { recursive: true, force: true })
      cpSync(join(copy, 'out-whole', half), join(copy, 'out', half), { recursive: true })
    }
    settle()
  }
} finally {
  rmSync(copy, { recursive: true, force: true, maxRetries: 5 })
}
for (const fault of faults) process.stderr.write(`${fault}\n`)
if (faults.length > 0) process.exit(1)
say(`${chosen.length} walls, one at a time: each named test failed without its wall.`)
