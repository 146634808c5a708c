/** @file Makes a report final: asks once, names what is open, and stands in nobody's way. */
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../contract/reporting'
import { client } from '../client'
import { ProblemNotice } from '../ProblemNotice'
import { Card } from '../ui/Card'
import { wordsKey } from './field-address'
import classes from './sealed/sealed.module.css'

/** What is about to be sealed. */
export interface SealReportProps {
  report: Report
  /** Something on the page does not fit and is not stored. */
  isHeldBack: boolean
  /** Stores what is typed and answers the draft as it is stored then; throws what kept it from being stored. */
  storeAll: () => Promise<Report>
  onSealed: (report: Report) => void
}

/** The card named "Seal the report". */
export const SealReport = ({ report, isHeldBack, storeAll, onSealed }: SealReportProps) => {
  const { t } = useTranslation('reporting')
  const [isAsking, setIsAsking] = useState(false)
  const [isSealing, setIsSealing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const opener = useRef<HTMLButtonElement>(null)
  // Questions and sentences stand in one line: without the sign that ends each.
  const open = [...new Set(report.gaps.map(wordsKey))].map((key) => t(`fields.${key}`).replace(/[.?]$/, ''))

  const seal = async () => {
    setIsSealing(true)
    setError(null)
    try {
      const { changedAt } = await storeAll()
      onSealed(await client.reporting.seal({ reportId: report.id, changedAt }))
    } catch (thrown) {
      setError(thrown)
      setIsSealing(false)
    }
  }
  return (
    <Card label={t('seal.title')} tone={isAsking ? 'asks' : 'plain'}>
      <h2>{isAsking ? t('seal.asks') : t('seal.title')}</h2>
      {isAsking ? (
        <>
          <p>{t('seal.what')}</p>
          <p>{t('seal.gaps', { count: open.length, list: open.join('; ') })}</p>
          {isHeldBack ? <p role="alert">{t('seal.heldBack')}</p> : null}
          <ProblemNotice error={error} title={t('seal.failed')} />
          <div className={classes.actions}>
            <Button
              autoFocus
              variant="default"
              onClick={() => {
                setIsAsking(false)
                setError(null)
                requestAnimationFrame(() => opener.current?.focus())
              }}
            >
              {t('seal.notYet')}
            </Button>
            <Button disabled={isHeldBack} loading={isSealing} onClick={() => void seal()}>
              {t('seal.now')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={classes.quiet}>{t('seal.lead')}</p>
          <div>
            <Button ref={opener} variant="default" onClick={() => setIsAsking(true)}>
              {t('seal.open')}
            </Button>
          </div>
        </>
      )}
    </Card>
  )
}
