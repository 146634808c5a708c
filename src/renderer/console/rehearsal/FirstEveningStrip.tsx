/** @file Above the pages once the room of a guided evening is closed: its last act, and its end. */
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useEnteredSession } from '../meeting'
import { NEW_DEBRIEF_PATH } from '../new-debrief'
import { useNamedAct } from '../ui/keys'
import { Strip } from '../ui/Strip'
import { didAct, leaveFirstEvening, useFirstEvening, waitedFor } from './first-evening'
import { FIRST_EVENING_PATH } from './paths'
import './words'

/** Nothing where no guided evening is going on, and in its room, which has a strip of its own. */
export const FirstEveningStrip = () => {
  const evening = useFirstEvening()
  const isInRoom = useEnteredSession() !== null
  const [path] = useLocation()
  const act = evening === null ? null : waitedFor(evening)
  const isWriting = path === NEW_DEBRIEF_PATH
  useEffect(() => {
    if (act === 'debrief' && isWriting) didAct('debrief')
  }, [act, isWriting])
  if (evening === null || isInRoom || (act !== 'debrief' && act !== null)) return null
  // The page itself says what is next.
  if (act === 'debrief' && path === FIRST_EVENING_PATH) return null
  return <LastAct isOver={act === null} />
}

const LastAct = ({ isOver }: { isOver: boolean }) => {
  const { t } = useTranslation('rehearsal')
  const [, navigate] = useLocation()
  const leave = () => {
    leaveFirstEvening()
    if (isOver) navigate('/')
  }
  useNamedAct(t(isOver ? 'evening.finish' : 'evening.leave'), leave)
  return (
    <Strip
      label={t('evening.title')}
      actions={
        <>
          {isOver ? null : (
            <Button onClick={() => navigate(NEW_DEBRIEF_PATH)}>{t('evening.openDebrief')}</Button>
          )}
          <Button variant={isOver ? 'filled' : 'default'} onClick={leave}>
            {t(isOver ? 'evening.finish' : 'evening.leave')}
          </Button>
        </>
      }
    >
      <div role="status">
        <p>{t(isOver ? 'evening.over' : 'evening.debriefNext')}</p>
      </div>
    </Strip>
  )
}
