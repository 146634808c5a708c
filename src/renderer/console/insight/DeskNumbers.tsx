/** @file The organization's numbers, on the desk of whoever leads: a key, bundles taken in and out, and what is counted. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OwnKey } from '../../../contract/own-keys'
import type { Desk } from '../../../contract/roll-up'
import { Answered, bothAsked } from '../Answered'
import { Copy } from '../Copy'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import { CountPeriod } from './CountPeriod'
import classes from './Preview.module.css'
import { periodName } from './period-words'
import { TakeBundles } from './TakeBundles'
import { TakeOut } from './TakeOut'
import { ToldBefore } from './ToldBefore'

/** The card; folded where there is neither a key nor a bundle. */
export const DeskNumbers = () => {
  const { t } = useTranslation('insight')
  const keys = useQuery(queries.recipients.own.list.queryOptions())
  const desk = useQuery(queries.insight.rollUp.desk.queryOptions())
  return (
    <Card label={t('desk.title')}>
      <Answered asked={bothAsked(keys, desk)}>
        {([own, has]) => {
          const inUse = own.find(({ replacedAt }) => replacedAt === null) ?? null
          return (
            <details className={classes.exact} open={inUse !== null || has.quarters.length > 0}>
              <summary>
                {inUse !== null || has.quarters.length > 0 ? t('desk.title') : t('desk.open')}
              </summary>
              <div className={classes.inside}>
                <p className={classes.quiet}>{t('desk.lead')}</p>
                <OwnKeyWords inUse={inUse} />
                {inUse === null && has.quarters.length === 0 ? null : <Bundles desk={has} />}
              </div>
            </details>
          )
        }}
      </Answered>
    </Card>
  )
}

const OwnKeyWords = ({ inUse }: { inUse: OwnKey | null }) => {
  const { t } = useTranslation('insight')
  const cache = useQueryClient()
  const make = useMutation(
    queries.recipients.own.make.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: queries.recipients.own.key() }),
    }),
  )
  if (inUse === null) {
    return (
      <>
        <p>{t('desk.key')}</p>
        <div>
          <Button
            variant="default"
            loading={make.isPending}
            onClick={() => make.mutate({ replacesId: null })}
          >
            {t('desk.makeKey')}
          </Button>
        </div>
        <ProblemNotice error={make.error} />
      </>
    )
  }
  return (
    <>
      <p>
        {t('desk.giveKey')} <bdi lang="en">{inUse.spoken.join(' ')}</bdi>
      </p>
      <p className={classes.key}>
        <code>{inUse.key}</code>
      </p>
      <div>
        <Copy
          label={t('desk.copyKey')}
          copiedWords={t('desk.keyCopied')}
          dialogTitle={t('desk.keyDialog')}
          failedWords={t('desk.keyDialog')}
          getText={() => Promise.resolve(inUse.key)}
        />
      </div>
    </>
  )
}

const Bundles = ({ desk: { quarters, countable } }: { desk: Desk }) => {
  const { t, i18n } = useTranslation('insight')
  const monthName = (year: number, month: number) =>
    periodName({ kind: 'month', year, month }, t, i18n.language)
  return (
    <>
      <TakeBundles />
      {quarters.length === 0 ? <p>{t('desk.none')}</p> : null}
      <ul>
        {quarters.map(({ period, bundles, overlaps }) => (
          <li key={`${period.year} ${period.quarter}`}>
            {t('desk.has', {
              count: bundles,
              period: periodName({ kind: 'quarter', ...period }, t, i18n.language),
            })}
            {overlaps.length > 0 ? (
              <ul>
                {overlaps.map(({ month, groups }) => (
                  <li key={month}>
                    {t('desk.overlap', { count: groups, month: monthName(period.year, month) })}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      {quarters.length > 0 ? (
        <>
          <TakeOut />
          <Notice tone="plain" title={t('desk.countHelp')} />
          {countable.map((period) => (
            <CountPeriod key={periodName(period, t, i18n.language)} period={period} />
          ))}
        </>
      ) : null}
      <ToldBefore />
    </>
  )
}
