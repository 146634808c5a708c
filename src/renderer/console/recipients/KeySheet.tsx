/** @file One's own key on paper: the half that others seal to, and its words. Nothing else of the page is printed. */
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { OwnKey } from '../../../contract/own-keys'
import { dayOf } from '../ui/when'
import classes from './recipients.module.css'
import { SpokenWords } from './SpokenWords'

/** The sheet. It names nobody: who gives it away writes on it whose it is. */
export const KeySheet = ({ own }: { own: OwnKey }) => {
  const { t, i18n } = useTranslation('recipients')
  return createPortal(
    <article className={classes.sheet} data-print-sheet aria-label={t('own.sheet.title')}>
      <h1>{t('own.sheet.title')}</h1>
      <p>{t('own.sheet.lead')}</p>
      <p className={classes.key} translate="no">
        <bdi>{own.key}</bdi>
      </p>
      <h2>{t('spoken')}</h2>
      <p>{t('own.sheet.compare')}</p>
      <SpokenWords spoken={own.spoken} />
      <p>
        {t('own.sheet.madeOn', { day: dayOf(own.madeAt, i18n.language) })} {t('own.sheet.keep')}
      </p>
    </article>,
    document.body,
  )
}
