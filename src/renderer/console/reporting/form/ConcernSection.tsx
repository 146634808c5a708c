/** @file What the concern is, in four boxes kept apart, and when and where. */
import { Checkbox, Radio, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConcernType, HowLearned, OccurredPrecision, type ReportBody } from '../../../../contract/reporting'
import { fieldId, fromLocalBox, toLocalBox } from '../body'
import type { SectionProps } from '../use-draft'
import {
  KnownChoiceField,
  KnownTextField,
  ManyField,
  Section,
  TextField,
  useFieldWords,
  YesNoField,
} from './fields'
import classes from './fields.module.css'

/** The concern. Their words, what was seen, what others told and the opinion never share a box. */
export const ConcernSection = ({ body, change }: SectionProps) => {
  const { t } = useTranslation('reporting')
  const { concern } = body
  const set = (part: Partial<ReportBody['concern']>) =>
    change((old) => ({ ...old, concern: { ...old.concern, ...part } }))
  return (
    <Section id="concern">
      <ManyField
        path="concern.types"
        options={ConcernType.options}
        value={concern.types.is === 'known' ? concern.types.value : []}
        wordsOf="concernType"
        onChange={(value) => set({ types: value.length > 0 ? { is: 'known', value } : { is: 'unanswered' } })}
      />
      <Checkbox
        label={t('concern.typesUnknown')}
        checked={concern.types.is === 'unknown'}
        onChange={(event) => set({ types: { is: event.currentTarget.checked ? 'unknown' : 'unanswered' } })}
      />
      <KnownChoiceField
        path="concern.howLearned"
        options={HowLearned.options}
        value={concern.howLearned}
        wordsOf="howLearned"
        onChange={(howLearned) => set({ howLearned })}
      />
      <KnownTextField
        path="concern.theirWords"
        value={concern.theirWords}
        rows={4}
        onChange={(theirWords) => set({ theirWords })}
      />
      <KnownTextField
        path="concern.observed"
        value={concern.observed}
        rows={4}
        onChange={(observed) => set({ observed })}
      />
      <KnownTextField
        path="concern.toldByOthers"
        value={concern.toldByOthers}
        rows={3}
        onChange={(toldByOthers) => set({ toldByOthers })}
      />
      <TextField
        path="concern.opinion"
        value={concern.opinion}
        rows={3}
        onChange={(opinion) => set({ opinion })}
      />
    </Section>
  )
}

/** When the facilitator learned of it, when and where it happened. */
export const EventSection = ({ body, change, isLate }: SectionProps & { isLate: boolean }) => {
  const { t } = useTranslation('reporting')
  const { event } = body
  const learned = useFieldWords('event.learnedAt')
  const set = (part: Partial<ReportBody['event']>) =>
    change((old) => ({ ...old, event: { ...old.event, ...part } }))
  return (
    <Section id="event">
      <TextInput
        id={fieldId('event.learnedAt')}
        type="datetime-local"
        label={learned.label}
        description={learned.help}
        value={toLocalBox(event.learnedAt)}
        error={isLate ? t('event.inTheFuture') : undefined}
        onChange={(typed) => {
          const learnedAt = fromLocalBox(typed.currentTarget.value)
          // It is noted from the start and can be corrected, never taken away.
          if (learnedAt) set({ learnedAt })
        }}
      />
      <OccurredField value={event.occurred} onChange={(occurred) => set({ occurred })} />
      <KnownTextField path="event.place" value={event.place} rows={2} onChange={(place) => set({ place })} />
      <YesNoField path="event.ongoing" value={event.ongoing} onChange={(ongoing) => set({ ongoing })} />
    </Section>
  )
}

type Occurred = ReportBody['event']['occurred']

const OccurredField = ({ value, onChange }: { value: Occurred; onChange: (value: Occurred) => void }) => {
  const { t } = useTranslation('reporting')
  const { label } = useFieldWords('event.occurred')
  const known = value.is === 'known' ? value.value : null
  return (
    <div id={fieldId('event.occurred')} className={classes.group}>
      <Radio.Group
        label={label}
        value={known ? known.precision : value.is === 'unknown' ? 'unknown' : ''}
        onChange={(chosen) => {
          const precision = OccurredPrecision.options.find((option) => option === chosen)
          if (precision)
            onChange({ is: 'known', value: { from: known?.from ?? '', to: known?.to ?? '', precision } })
          else onChange({ is: 'unknown' })
        }}
      >
        <div className={classes.inline}>
          {OccurredPrecision.options.map((precision) => (
            <Radio key={precision} value={precision} label={t(`precision.${precision}`)} />
          ))}
          <Radio value="unknown" label={t('unknown')} />
        </div>
      </Radio.Group>
      {known ? (
        <div className={classes.pair}>
          <TextInput
            label={t('fields.event_occurred_from')}
            value={known.from}
            onChange={(event) =>
              onChange({ is: 'known', value: { ...known, from: event.currentTarget.value } })
            }
          />
          <TextInput
            label={t('fields.event_occurred_to')}
            value={known.to}
            onChange={(event) =>
              onChange({ is: 'known', value: { ...known, to: event.currentTarget.value } })
            }
          />
        </div>
      ) : null}
    </div>
  )
}
