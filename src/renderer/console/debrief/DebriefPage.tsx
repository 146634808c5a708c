/** @file One debrief: takes it up where it was laid aside, or reads it and its charter. */

import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CharterPack } from '../../../contract/charters'
import type { Debrief } from '../../../contract/debrief'
import { DebriefId, type PackId } from '../../../contract/primitives'
import { newDebriefCharter } from '../new-debrief'
import { ProblemNotice } from '../ProblemNotice'
import { queries } from '../queries'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { registerWords } from '../words'
import words from '../words/en/debrief.json'
import { codeOf } from '../words/problems'
import { Editor } from './Editor'
import { debriefWritings, findUnstoredNew, newDebriefId, type OpenDebrief, useOpenDebrief } from './writings'

registerWords('debrief', words)

/** Read once for each visit: what is typed must never be replaced by an answer that comes later. */
const once = { gcTime: 0, staleTime: Number.POSITIVE_INFINITY }

/** The page. `debriefId` null: a new one, under the charter that was asked for. */
export const DebriefPage = ({ debriefId }: { debriefId: string | null }) => {
  const { t } = useTranslation('debrief')
  const parsed = debriefId === null ? null : (DebriefId.safeParse(debriefId).data ?? 'none')
  const [newUnder] = useState(newDebriefCharter.read)
  const [aside] = useState(() => {
    if (parsed === null) return findUnstoredNew()
    return parsed === 'none' ? undefined : debriefWritings.find(parsed)
  })
  if (aside) return <Editor writing={aside} />
  if (parsed === 'none') return <Problem title={t('editor.title')} error={{ code: 'NOT_FOUND' }} />
  return <Loading debriefId={parsed} askedCharterId={newUnder} />
}

/** Reads what the editor starts from. */
const Loading = ({
  debriefId,
  askedCharterId,
}: {
  debriefId: DebriefId | null
  askedCharterId: PackId | null
}) => {
  const { t } = useTranslation('debrief')
  const stored = useQuery({
    ...queries.debrief.get.queryOptions({ input: debriefId === null ? skipToken : { debriefId } }),
    ...once,
  })
  const chosen = useQuery({
    ...queries.charters.chosen.queryOptions({ enabled: debriefId === null && askedCharterId === null }),
    ...once,
  })
  const charterId = debriefId === null ? (askedCharterId ?? chosen.data?.id) : stored.data?.charterId
  const pack = useQuery({
    ...queries.charters.get.queryOptions({ input: charterId === undefined ? skipToken : { charterId } }),
    ...once,
  })
  const title = debriefId === null ? t('editor.newTitle') : t('editor.title')
  // A debrief outlives its charter's pack: it can still be read and reworked, without the questions.
  const isPackGone = pack.error !== null && codeOf(pack.error) === 'NOT_FOUND'
  const error = stored.error ?? chosen.error ?? (isPackGone ? null : pack.error)
  if (error) {
    const retry = () => {
      for (const query of [stored, chosen, pack]) if (query.error) void query.refetch()
    }
    return <Problem title={title} error={error} onRetry={retry} />
  }
  if (debriefId === null && chosen.data === null) {
    return (
      <Page title={title} width="narrow">
        <EmptyState
          title={t('noCharter.title')}
          action={
            <Button component={Link} href="/charter">
              {t('noCharter.choose')}
            </Button>
          }
        >
          <p>{t('noCharter.body')}</p>
        </EmptyState>
      </Page>
    )
  }
  if (charterId === undefined || (pack.data === undefined && !isPackGone)) {
    return (
      <Page title={title} width="narrow">
        <p role="status">{t('app:loading')}</p>
      </Page>
    )
  }
  if (pack.data?.settings.debrief.value === 'off' && !stored.data) {
    return (
      <Page title={title} width="narrow">
        <EmptyState title={t('off.title')}>
          <p>{t('off.body')}</p>
        </EmptyState>
      </Page>
    )
  }
  return <Begin charterId={charterId} pack={pack.data ?? null} stored={stored.data ?? null} />
}

interface BeginProps {
  charterId: string
  pack: CharterPack | null
  stored: Debrief | null
}

/** Begins writing, once for as long as the page is shown. */
const Begin = ({ charterId, pack, stored }: BeginProps) => {
  const open = useOpenDebrief()
  const [writing] = useState(
    (): OpenDebrief => open({ debriefId: stored?.id ?? newDebriefId(), charterId, pack, stored }),
  )
  return <Editor writing={writing} />
}

const Problem = ({ title, error, onRetry }: { title: string; error: unknown; onRetry?: () => void }) => {
  const { t } = useTranslation('debrief')
  return (
    <Page title={title} width="narrow">
      <ProblemNotice
        error={error}
        actions={
          <>
            {onRetry ? <Button onClick={onRetry}>{t('app:tryAgain')}</Button> : null}
            <Button variant="default" component={Link} href="/debrief">
              {t('editor.all')}
            </Button>
          </>
        }
      />
    </Page>
  )
}
