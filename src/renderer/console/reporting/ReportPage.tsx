/** @file One report: loads it with its charter, then hands it to the form. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CharterPack } from '../../../contract/charters'
import { ReportId } from '../../../contract/primitives'
import { client } from '../client'
import { usePlaceHelp } from '../conduct'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { codeOf, useProblemWords } from '../words/problems'
import { EmergencyLine } from './EmergencyLine'
import { ReportForm } from './ReportForm'
import './words'

const packOf = async (charterId: string): Promise<CharterPack | null> => {
  try {
    return await client.charters.get({ charterId })
  } catch (error) {
    // A report can be finished and printed without its charter's pack.
    if (codeOf(error) === 'NOT_FOUND') return null
    throw error
  }
}

/** The page. */
export const ReportPage = ({ reportId }: { reportId: string }) => {
  const { t } = useTranslation('reporting')
  const problem = useProblemWords()
  const help = usePlaceHelp(null)
  const parsed = ReportId.safeParse(reportId).data
  const { data, error, refetch } = useQuery({
    queryKey: ['reporting', 'open', parsed],
    queryFn: async () => {
      const report = await client.reporting.get({ reportId: ReportId.parse(reportId) })
      return { report, pack: await packOf(report.charterId) }
    },
    enabled: parsed !== undefined,
    // Read once for each visit: what is typed must never be replaced by an answer that comes later.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data) return <ReportForm start={data.report} pack={data.pack} />
  const said = parsed === undefined ? problem({ code: 'NOT_FOUND' }) : error ? problem(error) : null
  return (
    <Page title={t('form.title')} width="narrow">
      <EmergencyLine help={help} />
      {said ? (
        <Notice
          tone="problem"
          title={said.title}
          actions={
            <>
              <Button onClick={() => void refetch()}>{t('app:tryAgain')}</Button>
              <Button variant="default" component={Link} href="/reports">
                {t('form.all')}
              </Button>
            </>
          }
        >
          {said.body}
        </Notice>
      ) : (
        <p>{t('app:loading')}</p>
      )}
    </Page>
  )
}
