/** @file Types of unsteady.mjs. */

/** The parts of a Playwright report that are looked at. */
export interface RunReport {
  errors?: readonly { message?: string }[]
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
  specs?: readonly {
    title: string
    ok: boolean
    file?: string
    tests?: readonly { results?: readonly { errors?: readonly { message?: string }[] }[] }[]
  }[]
  suites?: readonly RunReport[]
}

/** The tests to be run once more, alone; none where the run as a whole has failed, or too many of its tests. */
export function toRunAgain(report: RunReport | null): string[]
/** True when the run alone has shown that each of them passes. */
export function haveAllPassed(report: RunReport | null, failed: readonly string[]): boolean
