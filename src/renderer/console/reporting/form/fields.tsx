/** @file The form's kinds of field: every required one can be answered, said to be unknown, or left for later. */
import { Checkbox, Radio, TextInput } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { YesNoUnknown } from '../../../../contract/primitives'
import type { Known } from '../../../../contract/reporting'
import { GrowingText } from '../../ui/GrowingText'
import { fieldId, wordsKey } from '../body'
import classes from './fields.module.css'

/** Label and help of a field, by its path. Help is optional in the catalogue. */
export const useFieldWords = (path: string) => {
  const { t, i18n } = useTranslation('reporting')
  const key = wordsKey(path)
  const help = `help.${key}`
  return { label: t(`fields.${key}`), help: i18n.exists(`reporting:${help}`) ? t(help) : undefined }
}

/** A section with its heading. */
export const Section = ({ id, children }: { id: string; children: ReactNode }) => {
  const { t, i18n } = useTranslation('reporting')
  return (
    <section className={classes.section} aria-labelledby={`section-${id}`}>
      <div>
        <h2 id={`section-${id}`}>{t(`sections.${id}`)}</h2>
        {i18n.exists(`reporting:sectionLeads.${id}`) ? (
          <p className={classes.lead}>{t(`sectionLeads.${id}`)}</p>
        ) : null}
      </div>
      {children}
    </section>
  )
}

/** Yes, no or unknown; nothing is chosen before the facilitator chooses. */
export const YesNoField = ({
  path,
  value,
  onChange,
}: {
  path: string
  value: YesNoUnknown | null
  onChange: (value: YesNoUnknown) => void
}) => (
  <ChoiceField
    path={path}
    options={['yes', 'no', 'unknown']}
    value={value}
    wordsOf="yesNo"
    onChange={onChange}
    isInline
  />
)

/** One of several, none chosen at first. `wordsOf` is the catalogue's group of words for the options. */
export const ChoiceField = <T extends string>({
  path,
  options,
  value,
  wordsOf,
  onChange,
  isInline = false,
}: {
  path: string
  options: readonly T[]
  value: T | null
  wordsOf: string
  onChange: (value: T) => void
  isInline?: boolean
}) => {
  const { t } = useTranslation('reporting')
  const { label, help } = useFieldWords(path)
  const say = (option: string) => t(`${wordsOf}.${option}`)
  return (
    <div id={fieldId(path)}>
      <Radio.Group
        label={label}
        description={help}
        value={value ?? ''}
        onChange={(chosen) => {
          const option = options.find((one) => one === chosen)
          if (option !== undefined) onChange(option)
        }}
      >
        <div className={isInline ? classes.inline : classes.options}>
          {options.map((option) => (
            <Radio key={option} value={option} label={say(option)} />
          ))}
        </div>
      </Radio.Group>
    </div>
  )
}

/** One of several, or unknown. */
export const KnownChoiceField = <T extends string>({
  path,
  options,
  value,
  wordsOf,
  onChange,
}: {
  path: string
  options: readonly T[]
  value: Known<T>
  wordsOf: string
  onChange: (value: Known<T>) => void
}) => (
  <ChoiceField<T | 'unknown'>
    path={path}
    options={[...options, 'unknown']}
    value={value.is === 'known' ? value.value : value.is === 'unknown' ? 'unknown' : null}
    wordsOf={wordsOf}
    onChange={(chosen) => onChange(chosen === 'unknown' ? { is: 'unknown' } : { is: 'known', value: chosen })}
  />
)

/** Words, or unknown. Typing answers; ticking "Unknown" says so. */
export const KnownTextField = ({
  path,
  value,
  rows,
  onChange,
}: {
  path: string
  value: Known<string>
  /** Rows of a box for several lines; one line without. */
  rows?: number
  onChange: (value: Known<string>) => void
}) => {
  const { t } = useTranslation('reporting')
  const { label, help } = useFieldWords(path)
  const text = value.is === 'known' ? value.value : ''
  const isUnknown = value.is === 'unknown'
  // A slip on "Unknown" must not cost the words: taking the tick away brings them back.
  const lastTyped = useRef(text)
  const shared = {
    id: fieldId(path),
    label,
    description: help,
    value: text,
    placeholder: isUnknown ? t('unknown') : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const typed = event.currentTarget.value
      lastTyped.current = typed
      onChange(typed === '' ? { is: 'unanswered' } : { is: 'known', value: typed })
    },
  }
  return (
    <div className={classes.known}>
      <div className={classes.grow}>
        {rows === undefined ? <TextInput {...shared} /> : <GrowingText {...shared} minRows={rows} />}
      </div>
      <Checkbox
        label={t('unknown')}
        aria-label={t('unknownOf', { field: label })}
        checked={isUnknown}
        onChange={(event) => {
          if (event.currentTarget.checked) onChange({ is: 'unknown' })
          else if (lastTyped.current === '') onChange({ is: 'unanswered' })
          else onChange({ is: 'known', value: lastTyped.current })
        }}
      />
    </div>
  )
}

/** Words that may stay empty. */
export const TextField = ({
  path,
  value,
  rows,
  onChange,
}: {
  path: string
  value: string
  rows?: number
  onChange: (value: string) => void
}) => {
  const { label, help } = useFieldWords(path)
  const shared = {
    id: fieldId(path),
    label,
    description: help,
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  return rows === undefined ? <TextInput {...shared} /> : <GrowingText {...shared} minRows={rows} />
}

/** Several of several. */
export const ManyField = <T extends string>({
  path,
  options,
  value,
  wordsOf,
  onChange,
}: {
  path: string
  options: readonly T[]
  value: readonly T[]
  wordsOf: string
  onChange: (value: T[]) => void
}) => {
  const { t } = useTranslation('reporting')
  const { label, help } = useFieldWords(path)
  const say = (option: string) => t(`${wordsOf}.${option}`)
  return (
    <div id={fieldId(path)}>
      <Checkbox.Group
        label={label}
        description={help}
        value={[...value]}
        onChange={(chosen) => onChange(options.filter((option) => chosen.includes(option)))}
      >
        <div className={classes.options}>
          {options.map((option) => (
            <Checkbox key={option} value={option} label={say(option)} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  )
}
