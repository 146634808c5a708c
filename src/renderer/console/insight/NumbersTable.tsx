/** @file Numbers as a table: a row each, a hidden one with its mark. */
import { IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Measure, measureId } from '../../../contract/insight'
import { measureName, type PacksById } from './measure-words'
import classes from './Preview.module.css'

/** How a table looks: classes of its own, and what stands before the word for a hidden number. */
export interface TableLook {
  table?: string | undefined
  number: string | undefined
  hidden: (word: string) => ReactNode
}

const onScreen: TableLook = {
  table: classes.table,
  number: classes.number,
  hidden: (word) => (
    <span className={classes.hidden}>
      <IconEyeOff size={18} aria-hidden />
      {word}
    </span>
  ),
}

/** The rows, in their order; as on screen where no other look is given. */
export const NumbersTable = (props: { measures: readonly Measure[]; packs: PacksById; look?: TableLook }) => {
  const { measures, packs, look = onScreen } = props
  const { t, i18n } = useTranslation('insight')
  // Hours are rounded to a tenth where they are counted.
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const words = ({ value, unit }: Measure): ReactNode => {
    if (value === null) return look.hidden(t('preview.hidden'))
    return `${format.format(value)} ${unit === 'hours' ? t('preview.hours') : ''}`.trim()
  }
  return (
    <table className={look.table}>
      <thead>
        <tr>
          <th scope="col">{t('preview.what')}</th>
          <th scope="col" className={look.number}>
            {t('preview.number')}
          </th>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measureId(measure)}>
            <th scope="row">{measureName(measure, packs, t)}</th>
            <td className={look.number}>{words(measure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
