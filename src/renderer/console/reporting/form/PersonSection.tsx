/** @file Who may be at risk, and past abuse told by an adult. */
import { Checkbox, NumberInput, Radio, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonCategory, type ReportBody } from '../../../../contract/reporting'
import { fieldId } from '../body'
import type { SectionProps } from '../use-draft'
import { KnownChoiceField, KnownTextField, Section, TextField, useFieldWords, YesNoField } from './fields'
import classes from './fields.module.css'

type Person = ReportBody['person']

/** The person. */
export const PersonSection = ({ body, change }: SectionProps) => {
  const { person } = body
  const set = (part: Partial<Person>) => change((old) => ({ ...old, person: { ...old.person, ...part } }))
  return (
    <Section id="person">
      <KnownChoiceField
        path="person.category"
        options={PersonCategory.options}
        value={person.category}
        wordsOf="category"
        onChange={(category) => set({ category })}
      />
      <KnownTextField path="person.name" value={person.name} onChange={(name) => set({ name })} />
      <KnownTextField
        path="person.otherNames"
        value={person.otherNames}
        onChange={(otherNames) => set({ otherNames })}
      />
      <AgeField value={person.age} onChange={(age) => set({ age })} />
      <YesNoField
        path="person.safeContact.isSafe"
        value={person.safeContact.isSafe}
        onChange={(isSafe) => set({ safeContact: { ...person.safeContact, isSafe } })}
      />
      <TextField
        path="person.safeContact.how"
        value={person.safeContact.how}
        onChange={(how) => set({ safeContact: { ...person.safeContact, how } })}
      />
    </Section>
  )
}

const AgeField = ({ value, onChange }: { value: Person['age']; onChange: (age: Person['age']) => void }) => {
  const { t } = useTranslation('reporting')
  const { label, help } = useFieldWords('person.age')
  const known = value.is === 'known' ? value.value : null
  return (
    <div id={fieldId('person.age')} className={classes.group}>
      <Radio.Group
        label={label}
        description={help}
        value={known ? known.by : value.is === 'unknown' ? 'unknown' : ''}
        onChange={(by) => {
          if (by === 'dateOfBirth') onChange({ is: 'known', value: { by, day: '' } })
          else if (by === 'years')
            onChange({ is: 'known', value: { by, years: Number.NaN, isEstimate: false } })
          else onChange({ is: 'unknown' })
        }}
      >
        <div className={classes.inline}>
          <Radio value="years" label={t('age.years')} />
          <Radio value="dateOfBirth" label={t('age.dateOfBirth')} />
          <Radio value="unknown" label={t('unknown')} />
        </div>
      </Radio.Group>
      {known?.by === 'dateOfBirth' ? (
        <TextInput
          type="date"
          label={t('age.dateOfBirth')}
          value={known.day}
          onChange={(event) =>
            onChange({ is: 'known', value: { by: 'dateOfBirth', day: event.currentTarget.value } })
          }
        />
      ) : null}
      {known?.by === 'years' ? (
        <div className={classes.known}>
          <NumberInput
            label={t('age.years')}
            value={Number.isNaN(known.years) ? '' : known.years}
            min={0}
            max={120}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            onChange={(years) =>
              onChange({
                is: 'known',
                value: { ...known, years: typeof years === 'number' ? years : Number.NaN },
              })
            }
          />
          <Checkbox
            label={t('age.isEstimate')}
            checked={known.isEstimate}
            onChange={(event) =>
              onChange({ is: 'known', value: { ...known, isEstimate: event.currentTarget.checked } })
            }
          />
        </div>
      ) : null}
    </div>
  )
}

/** Past abuse: who else may be at risk now. */
export const PastSection = ({ body, change }: SectionProps) => {
  const { historical } = body
  const set = (part: Partial<ReportBody['historical']>) =>
    change((old) => ({ ...old, historical: { ...old.historical, ...part } }))
  return (
    <Section id="past">
      <YesNoField
        path="historical.adultDisclosingPast"
        value={historical.adultDisclosingPast}
        onChange={(adultDisclosingPast) => set({ adultDisclosingPast })}
      />
      {historical.adultDisclosingPast === 'yes' ? (
        <>
          <YesNoField
            path="historical.otherChildAtRiskNow"
            value={historical.otherChildAtRiskNow}
            onChange={(otherChildAtRiskNow) => set({ otherChildAtRiskNow })}
          />
          <YesNoField
            path="historical.positionOfTrustNow"
            value={historical.positionOfTrustNow}
            onChange={(positionOfTrustNow) => set({ positionOfTrustNow })}
          />
        </>
      ) : null}
    </Section>
  )
}
