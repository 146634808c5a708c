/** @file Types of failed-tests.mjs. */
import type { RunReport } from './unsteady.mjs'

/** How many failed tests of a stage are named at the end of a run. */
export const NAMED_MAX: number
/** How many last lines are told of a stage that names no test. */
export const SAID_MAX: number

/** A failed test: its file, its name, and the first line of its error. */
export interface FailedTest {
  where: string
  name: string
  reason: string
}

/** The parts of a vitest report that are looked at. */
export interface VitestReport {
  testResults: readonly {
    name: string
    status: string
    message?: string
    assertionResults: readonly { fullName: string; status: string; failureMessages?: readonly string[] }[]
  }[]
}

/** The failed tests of a vitest or Playwright report; none where no report was written. */
export function failedTests(report: RunReport | VitestReport | null, root?: string): FailedTest[]
/** A stage's failure in a few lines: its failed tests, or its last words where no test is named. */
export function failureLines(stage: string, tests: readonly FailedTest[], said: string): string[]
