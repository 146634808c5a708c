/**
 * @file How the facilitator's own microphone stands, wherever its keys act and its button is not: on other pages, behind
 * the lock, and while the screen is blanked. Said aloud by its keys, not here.
 */
import { useTranslation } from 'react-i18next'
import { Pill } from '../../ui/Pill'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Bars.module.css'

/** The pill, and what did not happen; nothing where we are not in the room. */
export const OwnMicrophonePill = ({ snapshot }: { snapshot: Pick<RoomSnapshot, 'stage' | 'microphone'> }) => {
  const { t } = useTranslation('meeting')
  const { mute, trouble } = snapshot.microphone
  if (snapshot.stage.kind !== 'inRoom') return null
  return (
    <>
      <Pill state={mute === 'muted' ? 'quiet' : 'wait'}>{t(`microphone.button.${mute}`)}</Pill>
      {trouble === null ? null : <span className={classes.why}>{t(`microphone.trouble.${trouble}`)}</span>}
    </>
  )
}
