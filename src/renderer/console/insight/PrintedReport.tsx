/** @file The numbers on paper, for a board: findings, tables, the method, and what was hidden and why. */
import { createPortal } from 'react-dom'
import type { Measure } from '../../../contract/insight'
import { measureId } from '../../../contract/insight'
import { actRows, drawnFacts, workRows } from './chart-rows'
import { type ExportWords, methodLines } from './export-text'
import { findings } from './findings'
import { measureName } from './measure-words'
import { PaperBars } from './PaperBars'
import classes from './PrintedReport.module.css'
import { periodName } from './period-words'

/**
 * The document. Everything else of the page is left out of the print. It is read by the printer and by whoever makes a
 * PDF of it, so its headings and tables are real ones; its title is the app's alone.
 */
export const PrintedReport = ({ words }: { words: ExportWords }) => {
  const { numbers, packs, t, language } = words
  const hidden = numbers.measures.filter(({ value }) => value === null).length
  const acts = numbers.measures.filter(({ about }) => about === 'acts')
  const own = periodName(numbers.period, t, language)
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const drawings = [
    ...drawnFacts.map((drawn) => ({
      title: t(`charts.${drawn}`),
      rows: workRows(drawn, [{ name: own, numbers }], t),
    })),
    ...actRows(numbers, packs, own, t),
  ].filter(({ rows }) => rows.some(({ values }) => typeof values[own] === 'number'))
  return createPortal(
    <article className={classes.sheet} data-print-sheet lang={language}>
      <h1>{t('paper.title', { period: own })}</h1>
      <h2>{t('paper.findings')}</h2>
      <ul>
        {findings(words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {drawings.map(({ title, rows }) => (
        <section key={title} className={classes.drawing}>
          <h2>{title}</h2>
          <PaperBars rows={rows} series={own} format={(value) => format.format(value)} />
        </section>
      ))}
      <div className={classes.tables}>
        <Table
          title={t('paper.work')}
          measures={numbers.measures.filter(({ about }) => about === 'work')}
          words={words}
        />
        {acts.length > 0 ? <Table title={t('paper.acts')} measures={acts} words={words} /> : null}
      </div>
      <h2>{t('method.title')}</h2>
      <ul>
        {methodLines(words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{t('paper.hidden')}</h2>
      <p>{hidden > 0 ? t('paper.hiddenWhy', { count: hidden }) : t('preview.noneHidden')}</p>
    </article>,
    document.body,
  )
}

const Table = (props: { title: string; measures: readonly Measure[]; words: ExportWords }) => {
  const { title, measures, words } = props
  const { packs, t, language } = words
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return (
    <>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('preview.what')}</th>
            <th scope="col" className={classes.number}>
              {t('preview.number')}
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measureId(measure)}>
              <th scope="row">{measureName(measure, packs, t)}</th>
              <td className={classes.number}>
                {measure.value === null
                  ? t('preview.hidden')
                  : `${format.format(measure.value)}${measure.unit === 'hours' ? ` ${t('preview.hours')}` : ''}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
