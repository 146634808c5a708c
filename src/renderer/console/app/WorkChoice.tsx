/** @file What a person does: asked once where a vault is made, changed in Settings. */
import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Work } from '../../../contract/vault'
import { registerWords } from '../words'
import words from '../words/en/settings.json'
import classes from './settings/settings.module.css'

registerWords('settings', words)

/** The question and its three answers. */
export interface WorkChoiceProps {
  work: Work
  isDisabled?: boolean
  onChange: (next: Work) => void
}

/** Radios beside each other, as far as there is room. */
export const WorkChoice = ({ work, isDisabled = false, onChange }: WorkChoiceProps) => {
  const { t } = useTranslation('settings')
  return (
    <Radio.Group
      label={t('work.asks')}
      description={t('work.help')}
      value={work}
      onChange={(chosen) => {
        const next = Work.safeParse(chosen)
        if (next.success) onChange(next.data)
      }}
    >
      <div className={classes.choices}>
        {Work.options.map((option) => (
          <Radio key={option} value={option} label={t(`work.${option}`)} disabled={isDisabled} />
        ))}
      </div>
    </Radio.Group>
  )
}
