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
