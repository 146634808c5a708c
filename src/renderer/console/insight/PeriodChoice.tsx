/** @file Chooses a period: the latest ones at once, any other of the last ten years from a list. */
import { NativeSelect, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Period, periodKey } from '../../../contract/insight'
import { Card } from '../ui/Card'
import classes from './NumbersPage.module.css'
import { offeredFirst, periodName } from './period-words'

const OTHER = 'other'

/** What is chosen, as the key of a period; the list is shown for one that is not among the latest. */
export interface PeriodChoiceProps {
  /** Those that can be counted, newest first; at least one. */
  periods: readonly Period[]
  chosen: Period
  onChoose: (period: Period) => void
}

/** Radios for the latest periods, and a list for the others. */
export const PeriodChoice = ({ periods, chosen, onChoose }: PeriodChoiceProps) => {
  const { t, i18n } = useTranslation('insight')
  const first = offeredFirst(periods)
  const others = periods.filter((period) => !first.includes(period))
  const isOther = !first.some((period) => periodKey(period) === periodKey(chosen))
  const choose = (key: string) => {
    const found = key === OTHER ? others[0] : periods.find((period) => periodKey(period) === key)
    if (found) onChoose(found)
  }
  return (
    <Card label={t('period.label')}>
      <Radio.Group
        label={t('period.label')}
        description={t('period.help')}
        value={isOther ? OTHER : periodKey(chosen)}
        onChange={choose}
      >
        <div className={classes.choices}>
          {first.map((period) => (
            <Radio
              key={periodKey(period)}
              value={periodKey(period)}
              label={periodName(period, t, i18n.language)}
            />
          ))}
          {others.length > 0 ? <Radio value={OTHER} label={t('period.other')} /> : null}
        </div>
      </Radio.Group>
      {isOther ? (
        <NativeSelect
          label={t('period.otherLabel')}
          value={periodKey(chosen)}
          onChange={(event) => choose(event.currentTarget.value)}
          data={others.map((period) => ({
            value: periodKey(period),
            label: periodName(period, t, i18n.language),
          }))}
        />
      ) : null}
    </Card>
  )
}
