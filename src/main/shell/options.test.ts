/** @file The words of the command line: a mistake is said in one plain line, before anything is opened. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drillNames } from '../rehearsal/drill-packs'
import { checkDrill, OptionError, readOptions } from './options'

const known = drillNames(join(import.meta.dirname, '../../../resources/rehearsal'))

describe('--rehearse', () => {
  it.each(['browser', 'electron'] as const)('names a drill, in the %s shell', (shell) => {
    expect(readOptions([], shell).drill).toBeNull()
    expect(readOptions(['--rehearse', 'argument'], shell).drill).toBe('argument')
    expect(() => readOptions(['--rehearse'], shell)).toThrow(OptionError)
  })

  it('lists the names where it names none of them', () => {
    expect(checkDrill(null, known)).toBeNull()
    for (const name of known) expect(checkDrill(name, known)).toBe(name)
    for (const name of ['', 'Argument', '../charters/heartfelt', 'argument.json']) {
      expect(() => checkDrill(name, known)).toThrow(OptionError)
    }
    const all = new RegExp(`^--rehearse takes the name of a drill: ${known.join(', ')}\\.$`)
    expect(() => checkDrill('tango', known)).toThrow(all)
  })
})

describe('--port', () => {
  it.each(['6000', '1', '6667', '10080', '06000'])('%s is opened by no browser, and that is said', (port) => {
    expect(() => readOptions(['--port', port], 'browser')).toThrow(/^No browser opens port .*Choose another/)
  })

  it.each(['0', '1024', '6001', '65535'])('%s is taken', (port) => {
    expect(readOptions(['--port', port], 'browser').port).toBe(Number(port))
  })
})
