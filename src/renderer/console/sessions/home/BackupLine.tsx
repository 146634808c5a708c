/** @file One quiet line on home when a new backup is due. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { queries } from '../../queries'
import classes from '../sessions.module.css'

/** The line; nothing where none is due, and while that is not known. */
export const BackupLine = () => {
  const { t } = useTranslation('sessions')
  const place = useQuery(queries.vault.backup.place.queryOptions())
  if (!place.data?.isDue) return null
  return (
    <p className={classes.quiet}>
      {t(place.data.lastMadeAt === null ? 'home.backup.never' : 'home.backup.due')}{' '}
      <Link to="/backup">{t('home.backup.open')}</Link>
    </p>
  )
}
