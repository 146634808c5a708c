/** @file The words of the command line: a mistake is said in one plain line, before anything is opened. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drillNames } from '../rehearsal/drill-packs'
import { checkDrill, OptionError, prepareDataDir, readOptions } from './options'

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

/** What a start ends with, whole. */
const said = (words: readonly string[]): string => {
  try {
    readOptions(words, 'browser')
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(OptionError)
    return error instanceof Error ? error.message : ''
  }
}

describe('a mistake in the words is said in one sentence of ours', () => {
  const port = '--port takes a number from 0 to 65535.'
  const folder = '--data-dir takes the path of a folder.'
  it.each([
    [['--port', '-1'], port],
    [['--port=-1'], port],
    [['--port'], port],
    [['--port', ''], port],
    [['--port', '99999'], port],
    [['--port', 'abc'], port],
    [['--port', '0x50'], port],
    [['--port', '--no-open'], port],
    [['--data-dir', ''], folder],
    [['--data-dir= '], folder],
    [['--data-dir'], folder],
    [['--data-dir', '--no-open'], folder],
    [['--no-open=yes'], '--no-open takes nothing after it.'],
    [['--rehearse'], '--rehearse takes the name of a drill.'],
    [['--shell', 'kiosk'], '--shell takes electron or browser.'],
  ])('%j', (words, sentence) => {
    expect(said(words)).toBe(sentence)
  })

  it.each([['--kiosk'], ['-x'], ['-p', '80'], ['open.txt'], ['--no-no-open'], ['--', 'x'], ['--__proto__']])(
    'what nobody knows is named, with what there is: %j',
    (...words) => {
      const strange = words.find((word) => word !== '--')
      expect(said(words)).toBe(
        `Holdspace does not know ${strange}. It takes --shell, --no-open, --port, --data-dir, --rehearse.`,
      )
    },
  )

  it('a word that goes on for ever is not told whole', () => {
    expect(said([`--${'x'.repeat(9000)}`]).length).toBeLessThan(450)
  })

  it('takes a folder whose name begins with a dash where it is written as one word', () => {
    expect(readOptions(['--data-dir=-mine'], 'browser').dataDir).toBe(resolve('-mine'))
  })
})

describe('--data-dir', () => {
  it.each([
    ['~', homedir()],
    ['~/holdspace', join(homedir(), 'holdspace')],
    ['~//a b/', join(homedir(), 'a b/')],
    ['here/~', resolve('here/~')],
    ['~other', resolve('~other')],
  ])('%s is a folder of the person, where it says so', (typed, meant) => {
    expect(readOptions([`--data-dir=${typed}`], 'browser').dataDir).toBe(meant)
  })

  it('is a folder: a file is said to be one, and a path that goes on for ever is not told whole', () => {
    expect(() => prepareDataDir(import.meta.filename)).toThrow(
      /is a file, and the data folder must be a folder/,
    )
    expect(() => prepareDataDir(`/${'x'.repeat(5000)}`)).toThrow(
      /^The data folder .{300}… cannot be written to/,
    )
  })
})

it.runIf(process.platform !== 'win32')(
  'makes a data folder for this person only, whatever the system would do',
  () => {
    const place = mkdtempSync(join(tmpdir(), 'holdspace-test-'))
    const usual = process.umask(0)
    try {
      prepareDataDir(join(place, 'data'))
      expect(statSync(join(place, 'data')).mode & 0o777).toBe(0o700)
    } finally {
      process.umask(usual)
      rmSync(place, { recursive: true })
    }
  },
)

it.runIf(process.platform === 'linux')(
  'says that a folder of the system cannot be had, and does not hang',
  () => {
    for (const folder of ['/proc/holdspace', '/proc/holdspace/deeper', '/dev/null', '/dev/null/deeper']) {
      expect(() => prepareDataDir(folder), folder).toThrow(/cannot be written to: [a-z ,]+\.$/)
    }
  },
)

it.runIf(process.platform === 'linux')('leaves nothing of a path that is too long', () => {
  const place = mkdtempSync(join(tmpdir(), 'holdspace-test-'))
  try {
    expect(() => prepareDataDir(join(place, 'deep/'.repeat(1000)))).toThrow(/: its path is too long\.$/)
    expect(readdirSync(place)).toEqual([])
  } finally {
    rmSync(place, { recursive: true })
  }
})
