/** @file The end of a run's log names what failed, and why in one line. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failedTests, failureLines, NAMED_MAX, SAID_MAX } from './failed-tests.mjs'

const root = join('/', 'project')

describe('the failed tests of a run', () => {
  it('are named from a Playwright report, however deep, with the first line of the error', () => {
    const failing = {
      title: 'a guest is let in',
      file: 'evening.spec.ts',
      ok: false,
      tests: [{ results: [{ errors: [{ message: '\n\u001b[31mError: not seen\u001b[39m\n  at line 3' }] }] }],
    }
    const report = {
      errors: [{ message: 'the build fell over' }],
      suites: [{ specs: [{ title: 'passes', ok: true }], suites: [{ specs: [failing] }] }],
    }
    expect(failedTests(report)).toEqual([
      { where: 'evening.spec.ts', name: 'a guest is let in', reason: 'Error: not seen' },
      { where: 'the run', name: 'as a whole', reason: 'the build fell over' },
    ])
  })

  it('are named from a vitest report, and so is a file that does not load', () => {
    const report = {
      testResults: [
        {
          name: join(root, 'src', 'a.test.ts'),
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'a list sorts', status: 'passed' },
            {
              fullName: 'a list is kept',
              status: 'failed',
              failureMessages: ['AssertionError: lost\n at x'],
            },
          ],
        },
        {
          name: join(root, 'b.test.ts'),
          status: 'failed',
          message: 'Cannot find c\n at y',
          assertionResults: [],
        },
        { name: join(root, 'd.test.ts'), status: 'passed', message: '', assertionResults: [] },
      ],
    }
    expect(failedTests(report, root)).toEqual([
      { where: join('src', 'a.test.ts'), name: 'a list is kept', reason: 'AssertionError: lost' },
      { where: 'b.test.ts', name: 'the file itself', reason: 'Cannot find c' },
    ])
  })

  it('are none without a report', () => expect(failedTests(null)).toEqual([]))
})

describe('the end of a log', () => {
  const test = (number: number) => ({ where: 'a.test.ts', name: `fails ${number}`, reason: 'lost' })
  const many = (count: number) => Array.from({ length: count }, (_, number) => test(number))

  it('names each failed test and its reason', () => {
    expect(failureLines('unit', many(1), 'much else')).toEqual([
      'unit failed:',
      '  a.test.ts: fails 0\n    lost',
    ])
  })

  it('stays short', () => {
    const lines = failureLines('unit', many(NAMED_MAX + 3), '')
    expect(lines).toHaveLength(NAMED_MAX + 2)
    expect(lines.at(-1)).toBe('  and 3 more')
  })

  it('gives the last words of a stage that names no test', () => {
    const said = Array.from({ length: 40 }, (_, number) => `word ${number}\n`).join('\n')
    const lines = failureLines('types', [], said)
    expect(lines).toHaveLength(SAID_MAX + 1)
    expect(lines.at(-1)).toBe('  word 39')
  })
})
