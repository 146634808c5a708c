/** @file What is left until an instant is never said to be more than it is. */
import { expect, it } from 'vitest'
import { minutesLeft } from './when'

it('never says that more minutes are left than are', () => {
  const due = '2026-11-22T20:00:00.000Z'
  expect(minutesLeft(due, Date.parse('2026-11-22T19:58:00.001Z'))).toBe(1)
  expect(minutesLeft(due, Date.parse('2026-11-22T19:58:00.000Z'))).toBe(2)
  expect(minutesLeft(due, Date.parse(due) + 1)).toBe(0)
})
