/** @file The receipt of a report on screen: to be read, saved, and printed. */
import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../../contract/report-handing'
import { queries } from '../../queries'
import { type SavedFile, saveAsFile } from '../../save-file'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { versionWords } from '../../words/version-words'
import sheet from '../PrintSheet.module.css'
import { useWords } from '../words'
import { Facts } from './Facts'
import { receiptFacts, receiptFile } from './receipt-facts'
import classes from './sealed.module.css'

/** The card named "Receipt". */
export const ReceiptCard = ({ receipt }: { receipt: Receipt }) => {
  const { t, i18n } = useTranslation('reporting')
  const charters = useQuery(queries.charters.list.queryOptions())
  const { id, version } = receipt.charter
  const name = charters.data?.charters.find((one) => one.id === id)?.name ?? id
  const facts = receiptFacts(receipt, {
    t: useWords(),
    language: i18n.language,
    charter: t('receipt.charterOf', { name, version: versionWords(version, i18n) }),
  })
  const [saved, setSaved] = useState<SavedFile | null>(null)
  const [isPrinted, setIsPrinted] = useState(false)
  useEffect(() => {
    const clear = () => setIsPrinted(false)
    addEventListener('afterprint', clear)
    return () => removeEventListener('afterprint', clear)
  }, [])
  const save = () => {
    const { text, fileName } = receiptFile(receipt)
    setSaved(saveAsFile(text, fileName, 'application/json'))
  }
  const print = () => {
    flushSync(() => setIsPrinted(true))
    window.print()
  }
  return (
    <Card label={t('receipt.title')}>
      <h2>{t('receipt.title')}</h2>
      <p className={classes.quiet}>{t('receipt.lead')}</p>
      <Facts facts={facts} />
      <p className={classes.quiet}>{t('receipt.verify')}</p>
      <div className={classes.actions}>
        <Button variant="default" leftSection={<IconDownload size={20} aria-hidden />} onClick={save}>
          {t('receipt.save')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={print}>
          {t('receipt.print')}
        </Button>
      </div>
      {saved ? <Notice tone="plain" title={t('receipt.saved', { name: saved.fileName })} /> : null}
      {isPrinted
        ? createPortal(
            <article className={sheet.sheet} data-print-sheet="receipt">
              <h1>{t('receipt.page')}</h1>
              <dl>
                {facts.map(({ label, value }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a document have only their place.
                  <div key={at} className={sheet.row}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              <p>{t('receipt.verify')}</p>
            </article>,
            document.body,
          )
        : null}
    </Card>
  )
}
