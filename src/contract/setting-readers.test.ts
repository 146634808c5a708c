/** @file Every setting of a charter acts: the list of its readers is held against the source, both ways. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingReaders } from './charter-settings'

const root = join(import.meta.dirname, '../..')

/** Whether a text takes a setting from a pack: `settings.name`, `settings?.name` or a destructured one. */
const reads = (text: string, name: string): boolean =>
  new RegExp(String.raw`settings\??\.${name}\??\.value\b`).test(text)

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

describe('settings of a charter', () => {
  it.each(Object.entries(settingReaders))(
    '%s is read where the list says, and nowhere else',
    (name, files) => {
      const found = sources.filter(({ text }) => reads(text, name)).map(({ path }) => path)
      expect(found.sort()).toEqual([...files].sort())
    },
  )

  it('finds a reader, and none in a text that only names the setting', () => {
    expect(reads('if (pack.settings.exportK.value < 3) return', 'exportK')).toBe(true)
    expect(reads('settings?.exportK.value', 'exportK')).toBe(true)
    expect(reads('/** exportK is a setting. */ settings.exportKeep.value', 'exportK')).toBe(false)
  })
})
