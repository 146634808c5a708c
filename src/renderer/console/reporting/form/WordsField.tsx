/** @file Typed words: typing answers, "Unknown" sets the words aside, and what is too long says so beside it. */
import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Instead } from '../../../../contract/field-answer'
import { GrowingText } from '../../ui/GrowingText'
import { goToField } from '../field-address'
import { joinWords, putBack, saidUnknown, typedAnswer } from '../field-answers'
import { type FieldProps, UnknownTick } from './choices'
import { useField } from './field-words'
import classes from './fields.module.css'
import { SetAside } from './SetAside'

/** The box, on one line without `rows`. */
export const WordsField = ({
  path,
  answer,
  rows,
  canBeUnknown,
  canBeNothing,
  onChange,
}: FieldProps<string> & { rows: number | null; canBeUnknown: boolean; canBeNothing: boolean }) => {
  const { t } = useTranslation('reporting')
  const { id, label, help, problem } = useField(path)
  const join = joinWords(rows !== null)
  const said = answer.kind === 'unknown' ? (answer.instead ?? 'unknown') : null
  const sayOf = (instead: Instead) => (
    <Checkbox
      key={instead}
      label={t(`instead.${instead}`)}
      aria-label={t('instead.of', { said: t(`instead.${instead}`), field: label })}
      checked={said === instead}
      onChange={(event) =>
        onChange(event.currentTarget.checked ? saidUnknown(answer, join, instead) : putBack(answer, join))
      }
    />
  )
  const shared = {
    id,
    label,
    description: help,
    error: problem,
    value: answer.kind === 'known' ? answer.value : '',
    ...(said === null ? {} : { placeholder: t(said === 'unknown' ? 'unknown' : `instead.${said}`) }),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(typedAnswer(event.currentTarget.value, answer)),
  }
  const box = rows === null ? <TextInput {...shared} /> : <GrowingText {...shared} minRows={rows} />
  if (!canBeUnknown) return box
  return (
    <div className={classes.group}>
      <div className={classes.known}>
        <div className={classes.grow}>{box}</div>
        <UnknownTick
          path={path}
          label={label}
          isUnknown={said === 'unknown'}
          onChange={(is) => onChange(is ? saidUnknown(answer, join) : putBack(answer, join))}
        />
        {canBeNothing ? Instead.options.map(sayOf) : null}
      </div>
      <SetAside
        label={label}
        answer={answer}
        say={(words) => words}
        onPutBack={() => {
          onChange(putBack(answer, join))
          goToField(path)
        }}
        onChange={onChange}
      />
    </div>
  )
}
