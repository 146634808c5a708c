/** @file A legal hold, and taking the sealed report off this computer when nothing holds it. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Seal } from '../../../../contract/report-handing'
import type { Report } from '../../../../contract/reporting'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { zonedMomentOf } from '../../ui/when'
import { endAddendum } from './addendum-writing'
import classes from './sealed.module.css'
import { shredded } from './shredded'
import { setTypedHandOver } from './typed-hand-over'

/** A sealed report. */
export interface ShredProps {
  report: Report
  seal: Seal
  onChanged: (report: Report) => void
}

/** The card named "Legal hold". */
export const Hold = ({ report, seal, onChanged }: ShredProps) => {
  const { t, i18n } = useTranslation('reporting')
  const hold = useMutation(queries.reporting.hold.mutationOptions({ onSuccess: onChanged }))
  const { heldSince } = seal
  return (
    <Card label={t('hold.title')}>
      <h2>{t('hold.title')}</h2>
      <p className={classes.quiet}>{t('hold.lead')}</p>
      <p role="status">
        {heldSince === null ? '' : t('hold.since', { time: zonedMomentOf(heldSince, i18n.language) })}
      </p>
      <ProblemNotice error={hold.error} />
      <div>
        <Button
          variant="default"
          loading={hold.isPending}
          onClick={() => hold.mutate({ reportId: report.id, isHeld: heldSince === null })}
        >
          {t(heldSince === null ? 'hold.set' : 'hold.end')}
        </Button>
      </div>
    </Card>
  )
}

/** The card named "Shred the report". */
export const Shred = ({ report, seal }: Omit<ShredProps, 'onChanged'>) => {
  const { t } = useTranslation('reporting')
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  const [isAsking, setIsAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const shred = useMutation({
    mutationFn: () => client.vault.forget({ kind: 'reports', id: report.id }),
    onSuccess: async (proof) => {
      // What was being written to it went with it: nothing of it is at stake any more.
      endAddendum(report.id)
      setTypedHandOver(report.id, null)
      shredded.set({ number: seal.receipt.number, proof })
      navigate(`/receipts/${seal.receipt.number}`)
      await cache.invalidateQueries()
    },
  })
  return (
    <Card label={t('shred.title')} tone={isAsking ? 'asks' : 'plain'}>
      <h2>{isAsking ? t('shred.asks') : t('shred.title')}</h2>
      <p className={classes.quiet}>{t('shred.lead')}</p>
      <p>{t('shred.outside')}</p>
      {seal.shredHolds.length > 0 ? (
        <div>
          <p>{t('shred.holds')}</p>
          <ul>
            {seal.shredHolds.map((hold) => (
              <li key={hold}>{t(`shred.${hold}`)}</li>
            ))}
          </ul>
        </div>
      ) : isAsking ? (
        <>
          <ProblemNotice error={shred.error} title={t('shred.failed')} />
          <div className={classes.actions}>
            <Button
              autoFocus
              variant="default"
              onClick={() => {
                setIsAsking(false)
                requestAnimationFrame(() => opener.current?.focus())
              }}
            >
              {t('shred.notYet')}
            </Button>
            <Button loading={shred.isPending} onClick={() => shred.mutate()}>
              {t('shred.now')}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button ref={opener} variant="default" onClick={() => setIsAsking(true)}>
            {t('shred.open')}
          </Button>
        </div>
      )}
    </Card>
  )
}
