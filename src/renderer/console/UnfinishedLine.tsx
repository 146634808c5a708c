/** @file Beside a form that saves by a button: that it was given back, and what of it is not stored. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LeftOut } from './LeftOut'
import { ProblemNotice } from './ProblemNotice'
import type { TypedForms } from './typed-forms'
import classes from './UnfinishedLine.module.css'
import { Notice } from './ui/Notice'
import { useUndo } from './ui/undo'
import { zonedMomentOf } from './ui/when'

/** Which form; `onDiscard`: what else follows when it is discarded. */
export interface UnfinishedLineProps<T> {
  forms: Pick<TypedForms<T>, 'useStanding' | 'read' | 'hold'>
  formKey: string
  onDiscard?: () => void
}

/** Nothing, for a form that is typed for the first time and stored as it is typed. */
export const UnfinishedLine = <T,>({ forms, formKey, onDiscard }: UnfinishedLineProps<T>) => {
  const { t, i18n } = useTranslation('app')
  const standing = forms.useStanding(formKey)
  const { offer } = useUndo()
  const discard = () => {
    const before = forms.read(formKey)
    forms.hold(formKey, null)
    onDiscard?.()
    offer({
      said: t('unfinished.discarded'),
      commit: () => undefined,
      // What was typed since is not written over.
      undo: () => {
        if (forms.read(formKey) === null) forms.hold(formKey, before)
      },
    })
  }
  return (
    <>
      <LeftOut of={['unfinishedForms']} />
      {standing?.givenBackAt ? (
        <div className={classes.line}>
          <p role="status">
            {t('unfinished.givenBack', { when: zonedMomentOf(standing.givenBackAt, i18n.language) })}
          </p>
          <Button variant="subtle" onClick={discard}>
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
