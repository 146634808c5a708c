/** @file What a build says of itself: read as it was written, and a broken one is a fault and no silence. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aboutBuild, packageOfModule } from '../../../scripts/dist/shipped-packages.mjs'
import { openRealCore } from '../../../tests/fixtures/real-core'
import { temporaryFolder } from '../../../tests/fixtures/temporary-folder'
import { Build } from '../../contract/device'
import { readAbout } from './about'

const root = join(import.meta.dirname, '../../..')
const module = (path: string) => join(root, 'node_modules', path)

it('is told with what it runs in, vault or no vault', async () => {
  const about = await openRealCore().client.device.about()
  expect(about).toMatchObject({ version: '1.2.3', madeOn: '2026-01-02', crisisOn: '2025-12-31' })
  expect(about.runsIn).toBe(`Node ${process.versions.node}`)
  const file = join(temporaryFolder(), 'about.json')
  writeFileSync(file, JSON.stringify({ version: '1', madeOn: null, crisisOn: '2026-01-01', licences: [] }))
  const running = { versions: { node: '24.0.0', electron: '45.4.1' }, platform: 'darwin', arch: 'arm64' }
  expect(readAbout(file, running)).toMatchObject({
    madeOn: null,
    runsIn: 'Electron 45.4.1, Node 24.0.0',
    system: 'darwin arm64',
  })
  writeFileSync(file, '{"version":"1"}')
  expect(() => readAbout(file, running)).toThrow()
})

it('the build names every package that ships, with its licence', () => {
  const folder = packageOfModule(module('@mantine/core/esm/components/Button/Button.mjs'))
  expect(folder).toBe(module('@mantine/core'))
  expect(packageOfModule(module('react/index.js?commonjs-proxy'))).toBe(module('react'))
  expect(packageOfModule(module('a/node_modules/b/c.js'))).toBe(module('a/node_modules/b'))
  expect(packageOfModule(join(root, 'src/main/core.ts'))).toBeNull()
  const built = Build.parse(aboutBuild([folder ?? '']))
  const names = built.licences.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['@mantine/core', 'zod', 'ajv', 'better-sqlite3-multiple-ciphers']),
  )
  expect(names).not.toContain('vitest')
  for (const { name, licence } of built.licences) expect(licence, name).not.toBe('')
})
