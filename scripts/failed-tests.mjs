/** @file The failed tests of a run, by name: of a vitest or Playwright report, or of what a stage without one said. */
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** A long list is cut here: the end of a log is all that some readers have. */
export const NAMED_MAX = 6
/** Of a stage that names no test, so many of its last lines are told. */
export const SAID_MAX = 12
const LINE_MAX = 200

/** The first line of an error that says something. */
const firstLine = (text) =>
  stripVTControlCharacters(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .find(Boolean)
    ?.slice(0, LINE_MAX) ?? 'no reason was given'

/** Playwright's suites lie within each other; each spec names its file. */
const failedSpecs = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file = '', title, tests = [] }) => ({
      where: file,
      name: title,
      reason: firstLine(
        tests.flatMap(({ results = [] }) => results).flatMap(({ errors = [] }) => errors)[0]?.message,
      ),
    })),
  ...suites.flatMap(failedSpecs),
]

/** Vitest's are by file; one that fell over before its tests has no failed test and a message of its own. */
const failedInFile = (root, { name, status, message, assertionResults = [] }) => {
  const where = relative(root, name)
  const failed = assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages = [] }) => ({
      where,
      name: fullName,
      reason: firstLine(failureMessages[0]),
    }))
  if (failed.length > 0 || status !== 'failed') return failed
  return [{ where, name: 'the file itself', reason: firstLine(message) }]
}

/**
 * The failed tests of a report.
 *
 * @param report - vitest's or Playwright's; null where none was written.
 * @param root - the project's folder; vitest names files by their whole path.
 * @returns the file of each, its name and the first line of its error; of Playwright also the errors of the run.
 */
export const failedTests = (report, root = '') => [
  ...failedSpecs({ suites: report?.suites }),
  ...(report?.errors ?? []).map(({ message }) => ({
    where: 'the run',
    name: 'as a whole',
    reason: firstLine(message),
  })),
  ...(report?.testResults ?? []).flatMap((file) => failedInFile(root, file)),
]

/**
 * What a stage says of its failure in a few lines, for the end of a log.
 *
 * @param stage - its name.
 * @param tests - its failed tests; none where it is no test, or fell over before there was a report.
 * @param said - all that it printed; its last lines stand for it where no test is named.
 */
export const failureLines = (stage, tests, said) => {
  if (tests.length === 0) {
    const last = stripVTControlCharacters(said)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-SAID_MAX)
    return [`${stage} failed:`, ...last.map((line) => `  ${line.slice(0, LINE_MAX)}`)]
  }
  const named = tests
    .slice(0, NAMED_MAX)
    .map(({ where, name, reason }) => `  ${where}: ${name}\n    ${reason}`)
  const rest = tests.length - named.length
  return [`${stage} failed:`, ...named, ...(rest > 0 ? [`  and ${rest} more`] : [])]
}
