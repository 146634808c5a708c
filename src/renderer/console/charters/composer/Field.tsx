/** @file Any part of a charter as a field, by the form that was derived from its schema. */
import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../../../contract/charter-source'
import type { CrisisWords } from '../../../../contract/charters'
import { under, valueAt } from './at-path'
import { CodePick } from './CodePick'
import classes from './composer.module.css'
import { useComposer } from './composer-context'
import { asVariant, emptyOf } from './empty-of'
import { FieldProblems } from './FieldProblems'
import type { FormField, NamedField } from './form-of'
import { CrisisWordsField, LinesField } from './LinesField'
import {
  ChoiceField,
  ChoicesField,
  DayField,
  EitherField,
  FlagField,
  NumberField,
  WordsField,
} from './plain-fields'
import { ReferenceField } from './ReferenceField'
import { SourceField } from './SourceField'
import { ThingList } from './ThingList'
import { useFieldWords } from './words'

/** A part and where it stands. */
export interface AnyFieldProps {
  path: string
  field: FormField
}

/** The field. What stands at its path has the shape of the field: the draft was parsed by the same schema. */
export const Field = ({ path, field }: AnyFieldProps) => {
  const { pack, change } = useComposer()
  const value = valueAt(pack, path)
  const onChange = (next: unknown) => change(path, next)
  switch (field.kind) {
    case 'hidden':
      return null
    case 'day':
      return <DayField path={path} value={asText(value)} onChange={onChange} />
    case 'text': {
      const props = { path, value: asText(value), onChange }
      if (path === 'jurisdiction' || path === 'language') return <CodePick {...props} part={path} />
      return <WordsField {...props} maxLength={field.maxLength} />
    }
    case 'number':
      return <NumberField path={path} value={Number(value)} onChange={onChange} />
    case 'flag':
      return path.startsWith('settings.') && path.endsWith('.value') ? (
        <EitherField path={path} value={value === true} onChange={onChange} />
      ) : (
        <FlagField path={path} value={value === true} onChange={onChange} />
      )
    case 'choice':
      return <ChoiceField path={path} value={asText(value)} options={field.options} onChange={onChange} />
    case 'choices':
      return <ChoicesField path={path} value={textsOf(value)} options={field.options} onChange={onChange} />
    case 'source':
      return <SourceField path={path} value={value as Source} onChange={onChange} />
    case 'reference':
      return <ReferenceField path={path} value={asText(value)} to={field.to} onChange={onChange} />
    case 'lines':
      return <LinesField path={path} value={textsOf(value)} onChange={onChange} />
    case 'crisisWords':
      return (
        <CrisisWordsField
          path={path}
          value={(value ?? []) as string | CrisisWords[]}
          isMessage={field.isMessage}
          onChange={onChange}
        />
      )
    case 'group':
      return <GroupFields path={path} fields={field.fields} />
    case 'variant':
      return <VariantFields path={path} field={field} value={value as Record<string, unknown>} />
    case 'list':
      return <ThingList path={path} field={field} As={Field} />
    case 'maybe':
      return <MaybeField path={path} field={field} value={value} />
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Fields one below the other. */
export const GroupFields = ({ path, fields }: { path: string; fields: readonly NamedField[] }) => (
  <>
    {fields.map(({ name, field }) => (
      <Field key={name} path={under(path, name)} field={field} />
    ))}
  </>
)

interface VariantProps {
  path: string
  field: Extract<FormField, { kind: 'variant' }>
  value: Readonly<Record<string, unknown>>
}

/** A choice of kinds, and the fields of the kind that was chosen. */
const VariantFields = ({ path, field, value }: VariantProps) => {
  const { change, beginning } = useComposer()
  const words = useFieldWords()
  const kind = asText(value[field.by])
  const kindPath = under(path, field.by)
  const fields = field.options.find((one) => one.value === kind)?.fields ?? []
  return (
    <>
      <NativeSelect
        label={words.label(kindPath)}
        description={words.hint(kindPath)}
        value={kind}
        data={field.options.map((one) => ({ value: one.value, label: words.choice(kindPath, one.value) }))}
        onChange={({ currentTarget }) =>
          change(path, asVariant(field, value, currentTarget.value, beginning()))
        }
      />
      <GroupFields path={path} fields={fields} />
    </>
  )
}

interface MaybeProps {
  path: string
  field: Extract<FormField, { kind: 'maybe' }>
  value: unknown
}

/** Something that may be left out: words that may be empty, or a tick and what follows from it. */
const MaybeField = ({ path, field: { inner, absent }, value }: MaybeProps) => {
  const { t } = useTranslation('composer')
  const { change, beginning } = useComposer()
  const words = useFieldWords()
  if (inner.kind === 'text') {
    return (
      <WordsField
        path={path}
        value={asText(value)}
        maxLength={inner.maxLength}
        onChange={(next) => change(path, next === '' ? absent : next)}
      />
    )
  }
  if (inner.kind === 'flag') {
    return <FlagField path={path} value={value === true} onChange={(next) => change(path, next || absent)} />
  }
  if (inner.kind === 'day') {
    return (
      <DayField
        path={path}
        value={asText(value)}
        onChange={(next) => change(path, next === '' ? absent : next)}
      />
    )
  }
  if (inner.kind === 'list') return <ThingList path={path} field={inner} As={Field} />
  const isThere = value !== null && value !== undefined
  return (
    <fieldset className={classes.maybe}>
      <Checkbox
        label={t('withIt', { what: words.label(path) })}
        description={words.hint(path)}
        checked={isThere}
        onChange={({ currentTarget: { checked } }) =>
          change(path, checked ? emptyOf(inner, beginning()) : absent)
        }
      />
      {isThere ? <Field path={path} field={inner} /> : null}
      {isThere ? null : <FieldProblems paths={[path]} />}
    </fieldset>
  )
}
