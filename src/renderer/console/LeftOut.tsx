/** @file Beside a list: how many of its entries cannot be read and are left out of it, or that this is not known; and what can be done. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ListId } from '../../contract/vault'
import { queries } from './queries'
import { Notice } from './ui/Notice'

/** The notice, for the lists that stand together in one place; nothing where nothing is left out. */
export const LeftOut = ({ of }: { of: ListId[] }) => {
  const { t } = useTranslation('app')
  const leftOut = useQuery(queries.vault.leftOut.queryOptions({ input: { of } }))
  if (leftOut.isError && leftOut.data === undefined)
    return (
      <Notice
        tone="wait"
        title={t('leftOut.unknown')}
        actions={
          <Button variant="default" className="no-print" onClick={() => void leftOut.refetch()}>
            {t('tryAgain')}
          </Button>
        }
      />
    )
  const count = (leftOut.data ?? []).reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return null
  // What is no entry of a list has words of its own.
  const special = (['contacts', 'forgottenNotes'] as const).find((list) => of.includes(list))
  return (
    <Notice
      tone="wait"
      title={special ? t(`leftOut.${special}`) : t('leftOut.title', { count })}
      actions={
        special ? undefined : (
          <Button variant="default" className="no-print" component={Link} href="/kept">
            {t('nav.kept')}
          </Button>
        )
      }
    >
      {t(special ? `leftOut.${special}Body` : 'leftOut.body')}
    </Notice>
  )
}
