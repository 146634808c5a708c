/** @file Questions of time: a moment, an age, when it happened as it was told. */
import { Checkbox, NumberInput, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Age, type Occurred, Precision } from '../../../../contract/report-questions'
import { zoneOf } from '../../ui/when'
import { sayAge, sayOccurred } from '../answer-words'
import { latest, putBack, saidUnknown, setAsideOf, unanswered } from '../field-answers'
import { BOX_MAX, fromLocalBox, toLocalBox } from '../local-time'
import { useWords } from '../words'
import type { FieldProps } from './choices'
import { useField } from './field-words'
import classes from './fields.module.css'
import { SetAside } from './SetAside'

interface TimeBoxProps {
  id?: string
  type: 'date' | 'datetime-local'
  label: string
  description?: string | undefined
  error: string | undefined
  /** In the box's own form; empty for none. */
  value: string
  /** A whole date or time in the box's own form, or empty. */
  onWhole: (value: string) => void
}

/** A box of the browser for a day, or a day with its time. Half a date never takes the place of a whole one. */
const TimeBox = ({ type, value, error, onWhole, ...shown }: TimeBoxProps) => {
  const { t } = useTranslation('reporting')
  // What the box holds while it is no whole date; null while it is one, or empty.
  const [partial, setPartial] = useState<string | null>(null)
  return (
    <TextInput
      {...shown}
      type={type}
      max={type === 'date' ? BOX_MAX.slice(0, 10) : BOX_MAX}
      error={partial === null ? error : t('event.notWhole')}
      value={partial ?? value}
      onChange={({ currentTarget: { value: typed, validity } }) => {
        const isWhole = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}.*)?$/.test(typed)
        const isPartial = !isWhole && (typed !== '' || validity.badInput)
        setPartial(isPartial ? typed : null)
        if (!isPartial) onWhole(typed)
      }}
    />
  )
}

/** A moment. */
export const MomentField = ({ path, answer, onChange }: FieldProps<string>) => {
  const { t, i18n } = useTranslation('reporting')
  const { id, label, help, problem } = useField(path)
  const instant = answer.kind === 'known' ? answer.value : null
  const zone = instant === null ? null : t('event.zone', { zone: zoneOf(instant, i18n.language) })
  return (
    <TimeBox
      id={id}
      type="datetime-local"
      label={label}
      description={[help, zone].flatMap((words) => words ?? []).join(' ') || undefined}
      error={problem}
      value={toLocalBox(instant)}
      onWhole={(typed) => {
        const value = fromLocalBox(typed)
        onChange(value === null ? unanswered : { kind: 'known', value, setAside: null })
      }}
    />
  )
}

const noAge: Age = { by: 'years', years: null, isEstimate: false, day: null }

/** An age in years or by birth. Changing one's mind keeps what was typed for the other. */
export const AgeField = ({ path, answer, onChange }: FieldProps<Age>) => {
  const { t } = useTranslation('reporting')
  const words = useWords()
  const { id, label, help, problem } = useField(path)
  const known = answer.kind === 'known' ? answer.value : null
  const set = (part: Partial<Age>) =>
    onChange({ kind: 'known', value: { ...(known ?? setAsideOf(answer) ?? noAge), ...part }, setAside: null })
  return (
    <div id={id} className={classes.group}>
      <Radio.Group
        label={label}
        description={help}
        value={known?.by ?? (answer.kind === 'unknown' ? 'unknown' : '')}
        onChange={(by) =>
          by === 'years' || by === 'dateOfBirth' ? set({ by }) : onChange(saidUnknown(answer, latest))
        }
      >
        <div className={classes.inline}>
          <Radio value="years" label={t('age.years')} />
          <Radio value="dateOfBirth" label={t('age.dateOfBirth')} />
          <Radio value="unknown" label={t('unknown')} />
        </div>
      </Radio.Group>
      {known?.by === 'dateOfBirth' ? (
        <TimeBox
          type="date"
          label={t('age.dateOfBirth')}
          error={problem}
          value={known.day ?? ''}
          onWhole={(day) => set({ day: day === '' ? null : day })}
        />
      ) : null}
      {known?.by === 'years' ? (
        <div className={classes.known}>
          <NumberInput
            label={t('age.years')}
            value={known.years ?? ''}
            min={0}
            max={120}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            onChange={(years) => set({ years: typeof years === 'number' ? years : null })}
          />
          <Checkbox
            label={t('age.isEstimate')}
            checked={known.isEstimate}
            onChange={(event) => set({ isEstimate: event.currentTarget.checked })}
          />
        </div>
      ) : null}
      <SetAside
        label={label}
        answer={answer}
        say={(value) => sayAge(value, words)}
        onPutBack={() => onChange(putBack(answer, latest))}
        onChange={onChange}
      />
    </div>
  )
}

const notTold: Occurred = { precision: 'exact', from: '', to: '' }

/** When it happened, as it was told. */
export const OccurredField = ({ path, answer, onChange }: FieldProps<Occurred>) => {
  const { t } = useTranslation('reporting')
  const words = useWords()
  const { id, label, help } = useField(path)
  const { problem: fromProblem } = useField(`${path}.from`)
  const { problem: toProblem } = useField(`${path}.to`)
  const known = answer.kind === 'known' ? answer.value : null
  const set = (part: Partial<Occurred>) =>
    onChange({
      kind: 'known',
      value: { ...(known ?? setAsideOf(answer) ?? notTold), ...part },
      setAside: null,
    })
  return (
    <div id={id} className={classes.group}>
      <Radio.Group
        label={label}
        description={help}
        value={known?.precision ?? (answer.kind === 'unknown' ? 'unknown' : '')}
        onChange={(value) => {
          const precision = Precision.safeParse(value)
          if (precision.success) set({ precision: precision.data })
          else onChange(saidUnknown(answer, latest))
        }}
      >
        <div className={classes.inline}>
          {Precision.options.map((precision) => (
            <Radio key={precision} value={precision} label={t(`precision.${precision}`)} />
          ))}
          <Radio value="unknown" label={t('unknown')} />
        </div>
      </Radio.Group>
      {known ? (
        <div className={classes.pair}>
          <TextInput
            label={t('fields.event_occurred_from')}
            error={fromProblem}
            value={known.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          <TextInput
            label={t('fields.event_occurred_to')}
            error={toProblem}
            value={known.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        </div>
      ) : null}
      <SetAside
        label={label}
        answer={answer}
        say={(value) => sayOccurred(value, words)}
        onPutBack={() => onChange(putBack(answer, latest))}
        onChange={onChange}
      />
    </div>
  )
}
