/** @file Acts whose control is on another page than this one, listed so that they can be found from here. */
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { announce } from '../../announcer'
import { beginDuty } from '../../duties'
import { useEnteredSession } from '../../meeting'
import { NEW_DEBRIEF_PATH, newDebriefCharter } from '../../new-debrief'
import { FIRST_EVENING_PATH } from '../../rehearsal'
import { useStartReport } from '../../reporting'
import { useNamedAct } from '../../ui/keys'
import { WELLBEING_PATH } from '../../WellbeingOffer'
import { usePlaceGroups, useWork } from '../places'
import { ROOM_PATH } from '../room-path'
import './words'

/** Pages without a place in the navigation, and those of them that only who facilitates has on their screen. */
const FURTHER = [
  { to: '/passphrase', word: 'passphrase' },
  { to: '/recovery', word: 'recovery' },
  { to: '/backup', word: 'backup' },
  { to: '/charter/compose', word: 'compose' },
  { to: '/about', word: 'about' },
] as const
const FACILITATING = [
  { to: '/groups/new', word: 'newGroup' },
  { to: WELLBEING_PATH, word: 'wellbeing' },
  { to: FIRST_EVENING_PATH, word: 'firstEvening' },
] as const

/** Renders nothing; lists what is not on every page, and in the live view the places too. */
export const OwnActs = () => {
  const { t } = useTranslation('palette')
  const [path, navigate] = useLocation()
  const entered = useEnteredSession()
  const places = usePlaceGroups().flatMap((group) => group.places)
  const isFacilitating = useWork() !== 'leads'
  const isLive = entered !== null && path === ROOM_PATH
  const charterId = entered?.session.charterId
  return (
    <>
      {isLive ? places.map(({ to, word }) => <GoTo key={to} to={to} called={t(`app:nav.${word}`)} />) : null}
      {/* In the live view the room's own is listed. In a drill there is nobody to report about. */}
      {isLive || entered?.practice ? null : <NewReport charterId={charterId} />}
      {isFacilitating ? (
        <Listed
          called={t('acts.newDebrief')}
          act={() => {
            newDebriefCharter.set(charterId ?? null)
            navigate(NEW_DEBRIEF_PATH)
          }}
        />
      ) : null}
      <Listed
        called={t('acts.newDuty')}
        act={() => {
          void beginDuty()
          navigate('/duties')
        }}
      />
      {[...(isFacilitating ? FACILITATING : []), ...FURTHER].map(({ to, word }) => (
        <GoTo key={to} to={to} called={t(`acts.${word}`)} />
      ))}
    </>
  )
}

const Listed = ({ called, act }: { called: string; act: () => void }) => {
  useNamedAct(called, act)
  return null
}

const GoTo = ({ to, called }: { to: string; called: string }) => {
  const [, navigate] = useLocation()
  return <Listed called={called} act={() => navigate(to)} />
}

const NewReport = ({ charterId }: { charterId: string | undefined }) => {
  const { t } = useTranslation('palette')
  const { mutate } = useStartReport()
  const failed = () => announce(t('reportFailed'), 'assertive')
  return <Listed called={t('acts.newReport')} act={() => mutate(charterId, { onError: failed })} />
}
