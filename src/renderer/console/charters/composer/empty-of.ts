/** @file What a new part begins as: nothing that nobody said, and an id of its own. Pure but for ids. */
import type { Source } from '../../../../contract/charter-source'
import type { FormField, NamedField } from './form-of'

/** What a new thing begins with: where it comes from, and what stands in a field of a name until somebody says otherwise. */
export interface Beginning {
  source: Source
  values: Readonly<Record<string, string>>
}

/** An id for a new thing of a charter. Random; says nothing of it. */
export const newPartId = (): string => `n-${crypto.randomUUID().slice(0, 13)}`

const groupOf = (fields: readonly NamedField[], begin: Beginning): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .map(
        ({ name, field }) =>
          [name, name === 'id' ? newPartId() : (begin.values[name] ?? emptyOf(field, begin))] as const,
      )
      .filter(([, value]) => value !== undefined),
  )

/**
 * An empty value.
 *
 * @param begin - what is known of a new thing already.
 */
export const emptyOf = (field: FormField, begin: Beginning): unknown => {
  switch (field.kind) {
    case 'hidden':
      return undefined
    case 'text':
    case 'reference':
    case 'day':
      return ''
    case 'number':
      return field.min
    case 'flag':
      return false
    case 'choice':
      return field.options[0]
    case 'source':
      return begin.source
    case 'choices':
    case 'list':
    case 'lines':
    case 'crisisWords':
      return []
    case 'group':
      return groupOf(field.fields, begin)
    case 'variant': {
      const wanted = begin.values[field.by]
      const option = field.options.find(({ value }) => value === wanted) ?? field.options[0]
      return option ? { [field.by]: option.value, ...groupOf(option.fields, begin) } : undefined
    }
    case 'maybe':
      return field.absent
  }
}

/** A value as another of its kinds: what both kinds have stays. */
export const asVariant = (
  field: Extract<FormField, { kind: 'variant' }>,
  value: Readonly<Record<string, unknown>>,
  kind: string,
  begin: Beginning,
): Record<string, unknown> => {
  const option = field.options.find((one) => one.value === kind)
  const fields = option?.fields ?? []
  const kept = Object.fromEntries(
    fields.filter(({ name }) => Object.hasOwn(value, name)).map(({ name }) => [name, value[name]]),
  )
  return { ...groupOf(fields, begin), ...kept, [field.by]: kind }
}
