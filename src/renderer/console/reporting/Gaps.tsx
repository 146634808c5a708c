/** @file What is still open, as a list to read on the phone. It never stands in the way. */
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card'
import { fieldId, wordsKey } from './body'
import classes from './Gaps.module.css'

const controls = 'input, textarea, select, button'

/** Moves to a field, or to the nearest group that holds it. */
export const goToField = (path: string): void => {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const field = document.getElementById(fieldId(parts.slice(0, length).join('.')))
    if (!field) continue
    const control = field.matches(controls) ? field : field.querySelector<HTMLElement>(controls)
    control?.focus({ preventScroll: true })
    field.scrollIntoView({ block: 'center' })
    return
  }
}

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
