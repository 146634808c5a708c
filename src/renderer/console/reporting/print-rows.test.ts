/** @file The printed report: every question is on paper in words, and an open one says so. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import words from '../words/en/reporting.json'
import { wordsKey } from './body'
import { emptyReport } from './empty-report.fixture'
import { printSections, type Translate } from './print-rows'

const look = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      words,
    )
const t: Translate = (key, options = {}) => {
  const text = look(key)
  if (typeof text !== 'string') throw new Error(`No words for ${key}`)
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(options[name]))
}
const print = (body: ReturnType<typeof emptyReport>) => printSections(body, { t, language: 'en', pack: null })
const body = emptyReport

it('has words for every question that may be called open', () => {
  // Read as text: the console imports nothing of main.
  const source = readFileSync('src/main/reporting/gaps.ts', 'utf8')
  const paths = [...source.matchAll(/[['"`]([a-z]+(?:\.[a-zA-Z${}]+)*)['"`],/g)].map(
    (match) => match[1] ?? '',
  )
  expect(paths).toContain('danger.answer')
  expect(paths.length).toBeGreaterThan(30)
  for (const path of paths) {
    const asShown = path.replace(/\$\{place\}/, '0')
    expect(() => t(`fields.${wordsKey(asShown)}`), asShown).not.toThrow()
  }
})

describe('the document', () => {
  it('begins with danger and keeps opinion under its own heading, after the facts', () => {
    const ids = print(body()).map((section) => section.id)
    expect(ids[0]).toBe('danger')
    expect(ids.indexOf('opinion')).toBeGreaterThan(ids.indexOf('concern'))
    const opinionated = body()
    opinionated.concern.opinion = 'I think so'
    const sections = print(opinionated)
    expect(sections.find(({ id }) => id === 'opinion')?.rows[0]?.value).toBe('I think so')
    expect(JSON.stringify(sections.filter(({ id }) => id !== 'opinion'))).not.toContain('I think so')
  })
  it('tells unknown from not answered', () => {
    const told = body()
    told.person.name = { is: 'unknown' }
    const rows = print(told).find(({ id }) => id === 'person')?.rows
    expect(rows?.map(({ value }) => value)).toEqual([
      'Not answered',
      'Unknown',
      'Not answered',
      'Not answered',
      'Not answered',
    ])
  })
  it('says known answers in words', () => {
    const told = body()
    told.person.age = { is: 'known', value: { by: 'years', years: 71, isEstimate: true } }
    told.concern.types = { is: 'known', value: ['neglect', 'financial'] }
    told.jurisdiction = { is: 'known', value: 'US-CO' }
    told.event.occurred = { is: 'known', value: { precision: 'month', from: 'October', to: '' } }
    const text = JSON.stringify(print(told))
    for (const part of [
      'About 71',
      'Neglect; Money or property',
      'Colorado, United States',
      'Month: October',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('{{')
  })
})
