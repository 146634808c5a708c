/** @file The organization's numbers, for whoever leads: bundles taken in and out, what is counted, what was told, the key. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/roll-up'
import { Answered, bothAsked } from '../Answered'
import { queries } from '../queries'
import { OwnKey } from '../recipients'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { registerWords } from '../words'
import words from '../words/en/insight.json'
import { CountPeriod } from './CountPeriod'
import { periodName } from './period-words'
import { TakeBundles } from './TakeBundles'
import { TakeOut } from './TakeOut'
import { ToldBefore } from './ToldBefore'

registerWords('insight', words)

/** The page. Without a key nothing can have been sealed to this desk, so the key is all there is to see. */
export const OrganizationPage = () => {
  const { t } = useTranslation('insight')
  const keys = useQuery(queries.recipients.own.list.queryOptions())
  const desk = useQuery(queries.insight.rollUp.desk.queryOptions())
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')}>
      <Answered asked={bothAsked(keys, desk)}>
        {([own, has]) =>
          own.length === 0 && has.quarters.length === 0 ? null : (
            <>
              <Bundles desk={has} />
              <ToldBefore />
            </>
          )
        }
      </Answered>
      <OwnKey lead={t('desk.key')} />
    </Page>
  )
}

const Bundles = ({ desk: { quarters, countable } }: { desk: Desk }) => {
  const { t, i18n } = useTranslation('insight')
  const monthName = (year: number, month: number) =>
    periodName({ kind: 'month', year, month }, t, i18n.language)
  return (
    <Card label={t('desk.bundles')}>
      <h2>{t('desk.bundles')}</h2>
      <TakeBundles isEmpty={quarters.length === 0} />
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
    </Card>
  )
}
