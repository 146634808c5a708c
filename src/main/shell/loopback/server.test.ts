/** @file How the console's own address is named: as a browser names it. */
import { expect, it } from 'vitest'
import { hostAt } from './server'

it.each([
  [80, '127.0.0.1'],
  [8080, '127.0.0.1:8080'],
  [443, '127.0.0.1:443'],
])('port %i is asked for under the name that a browser gives it', (port, host) => {
  expect(hostAt(port)).toBe(host)
})
