/**
 * @file What no test may have: a measure of time, or a limit of its own. A busy machine outlasts both; what must be fast is
 * in the bench, as a ratio. The limits that end what hangs stand in one file for all (tests/fixtures/hangs-after.mjs).
 */

/** Where the two limits are, and where what is waited for is given them. */
const LIMITS_OF_ALL = ['tests/fixtures/hangs-after.mjs', 'tests/fixtures/until.ts']

/** What is looked for, and what is said of it. */
const limits = [
  [/\bperformance\.now\(/, 'measures time, which belongs in the bench'],
  [/\btimeout: (?!(?:HANGS_AFTER|WAITED)_MS\b)[\w.]+/i, 'gives work a limit'],
  [/(?<!waitFor)(?:T|\bt)imeout\([\d_]+\)/, 'gives work a limit'],
  [/Date\.now\(\) *[<>]|(?<!=)[<>]=? *Date\.now\(\)/, 'ends by the clock'],
  [/setTimeout\(\s*(?:\(\)\s*=>\s*\{?\s*)?(?:reject|throw)\b/, 'fails by the clock'],
  [
    /for \(let [^\n]*<[^\n]*\{\n(?:(?!\n {0,2}\})[\s\S])*?\b(?:wait|setTimeout)\(/,
    'looks so many times with a pause between, which is a limit',
  ],
]

/** Playwright's own library waits half a minute where nobody says otherwise; its test runner is told by its config. */
const isImpatient = (text) =>
  /^import \{(?! type [^},]*\})[^}]*\b(?:chromium|_electron)\b[^}]*\} from 'playwright-core'/m.test(text) &&
  !/setDefaultTimeout\(WAITED_MS\)/.test(text)

/**
 * What is wrong with one file of tests.
 *
 * @param {string} path - relative to the project.
 * @param {string} text
 * @returns {string[]}
 */
export const faultsOfTest = (path, text) => {
  if (LIMITS_OF_ALL.includes(path)) return []
  const found = limits.flatMap(([pattern, fault]) => {
    const [words] = pattern.exec(text) ?? []
    return words === undefined ? [] : [`${fault} that a busy machine breaks: ${words.slice(0, 60)}`]
  })
  return isImpatient(text) ? [...found, 'has a browser without setDefaultTimeout(WAITED_MS)'] : found
}

/** The control: each must be found. */
export const plantedLimits = [
  'await shown.toBeVisible({ timeout: 3_000 })',
  "it('is slow', { timeout: UNHURRIED_MS }, () => {})",
  'page.setDefaultTimeout(150_000)',
  'const signal = AbortSignal.timeout(5000)',
  'expect(performance.now() - from).toBeLessThan(100)',
  'while (Date.now() < endsAtMs) await look()',
  'if (endsAtMs <= Date.now()) throw new Error()',
  "setTimeout(() => reject(new Error('too late')), 1000)",
  'setTimeout(() => {\n  throw late\n}, 1000)',
  'for (let attempt = 0; attempt < 200; attempt += 1) {\n  if (look()) return\n  await wait(50)\n}',
  "import { chromium, type Page } from 'playwright-core'\n",
]

/** The control's other half: none may be found. */
export const patientTests = [
  'await app.firstWindow({ timeout: WAITED_MS })',
  'const answers = list.filter((one) => Date.now() - one.atMs > 3000)',
  'await other.waitForTimeout(1500)',
  "import { chromium } from 'playwright-core'\ncontext.setDefaultTimeout(WAITED_MS)",
  "import type { Page } from 'playwright-core'",
  'for (let stop = 0; stop < STOPS_MAX; stop += 1) {\n  await press()\n}\nawait wait(50)',
]
