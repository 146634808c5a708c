/** @file Hand-off of one debrief: reads it and its charter, and says why where none is possible. */
import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { DebriefId } from '../../../../contract/primitives'
import { ProblemNotice } from '../../ProblemNotice'
import { queries } from '../../queries'
import { EmptyState } from '../../ui/EmptyState'
import { Page } from '../../ui/Page'
import { codeOf } from '../../words/problems'
import { HandOffForm } from './HandOffForm'
import './words'

/** The page. */
export const HandOffPage = ({ debriefId: address }: { debriefId: string }) => {
  const { t } = useTranslation('debrief')
  const debriefId = DebriefId.safeParse(address).data
  const stored = useQuery({
    ...queries.debrief.get.queryOptions({ input: debriefId === undefined ? skipToken : { debriefId } }),
    gcTime: 0,
    refetchOnMount: 'always',
  })
  const charterId = stored.data?.charterId
  const pack = useQuery(
    queries.charters.get.queryOptions({ input: charterId === undefined ? skipToken : { charterId } }),
  )
  const error = debriefId === undefined ? { code: 'NOT_FOUND' } : (stored.error ?? pack.error)
  const isPackGone = stored.data !== undefined && pack.error !== null && codeOf(pack.error) === 'NOT_FOUND'
  const back = (
    <Button
      variant="default"
      component={Link}
      href={stored.data === undefined ? '/debrief' : `/debrief/${stored.data.id}`}
    >
      {t(stored.data === undefined ? 'editor.all' : 'handOff.back')}
    </Button>
  )
  const inside = (): ReactNode => {
    if (isPackGone)
      return <Refused title={t('handOff.charterGone')} body={t('handOff.charterGoneWhat')} back={back} />
    if (error) return <ProblemNotice error={error} actions={back} />
    if (!stored.data || !pack.data) return <p role="status">{t('app:loading')}</p>
    const { handOff, settings, organization } = pack.data
    if (settings.debrief.value === 'off') {
      return <Refused title={t('off.title')} body={t('off.body')} back={back} />
    }
    if (handOff?.isAllowed === false) {
      return (
        <Refused title={t('handOff.forbidden', { organization })} body={handOff.text} back={back}>
          <p>{t('handOff.forbiddenInstead')}</p>
        </Refused>
      )
    }
    if (stored.data.isDraft) {
      return <Refused title={t('handOff.draft')} body={t('handOff.draftWhat')} back={back} />
    }
    return <HandOffForm debrief={stored.data} pack={pack.data} back={back} />
  }
  return (
    <Page title={t('handOff.title')} lead={t('handOff.lead')} width="narrow">
      {inside()}
    </Page>
  )
}

interface RefusedProps {
  title: string
  body: string
  back: ReactNode
  children?: ReactNode
}

const Refused = ({ title, body, back, children }: RefusedProps) => (
  <EmptyState title={title} action={back}>
    <p>{body}</p>
    {children}
  </EmptyState>
)
