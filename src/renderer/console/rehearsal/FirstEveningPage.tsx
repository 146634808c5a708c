/** @file The guided first evening, before and after its room: what it is made of, and the one act that is next. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useEnteredSession } from '../meeting'
import { NEW_DEBRIEF_PATH } from '../new-debrief'
import { ProblemNotice } from '../ProblemNotice'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { Pill } from '../ui/Pill'
import classes from './DrillOverPage.module.css'
import {
  type EveningSoFar,
  FIRST_EVENING,
  leaveFirstEvening,
  useFirstEvening,
  waitedFor,
} from './first-evening'
import { FIRST_EVENING_DRILL } from './paths'
import { SessionOpenNotice } from './SessionOpenNotice'
import { useDrillStart } from './use-drill-start'
import './words'

/** The page. */
export const FirstEveningPage = () => {
  const { t } = useTranslation('rehearsal')
  const [, navigate] = useLocation()
  const evening = useFirstEvening()
  const isInRoom = useEnteredSession() !== null
  const start = useDrillStart()
  const act = evening === null ? 'open' : waitedFor(evening)
  const leave = () => {
    leaveFirstEvening()
    navigate('/')
  }
  return (
    <Page title={t('evening.title')} lead={t('evening.lead')} width="narrow">
      <ProblemNotice error={start.error} title={t('evening.failed')} />
      {start.data === 'sessionOpen' ? <SessionOpenNotice /> : null}
      <ActList evening={evening ?? {}} />
      {isInRoom ? (
        <Notice tone="plain" title={t('inRoom.title')}>
          {t(evening === null ? 'inRoom.body' : 'evening.inRoom')}
        </Notice>
      ) : null}
      <div className={classes.actions}>
        {isInRoom ? (
          <Button onClick={() => navigate('/room')}>{t('evening.back')}</Button>
        ) : act === 'debrief' ? (
          <>
            <Button onClick={() => navigate(NEW_DEBRIEF_PATH)}>{t('evening.openDebrief')}</Button>
            <Button variant="default" onClick={leave}>
              {t('evening.leave')}
            </Button>
          </>
        ) : (
          <>
            <Button loading={start.isPending} onClick={() => start.mutate(FIRST_EVENING_DRILL)}>
              {t(evening === null ? 'evening.open' : 'evening.again')}
            </Button>
            <Button variant="default" onClick={leave}>
              {t(evening === null ? 'evening.notNow' : 'evening.leave')}
            </Button>
          </>
        )}
      </div>
    </Page>
  )
}

/** Every act in its order, with what became of it. */
const ActList = ({ evening }: { evening: EveningSoFar }) => {
  const { t } = useTranslation('rehearsal')
  return (
    <ol className={classes.list}>
      {FIRST_EVENING.map((act) => {
        const outcome = evening[act]
        return (
          <li key={act}>
            {t(`evening.act.${act}`)}{' '}
            {outcome === undefined ? null : (
              <span className={classes.outcome}>
                <Pill state={outcome === 'done' ? 'held' : 'quiet'}>{t(`evening.${outcome}`)}</Pill>
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
