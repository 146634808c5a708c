/** @file Seven days after its last change a draft asks whether to stay, a sealed report after thirty; none goes silently. */
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

/** The question, when its day has come. `onForget` left out: how it may go is said elsewhere on the page. */
export const AskToKeep = ({ report, onForget }: { report: Report; onForget?: () => void }) => {
  const { t, i18n } = useTranslation('reporting')
  const isSealed = report.state === 'sealed'
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
  if (keep.isSuccess)
    return <Notice tone="plain" title={t(isSealed ? 'ask.keptSealedTitle' : 'ask.keptTitle')} />
  return (
    <Notice
      tone="wait"
      title={t(isSealed ? 'ask.sealedTitle' : 'ask.title', { day: dayOf(report.asksAt, i18n.language) })}
      actions={
        <>
          <Button loading={keep.isPending} onClick={() => keep.mutate()}>
            {t(isSealed ? 'ask.keepSealed' : 'ask.keep')}
          </Button>
          {onForget ? (
            <Button variant="default" onClick={onForget}>
              {t('form.forget')}
            </Button>
          ) : null}
        </>
      }
    >
      {t(isSealed ? 'ask.sealedBody' : 'ask.body')}
      {keep.error ? <p role="alert">{problem(keep.error).title}</p> : null}
    </Notice>
  )
}
