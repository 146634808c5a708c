/** @file Questions answered by choosing: yes or no, one of several, several, a tick. Nothing is chosen before. */
import { Checkbox, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contract/field-answer'
import { joinLists, putBack, saidUnknown, unanswered } from '../field-answers'
import { useField, useOwnWords } from './field-words'
import classes from './fields.module.css'
import { SetAside } from './SetAside'

/** A field by its path, with its answer. */
export interface FieldProps<T> {
  path: string
  answer: Answer<T>
  onChange: (answer: Answer<T>) => void
}

const chosen = <T,>(value: T): Answer<T> => ({ kind: 'known', value, setAside: null })

/** One of several, or "unknown" where it can be. */
export const OneOfField = ({
  path,
  answer,
  options,
  wordsOf,
  canBeUnknown,
  isInline = false,
  onChange,
}: FieldProps<string> & {
  options: readonly string[]
  wordsOf: string
  canBeUnknown: boolean
  isInline?: boolean
}) => {
  const { t } = useTranslation('reporting')
  const { id, label, help, problem } = useField(path)
  return (
    <div id={id}>
      <Radio.Group
        label={label}
        description={help}
        error={problem}
        value={answer.kind === 'known' ? answer.value : answer.kind === 'unknown' ? 'unknown' : ''}
        onChange={(value) =>
          onChange(value === 'unknown' ? { kind: 'unknown', setAside: null } : chosen(value))
        }
      >
        <div className={isInline ? classes.inline : classes.options}>
          {[...options, ...(canBeUnknown ? ['unknown'] : [])].map((option) => (
            <Radio key={option} value={option} label={t(`${wordsOf}.${option}`)} />
          ))}
        </div>
      </Radio.Group>
    </div>
  )
}

/** Yes or no. */
export const YesNoField = ({ onChange, answer, ...others }: FieldProps<'yes' | 'no'>) => (
  <OneOfField
    {...others}
    answer={answer}
    options={['yes', 'no']}
    wordsOf="yesNo"
    canBeUnknown
    isInline
    onChange={(next) => {
      if (next.kind !== 'known') onChange({ kind: 'unknown', setAside: null })
      else onChange(chosen(next.value === 'yes' ? 'yes' : 'no'))
    }}
  />
)

/** Several of several, or "unknown", which sets aside what was ticked. */
export const SomeOfField = ({
  path,
  answer,
  options,
  wordsOf,
  canBeUnknown,
  onChange,
}: FieldProps<string[]> & { options: readonly string[]; wordsOf: string; canBeUnknown: boolean }) => {
  const { t } = useTranslation('reporting')
  const { id, label, help, problem } = useField(path)
  const say = (option: string) => t(`${wordsOf}.${option}`)
  const aside = answer.kind === 'unknown' ? (answer.setAside ?? []) : []
  return (
    <div id={id} className={classes.group}>
      <Checkbox.Group
        label={label}
        description={help}
        error={problem}
        value={answer.kind === 'known' ? answer.value : []}
        onChange={(ticked) => {
          const all = options.filter((option) => ticked.includes(option) || aside.includes(option))
          onChange(all.length === 0 ? unanswered : chosen(all))
        }}
      >
        <div className={classes.options}>
          {options.map((option) => (
            <Checkbox key={option} value={option} label={say(option)} />
          ))}
        </div>
      </Checkbox.Group>
      <ListUnknown
        path={path}
        label={label}
        answer={answer}
        canBeUnknown={canBeUnknown}
        say={(value) => value.map(say).join('; ')}
        onChange={onChange}
      />
    </div>
  )
}

/** The tick that says "unknown" of a field, in the field's own words where the catalogue has them. */
export const UnknownTick = ({
  path,
  label,
  isUnknown,
  onChange,
}: {
  path: string
  label: string
  isUnknown: boolean
  onChange: (isUnknown: boolean) => void
}) => {
  const { t } = useTranslation('reporting')
  const own = useOwnWords(path)('unknownAs')
  return (
    <Checkbox
      label={own ?? t('unknown')}
      {...(own === null ? { 'aria-label': t('unknownOf', { field: label }) } : {})}
      checked={isUnknown}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

/** A tick; ticked is its only answer. */
export const TickField = ({ path, answer, onChange }: FieldProps<true>) => {
  const { id, label, help, problem } = useField(path)
  return (
    <Checkbox
      id={id}
      label={label}
      description={help}
      error={problem}
      checked={answer.kind === 'known'}
      onChange={(event) => onChange(event.currentTarget.checked ? chosen(true) : unanswered)}
    />
  )
}

/** "Unknown" for a list: what was chosen or typed is set aside, said beside it, and can be put back. */
export const ListUnknown = <T,>({
  path,
  label,
  answer,
  canBeUnknown,
  say,
  onChange,
}: FieldProps<T[]> & { label: string; canBeUnknown: boolean; say: (value: T[]) => string }) => (
  <>
    {canBeUnknown ? (
      <UnknownTick
        path={path}
        label={label}
        isUnknown={answer.kind === 'unknown'}
        onChange={(is) => onChange(is ? saidUnknown(answer, joinLists) : putBack(answer, joinLists))}
      />
    ) : null}
    <SetAside
      label={label}
      answer={answer}
      say={say}
      onPutBack={() => onChange(putBack(answer, joinLists))}
      onChange={onChange}
    />
  </>
)
