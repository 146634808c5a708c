/**
 * @file `npm test` and `npm run check`: stages side by side, with times and totals at the end. After a failure no
 * further stage begins; what runs goes on to its end, so that all of its failures are told. An end-to-end
 * test that failed beside others is run once more alone: what passes then is named as unsteady, and what does not
 * has failed. The names of what failed end the log.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { failedTests, failureLines } from './failed-tests.mjs'
import { ensurePinnedNode, root } from './pinned-node.mjs'
import { besideOtherWork, tasks } from './tasks.mjs'
import { haveAllPassed, toRunAgain } from './unsteady.mjs'

await ensurePinnedNode()

/** Ends what hangs. Far longer than a busy machine needs. */
const LIMIT_MS = 60 * 60_000
const startedAt = Date.now()
const results = mkdtempSync(join(tmpdir(), 'holdspace-test-'))

const plain = (name) => ({ name, commands: tasks[name] })
/** A report's file: no colon, which Windows does not allow in a name. */
const fileOf = (name) => `${name.replace(':', '-')}.json`
/** Vitest tells a person and, in a file, the totals below. */
const counted = (name, ...words) => ({
  name,
  commands: [
    [
      ...tasks[name][0],
      ...words,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, fileOf(name))}`,
    ],
  ],
  report: fileOf(name),
})
/** Only these are forgiven: what guards a promise must hold each time. */
const e2e = {
  name: 'e2e',
  commands: tasks.e2e,
  report: 'e2e.json',
  alone: [...tasks.e2e[0], '--last-failed', '--workers=1'],
}
/**
 * Lanes run side by side, the stages of a lane one after another. Tests with a browser wait for a room to fill and
 * for wrong secrets to be forgiven more than they work, so more of them run at once than there are processors. What
 * works in one thread, or waits, comes first: beside the browsers no processor stands still meanwhile. The unit tests
 * come last, because they keep every processor busy alone.
 */
const plans = {
  check: {
    needsBuild: false,
    lanes: [[counted('unit:quick')], [plain('types'), plain('lint'), plain('house')]],
  },
  test: {
    needsBuild: true,
    lanes: [
      [e2e, counted('forgetting'), counted('stress')],
      [plain('types'), plain('lint'), plain('house'), counted('boundary', '--maxWorkers=4'), counted('unit')],
    ],
  },
}

/** Runs one command, and tells what it printed once it has ended: two at once would not be readable. */
const run = (words, e2eReport = 'e2e.json') =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...besideOtherWork,
        HOLDSPACE_E2E_REPORT: join(results, e2eReport),
        // Of this run: another one in the same folder would leave its own list of what failed.
        PLAYWRIGHT_LAST_RUN_OUTPUT_FILE: join(results, 'last-run.json'),
      },
    })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    const left = Math.max(0, LIMIT_MS - (Date.now() - startedAt))
    const timer = setTimeout(() => child.kill('SIGKILL'), left)
    const done = (code) => {
      clearTimeout(timer)
      resolve({ hasPassed: code === 0, said: Buffer.concat(said).toString('utf8') })
    }
    child.once('error', () => done(1))
    child.once('close', done)
  })

/** A vitest or Playwright report; null when none was written. */
const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8'))
  } catch {
    return null
  }
}

/** Counts of a report; null when none was written. */
const count = (file) => {
  const report = readReport(file)
  if (report === null) return null
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

const totals = { passed: 0, failed: 0, skipped: 0 }
/** Tests that failed beside others and passed alone. */
const unsteady = []
/** Stages whose failed tests are few enough to be run once more, alone. */
const toRunAlone = []
const summary = []
/** What failed, by name: the last lines of a log are all that some see of a run. */
const failures = []
const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1).padStart(7)} s`
let isWell = true

const runStage = async ({ name, commands, report, alone }) => {
  const stageStartedAt = Date.now()
  process.stdout.write(`.. ${name}\n`)
  let hasPassed = true
  let said = ''
  for (const words of commands) {
    if (!hasPassed) break
    const ran = await run(words)
    hasPassed = ran.hasPassed
    said += ran.said
  }
  const counts = report ? count(report) : { passed: 0, failed: 0, skipped: 0 }
  if (counts) for (const key of Object.keys(totals)) totals[key] += counts[key]
  // A stage that fell over without naming a failed test is one failure all the same.
  if (!hasPassed && (counts?.failed ?? 0) === 0) totals.failed += 1
  const failed = alone && !hasPassed ? toRunAgain(readReport(report)) : []
  const told = hasPassed
    ? []
    : failureLines(name, failedTests(report ? readReport(report) : null, root), said)
  if (failed.length > 0) toRunAlone.push({ name, failed, words: alone, told })
  else if (!hasPassed) {
    isWell = false
    failures.push(...told)
  }
  const line = `${hasPassed ? 'well' : 'FAILED'}  ${name.padEnd(12)} ${seconds(stageStartedAt)}`
  summary.push(line)
  process.stdout.write(`\n== ${name}\n${said}\n${line}\n`)
}

const runLane = async (stages) => {
  for (const stage of stages) {
    if (isWell) await runStage(stage)
    else summary.push(`not run ${stage.name}`)
  }
}

const { needsBuild, lanes } = plans[process.argv[2] ?? 'test']
if (needsBuild) {
  if (!(await ensureChromium())) {
    process.stderr.write('The tests need a Chromium: run "npx playwright install chromium" once.\n')
    process.exit(1)
  }
  // One build, before the lanes that would both make it.
  try {
    await buildIfStale()
  } catch (error) {
    process.stdout.write(`${error.message}\n\n0 passed, 1 failed\n`)
    process.exit(1)
  }
}
await Promise.all(lanes.map(runLane))
// A run that has failed already is not made longer.
if (!isWell) failures.push(...toRunAlone.flatMap(({ told }) => told))
for (const { name, failed, words } of isWell ? toRunAlone : []) {
  const aloneStartedAt = Date.now()
  process.stdout.write(`.. ${name}, alone\n`)
  const ran = await run(words, 'e2e-alone.json')
  const { said } = ran
  const hasPassed = ran.hasPassed && haveAllPassed(readReport('e2e-alone.json'), failed)
  const line = `${hasPassed ? 'unsteady' : 'FAILED'}  ${name}, alone ${seconds(aloneStartedAt)}`
  summary.push(line)
  process.stdout.write(`\n== ${name}, alone\n${said}\n${line}\n`)
  if (hasPassed) {
    unsteady.push(...failed)
    totals.failed -= failed.length
    totals.passed += failed.length
  } else {
    isWell = false
    failures.push(...failureLines(`${name}, alone,`, failedTests(readReport('e2e-alone.json'), root), said))
  }
}
if (totals.failed > 0) isWell = false
rmSync(results, { recursive: true, force: true })

process.stdout.write(`\n${summary.join('\n')}\nall     ${' '.repeat(12)} ${seconds(startedAt)}\n\n`)
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
for (const name of unsteady)
  process.stdout.write(`unsteady, failed beside others and passed alone: ${name}\n`)
if (failures.length > 0) process.stdout.write(`${failures.join('\n')}\n\n`)
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`)
process.exit(isWell ? 0 : 1)
