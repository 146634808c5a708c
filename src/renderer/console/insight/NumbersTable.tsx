/** @file Numbers as a table: a row each, a hidden one with its mark. */
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Measure, measureId } from '../../../contract/insight'
import { measureName, type PacksById } from './measure-words'
import classes from './Preview.module.css'

/** The rows, in their order. */
export const NumbersTable = ({ measures, packs }: { measures: readonly Measure[]; packs: PacksById }) => {
  const { t } = useTranslation('insight')
  return (
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
          <Row key={measureId(measure)} measure={measure} name={measureName(measure, packs, t)} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ measure, name }: { measure: Measure; name: string }) => {
  const { t, i18n } = useTranslation('insight')
  const unit = measure.unit === 'hours' ? t('preview.hours') : ''
  return (
    <tr>
      <th scope="row">{name}</th>
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
