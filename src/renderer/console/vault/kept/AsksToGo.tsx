/** @file Entries whose end date has come and that are never removed silently: keep longer, or forget. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { KeptEntry, KeptKind, KeptKindId } from '../../../../contract/vault'
import { client } from '../../client'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { Card } from '../../ui/Card'
import { useEntryLabel } from './entry-label'
import { entryKey, type useForgetting } from './forgetting'
import classes from './kept.module.css'

type ForgettingHandle = ReturnType<typeof useForgetting>

/** One card per entry that asks; nothing where none does. */
export const AsksToGo = ({ kinds, forgetting }: { kinds: KeptKind[]; forgetting: ForgettingHandle }) => (
  <>
    {kinds.flatMap(({ kind, entries }) =>
      entries
        .filter(
          ({ isAskingToGo, id }) => isAskingToGo && !forgetting.state.waiting.includes(entryKey(kind, id)),
        )
        .map((entry) => (
          <Asks key={entryKey(kind, entry.id)} kind={kind} entry={entry} forgetting={forgetting} />
        )),
    )}
  </>
)

const Asks = (props: { kind: KeptKindId; entry: KeptEntry; forgetting: ForgettingHandle }) => {
  const { kind, entry, forgetting } = props
  const { t } = useTranslation('vault')
  const queryClient = useQueryClient()
  const labelOf = useEntryLabel()
  const keep = useMutation({
    mutationFn: () => client.vault.keepLonger({ kind, id: entry.id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.vault.kept.key() }),
  })
  return (
    <Card tone="asks" label={t('kept.asks.title')}>
      <h2>{t('kept.asks.title')}</h2>
      <p>
        <strong>
          {t(`kept.kinds.${kind}.name`)}: <bdi>{labelOf(entry)}</bdi>
        </strong>
      </p>
      <p>{t('kept.asks.body')}</p>
      <ProblemNotice error={keep.error} />
      <div className={`${classes.actions} no-print`}>
        <Button loading={keep.isPending} onClick={() => keep.mutate()}>
          {entry.longerDays === undefined
            ? t('kept.keepLonger')
            : t('kept.keepLongerDays', { count: entry.longerDays })}
        </Button>
        <Button variant="default" onClick={() => forgetting.forget(kind, entry)}>
          {t('kept.forget')}
        </Button>
      </div>
    </Card>
  )
}
