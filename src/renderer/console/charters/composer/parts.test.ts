/** @file The composer has a field with words for every part of a charter, and no part twice. */
import { describe, expect, it } from 'vitest'
import { soundPack } from '../../../../../tests/fixtures/charter-pack'
import { floorRules } from '../../../../contract/charter-judge/floor'
import { issueCodes } from '../../../../contract/charter-judge/issue-code'
import { judgeDraft } from '../../../../contract/charter-judge/judge-draft'
import { CharterPack } from '../../../../contract/charters'
import charters from '../../words/en/charters.json'
import composer from '../../words/en/composer.json'
import { valueAt, withValueAt } from './at-path'
import { emptyOf } from './empty-of'
import type { FormField } from './form-of'
import { fieldsOfPart } from './part-fields'
import { type ComposerPart, composerParts, madeAtPublishing, partOf } from './parts'
import { wordKeys } from './words'

const parts = Object.keys(composerParts) as ComposerPart[]
const all = parts.flatMap(fieldsOfPart)
const labels: Readonly<Record<string, unknown>> = composer.labels
const choices: Readonly<Record<string, unknown>> = composer.choices

/** Every field that is shown, with its path; places in lists are 0. */
const shown = (path: string, field: FormField): { path: string; field: FormField }[] => {
  switch (field.kind) {
    case 'hidden':
      return []
    case 'group':
      return field.fields.flatMap((one) => shown(`${path}.${one.name}`, one.field))
    case 'variant':
      return [
        {
          path: `${path}.${field.by}`,
          field: { kind: 'choice', options: field.options.map(({ value }) => value) },
        },
        ...field.options.flatMap(({ fields }) =>
          fields.flatMap((one) => shown(`${path}.${one.name}`, one.field)),
        ),
      ]
    case 'list':
      return [{ path, field }, ...shown(`${path}.0`, field.item)]
    case 'maybe':
      return [{ path, field }, ...shown(path, field.inner)]
    default:
      return [{ path, field }]
  }
}

const fields = all.flatMap(({ path, field }) => shown(path, field))

describe('the parts of the composer', () => {
  it('have every part of a charter, each once', () => {
    const paths: string[] = parts.flatMap((part) => [...composerParts[part]])
    expect(new Set(paths).size).toBe(paths.length)
    const tops = [
      ...Object.keys(CharterPack.shape).filter((key) => key !== 'settings' && key !== 'checklists'),
      ...Object.keys(CharterPack.shape.settings.shape).map((name) => `settings.${name}`),
      ...Object.keys(CharterPack.shape.checklists.shape).map((name) => `checklists.${name}`),
    ].filter((key) => !madeAtPublishing.includes(key))
    expect(paths.toSorted()).toEqual(tops.toSorted())
  })

  it('have words for each field and each choice', () => {
    const isSetting = (path: string) => /^settings\.(?!ladder)\w+\.value$/.test(path)
    const unnamed = fields.filter(
      ({ path }) => !isSetting(path) && !wordKeys(path).some((key) => Object.hasOwn(labels, key)),
    )
    expect(unnamed.map(({ path }) => path)).toEqual([])
    const settingNames: Readonly<Record<string, unknown>> = charters.names
    const settingChoices: Readonly<Record<string, unknown>> = charters.choices
    for (const { path, field } of fields) {
      const setting = /^settings\.(\w+)\.value$/.exec(path)?.[1]
      if (setting !== undefined) expect(settingNames).toHaveProperty(setting)
      if (field.kind !== 'choice' && field.kind !== 'choices') continue
      const key = wordKeys(path).find((one) => Object.hasOwn(choices, one))
      const known = key === undefined ? settingChoices[setting ?? ''] : choices[key]
      for (const option of field.options) expect(known, `${path} ${option}`).toHaveProperty(option)
    }
  })

  it('have words for every rule of the floor, every fault of a schema and every broken reference', () => {
    const problems: Readonly<Record<string, unknown>> = composer.problems
    for (const rule of floorRules) expect(composer.problems).toHaveProperty(rule)
    for (const code of [
      ...issueCodes,
      'clauseGone',
      'idTwice',
      'cardGone',
      'cardInBoth',
      'requiredItemGone',
      'nobodyToTurnTo',
    ])
      expect(Object.hasOwn(problems, code) || Object.hasOwn(problems, `${code}_other`), code).toBe(true)
  })

  it('are found by any path of theirs', () => {
    for (const { path } of fields) expect(composerParts).toHaveProperty(partOf(path))
    expect(partOf('settings.ladder.value.0')).toBe('steps')
    expect(partOf('settings.lock.value')).toBe('settings')
  })
})

it('has the bounds of the schema', () => {
  expect(fields.find(({ path }) => path === 'name')?.field).toMatchObject({ kind: 'text', maxLength: 80 })
  expect(fields.find(({ path }) => path === 'settings.exportK.value')?.field).toMatchObject({
    kind: 'number',
    min: 5,
    max: 100,
  })
  expect(fields.find(({ path }) => path === 'clauses')?.field).toMatchObject({ maxCount: 300 })
})

describe('a new thing', () => {
  const begin = {
    source: { from: 'clause', clauseId: 'clause-1' },
    values: { carriedBy: 'people', how: 'Between people.', by: 'self' },
  } as const
  // A step is added as the kind that it is.
  const lists = all.flatMap(({ path, field }) =>
    field.kind === 'list' && path !== 'settings.ladder.value' ? [{ path, field }] : [],
  )
  it.each(lists.map(({ path, field }) => [path, field] as const))(
    'of %s lacks only what somebody has to type',
    (path, field) => {
      const before = soundPack()
      const list = valueAt(before, path)
      const added = withValueAt(before, path, [
        emptyOf(field.item, begin),
        ...(Array.isArray(list) ? list : []),
      ])
      const codes = judgeDraft(added)
        .filter(({ where }) => where.startsWith(`${path}.0`))
        .map(({ code }) => code)
      const typed = ['empty', 'tooFew', 'cardGone', 'standsNowhere', 'stepTwice']
      expect(codes.filter((code) => !typed.includes(code))).toEqual([])
    },
  )
})
