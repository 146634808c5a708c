/** @file Everything that leaves: the numbers as a table, and the files byte for byte. */
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Numbers } from '../../../contract/insight'
import { client } from '../client'
import { queries } from '../queries'
import { Card } from '../ui/Card'
import { dayOf } from '../ui/when'
import { Emptied } from './Emptied'
import { type ExportWords, exportCsv, exportFileName, exportJson, methodLines } from './export-text'
import { HandOver } from './HandOver'
import type { PacksById } from './measure-words'
import { NumbersTable } from './NumbersTable'
import classes from './Preview.module.css'
import { periodDays } from './period-words'

/** The numbers, the charters' words, and a choice that changes what leaves. */
export interface PreviewProps {
  numbers: Numbers
  packs: PacksById
  children: ReactNode
}

/** The preview of one period. */
export const Preview = ({ numbers, packs, children }: PreviewProps) => {
  const { t, i18n } = useTranslation('insight')
  const cache = useQueryClient()
  const { measures, period, healthReasons } = numbers
  const release = async () => {
    const left = await client.insight.release({ period, healthReasons })
    void cache.invalidateQueries({ queryKey: queries.insight.key() })
    void cache.invalidateQueries({ queryKey: queries.vault.key() })
    return left
  }
  const words: ExportWords = { numbers, packs, t, language: i18n.language }
  const csv = { text: exportCsv(words), name: exportFileName(numbers, 'csv') }
  const json = { text: exportJson(words), name: exportFileName(numbers, 'json') }
  const hiddenCount = measures.filter((measure) => measure.value === null).length
  const isPeopleCounted = measures.some((measure) => measure.about === 'acts')

  // Whole days by the clocks of the groups; noon keeps them the same days everywhere.
  const day = (of: string) => dayOf(`${of}T12:00:00.000Z`, i18n.language)
  const days = periodDays(period)

  return (
    <Card label={t('preview.title')}>
      <div>
        <h2>{t('preview.title')}</h2>
        <p className={classes.quiet}>{t('preview.period', { from: day(days.from), to: day(days.to) })}</p>
      </div>
      <NumbersTable measures={measures} packs={packs} />
      <p className={classes.quiet}>
        {hiddenCount > 0 ? t('preview.hiddenWhy', { count: hiddenCount }) : t('preview.noneHidden')}{' '}
        {isPeopleCounted ? '' : t('preview.noPeople')}
      </p>
      <Emptied numbers={numbers} packs={packs} />
      {children}
      <Method lines={methodLines(words)} />
      <ExactText title={t('preview.csvText', { name: csv.name })} text={csv.text} />
      <ExactText title={t('preview.jsonText', { name: json.name })} text={json.text} />
      <HandOver words={words} noted={t('send.noted')} take={release} />
    </Card>
  )
}

const Method = ({ lines }: { lines: readonly string[] }) => {
  const { t } = useTranslation('insight')
  return (
    <details className={classes.exact}>
      <summary>{t('method.title')}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

/** A text as it leaves, to be opened. */
export const ExactText = ({ title, text }: { title: string; text: string }) => (
  <details className={classes.exact}>
    <summary>{title}</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by key. */}
    <pre tabIndex={0}>{text}</pre>
  </details>
)
