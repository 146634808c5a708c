/** @file What is derived from a declared record: nothing typed falls through, whatever kind of field it stands in. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answers, other, text } from './field-kinds'
import { rows } from './field-rows'
import { Day, Instant } from './primitives'
import { declareRecord, type Fields, section } from './record-fields'

const choice = <const T extends string>(label: string, options: readonly T[]) =>
  other<T | null>({
    label,
    role: 'choice',
    schema: z.enum(options).nullable(),
    empty: () => null,
    isEmpty: (value) => value === null,
  })
const dayOrNone = other<string | null>({
  label: 'on',
  role: 'date',
  schema: Day.nullable(),
  empty: () => null,
  isEmpty: (value) => value === null,
})
const people = rows({
  fields: {
    name: text({ label: 'name', maxLength: 20, role: 'contact' }),
    notes: text({ label: 'notes', maxLength: 30 }),
    isHere: choice('isHere', ['yes', 'no', 'unknown']),
  },
  maxCount: 3,
})
const learned = '2026-11-21T20:00:00.000Z'
const declared = declareRecord({
  name: 'sample',
  reason: 'A sample of every kind of field, for this test.',
  fields: {
    title: text({ label: 'title', maxLength: 10 }),
    event: section({
      learnedAt: other({ label: 'learnedAt', role: 'meta', schema: Instant, empty: () => learned }),
      place: text({ label: 'place', maxLength: 15 }),
      on: dayOrNone,
      inner: section({ why: text({ label: 'why', maxLength: 12 }) }),
    }),
    side: choice('side', ['a', 'b']),
    answers: answers({ label: 'answers', maxLength: 10, maxCount: 4 }),
    people,
  },
})
type Sample = ReturnType<typeof declared.empty>

/** What stands at a place of a value; a row by its id. */
const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (holder, step) =>
        Array.isArray(holder)
          ? holder.find((row: { rowId: string }) => row.rowId === step)
          : Reflect.get(Object(holder), step),
      value,
    )

let planted = 0
const nextWords = () => {
  planted += 1
  return `w-${planted}`
}

const words = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((typed) => typed.length <= 10)
const samples: fc.Arbitrary<Sample> = fc.record({
  title: words,
  event: fc.record({
    learnedAt: fc.constant(learned),
    place: words,
    on: fc.constantFrom(null, '2026-02-03'),
    inner: fc.record({ why: words }),
  }),
  side: fc.constantFrom(null, 'a', 'b'),
  answers: fc.dictionary(fc.constantFrom('own-share', 'what.worked', 'x'), words),
  people: fc.array(
    fc.record({
      rowId: fc.uuid({ version: 4 }),
      name: words,
      notes: words,
      isHere: fc.constantFrom(null, 'yes', 'no', 'unknown'),
    }),
    { maxLength: 3 },
  ),
})

/** Every text of a value that is not blank. */
const typedIn = (value: Sample): string[] =>
  [
    value.title,
    value.event.place,
    value.event.inner.why,
    ...Object.values(value.answers),
    ...value.people.flatMap(({ name, notes }) => [name, notes]),
  ].filter((typed) => typed.trim() !== '')

describe('a declared record', () => {
  it('starts empty, and fit to be stored', () => {
    const empty = declared.empty()
    expect(declared.schema.parse(empty)).toEqual(empty)
    expect(declared.isEmpty(empty)).toBe(true)
    expect(declared.problems(empty)).toEqual([])
    expect(empty.event.learnedAt).toBe(learned)
  })

  it('finds every word that was typed, and stores it', () => {
    fc.assert(
      fc.property(samples, (value) => {
        const found = declared.texts(value).map((leaf) => leaf.text)
        const stored = declared.texts(declared.schema.parse(declared.tidy(value))).map((leaf) => leaf.text)
        for (const typed of typedIn(value)) {
          expect(found).toContain(typed)
          expect(stored).toContain(typed)
        }
        expect(declared.isEmpty(value)).toBe(declared.isEmpty(declared.tidy(value)))
        if (typedIn(value).length > 0) expect(declared.isEmpty(value)).toBe(false)
      }),
    )
  })

  it('is stored alike when it is tidied twice, and changed when a word is', () => {
    fc.assert(
      fc.property(samples, fc.nat(), (value, pick) => {
        expect(declared.tidy(declared.tidy(value))).toEqual(declared.tidy(value))
        expect(declared.hasChanged(value, declared.tidy(value))).toBe(false)
        const leaf = declared.texts(value)[pick % declared.texts(value).length]
        if (leaf) {
          const changed = declared.withText(value, leaf.path, `${leaf.text}!`)
          expect(declared.hasChanged(value, changed)).toBe(true)
          expect(declared.textAt(changed, leaf.path)).toBe(`${leaf.text}!`)
        }
      }),
    )
  })

  it('holds one field back without holding back another', () => {
    fc.assert(
      fc.property(samples, samples, fc.nat(), (value, other, pick) => {
        const base = { ...other, people: value.people.map((row) => ({ ...row, notes: 'before' })) }
        const all = declared.leaves(value)
        const held = all[pick % all.length]
        if (!held) return
        const left = declared.without(value, base, [held.path])
        for (const leaf of declared.leaves(left)) {
          const from = leaf.path === held.path ? base : value
          const same = declared.leaves(from).find(({ path }) => path === leaf.path)
          expect(leaf.text ?? '').toBe(same?.text ?? '')
          if (leaf.text === null) expect(at(left, leaf.path)).toEqual(at(from, leaf.path))
        }
      }),
    )
  })

  it('says what is too long and what is no date, and a charter may ask for less', () => {
    const row = people.newRow()
    const value: Sample = {
      ...declared.empty(),
      title: 'x'.repeat(12),
      event: {
        ...declared.empty().event,
        on: '2026-02-31',
        place: 'y'.repeat(16),
      },
      people: [{ ...row, notes: 'z'.repeat(6) }],
    }
    expect(declared.problems(value)).toEqual([
      { kind: 'tooLong', path: 'title', label: 'title', overBy: 2 },
      { kind: 'tooLong', path: 'event.place', label: 'place', overBy: 1 },
      { kind: 'invalid', path: 'event.on', label: 'on' },
    ])
    const paths = declared.problems(value).map(({ path }) => path)
    expect(declared.problems(declared.without(value, null, paths))).toEqual([])
    expect(declared.problems(declared.without(value, null, paths), 5)).toEqual([
      { kind: 'tooLong', path: `people.${row.rowId}.notes`, label: 'notes', overBy: 1 },
    ])
  })

  it('lists its declared texts, each of which a filled record has', () => {
    expect(declared.textPaths).toEqual([
      'title',
      'event.place',
      'event.inner.why',
      'answers{}',
      'people[].name',
      'people[].notes',
    ])
    const filled = declared.schema.parse(declared.filled(nextWords))
    const places = new Set(declared.texts(filled).map((leaf) => leaf.declaredPath))
    for (const path of declared.textPaths) expect(places).toContain(path)
    expect(new Set(declared.texts(filled).map((leaf) => leaf.text)).size).toBe(places.size)
  })
})

describe('a field that is planted in a declaration', () => {
  it('is in everything that is derived, with no other change', () => {
    const fields: Fields<{ said: string; planted: string }> = {
      said: text({ label: 'said', maxLength: 10 }),
      planted: text({ label: 'planted', maxLength: 10 }),
    }
    const record = declareRecord({ name: 'planted', reason: 'For this test.', fields })
    const value = { ...record.empty(), planted: 'here' }
    expect(record.isEmpty(value)).toBe(false)
    expect(record.hasChanged(record.empty(), value)).toBe(true)
    expect(record.texts(value)).toMatchObject([
      { text: '' },
      { label: 'planted', text: 'here', role: 'freeText' },
    ])
    expect(record.schema.parse(value)).toEqual(value)
    expect(record.schema.safeParse({ said: '' }).success).toBe(false)
    expect(record.textPaths).toContain('planted')
    expect(record.problems({ ...value, planted: 'x'.repeat(11) })).toMatchObject([{ path: 'planted' }])
  })
})
