/** @file What each number means: its unit, where it comes from, by whose clocks, and what it cannot say. */
import { useTranslation } from 'react-i18next'
import { WorkMeasure } from '../../../contract/insight'
import { Card } from '../ui/Card'
import classes from './Preview.module.css'

const defined = [...WorkMeasure.options, 'acts'] as const

/** All measures there are, in the order of the table. */
export const Definitions = () => {
  const { t } = useTranslation('insight')
  return (
    <Card label={t('define.title')}>
      <details className={classes.exact}>
        <summary>{t('define.title')}</summary>
        <p className={classes.quiet}>{t('define.zone')}</p>
        <dl className={classes.definitions}>
          {defined.map((measure) => (
            <div key={measure}>
              <dt>{t(`define.${measure}.name`)}</dt>
              <dd>
                {t(`define.${measure}.source`)} {t(`define.${measure}.not`)}
              </dd>
            </div>
          ))}
        </dl>
        <p className={classes.quiet}>{t('define.notCounted')}</p>
      </details>
    </Card>
  )
}
