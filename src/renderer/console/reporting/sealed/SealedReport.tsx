/** @file A sealed report: what was sealed, who has it, what was added since, and what stays when it goes. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { isTakenBy, numberOf } from '../../../../contract/report-handing'
import type { Report } from '../../../../contract/reporting'
import { ReportingLines, usePlaceHelp } from '../../conduct'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { useKey } from '../../ui/keys'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { zonedMomentOf } from '../../ui/when'
import { AskToKeep } from '../AskToKeep'
import { EmergencyLine } from '../EmergencyLine'
import { PrintSheet } from '../PrintSheet'
import { personsOf } from '../persons-of'
import { printSections } from '../print-rows'
import { ReportClock } from '../ReportClock'
import form from '../ReportForm.module.css'
import { usePrinting } from '../use-printing'
import { useWords } from '../words'
import { Addenda } from './Addenda'
import { Facts } from './Facts'
import { HandOvers } from './HandOvers'
import { ReceiptCard } from './ReceiptCard'
import { SealTo } from './SealTo'
import { Hold, Shred } from './Shred'
import classes from './sealed.module.css'

/** The report as it was read, and its charter's pack, null when it is not installed any more. */
export interface SealedReportProps {
  start: Report
  pack: CharterPack | null
}

/** The page. */
export const SealedReport = ({ start, pack }: SealedReportProps) => {
  const { t, i18n } = useTranslation('reporting')
  const words = useWords()
  const cache = useQueryClient()
  const [report, setReport] = useState(start)
  const printing = usePrinting()
  const { body, seal } = report
  const { jurisdiction } = body.duty
  const help = usePlaceHelp(jurisdiction.kind === 'known' ? jurisdiction.value : null)
  useKey({ code: 'KeyP', isAlt: true, shownAs: 'Alt P' }, t('form.print'), () => printing.print())
  if (seal === null) return null
  const persons = personsOf(body, pack)
  const isTaken = seal.receipt.handOvers.some(isTakenBy)
  const change = (changed: Report) => {
    setReport(changed)
    void cache.invalidateQueries({ queryKey: queries.reporting.list.key() })
  }
  return (
    <Page title={t('seal.page')} lead={t('seal.pageLead')} width="narrow">
      <EmergencyLine help={help} />
      <AskToKeep report={report} />
      <Notice tone="plain" title={t('seal.sealed', { time: zonedMomentOf(seal.sealedAt, i18n.language) })}>
        <p>{t('seal.final', { number: numberOf(report.id) })}</p>
        <p>{t('seal.hash')}:</p>
        <p className={classes.hash}>{seal.sha256}</p>
      </Notice>
      {isTaken ? null : (
        <>
          <ReportClock body={body} times={report.times} pack={pack} />
          <Card>
            <ReportingLines help={help} persons={persons} />
          </Card>
        </>
      )}
      <HandOvers report={report} receipt={seal.receipt} onChanged={change} />
      <Addenda report={report} addenda={seal.addenda} draft={seal.addendumDraft} onChanged={change} />
      <SealTo report={report} pack={pack} />
      <ReceiptCard receipt={seal.receipt} />
      <Hold report={report} seal={seal} onChanged={change} />
      <Shred report={report} seal={seal} />
      <Card label={t('seal.document')}>
        <h2>{t('seal.document')}</h2>
        {printSections(body, { t: words, language: i18n.language, pack }).map(({ id, title, rows }) => (
          <section key={id} className={classes.part}>
            <h3>{title}</h3>
            <Facts facts={rows} />
          </section>
        ))}
      </Card>
      <div className={form.foot}>
        <Button
          leftSection={<IconPrinter size={20} aria-hidden />}
          aria-keyshortcuts="Alt+P"
          onClick={() => printing.print()}
        >
          {t('form.print')}
        </Button>
      </div>
      {printing.printedAt === null ? null : (
        <PrintSheet
          report={report}
          body={body}
          pack={pack}
          help={help}
          persons={persons}
          printedAt={printing.printedAt}
        />
      )}
    </Page>
  )
}
