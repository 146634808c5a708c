/** @file How a drill went: what was done, in plain words. Times only when asked for, and nothing is kept. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation } from 'wouter'
import type { CharterPack } from '../../../contract/charters'
import type { Drill, FittingAct } from '../../../contract/rehearsal'
import { Answered } from '../Answered'
import { CardSource } from '../conduct'
import { queries } from '../queries'
import { Page } from '../ui/Page'
import { Pill } from '../ui/Pill'
import { Section } from '../ui/Section'
import classes from './DrillOverPage.module.css'
import { type FinishedDrill, useFinishedDrill } from './drill-run'
import { judgeDrill, type Verdict } from './judge'
import './words'

/** The page; without a drill that was left it leads to the list. */
export const DrillOverPage = () => {
  const run = useFinishedDrill()
  return run ? <Over run={run} /> : <Redirect to="/drills" replace />
}

const Over = ({ run }: { run: FinishedDrill }) => {
  const { t } = useTranslation('rehearsal')
  const [, navigate] = useLocation()
  const [isTimed, setIsTimed] = useState(false)
  const { drill, charterId, log, isOver } = run
  const pack = useQuery(
    queries.charters.get.queryOptions({ input: { charterId }, staleTime: Number.POSITIVE_INFINITY }),
  )
  const verdicts = judgeDrill(drill, log, isOver)
  const hasTimes = verdicts.some((verdict) => verdict.kind === 'kept' && verdict.elapsedMs !== null)
  return (
    <Page title={t('over.title', { title: drill.title })} lead={t('over.lead')} width="narrow">
      <Section title={t('over.went')} isRegion>
        <ul className={classes.list}>
          {verdicts.map((verdict, index) => (
            // Goals have no id: their place is what they are known by, and it never changes.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <VerdictLine key={index} verdict={verdict} isTimed={isTimed} />
          ))}
        </ul>
        {hasTimes ? (
          <div>
            <Button variant="default" aria-pressed={isTimed} onClick={() => setIsTimed((now) => !now)}>
              {t(isTimed ? 'over.hideTimes' : 'over.showTimes')}
            </Button>
          </div>
        ) : null}
      </Section>
      <Section title={t('over.charter')} isRegion>
        <Answered asked={pack}>{(charter) => <Cited drill={drill} pack={charter} />}</Answered>
      </Section>
      <Section title={t('over.way')} lead={t('over.wayLead')} isRegion>
        <ol className={classes.list}>
          {drill.fitting.map(({ act }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: acts have no id, and their order never changes
            <li key={index}>
              <ActWords act={act} pack={pack.data ?? null} />
            </li>
          ))}
        </ol>
      </Section>
      <div className={classes.actions}>
        <Button onClick={() => navigate('/drills')}>{t('over.again')}</Button>
        <Button variant="default" onClick={() => navigate('/')}>
          {t('over.home')}
        </Button>
      </div>
    </Page>
  )
}

const VerdictLine = ({ verdict, isTimed }: { verdict: Verdict; isTimed: boolean }) => {
  const { t } = useTranslation('rehearsal')
  switch (verdict.kind) {
    case 'notReached':
      return (
        <li>
          <Pill state="quiet">{t('over.notReached')}</Pill>
          <p>{t('over.notReachedBody')}</p>
        </li>
      )
    case 'leftEarly':
      return (
        <li>
          <Pill state="quiet">{t('over.leftEarly')}</Pill>
          <p>{t('over.leftEarlyBody')}</p>
        </li>
      )
    case 'missed':
      return (
        <li>
          <Pill state="wait">{t('over.missed')}</Pill>
          <p>{verdict.words}</p>
        </li>
      )
    case 'kept':
      return (
        <li>
          <Pill state="held">{t('over.kept')}</Pill>
          <p>{verdict.words}</p>
          {isTimed && verdict.elapsedMs !== null ? (
            <p className={classes.aside}>
              {t('over.after', { count: Math.max(1, Math.round(verdict.elapsedMs / 1000)) })}
            </p>
          ) : null}
        </li>
      )
  }
}

/** What the charter itself says of this: its reasons and its card, where it has them. */
const Cited = ({ drill, pack }: { drill: Drill; pack: CharterPack }) => {
  const { t } = useTranslation('rehearsal')
  const reasons = pack.reasons.filter(({ id }) => drill.reasonIds.includes(id))
  const card = [...pack.crisisCards, ...pack.conductCards].find(({ id }) => id === drill.cardId)
  if (reasons.length === 0 && !card) return <p>{t('over.noClause')}</p>
  return (
    <ul className={classes.list}>
      {reasons.map(({ id, label, source }) => (
        <li key={id}>
          <p className={classes.label}>{label}</p>
          <CardSource source={source} clauses={pack.clauses} />
        </li>
      ))}
      {card ? (
        <li>
          <p className={classes.label}>{t('over.card', { title: card.title })}</p>
          <CardSource source={card.source} clauses={pack.clauses} />
        </li>
      ) : null}
    </ul>
  )
}

const ActWords = ({ act, pack }: { act: FittingAct['act']; pack: CharterPack | null }) => {
  const { t } = useTranslation('rehearsal')
  switch (act.kind) {
    case 'muted':
    case 'removed':
    case 'writtenTo':
    case 'askedToSpeak':
    case 'admitted':
    case 'turnedAway':
      return t(`act.${act.kind}`, { guest: act.guest })
    case 'opensCard': {
      const card = [...(pack?.crisisCards ?? []), ...(pack?.conductCards ?? [])].find(
        ({ id }) => id === act.cardId,
      )
      return card ? t('act.opensCard', { title: card.title }) : t('act.opensCards')
    }
    case 'wroteToEveryone':
    case 'locked':
    case 'unlocked':
    case 'quieted':
    case 'quietEnded':
    case 'spoke':
    case 'fellSilent':
    case 'startsReport':
      return t(`act.${act.kind}`)
  }
}
