/** @file The drills to choose from: what each practises, and how long it takes. */
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { DrillKind, type DrillSummary } from '../../../contract/rehearsal'
import { Answered } from '../Answered'
import { useEnteredSession } from '../meeting'
import { ProblemNotice } from '../ProblemNotice'
import { usePageStore } from '../page-store'
import { queries } from '../queries'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { Row, Rows } from '../ui/Rows'
import { Section } from '../ui/Section'
import { startDrill } from './start-drill'
import { askedDrillProblem } from './use-asked-drill'
import './words'

/** The page. */
export const DrillsPage = () => {
  const { t } = useTranslation('rehearsal')
  const [, navigate] = useLocation()
  const isInRoom = useEnteredSession() !== null
  const drills = useQuery(queries.rehearsal.drills.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const asked = usePageStore(askedDrillProblem)
  const start = useMutation({
    mutationFn: (drillId: string) => {
      askedDrillProblem.set(null)
      return startDrill(drillId)
    },
    onSuccess: (begun) => {
      if (begun === 'began') navigate('/room')
      if (begun === 'noCharter') navigate('/charter')
    },
  })
  return (
    <Page title={t('title')} lead={t('lead')}>
      {isInRoom ? (
        <Notice tone="plain" title={t('inRoom.title')}>
          {t('inRoom.body')}
        </Notice>
      ) : null}
      <ProblemNotice error={asked?.kind === 'failed' ? asked.error : start.error} title={t('failed')} />
      {start.data === 'sessionOpen' || asked?.kind === 'sessionOpen' ? (
        <Notice
          tone="problem"
          title={t('sessionOpen.title')}
          actions={
            <Button variant="default" onClick={() => navigate('/')}>
              {t('sessionOpen.home')}
            </Button>
          }
        >
          {t('sessionOpen.body')}
        </Notice>
      ) : null}
      <Answered asked={drills}>
        {(all) =>
          DrillKind.options
            .map((kind) => ({ kind, some: all.filter((drill) => drill.kind === kind) }))
            .filter(({ some }) => some.length > 0)
            .map(({ kind, some }) => (
              <Section key={kind} title={t(`kind.${kind}`)} isRegion>
                <Rows>
                  {some.map((drill) => (
                    <DrillRow
                      key={drill.id}
                      drill={drill}
                      isDisabled={isInRoom || start.isPending}
                      onStart={() => start.mutate(drill.id)}
                    />
                  ))}
                </Rows>
              </Section>
            ))
        }
      </Answered>
    </Page>
  )
}

const DrillRow = ({
  drill,
  isDisabled,
  onStart,
}: {
  drill: DrillSummary
  isDisabled: boolean
  onStart: () => void
}) => {
  const { t } = useTranslation('rehearsal')
  const labelId = useId()
  return (
    <Row
      label={drill.title}
      labelId={labelId}
      said={`${drill.practises} ${t('minutes', { count: drill.minutes })}`}
      aside={
        <Button
          variant="default"
          disabled={isDisabled}
          aria-label={t('start', { title: drill.title })}
          aria-describedby={labelId}
          onClick={onStart}
        >
          {t('startShort')}
        </Button>
      }
    />
  )
}
