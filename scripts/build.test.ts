/** @file A build that fails where npm left out native parts says so, and what to do. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../tests/fixtures/temporary-folder'
import { whyFailed } from './build.mjs'

it('names an older Node where the build tools have no native part, and only there', () => {
  const modules = temporaryFolder()
  expect(whyFailed(modules)).toContain('Node 20.19, 22.13 or 24')
  mkdirSync(join(modules, '@rolldown/pluginutils'), { recursive: true })
  expect(whyFailed(modules)).toContain('Node 20.19, 22.13 or 24')
  mkdirSync(join(modules, '@rolldown/binding-linux-x64-gnu'))
  expect(whyFailed(modules)).toBe('The build failed.')
})
