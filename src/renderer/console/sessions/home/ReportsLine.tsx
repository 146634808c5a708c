/** @file Quiet lines on home while reports are being written: until when the first of the hours named for each run. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReportListed } from '../../../../contract/reporting'
import { usePendingRemovals } from '../../pending-removals'
import { queries } from '../../queries'
import { usePassed } from '../../ui/use-now'
import { minutesLeft, zonedMomentOf } from '../../ui/when'
import classes from '../sessions.module.css'

/** The lines; nothing where no report is being written, and while that is not known. */
export const ReportsLine = () => {
  const reports = useQuery(queries.reporting.list.queryOptions())
  const leaving = usePendingRemovals()
  return (reports.data ?? [])
    .filter(({ id, state }) => state === 'draft' && !leaving.has(id))
    .map((report) => <OneReport key={report.id} report={report} />)
}

const OneReport = ({ report }: { report: ReportListed }) => {
  const { t, i18n } = useTranslation('sessions')
  const passedMs = usePassed(report.times.passedAt)
  const said = () => {
    if (report.dueAt === null) {
      return t('home.reports.none', { time: zonedMomentOf(report.learnedAt, i18n.language) })
    }
    const time = zonedMomentOf(report.dueAt, i18n.language)
    const left = minutesLeft(report.dueAt, passedMs)
    return left === 0
      ? t('home.reports.passed', { time })
      : t('home.reports.left', { time, hours: Math.floor(left / 60), minutes: left % 60 })
  }
  return (
    <p className={classes.quiet}>
      {said()} <Link to={`/reports/${report.id}`}>{t('home.reports.open')}</Link>
    </p>
  )
}
