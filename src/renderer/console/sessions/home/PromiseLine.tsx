/** @file Home's last line: the promise, written from the live schema, with its proof one click away. */

import { IconEyeOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { queries } from '../../queries'
import { alsoHere } from '../promise'
import classes from '../sessions.module.css'

/** Says nothing it has not just read: while the vault has not answered there is only the link. */
export const PromiseLine = () => {
  const { t, i18n } = useTranslation('sessions')
  const kept = useQuery(queries.vault.kept.queryOptions())
  const also = alsoHere(kept.data ?? []).map(({ kind, count }) => t(`home.promise.${kind}`, { count }))
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(also)
  return (
    <section className={classes.promise} aria-label={t('home.promise.label')}>
      <IconEyeOff size={22} aria-hidden />
      <p>
        {kept.data ? `${t('home.promise.words')} ` : null}
        {also.length > 0 ? `${t('home.promise.also', { list })} ` : null}
        <Link href="/kept">{t('home.promise.link')}</Link>
      </p>
    </section>
  )
}
