/** @file Quiet lines on home until an authority has taken each report: until when the first of the hours named run. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReportListed } from '../../../../contract/reporting'
import { usePendingRemovals } from '../../pending-removals'
import { queries } from '../../queries'
import { usePassed } from '../../ui/use-now'
import { minutesLeft, zonedMomentOf } from '../../ui/when'
import classes from '../sessions.module.css'

/** The lines; nothing where all were taken, and while that is not known. */
export const ReportsLine = () => {
  const reports = useQuery(queries.reporting.list.queryOptions())
  const leaving = usePendingRemovals()
  return (reports.data ?? [])
    .filter(({ id, isTaken }) => !isTaken && !leaving.has(id))
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
      {t(`home.reports.${report.state}`)} {said()}{' '}
      <Link to={report.isUnreadable ? '/kept' : `/reports/${report.id}`}>{t('home.reports.open')}</Link>
    </p>
  )
}
