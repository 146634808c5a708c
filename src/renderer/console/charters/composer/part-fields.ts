/** @file The fields of each part of the composer, from the charter's schema. */
import type { $ZodType, $ZodTypes } from 'zod/v4/core'
import type { SettingName } from '../../../../contract/charter-settings'
import { CharterPack } from '../../../../contract/charters'
import { type FormField, fieldOf } from './form-of'
import { type ComposerPart, composerParts, LADDER_PATH } from './parts'

/** A field and where it stands. */
export interface PlacedField {
  path: string
  field: FormField
}

/** The schema at a path of objects. */
const schemaAt = (path: string): $ZodType =>
  path.split('.').reduce<$ZodType>((at, step) => {
    const { def } = (at as $ZodTypes)._zod
    const next = def.type === 'object' ? def.shape[step] : undefined
    if (!next) throw new Error(`A charter has no ${path}.`)
    return next
  }, CharterPack)

/** The field at a path. The steps stand alone: whether a group may change them is a setting like any other. */
const placed = (path: string): PlacedField => {
  const setting = /^settings\.(\w+)$/.exec(path)?.[1]
  const valuePath = setting === undefined ? path : `${path}.value`
  return { path: valuePath, field: withoutStepKind(valuePath, fieldOf(schemaAt(valuePath), setting ?? path)) }
}

/** A step is of the kind that it was added as. */
const withoutStepKind = (path: string, field: FormField): FormField => {
  if (path !== LADDER_PATH || field.kind !== 'list' || field.item.kind !== 'group') return field
  const fields = field.item.fields.filter(({ name }) => name !== 'kind')
  return { ...field, item: { kind: 'group', fields } }
}

/** The fields of a part, in their order. */
export const fieldsOfPart = (part: ComposerPart): readonly PlacedField[] => composerParts[part].map(placed)

/** The setting whose value stands at a path, or null. */
export const settingAt = (path: string): SettingName | null => {
  const name = /^settings\.(\w+)\.value$/.exec(path)?.[1]
  return name !== undefined && Object.hasOwn(CharterPack.shape.settings.shape, name)
    ? (name as SettingName)
    : null
}
