/** @file No variable has Chromium write down keys or a log: what can be taken out is, the other ends the start. */
import { expect, it } from 'vitest'
import { StartError } from './options'
import { leaveNothingWritten, refuseLog } from './written-down'

it('takes out what is read later, and nothing else', () => {
  const environment = { SSLKEYLOGFILE: '/tmp/keys', ELECTRON_LOG_FILE: '/tmp/log', LANG: 'de' }
  leaveNothingWritten(environment)
  expect(environment).toEqual({ LANG: 'de' })
})

it.each(['1', 'file', 'true'])('refuses what has been read already: %s', (value) => {
  expect(() => refuseLog({ ELECTRON_ENABLE_LOGGING: value })).toThrow(StartError)
})

it('says nothing of a log that nobody asked for', () => {
  expect(() => refuseLog({ ELECTRON_ENABLE_LOGGING: '' })).not.toThrow()
})
