/** @file Where the person is and why this is reported: the charter and the law note side by side. */
import { Checkbox, NativeSelect } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { placesFor, useKnownRegions } from '../../conduct'
import { dayOf } from '../../ui/when'
import { unanswered } from '../field-answers'
import type { FieldProps } from './choices'
import { useField } from './field-words'
import classes from './fields.module.css'

/** Where the person is: places with known lines first, then every country. */
export const PlaceField = ({ path, answer, onChange }: FieldProps<string>) => {
  const { t, i18n } = useTranslation('reporting')
  const { id, label, help, problem } = useField(path)
  const regions = useKnownRegions()
  const { near, all } = useMemo(() => placesFor(regions, i18n.language), [regions, i18n.language])
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })
  return (
    <NativeSelect
      id={id}
      label={label}
      description={help}
      error={problem}
      value={answer.kind === 'known' ? answer.value : answer.kind}
      onChange={({ currentTarget: { value } }) => {
        if (value === 'unanswered') onChange(unanswered)
        else if (value === 'unknown') onChange({ kind: 'unknown', setAside: null })
        else onChange({ kind: 'known', value, setAside: null })
      }}
      data={[
        { value: 'unanswered', label: t('choose') },
        { value: 'unknown', label: t('unknown') },
        { group: t('duty.near'), items: near.map(option) },
        {
          group: t('duty.allPlaces'),
          items: all.filter(({ code }) => !near.some((place) => place.code === code)).map(option),
        },
      ]}
    />
  )
}

/** Which of the charter's triggers fit. It never says who is legally bound: it shows two texts, side by side. */
export const TriggersField = ({
  path,
  answer,
  pack,
  onChange,
}: FieldProps<string[]> & { pack: CharterPack | null }) => {
  const { t } = useTranslation('reporting')
  const { id, label, help } = useField(path)
  const chosen = answer.kind === 'known' ? answer.value : []
  if (!pack || pack.reportTriggers.length === 0) return null
  const toggle = (trigger: string, isChosen: boolean) => {
    const value = isChosen ? [...chosen, trigger] : chosen.filter((other) => other !== trigger)
    onChange(value.length === 0 ? unanswered : { kind: 'known', value, setAside: null })
  }
  return (
    <fieldset className={classes.group} id={id}>
      <legend>{label}</legend>
      {help ? <p className={classes.lead}>{help}</p> : null}
      {pack.reportTriggers.map((trigger) => (
        <div key={trigger.id}>
          <Checkbox
            label={<span lang={pack.language}>{trigger.label}</span>}
            checked={chosen.includes(trigger.id)}
            onChange={(event) => toggle(trigger.id, event.currentTarget.checked)}
          />
          <div className={classes.sides}>
            <div className={classes.side}>
              <p>{t('duty.charterSays')}</p>
              <p lang={pack.language}>{trigger.charterSays}</p>
            </div>
            <LawNote note={trigger.lawNote} language={pack.language} />
          </div>
        </div>
      ))}
      <p className={classes.lead}>{t('duty.notLegalAdvice')}</p>
    </fieldset>
  )
}

/** What a law note says, with the day of its review. `children`: what follows from it. */
export const LawNote = ({
  note,
  language,
  children,
}: {
  note: Pick<CharterPack['reportTriggers'][number]['lawNote'], 'text' | 'cite' | 'reviewedOn'>
  /** Of the note, as of its charter. */
  language?: string
  children?: ReactNode
}) => {
  const { t, i18n } = useTranslation('reporting')
  return (
    <div className={classes.side}>
      <p>
        {note.reviewedOn === null
          ? t('duty.lawNoteNotReviewed')
          : t('duty.lawNoteReviewed', { day: dayOf(`${note.reviewedOn}T12:00:00.000Z`, i18n.language) })}
      </p>
      <p lang={language}>{note.text}</p>
      {children}
      <p className={classes.cite} lang={language}>
        {note.cite}
      </p>
    </div>
  )
}
