/** @file The mandated report's form: danger first, gaps shown and never in the way, stored as one types, printed. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CharterPack } from '../../../contract/charters'
import type { Answer } from '../../../contract/field-answer'
import { reportSections } from '../../../contract/report-fields'
import { withAnswer } from '../../../contract/report-reading'
import type { Report } from '../../../contract/reporting'
import { client } from '../client'
import { ReportingLines, usePlaceHelp } from '../conduct'
import { setPendingRemoval } from '../pending-removals'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { useKey } from '../ui/keys'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { useUndo } from '../ui/undo'
import { useFocusInSight } from '../ui/use-focus-in-sight'
import { AskToKeep } from './AskToKeep'
import { endDraft, useDraft } from './draft'
import { EmergencyLine } from './EmergencyLine'
import { fieldId } from './field-address'
import { fieldProblems } from './field-problems'
import { FormSection } from './form/FormSection'
import { type FieldProblems, FieldProblemsContext } from './form/field-words'
import { Gaps } from './Gaps'
import { KeepingLine, KeepingTrouble } from './KeepingLine'
import { PrintSheet } from './PrintSheet'
import { personsOf } from './persons-of'
import { ReportClock } from './ReportClock'
import classes from './ReportForm.module.css'
import { SealReport } from './SealReport'
import { SectionList } from './SectionList'
import { usePrinting } from './use-printing'
import { useWords } from './words'

/** The report as it is stored, its charter's pack, null when it is not installed any more, and what sealing leads to. */
export interface ReportFormProps {
  start: Report
  pack: CharterPack | null
  onSealed: (report: Report) => void
}

/** The form. */
export const ReportForm = (props: ReportFormProps) => {
  // Typed words must never be replaced by a later answer.
  const [{ start, pack }] = useState(props)
  const { onSealed } = props
  const { t } = useTranslation('reporting')
  const say = useWords()
  const cache = useQueryClient()
  const undo = useUndo()
  const [, navigate] = useLocation()
  const { body, report, saving, heldBack, change, storeNow, storeAll } = useDraft(start)
  const answer = useCallback(
    (section: string, name: string, given: Answer<unknown>) =>
      change((old) => withAnswer(old, section, name, given)),
    [change],
  )
  const found = JSON.stringify([...fieldProblems(body, heldBack, new Date(), say)])
  // Another map only when something else is wrong: each field draws itself anew for one.
  const problems = useMemo((): FieldProblems => new Map(JSON.parse(found)), [found])
  const printing = usePrinting()
  const { jurisdiction } = body.duty
  const help = usePlaceHelp(jurisdiction.kind === 'known' ? jurisdiction.value : null)
  const persons = personsOf(body, pack)
  const { role } = body.reporter
  const ownRole = role.kind === 'known' && role.value.trim() !== '' ? role.value : t('ownRole')

  const print = async () => {
    // The newest gaps belong on paper; a draft that cannot be stored is printed all the same.
    await storeNow()
    printing.print()
  }
  useKey({ code: 'KeyP', isAlt: true, shownAs: 'Alt P' }, t('form.print'), () => void print())

  const forget = () => {
    setPendingRemoval(start.id, true)
    navigate('/reports')
    undo.offer({
      said: t('form.forgotten'),
      commit: async () => {
        endDraft(start.id)
        try {
          await client.reporting.discard({ reportId: start.id })
        } finally {
          setPendingRemoval(start.id, false)
          await cache.invalidateQueries({ queryKey: queries.reporting.list.key() })
        }
      },
      undo: () => {
        setPendingRemoval(start.id, false)
        navigate(`/reports/${start.id}`)
      },
    })
  }

  const hasFailed = saving.kind === 'failed'
  useFocusInSight(hasFailed)
  const trouble = <KeepingTrouble saving={saving} heldBack={heldBack} onTryAgain={() => void storeNow()} />
  return (
    <FieldProblemsContext value={problems}>
      <Page title={t('form.title')} lead={t('form.lead')} width="narrow">
        <EmergencyLine
          help={help}
          onChoose={() => document.getElementById(fieldId('duty.jurisdiction'))?.focus()}
        />
        <AskToKeep report={report} onForget={forget} />
        <Notice tone="plain" title={t('form.notYetTitle')}>
          {t('form.notYet')}
        </Notice>
        <ReportClock body={body} times={report.times} pack={pack} />
        <SectionList openPaths={report.gaps} />
        {Object.entries(reportSections).map(([id, { questions }]) => (
          <Fragment key={id}>
            <FormSection
              id={id}
              questions={questions}
              body={body}
              pack={pack}
              ownRole={ownRole}
              onAnswer={answer}
            />
            {id === 'danger' ? (
              <Card>
                <ReportingLines help={help} persons={persons} />
              </Card>
            ) : null}
            {id === 'danger' && pack ? (
              <Notice tone="plain" title={t('form.charterAdvice')}>
                {pack.reportAdvice.text}
              </Notice>
            ) : null}
          </Fragment>
        ))}
        <Gaps paths={report.gaps} />
        <SealReport
          report={report}
          isHeldBack={heldBack.length > 0}
          storeAll={storeAll}
          onSealed={(sealed) => {
            endDraft(start.id)
            onSealed(sealed)
            void cache.invalidateQueries({ queryKey: queries.reporting.list.key() })
          }}
        />
        <div className={classes.forget}>
          <Button variant="default" onClick={forget}>
            {t('form.forget')}
          </Button>
          <p>{t('form.forgetHelp')}</p>
        </div>
        {hasFailed ? null : trouble}
        <div className={classes.foot} data-failed={hasFailed || undefined}>
          {hasFailed ? <div className={classes.trouble}>{trouble}</div> : null}
          <KeepingLine
            saving={saving}
            heldBack={heldBack}
            storedAt={report.changedAt}
            gapCount={report.gaps.length}
          />
          <Button
            leftSection={<IconPrinter size={20} aria-hidden />}
            aria-keyshortcuts="Alt+P"
            onClick={() => void print()}
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
    </FieldProblemsContext>
  )
}
