/** @file Beside a form that saves by a button: that it was given back, and what of it is not stored. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LeftOut } from './LeftOut'
import { ProblemNotice } from './ProblemNotice'
import type { TypedForms } from './typed-forms'
import classes from './UnfinishedLine.module.css'
import { Notice } from './ui/Notice'
import { zonedMomentOf } from './ui/when'

/** Which form; `onDiscard`: what else follows when it is discarded. */
export interface UnfinishedLineProps {
  forms: Pick<TypedForms<never>, 'useStanding' | 'hold'>
  formKey: string
  onDiscard?: () => void
}

/** Nothing, for a form that is typed for the first time and stored as it is typed. */
export const UnfinishedLine = ({ forms, formKey, onDiscard }: UnfinishedLineProps) => {
  const { t, i18n } = useTranslation('app')
  const standing = forms.useStanding(formKey)
  return (
    <>
      <LeftOut of={['unfinishedForms']} />
      {standing?.givenBackAt ? (
        <div className={classes.line}>
          <p role="status">
            {t('unfinished.givenBack', { when: zonedMomentOf(standing.givenBackAt, i18n.language) })}
          </p>
          <Button
            variant="subtle"
            onClick={() => {
              forms.hold(formKey, null)
              onDiscard?.()
            }}
          >
            {t('unfinished.discard')}
          </Button>
        </div>
      ) : null}
      {standing?.heldBack.includes('name') ? <Notice tone="wait" title={t('unfinished.name')} /> : null}
      {standing?.heldBack.includes('form') ? <Notice tone="wait" title={t('unfinished.held')} /> : null}
      {standing?.saving.kind === 'failed' ? (
        <ProblemNotice error={standing.saving.error} title={t('unfinished.behind')} />
      ) : null}
    </>
  )
}
