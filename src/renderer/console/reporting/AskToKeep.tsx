/** @file Seven days after its last change a draft asks whether to stay; nothing is removed silently. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../contract/reporting'
import { client } from '../client'
import { queries } from '../queries'
import { Notice } from '../ui/Notice'
import { dayOf } from '../ui/when'
import { useProblemWords } from '../words/problems'

/** The question, when its day has come. */
export const AskToKeep = ({ report, onForget }: { report: Report; onForget: () => void }) => {
  const { t, i18n } = useTranslation('reporting')
  const problem = useProblemWords()
  const cache = useQueryClient()
  const [isAsking] = useState(() => Date.parse(report.asksAt) <= Date.now())
  const keep = useMutation({
    mutationFn: () => client.vault.keepLonger({ kind: 'reports', id: report.id }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queries.reporting.list.key() })
    },
  })
  if (!isAsking) return null
  if (keep.isSuccess) return <Notice tone="plain" title={t('ask.keptTitle')} />
  return (
    <Notice
      tone="wait"
      title={t('ask.title', { day: dayOf(report.asksAt, i18n.language) })}
      actions={
        <>
          <Button loading={keep.isPending} onClick={() => keep.mutate()}>
            {t('ask.keep')}
          </Button>
          <Button variant="default" onClick={onForget}>
            {t('form.forget')}
          </Button>
        </>
      }
    >
      {t('ask.body')}
      {keep.error ? <p role="alert">{problem(keep.error).title}</p> : null}
    </Notice>
  )
}
