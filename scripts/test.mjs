/** @file `npm test`: every check in order, stopping at the first that fails, with times and totals at the end. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensurePinnedNode, root } from './pinned-node.mjs'
import { tasks } from './tasks.mjs'

await ensurePinnedNode()

/** All of it must end within 20 minutes on two cores. */
const LIMIT_MS = 19.5 * 60_000
const startedAt = Date.now()
const results = mkdtempSync(join(tmpdir(), 'holdspace-test-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
const summary = []

/** Vitest tells a person and the totals below. */
const counted = (name) => [
  [
    ...tasks[name][0],
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(results, `${name}.json`)}`,
  ],
]

/** Each stage: its commands, and how its results file is read; without one, a failure counts as one. */
const stages = [
  { name: 'types', commands: tasks.types },
  { name: 'lint', commands: tasks.lint },
  { name: 'house rules', commands: tasks.house },
  { name: 'unit', commands: counted('unit'), report: 'unit.json' },
  { name: 'boundary', commands: counted('boundary'), report: 'boundary.json' },
  { name: 'forgetting', commands: counted('forgetting'), report: 'forgetting.json' },
  { name: 'e2e', commands: tasks.e2e, report: 'e2e.json' },
]

const run = (words) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, HOLDSPACE_E2E_REPORT: join(results, 'e2e.json') },
    })
    const left = Math.max(0, LIMIT_MS - (Date.now() - startedAt))
    const timer = setTimeout(() => child.kill('SIGKILL'), left)
    const done = (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    }
    child.once('error', () => done(1))
    child.once('exit', done)
  })

/** Counts of a vitest or Playwright report; null when none was written. */
const count = (file) => {
  let report
  try {
    report = JSON.parse(readFileSync(join(results, file), 'utf8'))
  } catch {
    return null
  }
  if (report.stats) {
    const { expected, flaky, skipped, unexpected } = report.stats
    return { passed: expected + flaky, failed: unexpected, skipped }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

const chromium = await ensureChromium()
if (!chromium) {
  process.stderr.write('The tests need a Chromium: run "npx playwright install chromium" once.\n')
  process.exit(1)
}

let isWell = true
for (const stage of stages) {
  process.stdout.write(`\n== ${stage.name}\n`)
  const stageStartedAt = Date.now()
  let hasPassed = true
  for (const words of stage.commands) hasPassed = hasPassed && (await run(words))
  const counts = stage.report ? count(stage.report) : { passed: 0, failed: 0, skipped: 0 }
  if (counts) for (const key of Object.keys(totals)) totals[key] += counts[key]
  // A stage that fell over without naming a failed test is one failure all the same.
  if (!hasPassed && (counts?.failed ?? 0) === 0) totals.failed += 1
  const seconds = ((Date.now() - stageStartedAt) / 1000).toFixed(1)
  summary.push(`${hasPassed ? 'well' : 'FAILED'}  ${stage.name.padEnd(12)} ${seconds.padStart(7)} s`)
  if (!hasPassed) {
    isWell = false
    break
  }
}
rmSync(results, { recursive: true, force: true })

const notRun = stages.slice(summary.length).map(({ name }) => `not run ${name}`)
process.stdout.write(`\n${[...summary, ...notRun].join('\n')}\n\n`)
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`)
process.exit(isWell ? 0 : 1)
