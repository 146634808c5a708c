/** @file A second run forgives tests that were unsteady, and nothing else. */
import { describe, expect, it } from 'vitest'
import { haveAllPassed, type RunReport, toRunAgain } from './unsteady.mjs'

const failing = (count: number, errors: readonly { message: string }[] = []): RunReport => ({
  errors,
  suites: [
    {
      specs: [{ title: 'passes', ok: true }],
      suites: [
        { specs: Array.from({ length: count }, (_, number) => ({ title: `fails ${number}`, ok: false })) },
      ],
    },
  ],
})
const ran = (expected: number, unexpected = 0, errors: readonly { message: string }[] = []): RunReport => ({
  errors,
  stats: { expected, unexpected, flaky: 0, skipped: 0 },
})

describe('a run that failed', () => {
  it('has up to three of its tests run again', () => {
    expect(toRunAgain(failing(2))).toEqual(['fails 0', 'fails 1'])
    expect(toRunAgain(failing(3))).toHaveLength(3)
    expect(toRunAgain(failing(4))).toEqual([])
  })

  it.each([
    ['without a report', null],
    ['whose report says nothing of errors', { suites: failing(1).suites ?? [] }],
    ['with an error of the whole run beside one failed test', failing(1, [{ message: 'does not load' }])],
    ['that failed by such an error alone', failing(0, [{ message: 'does not load' }])],
  ])('%s is not forgiven', (_, report) => expect(toRunAgain(report)).toEqual([]))
})

describe('a run alone', () => {
  it('counts when each of the tests was run and passed', () => {
    expect(haveAllPassed(ran(2), ['one', 'two'])).toBe(true)
  })

  it.each([
    ['without a report', null],
    ['that found fewer of them', ran(1)],
    ['that found none', ran(0)],
    ['in which one failed', ran(1, 1)],
    ['with an error of the whole run', ran(2, 0, [{ message: 'fell over' }])],
  ])('%s does not', (_, report) => expect(haveAllPassed(report, ['one', 'two'])).toBe(false))
})
