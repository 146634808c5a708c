/** @file Where the person is and why this is reported: the charter and the law note side by side. */
import { Checkbox, NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { DutyBasis, type ReportBody } from '../../../../contract/reporting'
import { placesFor, useKnownRegions } from '../../conduct'
import { dayOf } from '../../ui/when'
import { fieldId } from '../body'
import type { SectionProps } from '../use-draft'
import { ChoiceField, Section, useFieldWords } from './fields'
import classes from './fields.module.css'

/** The section. It never says who is legally bound: it shows two texts and lets the reader choose. */
export const DutySection = ({ body, change, pack }: SectionProps & { pack: CharterPack | null }) => {
  const { t } = useTranslation('reporting')
  const triggers = useFieldWords('triggerIds')
  const toggle = (id: string, isChosen: boolean) =>
    change((old) => ({
      ...old,
      triggerIds: isChosen ? [...old.triggerIds, id] : old.triggerIds.filter((other) => other !== id),
    }))
  return (
    <Section id="duty">
      <PlaceField
        value={body.jurisdiction}
        onChange={(jurisdiction) => change((old) => ({ ...old, jurisdiction }))}
      />
      <ChoiceField
        path="dutyBasis"
        options={DutyBasis.options}
        value={body.dutyBasis}
        wordsOf="dutyBasis"
        onChange={(dutyBasis) => change((old) => ({ ...old, dutyBasis }))}
      />
      {pack && pack.reportTriggers.length > 0 ? (
        <fieldset className={classes.group} id={fieldId('triggerIds')}>
          <legend>{triggers.label}</legend>
          {pack.reportTriggers.map((trigger) => (
            <div key={trigger.id}>
              <Checkbox
                label={trigger.label}
                checked={body.triggerIds.includes(trigger.id)}
                onChange={(event) => toggle(trigger.id, event.currentTarget.checked)}
              />
              <div className={classes.sides}>
                <div className={classes.side}>
                  <p>{t('duty.charterSays')}</p>
                  <p>{trigger.charterSays}</p>
                </div>
                <LawNote note={trigger.lawNote} />
              </div>
            </div>
          ))}
          <p className={classes.lead}>{t('duty.notLegalAdvice')}</p>
        </fieldset>
      ) : null}
    </Section>
  )
}

const LawNote = ({ note }: { note: CharterPack['reportTriggers'][number]['lawNote'] }) => {
  const { t, i18n } = useTranslation('reporting')
  return (
    <div className={classes.side}>
      <p>
        {note.reviewedOn === null
          ? t('duty.lawNoteNotReviewed')
          : t('duty.lawNoteReviewed', { day: dayOf(`${note.reviewedOn}T12:00:00.000Z`, i18n.language) })}
      </p>
      <p>{note.text}</p>
      <p className={classes.cite}>{note.cite}</p>
    </div>
  )
}

interface PlaceFieldProps {
  value: ReportBody['jurisdiction']
  onChange: (value: ReportBody['jurisdiction']) => void
}

const PlaceField = ({ value, onChange }: PlaceFieldProps) => {
  const { t, i18n } = useTranslation('reporting')
  const { label, help } = useFieldWords('jurisdiction')
  const regions = useKnownRegions()
  const { near, all } = useMemo(() => placesFor(regions, i18n.language), [regions, i18n.language])
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })
  return (
    <NativeSelect
      id={fieldId('jurisdiction')}
      label={label}
      description={help}
      value={value.is === 'known' ? value.value : value.is}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        if (chosen === 'unanswered' || chosen === 'unknown') onChange({ is: chosen })
        else onChange({ is: 'known', value: chosen })
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
