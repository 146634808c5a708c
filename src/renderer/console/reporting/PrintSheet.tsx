/** @file The report on paper: a document of its own beside the app, seen only by the printer. */
import { useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../contract/charters'
import { numberOf } from '../../../contract/report-handing'
import type { PersonCategory, Report, ReportBody } from '../../../contract/reporting'
import { type PlaceHelp, useReportingRows } from '../conduct'
import { zonedMomentOf } from '../ui/when'
import { clockRows, clockUnder, sayAround, sayStart } from './clock-words'
import { useEmergencyWords } from './EmergencyLine'
import { wordsKey } from './field-address'
import classes from './PrintSheet.module.css'
import { printSections } from './print-rows'
import { useWords } from './words'

/** What is printed: the body as it is typed now. */
export interface PrintSheetProps {
  report: Report
  body: ReportBody
  pack: CharterPack | null
  help: PlaceHelp
  /** Kinds of person it is about; empty where that is not said. */
  persons: readonly PersonCategory[]
  printedAt: number
}

/** What stands at the foot of every sheet (PrintSheet.module.css). */
const EACH_SHEET = '--each-sheet'

/** Empty lines for the calls that are made with the paper in hand. */
const HANDED_LINES = [1, 2, 3, 4] as const

/** The document. Everything else of the page is left out of the print (PrintSheet.module.css). */
export const PrintSheet = ({ report, body, pack, help, persons, printedAt }: PrintSheetProps) => {
  const { t, i18n } = useTranslation('reporting')
  const emergency = useEmergencyWords(help)
  const number = numberOf(report.id)
  const { seal } = report
  const eachSheet = t('print.eachSheet', { id: number })
  // A page's margin takes its words from the root, as a string of CSS.
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.setProperty(EACH_SHEET, JSON.stringify(eachSheet))
    return () => void style.removeProperty(EACH_SHEET)
  }, [eachSheet])
  const lines = useReportingRows({ help, persons })
  const context = { t: useWords(), language: i18n.language, pack }
  const sections = printSections(body, context)
  const clock = clockUnder(body, report.times, pack)
  return createPortal(
    <article className={classes.sheet} data-print-sheet>
      <header>
        <p className={classes.emergency}>{emergency.call}</p>
        <p>{emergency.about}</p>
        <h1>{t('print.title')}</h1>
        <p>
          {t('print.under', {
            organization: pack?.organization ?? report.charterId,
            version: report.charterVersion,
          })}
        </p>
        <p>
          {seal === null
            ? t('print.state', { time: zonedMomentOf(printedAt, i18n.language), id: number })
            : t('print.stateSealed', {
                sealed: zonedMomentOf(seal.sealedAt, i18n.language),
                time: zonedMomentOf(printedAt, i18n.language),
                id: number,
              })}
        </p>
        {seal === null ? null : <p>{t('print.record', { sha256: seal.sha256 })}</p>}
      </header>
      <section>
        <h2>{t('print.lines')}</h2>
        <dl>
          {lines.map(({ label, value }) => (
            <div key={`${label} ${value}`} className={classes.row}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t('clock.title')}</h2>
        <p>{sayStart(clock, context)}</p>
        <dl>
          {clockRows(clock, context).map(({ label, value }) => (
            <div key={label} className={classes.row}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {sayAround(clock, body, report.times.isTrusted, context).map((said) => (
          <p key={said}>{said}</p>
        ))}
      </section>
      {sections.map((section) => (
        <section key={section.id}>
          <h2>{section.title}</h2>
          <dl>
            {section.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a document have only their place.
              <div key={at} className={row.isProse ? classes.prose : classes.row} data-first={row.isFirst}>
                <dt>{row.label}</dt>
                <dd dir="auto">{row.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h2>{t('gaps.title')}</h2>
        {report.gaps.length === 0 ? (
          <p>{t('gaps.none')}</p>
        ) : (
          <ul>
            {report.gaps.map((path) => (
              <li key={path}>{t(`fields.${wordsKey(path)}`)}</li>
            ))}
          </ul>
        )}
      </section>
      {seal === null || seal.addenda.length === 0 ? null : (
        <section>
          <h2>{t('addenda.title')}</h2>
          <dl>
            {seal.addenda.map(({ id, writtenAt, words }) => (
              <div key={id} className={classes.prose}>
                <dt>{t('addenda.one', { time: zonedMomentOf(writtenAt, i18n.language) })}</dt>
                <dd dir="auto">{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className={classes.sign}>{t('print.signature')}</p>
      <section className={classes.handed}>
        <h2>{t('print.handed')}</h2>
        <table>
          <thead>
            <tr>
              {(['to', 'when', 'reference', 'next'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`print.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(seal?.receipt.handOvers ?? []).map((handOver, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows, so a line's place is its own.
              <tr key={at}>
                <td>
                  <bdi>{handOver.agency}</bdi>; {t(`recipient.${handOver.recipient}`)};{' '}
                  {t(`method.${handOver.method}`)}
                </td>
                <td>{zonedMomentOf(handOver.handedAt, i18n.language)}</td>
                <td dir="auto">{handOver.reference}</td>
                <td>{t(`outcome.${handOver.outcome}`)}</td>
              </tr>
            ))}
            {HANDED_LINES.map((line) => (
              <tr key={line}>
                <td />
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </article>,
    document.body,
  )
}
