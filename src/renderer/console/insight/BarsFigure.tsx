/** @file Bars with what they are called, what their colours mean, and the same numbers as a table behind them. */
import { useTranslation } from 'react-i18next'
import { loaded } from '../ui/loaded'
import type { BarRow } from './Bars'
import classes from './BarsFigure.module.css'
import tableClasses from './Preview.module.css'

const Bars = loaded(async () => (await import('./Bars')).Bars)

/** What is shown. `hidden` in the table: where a value is null. */
export interface BarsFigureProps {
  title: string
  rows: readonly BarRow[]
  series: readonly string[]
  format: (value: number) => string
}

/** The figure. Where every value is hidden there is nothing to draw, and the table says so. */
export const BarsFigure = ({ title, rows, series, format }: BarsFigureProps) => {
  const { t } = useTranslation('insight')
  const drawn = rows.filter(({ values }) => series.some((name) => typeof values[name] === 'number'))
  return (
    <figure className={classes.figure}>
      <figcaption>
        <h3>{title}</h3>
        {series.length > 1 && drawn.length > 0 ? (
          <p className={classes.legend} aria-hidden>
            {series.map((name, at) => (
              <span key={name} data-series={at}>
                {name}
              </span>
            ))}
          </p>
        ) : null}
      </figcaption>
      {drawn.length > 0 ? (
        <Bars rows={drawn} series={series} format={format} />
      ) : (
        <p className={tableClasses.quiet}>{t('charts.nothing')}</p>
      )}
      <details className={tableClasses.exact}>
        <summary>{t('charts.table', { title })}</summary>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('preview.what')}</th>
              {series.map((name) => (
                <th key={name} scope="col" className={tableClasses.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {series.map((one) => {
                  const value = values[one]
                  return (
                    <td key={one} className={tableClasses.number}>
                      {typeof value === 'number' ? format(value) : t('preview.hidden')}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
