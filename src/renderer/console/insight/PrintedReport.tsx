/** @file The numbers on paper, for a board: findings, tables, the method, and what was hidden and why. */
import { createPortal } from 'react-dom'
import type { Measure } from '../../../contract/insight'
import { actRows, drawnFacts, workRows } from './chart-rows'
import { type ExportWords, methodLines } from './export-text'
import { findings } from './findings'
import type { PacksById } from './measure-words'
import { NumbersTable, type TableLook } from './NumbersTable'
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
      <h1>{t(words.bundles === undefined ? 'paper.title' : 'paper.titleOfAll', { period: own })}</h1>
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
          packs={packs}
        />
        {acts.length > 0 ? <Table title={t('paper.acts')} measures={acts} packs={packs} /> : null}
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

/** Black on white: the word alone says that a number is hidden. */
const onPaper: TableLook = { number: classes.number, hidden: (word) => word }

const Table = (props: { title: string; measures: readonly Measure[]; packs: PacksById }) => (
  <>
    <h2>{props.title}</h2>
    <NumbersTable measures={props.measures} packs={props.packs} look={onPaper} />
  </>
)
