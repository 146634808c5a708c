/** @file The mandated report's form: danger first, gaps shown and never in the way, kept as one types, printed. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CharterPack } from '../../../contract/charters'
import type { Report } from '../../../contract/reporting'
import { client } from '../client'
import { ReportingLines, usePlaceHelp } from '../conduct'
import { Card } from '../ui/Card'
import { useKey } from '../ui/keys'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { useUndo } from '../ui/undo'
import { AskToKeep } from './AskToKeep'
import { fieldId } from './body'
import { EmergencyLine } from './EmergencyLine'
import { ActionsSection, ReporterSection, SignOffSection } from './form/ClosingSections'
import { ConcernSection, EventSection } from './form/ConcernSection'
import { DangerSection } from './form/DangerSection'
import { DutySection } from './form/DutySection'
import { AllegedSection, OthersSection } from './form/PeopleSections'
import { PastSection, PersonSection } from './form/PersonSection'
import { WishesSection } from './form/WishesSection'
import { Gaps } from './Gaps'
import { KeepingLine, KeepingTrouble } from './KeepingLine'
import { setLeavingReport } from './leaving'
import { PrintSheet } from './PrintSheet'
import { personsOf } from './persons-of'
import classes from './ReportForm.module.css'
import { useDraft } from './use-draft'

/** The report as it is kept, and its charter's pack, null when it is not installed any more. */
export interface ReportFormProps {
  start: Report
  pack: CharterPack | null
}

/** The form. */
export const ReportForm = (props: ReportFormProps) => {
  // Typed words must never be replaced by a later answer.
  const [{ start, pack }] = useState(props)
  const { t } = useTranslation('reporting')
  const cache = useQueryClient()
  const undo = useUndo()
  const [, navigate] = useLocation()
  const { body, report, keeping, change, keepNow, letGo } = useDraft(start)
  const [printedAt, setPrintedAt] = useState<number | null>(null)
  const help = usePlaceHelp(body.jurisdiction.is === 'known' ? body.jurisdiction.value : null)
  const reportsAbout = personsOf(body, pack)
  const isLate = Date.parse(body.event.learnedAt) > Date.now()
  const section = { body, change }

  const print = async () => {
    // The newest gaps belong on paper; a draft that cannot be kept is printed all the same.
    await keepNow()
    flushSync(() => setPrintedAt(Date.now()))
    window.print()
  }
  // The sheet is there for any print, the shell's own menu included, and goes when the printer has it.
  useEffect(() => {
    const lay = () => flushSync(() => setPrintedAt(Date.now()))
    const clear = () => setPrintedAt(null)
    addEventListener('beforeprint', lay)
    addEventListener('afterprint', clear)
    return () => {
      removeEventListener('beforeprint', lay)
      removeEventListener('afterprint', clear)
    }
  }, [])
  useKey({ code: 'KeyP', isAlt: true, shownAs: 'Alt P' }, t('form.print'), () => void print())

  const forget = () => {
    letGo()
    setLeavingReport(cache, start.id, true)
    navigate('/reports')
    undo.offer({
      said: t('form.forgotten'),
      commit: async () => {
        try {
          await client.reporting.discard({ reportId: start.id })
        } finally {
          setLeavingReport(cache, start.id, false)
          await cache.invalidateQueries({ queryKey: ['reporting', 'list'] })
        }
      },
      undo: () => {
        setLeavingReport(cache, start.id, false)
        navigate(`/reports/${start.id}`)
      },
    })
  }

  return (
    <Page title={t('form.title')} lead={t('form.lead')} width="narrow">
      <EmergencyLine help={help} onChoose={() => document.getElementById(fieldId('jurisdiction'))?.focus()} />
      <AskToKeep report={report} onForget={forget} />
      <Notice tone="plain" title={t('form.notYetTitle')}>
        {t('form.notYet')}
      </Notice>
      <DangerSection {...section} />
      <Card>
        <ReportingLines help={help} persons={reportsAbout} />
      </Card>
      <DutySection {...section} pack={pack} />
      <PersonSection {...section} />
      <PastSection {...section} />
      <ConcernSection {...section} />
      <EventSection {...section} isLate={isLate} />
      <AllegedSection {...section} />
      <OthersSection {...section} />
      <WishesSection {...section} />
      <ActionsSection {...section} />
      <ReporterSection {...section} />
      <SignOffSection {...section} />
      <Gaps paths={report.gaps} />
      <div className={classes.forget}>
        <Button variant="default" onClick={forget}>
          {t('form.forget')}
        </Button>
        <p>{t('form.forgetHelp')}</p>
      </div>
      <KeepingTrouble keeping={keeping} onTryAgain={() => void keepNow()} />
      <div className={classes.foot}>
        <KeepingLine keeping={keeping} keptAt={report.changedAt} gapCount={report.gaps.length} />
        <Button
          leftSection={<IconPrinter size={20} aria-hidden />}
          aria-keyshortcuts="Alt+P"
          onClick={() => void print()}
        >
          {t('form.print')}
        </Button>
      </div>
      {printedAt === null ? null : (
        <PrintSheet
          report={report}
          body={body}
          pack={pack}
          help={help}
          persons={reportsAbout}
          printedAt={printedAt}
        />
      )}
    </Page>
  )
}
