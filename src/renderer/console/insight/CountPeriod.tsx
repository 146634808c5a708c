/** @file Counts one period over all bundles, and says why where it cannot be told. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Period } from '../../../contract/insight'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { Notice } from '../ui/Notice'
import { periodName } from './period-words'

/** The button, and what came of it; the numbers themselves are in the list of what was told. */
export const CountPeriod = ({ period }: { period: Period }) => {
  const { t, i18n } = useTranslation('insight')
  const cache = useQueryClient()
  const count = useMutation(
    queries.insight.rollUp.count.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          cache.invalidateQueries({ queryKey: queries.insight.rollUp.told.key() }),
          cache.invalidateQueries({ queryKey: queries.vault.key() }),
        ])
      },
    }),
  )
  return (
    <>
      <div>
        <Button variant="default" loading={count.isPending} onClick={() => count.mutate({ period })}>
          {t('desk.count', { period: periodName(period, t, i18n.language) })}
        </Button>
      </div>
      <ProblemNotice error={count.error} />
      {count.data?.kind === 'refused' ? (
        <Notice tone="plain" title={t(`desk.whyNot.${count.data.why}.title`)}>
          {t(`desk.whyNot.${count.data.why}.body`)}
        </Notice>
      ) : null}
    </>
  )
}
