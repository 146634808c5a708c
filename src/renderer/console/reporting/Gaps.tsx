/** @file What is still open, as a list to read on the phone. It never stands in the way. */
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card'
import { goToField, wordsKey } from './field-address'
import classes from './Gaps.module.css'

/** The list, in the form's order. */
export const Gaps = ({ paths }: { paths: readonly string[] }) => {
  const { t } = useTranslation('reporting')
  return (
    <Card tone="sunk" label={t('gaps.title')}>
      <div>
        <h2>{t('gaps.title')}</h2>
        <p className={classes.lead}>{paths.length === 0 ? t('gaps.none') : t('gaps.lead')}</p>
      </div>
      {paths.length > 0 ? (
        <ul className={classes.list}>
          {paths.map((path) => (
            <li key={path}>
              <UnstyledButton className={classes.gap} onClick={() => goToField(path)}>
                {t(`fields.${wordsKey(path)}`)}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}
