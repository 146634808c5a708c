/** @file Everything that leaves: the numbers as a table, the files byte for byte, and the export itself. */
import { Button, Radio } from '@mantine/core'
import { IconDownload, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportPreview, Measure } from '../../../contract/insight'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import { dayOf } from '../ui/when'
import { type Handed, handOver } from './download'
import classes from './Preview.module.css'

/** Hand-over formats. */
type Format = 'csv' | 'json'

/** The preview of one period. */
export const Preview = ({ preview }: { preview: ExportPreview }) => {
  const { t, i18n } = useTranslation('insight')
  const [format, setFormat] = useState<Format>('csv')
  const [handed, setHanded] = useState<Handed | null>(null)
  const { measures, period } = preview
  const hiddenCount = measures.filter((measure) => measure.value === null).length
  const isPeopleCounted = measures.some((measure) => measure.about === 'people')

  const send = () => {
    setHanded(
      format === 'csv'
        ? handOver(preview.csv, preview.csvFileName, 'text/csv')
        : handOver(preview.json, preview.jsonFileName, 'application/json'),
    )
  }

  // The period is whole days in UTC; noon keeps them the same days everywhere.
  const day = (of: string) => dayOf(`${of}T12:00:00.000Z`, i18n.language)

  return (
    <Card label={t('preview.title')}>
      <div>
        <h2>{t('preview.title')}</h2>
        <p className={classes.quiet}>{t('preview.period', { from: day(period.from), to: day(period.to) })}</p>
      </div>
      <table className={classes.table}>
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
            <Row key={measure.id} measure={measure} />
          ))}
        </tbody>
      </table>
      <p className={classes.quiet}>
        {hiddenCount > 0 ? t('preview.hiddenWhy', { count: hiddenCount }) : t('preview.noneHidden')}{' '}
        {isPeopleCounted ? '' : t('preview.noPeople')}
      </p>
      <ExactText title={t('preview.csvText', { name: preview.csvFileName })} text={preview.csv} />
      <ExactText title={t('preview.jsonText', { name: preview.jsonFileName })} text={preview.json} />
      <div className={classes.send}>
        <Radio.Group
          label={t('send.format')}
          value={format}
          onChange={(value) => setFormat(value === 'json' ? 'json' : 'csv')}
        >
          <div className={classes.formats}>
            <Radio value="csv" label={t('send.csv')} />
            <Radio value="json" label={t('send.json')} />
          </div>
        </Radio.Group>
        <Button leftSection={<IconDownload size={20} aria-hidden />} onClick={send}>
          {t('send.export')}
        </Button>
      </div>
      {handed ? (
        <Notice tone="plain" title={t('send.handed', { name: handed.fileName })}>
          {t('send.what', { count: measures.length, bytes: handed.bytes })}
        </Notice>
      ) : null}
    </Card>
  )
}

const Row = ({ measure }: { measure: Measure }) => {
  const { t, i18n } = useTranslation('insight')
  const unit = measure.unit === 'hours' ? t('preview.hours') : ''
  return (
    <tr>
      <th scope="row">{measure.label}</th>
      <td className={classes.number}>
        {measure.value === null ? (
          <span className={classes.hidden}>
            <IconEyeOff size={18} aria-hidden />
            {t('preview.hidden')}
          </span>
        ) : (
          `${new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(measure.value)} ${unit}`.trim()
        )}
      </td>
    </tr>
  )
}

const ExactText = ({ title, text }: { title: string; text: string }) => (
  <details className={classes.exact}>
    <summary>{title}</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by key. */}
    <pre tabIndex={0}>{text}</pre>
  </details>
)
