/** @file Said on home until the recovery sheet is known to be on paper. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import classes from '../sessions.module.css'

/** The card; nothing where the sheet was confirmed, and while that is not known. */
export const SheetCard = () => {
  const { t } = useTranslation('sessions')
  const [, navigate] = useLocation()
  const profile = useQuery(queries.vault.profile.queryOptions())
  if (profile.data?.recoverySheetConfirmedAt !== null) return null
  return (
    <Card label={t('home.sheet.title')} tone="asks">
      <h3>{t('home.sheet.title')}</h3>
      <p className={classes.quiet}>{t('home.sheet.body')}</p>
      <div>
        <Button variant="default" onClick={() => navigate('/recovery')}>
          {t('home.sheet.open')}
        </Button>
      </div>
    </Card>
  )
}
