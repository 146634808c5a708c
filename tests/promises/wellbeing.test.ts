/**
 * @file Promise 3: how a facilitator says they are goes nowhere. Only procedures of `wellbeing` answer or take it, no
 * other page asks for it, and what leaves or is counted holds nothing of it. Each with its control.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isContractProcedure, oc } from '@orpc/contract'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { $ZodType, $ZodTypes } from 'zod/v4/core'
import { contract } from '../../src/contract'
import { WellbeingCheckId } from '../../src/contract/primitives'
import { type WellbeingAnswers, WellbeingCheck, wellbeingQuestions } from '../../src/contract/wellbeing'
import { openRealCore, PASSPHRASE } from '../fixtures/real-core'

/** The choices of each question, and those words that no other list or field of the contract has. */
const lists = Object.values(wellbeingQuestions).map((choices) => [...choices].sort().join())
const ownWords = [
  'aBitTired',
  'veryTired',
  'nothingLeft',
  'keepsAwake',
  'notReally',
  'dread',
  'notWell',
  'homeWith',
]

/** Every schema inside one, itself included. */
function* schemasIn(schema: unknown, seen = new Set<unknown>()): Generator<$ZodTypes> {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return
  seen.add(schema)
  if ('_zod' in schema) yield schema as $ZodTypes
  const inside = '_zod' in schema ? (schema as $ZodType)._zod.def : schema
  for (const value of Object.values(inside)) yield* schemasIn(value, seen)
}

const speaksOfWellbeing = (schema: unknown): boolean =>
  [...schemasIn(schema)].some((inner) => {
    const { def } = inner._zod
    if (def.type === 'enum') {
      const entries = Object.values(def.entries).map(String)
      return entries.some((entry) => ownWords.includes(entry)) || lists.includes(entries.sort().join())
    }
    return def.type === 'object' && Object.keys(def.shape).some((name) => ownWords.includes(name))
  })

/** Names of the procedures that take or answer any of it. */
const speaking = (router: unknown, name = ''): string[] => {
  if (isContractProcedure(router)) {
    const { inputSchema, outputSchema } = router['~orpc']
    return speaksOfWellbeing([inputSchema, outputSchema]) ? [name] : []
  }
  if (typeof router !== 'object' || router === null) return []
  return Object.entries(router).flatMap(([key, inner]) =>
    speaking(inner, name === '' ? key : `${name}.${key}`),
  )
}

describe('the contract', () => {
  it('speaks of it in wellbeing alone', () => {
    expect(speaking(contract)).toEqual(['wellbeing.list', 'wellbeing.keep'])
  })

  it.each([
    ['a whole check', oc.output(z.strictObject({ latest: WellbeingCheck.nullable() }))],
    ['one answer', oc.output(z.array(z.enum(wellbeingQuestions.tired).optional()))],
    ['the choices of one question', oc.output(z.enum(['nobody', 'notSure', 'could', 'did']))],
    ['a field of its name', oc.output(z.strictObject({ veryTired: z.int() }))],
    ['what is taken', oc.input(z.union([z.int(), z.record(z.uuid(), WellbeingCheck)]))],
  ])('would be found in another: %s', (_, planted) => {
    expect(speaking({ ...contract, insight: { ...contract.insight, planted } })).toContain('insight.planted')
  })
})

const SRC = join(import.meta.dirname, '../../src')
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(SRC, path), 'utf8') }))

/** Names the columns of the whole vault, so that a group is told of each; reads none of them. */
const tellsOfColumns: readonly string[] = ['renderer/console/vault/pledge/pledge-lines.ts']

/** Calls a procedure of wellbeing, or names its tables. */
const reaches = (text: string): boolean =>
  /\b(client|queries|contract|router)\s*\??\.\s*wellbeing\b|\[['"`]wellbeing['"`]\]|wellbeing_(keys|checks)/.test(
    text,
  )

describe('the sources', () => {
  it('reach it in its own folders alone', () => {
    expect(sources.length).toBeGreaterThan(400)
    const reaching = sources.filter(({ text }) => reaches(text)).map(({ path }) => relative('.', path))
    expect(
      reaching.filter(
        (path) => !/^(main|renderer\/console)\/wellbeing\//.test(path) && !tellsOfColumns.includes(path),
      ),
    ).toEqual([])
    expect(reaching.length).toBeGreaterThan(3)
  })

  it.each([
    'await client.wellbeing.list()',
    'useQuery(queries\n  .wellbeing.list.queryOptions())',
    "Reflect.get(client, 'a') ?? client['wellbeing']",
    'sql`SELECT * FROM wellbeing_checks`',
  ])('would be found elsewhere: %s', (text) => expect(reaches(text)).toBe(true))
})

describe('what is answered and kept', () => {
  it('holds nothing of it anywhere but in wellbeing, and no choice stands in the open in the database', async () => {
    const real = openRealCore()
    try {
      const { client, core } = real
      await client.vault.create({ displayName: 'Robin', passphrase: PASSPHRASE })
      const answers: WellbeingAnswers = {
        tired: 'nothingLeft',
        homeWith: 'keepsAwake',
        next: 'dread',
        talk: 'nobody',
        wish: 'notWell',
      }
      const checkId = WellbeingCheckId.parse(crypto.randomUUID())
      await client.wellbeing.keep({ checkId, answers })
      // Whatever takes no input, asked through the router as any page could.
      const answered: Record<string, string> = {}
      const ask = async (router: unknown, asked: unknown, name: string): Promise<void> => {
        if (isContractProcedure(router)) {
          if (router['~orpc'].inputSchema !== undefined || typeof asked !== 'function') return
          if (/^vault\.(lock|watch)|chooseFolder|openFolder|dismiss/.test(name)) return
          try {
            answered[name] = JSON.stringify(await asked()) ?? ''
          } catch {
            // What is refused answers nothing.
          }
          return
        }
        for (const [key, inner] of Object.entries(router as object))
          await ask(inner, Reflect.get(Object(asked), key), name === '' ? key : `${name}.${key}`)
      }
      await ask(contract, client, '')
      const speaks = (text: string): boolean =>
        /nothingLeft|keepsAwake|"dread"|notWell/.test(text) || text.includes(checkId)
      expect(Object.keys(answered).length).toBeGreaterThan(15)
      expect(Object.keys(answered).filter((name) => speaks(answered[name] ?? ''))).toEqual(['wellbeing.list'])

      const read = core.vault.access.read()
      const tables = read.all<{ name: string }>(
        sql`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
      )
      const rows = Object.fromEntries(
        tables.map(({ name }) => [name, JSON.stringify(read.all(sql.raw(`SELECT * FROM "${name}"`)))]),
      )
      // The id of a check stands with its sealed choices, and nowhere else; its choices stand nowhere.
      expect(Object.keys(rows).filter((name) => speaks(rows[name] ?? ''))).toEqual(['wellbeing_checks'])
      expect(/nothingLeft|keepsAwake|"dread"|notWell/.test(rows.wellbeing_checks ?? '')).toBe(false)
    } finally {
      real.core.close()
    }
  })
})
