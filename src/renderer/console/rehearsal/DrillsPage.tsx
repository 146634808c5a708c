/** @file The drills to choose from: what each practises, and how long it takes. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
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
import { useDrillLanguage } from './drill-language'
import { SessionOpenNotice } from './SessionOpenNotice'
import { askedDrillProblem } from './use-asked-drill'
import { useDrillStart } from './use-drill-start'
import './words'

/** The page. */
export const DrillsPage = () => {
  const { t } = useTranslation('rehearsal')
  const isInRoom = useEnteredSession() !== null
  const language = useDrillLanguage()
  const drills = useQuery(
    queries.rehearsal.drills.queryOptions({ input: { language }, staleTime: Number.POSITIVE_INFINITY }),
  )
  const asked = usePageStore(askedDrillProblem)
  const start = useDrillStart()
  return (
    <Page title={t('title')} lead={t('lead')}>
      {isInRoom ? (
        <Notice tone="plain" title={t('inRoom.title')}>
          {t('inRoom.body')}
        </Notice>
      ) : null}
      <ProblemNotice error={asked?.kind === 'failed' ? asked.error : start.error} title={t('failed')} />
      {start.data === 'sessionOpen' || asked?.kind === 'sessionOpen' ? <SessionOpenNotice /> : null}
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
                      onStart={() => {
                        askedDrillProblem.set(null)
                        start.mutate(drill.id)
                      }}
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
