/** @file Says what of the report is stored, and what stands in the way. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Saving } from '../autosave'
import { Notice } from '../ui/Notice'
import { timeOf } from '../ui/when'
import { useProblemWords } from '../words/problems'
import type { HeldBack } from './draft'
import { goToField, wordsKey } from './field-address'
import { fieldPath } from './field-problems'
import classes from './KeepingLine.module.css'

/** State of the draft. `storedAt` is an instant. */
export interface KeepingLineProps {
  saving: Saving
  heldBack: readonly HeldBack[]
  storedAt: string
  gapCount: number
}

/** One line at the foot of the form. It says "kept" only of what the main process has acknowledged. */
export const KeepingLine = ({ saving, heldBack, storedAt, gapCount }: KeepingLineProps) => {
  const { t, i18n } = useTranslation('reporting')
  const time = timeOf(storedAt, i18n.language)
  const said = () => {
    switch (saving.kind) {
      case 'stored':
        return heldBack.length > 0 ? t('keeping.partly', { time }) : t('keeping.kept', { time })
      case 'waiting':
      case 'storing':
        return t('keeping.soon')
      case 'failed':
        return t('keeping.behind', { time })
    }
  }
  return (
    <div className={classes.line}>
      <p role="status">{said()}</p>
      <p>{t('keeping.open', { count: gapCount })}</p>
    </div>
  )
}

/** What is not stored and why: fields that do not fit, or a save that failed. The words stay on the page. */
export const KeepingTrouble = ({
  saving,
  heldBack,
  onTryAgain,
}: Pick<KeepingLineProps, 'saving' | 'heldBack'> & { onTryAgain: () => void }) => {
  const { t } = useTranslation('reporting')
  const problem = useProblemWords()
  return (
    <>
      {heldBack.length > 0 ? (
        <Notice
          tone="problem"
          title={t('keeping.unfitTitle')}
          actions={heldBack.map(({ path }) => (
            <Button key={path} variant="default" onClick={() => goToField(fieldPath(path))}>
              {t(`fields.${wordsKey(fieldPath(path))}`)}
            </Button>
          ))}
        >
          {t('keeping.unfit')}
        </Notice>
      ) : null}
      {saving.kind === 'failed' ? (
        <Notice
          tone="problem"
          title={problem(saving.error).title}
          actions={<Button onClick={onTryAgain}>{t('app:tryAgain')}</Button>}
        >
          {problem(saving.error).body} {t('keeping.textStays')}
        </Notice>
      ) : null}
    </>
  )
}
