/** @file Which failed end-to-end tests may be run once more, alone, and what that run must show to count. */
import { failedTests } from './failed-tests.mjs'

/** More than this is no accident of a busy machine. */
const ALONE_MAX = 3

/**
 * True when a Playwright report tells of nothing but tests: with an error of the whole run (a file that does not load, a
 * setup that fell over) its list of failed tests is not all that is wrong, and no second run makes up for it.
 */
const tellsOfTestsAlone = (report) => Array.isArray(report?.errors) && report.errors.length === 0

/**
 * The tests to be run once more, alone.
 *
 * @param report - Playwright's, of a run that failed; null where none was written.
 * @returns their names; none where the run as a whole has failed, or too many of its tests.
 */
export const toRunAgain = (report) => {
  if (!tellsOfTestsAlone(report)) return []
  const failed = failedTests(report).map(({ name }) => name)
  return failed.length <= ALONE_MAX ? failed : []
}

/**
 * True when the run alone has shown that each of them passes.
 *
 * @param report - Playwright's, of the run alone; null where none was written.
 * @param failed - names of those that were to be run again.
 */
export const haveAllPassed = (report, failed) =>
  tellsOfTestsAlone(report) && report.stats?.unexpected === 0 && report.stats?.expected >= failed.length
