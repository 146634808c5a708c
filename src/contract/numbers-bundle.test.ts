/** @file The published schema of a bundle is the one that the code keeps to. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { NumbersBundle } from './numbers-bundle'

it('is published as docs/numbers-bundle.schema.json', () => {
  const published: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../docs/numbers-bundle.schema.json'), 'utf8'),
  )
  expect(published).toEqual(z.toJSONSchema(NumbersBundle, { io: 'output' }))
})
