/** @file Where to turn, now: lines of the facilitator's own place, the on-call contact, a debrief. Nothing is sent. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Region } from '../../../contract/conduct'
import {
  CrisisLines,
  EmergencyNumbers,
  OnCall,
  PlaceSelect,
  useKnownRegions,
  useOnCall,
  usePlaceHelp,
} from '../conduct'
import { Card } from '../ui/Card'
import classes from './wellbeing.module.css'
import type { WhereTo } from './where-to'
import './words'

/** The card; what is asked for comes first, and the rest is there too. */
export const WhereToTurn = ({ to }: { to: WhereTo }) => {
  const { t } = useTranslation('wellbeing')
  const [place, setPlace] = useState<Region | null>(null)
  const help = usePlaceHelp(place)
  const known = useKnownRegions()
  const onCall = useOnCall()
  const lines = (
    <>
      {to === 'now' ? <EmergencyNumbers help={help} isForSelf /> : null}
      <CrisisLines help={help} />
      <PlaceSelect
        label={t('help.where')}
        value={place}
        emptyLabel={t(help.place.kind === 'notChosen' ? 'help.notSaid' : 'help.own')}
        known={known}
        onChange={setPlace}
      />
    </>
  )
  return (
    <Card label={t('help.title')} tone="asks">
      <h3>{t('help.title')}</h3>
      <p>{t('help.lead')}</p>
      {to === 'now' ? lines : null}
      <OnCall onCall={onCall} />
      {to === 'somebody' ? lines : null}
      <section>
        <h3>{t('help.debriefTitle')}</h3>
        <p className={classes.quiet}>{t('help.debrief')}</p>
        <p>
          <Link to="/debrief">{t('help.toDebrief')}</Link>
        </p>
      </section>
      {to === 'debrief' ? lines : null}
    </Card>
  )
}
