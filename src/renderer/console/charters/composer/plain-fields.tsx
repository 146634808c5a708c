/** @file Fields of one control: words, a number, a tick, a choice. */
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GrowingText } from '../../ui/GrowingText'
import { useErrorAt } from './FieldProblems'
import { asLine } from './said-lines'
import { useFieldWords } from './words'

/** One field: where it stands, what is in it, and how it changes. */
export interface FieldProps<T> {
  path: string
  value: T
  onChange: (next: T) => void
}

/** What every control of a field says of itself: its words, and what is wrong with it. */
const useSaid = (path: string, isTouched = true) => {
  const words = useFieldWords()
  return { label: words.label(path), description: words.hint(path), error: useErrorAt([path], isTouched) }
}

/** From so many characters on a text has a box of two lines. */
const LONG = 100

/** Words on one line, however long the box is. */
export const WordsField = (props: FieldProps<string> & { maxLength: number }) => {
  const { path, value, onChange, maxLength } = props
  const [isTouched, setIsTouched] = useState(false)
  const common = {
    ...useSaid(path, isTouched),
    value,
    onBlur: () => setIsTouched(true),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange(asLine(currentTarget.value)),
  }
  // A text of a charter is one line, however long: Enter belongs to the list around it.
  return maxLength > LONG ? (
    <GrowingText
      {...common}
      minRows={2}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
    />
  ) : (
    <TextInput {...common} />
  )
}

/** A whole number. What is none is not kept, and what was there before is. */
export const NumberField = (props: FieldProps<number>) => {
  const { path, value, onChange } = props
  const said = useSaid(path)
  return (
    <NumberInput
      {...said}
      value={value}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      hideControls
      onChange={(next) => {
        if (typeof next === 'number') onChange(next)
      }}
    />
  )
}

/** A day. */
export const DayField = ({ path, value, onChange }: FieldProps<string>) => {
  const said = useSaid(path)
  return (
    <TextInput
      type="date"
      {...said}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

/** Yes or no. */
export const FlagField = ({ path, value, onChange }: FieldProps<boolean>) => {
  const words = useFieldWords()
  return (
    <Checkbox
      label={words.label(path)}
      description={words.hint(path)}
      checked={value}
      onChange={({ currentTarget: { checked } }) => onChange(checked)}
    />
  )
}

/** A choice that says in words what yes and no mean, as the settings have them. */
export const EitherField = ({ path, value, onChange }: FieldProps<boolean>) => {
  const words = useFieldWords()
  return (
    <NativeSelect
      label={words.label(path)}
      description={words.hint(path)}
      value={value ? 'yes' : 'no'}
      data={['yes', 'no'].map((one) => ({ value: one, label: words.choice(path, one) }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value === 'yes')}
    />
  )
}

/** One of a few. */
export const ChoiceField = (props: FieldProps<string> & { options: readonly string[] }) => {
  const { path, value, onChange, options } = props
  const words = useFieldWords()
  const said = useSaid(path)
  return (
    <NativeSelect
      {...said}
      value={value}
      data={options.map((one) => ({ value: one, label: words.choice(path, one) }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

/** Several of a few. */
export const ChoicesField = (props: FieldProps<readonly string[]> & { options: readonly string[] }) => {
  const { path, value, onChange, options } = props
  const words = useFieldWords()
  const said = useSaid(path)
  return (
    <Checkbox.Group
      {...said}
      value={[...value]}
      onChange={(next) => onChange(options.filter((one) => next.includes(one)))}
    >
      {options.map((one) => (
        <Checkbox key={one} value={one} label={words.choice(path, one)} mt="xs" />
      ))}
    </Checkbox.Group>
  )
}

/** One of many that are known by a code: its words come from `Intl`. */
export const CodeField = (
  props: FieldProps<string> & { codes: readonly string[]; nameOf: (code: string) => string },
) => {
  const { path, value, onChange, codes, nameOf } = props
  const { t, i18n } = useTranslation('composer')
  const [isTouched, setIsTouched] = useState(false)
  const said = useSaid(path, isTouched || value !== '')
  const known = value === '' || codes.includes(value) ? codes : [value, ...codes]
  const data = known
    .map((code) => ({ value: code, label: nameOf(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.language))
  return (
    <NativeSelect
      {...said}
      value={value}
      data={[...(value === '' ? [{ value: '', label: t('choose') }] : []), ...data]}
      onBlur={() => setIsTouched(true)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
