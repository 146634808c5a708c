/** @file Says what of the report is kept, and what stands in the way. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice'
import { timeOf } from '../ui/when'
import { useProblemWords } from '../words/problems'
import { wordsKey } from './body'
import { goToField } from './Gaps'
import classes from './KeepingLine.module.css'
import type { Keeping } from './use-draft'

/** State of the draft. `keptAt` is an instant. */
export interface KeepingLineProps {
  keeping: Keeping
  keptAt: string
  gapCount: number
}

/** One line at the foot of the form. */
export const KeepingLine = ({ keeping, keptAt, gapCount }: KeepingLineProps) => {
  const { t, i18n } = useTranslation('reporting')
  const time = timeOf(keptAt, i18n.language)
  const said = () => {
    switch (keeping.is) {
      case 'kept':
        return t('keeping.kept', { time })
      case 'waiting':
      case 'keeping':
        return t('keeping.soon')
      case 'unfit':
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

/** A notice when the draft could not be kept: the words stay on the page. */
export const KeepingTrouble = ({ keeping, onTryAgain }: { keeping: Keeping; onTryAgain: () => void }) => {
  const { t } = useTranslation('reporting')
  const problem = useProblemWords()
  if (keeping.is === 'unfit') {
    return (
      <Notice
        tone="problem"
        title={t('keeping.unfitTitle')}
        actions={keeping.paths.map((path) => (
          <Button key={path} variant="default" onClick={() => goToField(path)}>
            {t(`fields.${wordsKey(path)}`)}
          </Button>
        ))}
      >
        {t('keeping.unfit')}
      </Notice>
    )
  }
  if (keeping.is === 'failed') {
    return (
      <Notice
        tone="problem"
        title={problem(keeping.error).title}
        actions={<Button onClick={onTryAgain}>{t('app:tryAgain')}</Button>}
      >
        {problem(keeping.error).body} {t('keeping.textStays')}
      </Notice>
    )
  }
  return null
}
