/** @file Typed words: typing answers, "Unknown" sets the words aside, and what is too long says so beside it. */
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
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
  onChange,
}: FieldProps<string> & { rows: number | null; canBeUnknown: boolean }) => {
  const { t } = useTranslation('reporting')
  const { id, label, help, problem } = useField(path)
  const join = joinWords(rows !== null)
  const isUnknown = answer.kind === 'unknown'
  const shared = {
    id,
    label,
    description: help,
    error: problem,
    value: answer.kind === 'known' ? answer.value : '',
    ...(isUnknown ? { placeholder: t('unknown') } : {}),
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
          isUnknown={isUnknown}
          onChange={(is) => onChange(is ? saidUnknown(answer, join) : putBack(answer, join))}
        />
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
