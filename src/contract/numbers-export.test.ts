/** @file The published schema of the JSON export is the one that the code keeps to. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { NumbersExport } from './numbers-export'

it('is published as docs/numbers-export.schema.json', () => {
  const published: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../docs/numbers-export.schema.json'), 'utf8'),
  )
  expect(published).toEqual(z.toJSONSchema(NumbersExport, { io: 'output' }))
})
