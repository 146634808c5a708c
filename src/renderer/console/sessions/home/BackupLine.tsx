/** @file One quiet line on home when a new backup is due, or was to be made by itself and could not be. */
import { useMutationState, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { queries } from '../../queries'
import classes from '../sessions.module.css'

/** The line; nothing where none is due, and while that is not known. */
export const BackupLine = () => {
  const { t } = useTranslation('sessions')
  const place = useQuery(queries.vault.backup.place.queryOptions())
  const failed = useMutationState({
    filters: { mutationKey: queries.vault.backup.make.mutationKey(), status: 'error' },
  })
  if (!place.data?.isDue) return null
  const due = place.data.lastMadeAt === null ? 'home.backup.never' : 'home.backup.due'
  return (
    <p className={classes.quiet}>
      {t(failed.length > 0 ? 'home.backup.failed' : due)} <Link to="/backup">{t('home.backup.open')}</Link>
    </p>
  )
}
