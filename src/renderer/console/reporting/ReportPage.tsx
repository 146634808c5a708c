/** @file One report: loads it with its charter, then hands it to the form, or to the page of a sealed one. */

import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ReportId } from '../../../contract/primitives'
import type { Report } from '../../../contract/reporting'
import { usePlaceHelp } from '../conduct'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Page } from '../ui/Page'
import { codeOf } from '../words/problems'
import { EmergencyLine } from './EmergencyLine'
import { ReportForm } from './ReportForm'
import { SealedReport } from './sealed/SealedReport'
import './words'

/** Read once for each visit: what is typed must never be replaced by an answer that comes later. */
const once = { gcTime: 0, staleTime: Number.POSITIVE_INFINITY }

/** The page. */
export const ReportPage = ({ reportId }: { reportId: string }) => {
  const { t } = useTranslation('reporting')
  const help = usePlaceHelp(null)
  // Sealed on this page just now.
  const [sealed, setSealed] = useState<Report | null>(null)
  const parsed = ReportId.safeParse(reportId).data
  const report = useQuery({
    ...queries.reporting.get.queryOptions({ input: parsed === undefined ? skipToken : { reportId: parsed } }),
    ...once,
  })
  const charterId = report.data?.charterId
  const pack = useQuery({
    ...queries.charters.get.queryOptions({ input: charterId === undefined ? skipToken : { charterId } }),
    ...once,
  })
  // A report can be finished and printed without its charter's pack.
  const isPackGone = pack.error !== null && codeOf(pack.error) === 'NOT_FOUND'
  if (report.data && (pack.data || isPackGone)) {
    const shown = sealed ?? report.data
    return shown.state === 'sealed' ? (
      <SealedReport start={shown} pack={pack.data ?? null} />
    ) : (
      <ReportForm start={shown} pack={pack.data ?? null} onSealed={setSealed} />
    )
  }
  const failed = [report, pack].find(({ error }) => error !== null)
  const wrong = parsed === undefined ? { code: 'NOT_FOUND' } : (failed?.error ?? null)
  return (
    <Page title={t('form.title')} width="narrow">
      <EmergencyLine help={help} />
      {wrong === null ? (
        <p role="status">{t('app:loading')}</p>
      ) : (
        <ProblemNotice
          error={wrong}
          actions={
            <>
              <Button onClick={() => void failed?.refetch()}>{t('app:tryAgain')}</Button>
              <Button variant="default" component={Link} href="/reports">
                {t('form.all')}
              </Button>
            </>
          }
        />
      )}
    </Page>
  )
}
