/** @file The receipt of a report, with or without the report: what stays when it was shredded. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Answered } from '../Answered'
import { usePageStore } from '../page-store'
import { queries } from '../queries'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { ReceiptCard } from './sealed/ReceiptCard'
import { shredded } from './sealed/shredded'
import './words'

/** The page. */
export const ReceiptPage = ({ number }: { number: string }) => {
  const { t, i18n } = useTranslation('reporting')
  const receipts = useQuery(queries.reporting.receipts.queryOptions())
  const last = usePageStore(shredded)
  useEffect(() => () => shredded.wipe(), [])
  const size = (bytes: number) =>
    new Intl.NumberFormat(i18n.language, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    }).format(bytes / 1_000_000)
  return (
    <Page title={t('receipt.page')} width="narrow">
      {last?.number === number ? (
        <Notice
          tone={last.proof.isVerified ? 'plain' : 'wait'}
          title={
            last.proof.isVerified
              ? t('shred.done', { size: size(last.proof.searchedBytes) })
              : t('shred.doneUnproved')
          }
        >
          {t('shred.outside')}
        </Notice>
      ) : null}
      <Answered asked={receipts}>
        {(all) => {
          const receipt = all.find((one) => one.number === number)
          return receipt ? <ReceiptCard receipt={receipt} /> : <p>{t('receipt.gone')}</p>
        }}
      </Answered>
      <div>
        <Button variant="default" component={Link} href="/reports">
          {t('receipt.all')}
        </Button>
      </div>
    </Page>
  )
}
