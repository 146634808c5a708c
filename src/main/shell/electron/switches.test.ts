/** @file The list of switches: what helps passes, what takes a wall down is refused in every spelling. */
import { describe, expect, it } from 'vitest'
import { OptionError, readOptions } from '../options'
import { HELPING_SWITCHES, takeSwitches, wordsAfterApp } from './switches'

const WALL = /^Holdspace does not start with .*: it takes down a wall between a meeting and what you keep\.$/
const UNKNOWN = /^Holdspace does not know the option /

const refusal = (words: readonly string[], platform: NodeJS.Platform = 'linux'): string => {
  try {
    takeSwitches(words, platform)
  } catch (error) {
    if (error instanceof OptionError) return error.message
  }
  return 'passed'
}

/** Every one that we know to take something away. */
const walls = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-gpu-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-site-isolation-for-policy',
  'allow-running-insecure-content',
  'allow-file-access-from-files',
  'allow-insecure-localhost',
  'unsafely-treat-insecure-origin-as-secure',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'inspect',
  'inspect-brk',
  'inspect-brk-sharedworker',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'debug-brk',
  'js-flags',
  'require',
  'import',
  'load-extension',
  'disable-extensions-except',
  'register-pepper-plugins',
  'proxy-server',
  'proxy-pac-url',
  'proxy-bypass-list',
  'proxy-auto-detect',
  'no-proxy-server',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ignore-urlfetcher-cert-requests-certificate',
  'host-rules',
  'host-resolver-rules',
  'ssl-key-log-file',
  'ssl-version-max',
  'enable-features',
  'disable-features',
  'enable-blink-features',
  'disable-blink-features',
  'force-fieldtrials',
  'use-fake-ui-for-media-stream',
  'use-fake-device-for-media-stream',
  'auto-select-desktop-capture-source',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'user-data-dir',
  'disk-cache-dir',
  'crash-dumps-dir',
  'enable-logging',
  'log-file',
  'log-net-log',
  'enable-unsafe-webgpu',
  'auth-server-whitelist',
  'type',
] as const

const values = ['', '=', '=9222', '=0', '=--expose-gc', '=http://127.0.0.1:1', '=a=b', '= ', '=\n']

describe('what takes a wall down', () => {
  it.each(walls)('--%s, in every spelling that Chromium or Node would read', (name) => {
    const spellings = [
      name,
      name.toUpperCase(),
      `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
      name.replaceAll('-', '_'),
    ]
    for (const spelling of spellings) {
      for (const value of values) {
        for (const word of [
          `--${spelling}${value}`,
          `-${spelling}${value}`,
          ` --${spelling}${value}`,
          `\t-${spelling}`,
        ]) {
          expect(refusal([word]), JSON.stringify(word)).toMatch(WALL)
        }
        expect(refusal([`/${spelling}${value}`], 'win32')).toMatch(WALL)
      }
    }
  })

  it('wherever it stands: after our own words, as a value, after two hyphens alone', () => {
    for (const words of [
      ['--data-dir', '/x', '--no-sandbox'],
      ['--data-dir', '--no-sandbox'],
      ['--lang=de', '--disable-web-security'],
      ['--rehearse', '-inspect'],
      ['argument', '--js-flags=--expose-gc'],
    ]) {
      expect(refusal(words), words.join(' ')).toMatch(WALL)
    }
    // Behind them Chromium reads no switch any more; we do not rely on it.
    expect(refusal(['--', '--no-sandbox'])).not.toBe('passed')
  })

  it('is no path: on Linux and macOS a word with a slash is our own', () => {
    expect(takeSwitches(['--data-dir', '/no-sandbox'], 'linux')).toEqual(['--data-dir', '/no-sandbox'])
    expect(takeSwitches(['--data-dir=/tmp/no-sandbox'], 'darwin')).toEqual(['--data-dir=/tmp/no-sandbox'])
  })
})

describe('what helps', () => {
  it.each(Object.keys(HELPING_SWITCHES))('--%s passes, with a plain value or none', (name) => {
    expect(takeSwitches([`--${name}`, '--data-dir', '/x'])).toEqual(['--data-dir', '/x'])
    for (const value of ['x11', 'wayland', '1.5', 'de-AT', 'complete', '3']) {
      expect(takeSwitches([`--${name}=${value}`])).toEqual([])
    }
    // Nothing else rides along in it.
    for (const value of ['', '--no-sandbox', 'a b', '/etc/passwd', 'x,y', 'ü', 'a'.repeat(41), 'a\n']) {
      expect(refusal([`--${name}=${value}`]), value).not.toBe('passed')
    }
    expect(refusal([`-${name}`])).toMatch(/only as it is usually written/)
    expect(refusal([`--${name.toUpperCase()}`])).toMatch(/only as it is usually written/)
  })
})

describe('what nobody knows', () => {
  it.each([
    '--tango',
    '--port-9',
    '--dataDir',
    '-x',
    '--no-open-x',
    '--window-size=1,1',
    '--kiosk',
    '-psn_0_1',
  ])('%s is refused as unknown', (word) => {
    expect(refusal([word])).toMatch(UNKNOWN)
    expect(refusal([word])).toContain(word)
  })

  it('our own words pass, and what is wrong with them is said as before', () => {
    const words = ['--data-dir=/x', '--rehearse', 'argument', '--port', '9', '--no-open', '--shell=electron']
    expect(takeSwitches(words)).toEqual(words)
    expect(() => readOptions(takeSwitches(['--port', 'x']), 'electron')).toThrow('--port takes a number')
    expect(refusal(['-data-dir=/x'])).toMatch(UNKNOWN)
  })
})

describe('the words after the app', () => {
  it('in development the app’s path is left out, wherever the switches stand', () => {
    expect(wordsAfterApp(['electron', '.', '--lang=de'], true)).toEqual(['--lang=de'])
    expect(wordsAfterApp(['electron', '--lang=de', '/app', '--data-dir', '/x'], true)).toEqual([
      '--lang=de',
      '--data-dir',
      '/x',
    ])
    expect(wordsAfterApp(['holdspace', '--lang=de'], false)).toEqual(['--lang=de'])
    expect(wordsAfterApp(['electron'], true)).toEqual([])
  })
})
