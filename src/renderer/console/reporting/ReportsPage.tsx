/** @file The list of reports: when, and how much is still open. No name and no word of a report is here. */

import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReportListed } from '../../../contract/reporting'
import { usePlaceHelp } from '../conduct'
import { EntryLink, EntryList } from '../EntryList'
import { LeftOut } from '../LeftOut'
import { ProblemNotice } from '../ProblemNotice'
import { usePendingRemovals } from '../pending-removals'
import { queries } from '../queries'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { Pill } from '../ui/Pill'
import { Section } from '../ui/Section'
import { momentOf } from '../ui/when'
import { Consult } from './Consult'
import { EmergencyLine } from './EmergencyLine'
import classes from './ReportsPage.module.css'
import { useStartReport } from './use-start-report'
import { Violations } from './violation/Violations'
import './words'

/** The page. */
export const ReportsPage = () => {
  const { t } = useTranslation('reporting')
  const { data, error, refetch } = useQuery(queries.reporting.list.queryOptions())
  const help = usePlaceHelp(null)
  const start = useStartReport()
  const leaving = usePendingRemovals()
  const reports = data?.filter((report) => !leaving.has(report.id))
  const isEmpty = reports?.length === 0
  // Until it is known whether there are any, it has no place: it would move from under a press.
  const isAtTop = reports === undefined ? error !== null : !isEmpty
  const failed = start.error ?? error

  const newReport = (
    <Button
      leftSection={<IconFilePlus size={20} aria-hidden />}
      loading={start.isPending}
      onClick={() => start.mutate(undefined)}
    >
      {t('list.new')}
    </Button>
  )
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={isAtTop ? newReport : undefined}>
      <EmergencyLine help={help} />
      <ProblemNotice
        error={failed}
        actions={
          <Button onClick={() => (start.error ? start.mutate(undefined) : void refetch())}>
            {t('app:tryAgain')}
          </Button>
        }
      />
      <LeftOut of={['reports', 'receipts', 'decisions', 'violations']} />
      {isEmpty ? (
        <EmptyState title={t('list.emptyTitle')} action={newReport}>
          <p>{t('list.empty')}</p>
        </EmptyState>
      ) : null}
      {reports && !isEmpty ? (
        <EntryList label={t('list.title')}>
          {reports.map((report) => (
            <Entry key={report.id} report={report} />
          ))}
        </EntryList>
      ) : null}
      <Consult />
      <Violations />
      <Receipts />
    </Page>
  )
}

/** Receipts of reports that are gone; those of the others are on their reports. */
const Receipts = () => {
  const { t, i18n } = useTranslation('reporting')
  const receipts = useQuery(queries.reporting.receipts.queryOptions())
  const gone = (receipts.data ?? []).filter(({ shreddedAt }) => shreddedAt !== null)
  if (gone.length === 0) return null
  return (
    <Section title={t('receipt.list')}>
      <EntryList label={t('receipt.list')}>
        {gone.map(({ number, sealedAt, shreddedAt }) => (
          <EntryLink key={number} href={`/receipts/${number}`}>
            <span className={classes.started}>{t('receipt.entry', { number })}</span>
            <span className={classes.quiet}>
              {t('receipt.entrySaid', {
                sealed: momentOf(sealedAt, i18n.language),
                shredded: momentOf(shreddedAt ?? sealedAt, i18n.language),
              })}
            </span>
          </EntryLink>
        ))}
      </EntryList>
    </Section>
  )
}

const Entry = ({ report }: { report: ReportListed }) => {
  const { t, i18n } = useTranslation('reporting')
  const isAsking = Date.parse(report.asksAt) <= Date.now()
  return (
    <EntryLink
      href={report.isUnreadable ? '/kept' : `/reports/${report.id}`}
      aside={
        report.isUnreadable ? null : (
          <Pill state={isAsking ? 'wait' : 'quiet'}>
            {isAsking
              ? t('list.asks')
              : report.state === 'sealed'
                ? t(report.isTaken ? 'list.taken' : 'list.sealed')
                : t('list.gaps', { count: report.gapCount })}
          </Pill>
        )
      }
    >
      <span className={classes.started}>
        {t('list.started', { time: momentOf(report.createdAt, i18n.language) })}
      </span>
      <span className={classes.quiet}>
        {report.isUnreadable
          ? t('list.unreadable')
          : t('list.learned', { time: momentOf(report.learnedAt, i18n.language) })}
      </span>
    </EntryLink>
  )
}
