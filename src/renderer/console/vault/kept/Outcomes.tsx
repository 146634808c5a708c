/** @file Receipts of forgetting: what was searched, that nothing was found, and what stays out of reach. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import { useProblemWords } from '../../words/problems'
import { byteWords } from './byte-words'
import type { Outcome } from './forgetting'
import classes from './kept.module.css'

/** Newest first; each stays until put away or the console is locked. */
export const Outcomes = (props: { outcomes: readonly Outcome[]; onPutAway: (id: number) => void }) => (
  <div className={classes.receipts}>
    {props.outcomes.map((outcome) => (
      <Receipt key={outcome.id} outcome={outcome} onPutAway={() => props.onPutAway(outcome.id)} />
    ))}
  </div>
)

const Receipt = ({ outcome, onPutAway }: { outcome: Outcome; onPutAway: () => void }) => {
  const { t, i18n } = useTranslation('vault')
  const problemWords = useProblemWords()
  const kind = t(`kept.kinds.${outcome.kind}.name`)
  const close = (
    <Button variant="default" className="no-print" onClick={onPutAway}>
      {t('kept.receipt.close')}
    </Button>
  )
  switch (outcome.result) {
    case 'failed': {
      const { code, title, body } = problemWords(outcome.error)
      if (code === 'NOT_FOUND') {
        return <Notice tone="plain" title={t('kept.receipt.notFound')} actions={close} />
      }
      return (
        <Notice tone="problem" title={t('kept.receipt.failed', { kind })} actions={close}>
          {title}. {body}
        </Notice>
      )
    }
    case 'forgotten': {
      const size = byteWords(outcome.receipt.searchedBytes, i18n.language)
      return outcome.receipt.isVerified ? (
        <Notice tone="plain" title={t('kept.receipt.title')} actions={close}>
          {t('kept.receipt.body', { kind, size })} {t('kept.receipt.reach')}
        </Notice>
      ) : (
        <Notice tone="wait" title={t('kept.receipt.unverified')} actions={close}>
          {t('kept.receipt.unverifiedBody', { kind, size })} {t('kept.receipt.reach')}
        </Notice>
      )
    }
  }
}
