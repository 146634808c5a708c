/** @file The charter schema: what no pack can say, whatever its author wants. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CHARTER_FORMAT, CharterPack, CharterSummary } from './charters'

const Json = z.record(z.string(), z.unknown())
/** The file's bones only: the rest is what the schema under test reads. */
const Shipped = z.looseObject({
  settings: z.looseObject({ exportK: Json }),
  clauses: z.array(Json),
})
const shipped = () =>
  Shipped.parse(
    JSON.parse(readFileSync(new URL('../../resources/charters/heartfelt.json', import.meta.url), 'utf8')),
  )
const withSetting = (name: string, value: unknown) => {
  const pack = shipped()
  const setting = Json.parse(pack.settings[name])
  return { ...pack, settings: { ...pack.settings, [name]: { ...setting, value } } }
}

describe('CharterPack', () => {
  it('takes the pack that ships, and gives it back unchanged', () => {
    expect(CharterPack.parse(shipped())).toEqual(shipped())
  })
  it.each<[string, string, unknown]>([
    ['counts below five', 'exportK', 4],
    ['a debrief kept for more than a year', 'debriefRetentionDays', 366],
    ['a debrief nobody knows', 'debrief', 'always'],
  ])('has no word for %s', (_, name, value) => {
    const read = CharterPack.safeParse(withSetting(name, value))
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([`settings.${name}.value`])
  })
  it.each(['attendance', 'recording', 'aRiskScore', 'isLocked'])('has no setting %s', (name) => {
    const pack = shipped()
    const settings = { ...pack.settings, [name]: pack.settings.exportK }
    expect(CharterPack.safeParse({ ...pack, settings }).success).toBe(false)
  })
  it('takes plain words and words with blanks on a crisis card, and no other blanks anywhere', () => {
    const pack = CharterPack.parse(shipped())
    const [card] = pack.crisisCards
    const [line] = pack.openingScript
    const takes = (changed: object) => CharterPack.safeParse({ ...pack, ...changed }).success
    const withSaid = (said: unknown) => takes({ crisisCards: [{ ...card, say: [said], message: null }] })
    expect(withSaid('Are you safe, and where are you?')).toBe(true)
    expect(withSaid({ text: 'Call {emergency}.', otherwise: null })).toBe(true)
    expect(withSaid({ text: 'Call {onCall}.', otherwise: null })).toBe(false)
    expect(withSaid('Call {emergency}.')).toBe(false)
    const withLine = (text: string) => takes({ openingScript: [{ ...line, text }] })
    expect(withLine('I am {displayName} of {groupName}; reach us through {contact}.')).toBe(true)
    for (const text of ['Hello {participant}.', 'Reach us at [number].', 'Hello {displayName', 'Hello {}'])
      expect(withLine(text), text).toBe(false)
    expect(takes({ afterRemovalLine: 'We go on, {groupName}.' })).toBe(false)
  })
  it('refuses a newer format, a missing list and anything it does not know', () => {
    expect(CharterPack.safeParse({ ...shipped(), format: CHARTER_FORMAT + 1 }).success).toBe(false)
    expect(CharterPack.safeParse({ ...shipped(), openingScript: [] }).success).toBe(false)
    expect(CharterPack.safeParse({ ...shipped(), crisisCards: undefined }).success).toBe(false)
    expect(CharterPack.safeParse({ ...shipped(), members: [] }).success).toBe(false)
  })
  it('refuses a setting that names no source', () => {
    const pack = shipped()
    const { source: _source, ...exportK } = pack.settings.exportK
    expect(CharterPack.safeParse({ ...pack, settings: { ...pack.settings, exportK } }).success).toBe(false)
  })
  it('refuses a clause without a line of the text it restates', () => {
    const pack = shipped()
    const [first, ...others] = pack.clauses
    expect(CharterPack.safeParse({ ...pack, clauses: [{ ...first, line: 0 }, ...others] }).success).toBe(
      false,
    )
  })
})

describe('CharterSummary', () => {
  it('carries what a list needs and nothing else', () => {
    expect(Object.keys(CharterSummary.shape).sort()).toEqual([
      'about',
      'id',
      'jurisdiction',
      'name',
      'organization',
      'version',
    ])
  })
})
