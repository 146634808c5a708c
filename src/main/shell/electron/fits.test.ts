/** @file Versions and native parts that do not fit are said in one plain sentence, never as a stack. */
import { describe, expect, it } from 'vitest'
import { loadNativePart, misfitOf, NativePartError } from './fits'

const running = { electron: '45.4.1', node: '24.2.0', modules: '140', napi: '10' }

describe('versions', () => {
  it('fit where the major is the one that was tested', () => {
    expect(misfitOf(running, '45.4.1')).toBeNull()
    expect(misfitOf({ ...running, electron: '45.9.0', napi: '11' }, '45.4.1')).toBeNull()
  })

  it.each([
    [{ ...running, electron: '33.2.1', napi: '9' }, /Electron 45\.4\.1 and does not start in 33\.2\.1/],
    [{ ...running, electron: '46.0.0' }, /does not start in 46\.0\.0/],
    [{ ...running, electron: undefined }, /does not start in an unknown version/],
    [{ ...running, napi: '9' }, /needs Node-API 10; Electron 45\.4\.1 \(Node 24\.2\.0\) has 9/],
    [{ ...running, napi: undefined }, /has none/],
  ])('do not fit: %o', (versions, words) => {
    expect(misfitOf(versions, '45.4.1')).toMatch(words)
  })
})

describe('native parts', () => {
  it('give what they are', async () => {
    expect(await loadNativePart('thing', () => Promise.resolve(7))).toBe(7)
  })

  it.each([
    [
      'of another kind of computer',
      Object.assign(new Error('/opt/x y/lib.node: wrong ELF class\n at'), { code: 'ERR_DLOPEN_FAILED' }),
    ],
    [
      'that is not there',
      Object.assign(new Error("Cannot find module 'C:\\Users\\kim\\x.node'"), { code: 'MODULE_NOT_FOUND' }),
    ],
    ['that throws something else', 'what'],
  ])('%s are said without a folder of this machine', async (_, thrown) => {
    const said = await loadNativePart('encrypted database', () => Promise.reject(thrown)).catch(
      (error) => error,
    )
    expect(said).toBeInstanceOf(NativePartError)
    expect(said.message).toMatch(/^The encrypted database that comes with Holdspace does not run here, on /)
    expect(said.message).not.toMatch(/opt\/|Users|\n/)
  })
})
