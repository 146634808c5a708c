/** @file The facilitator's own microphone above the list: how the meeting shows it, and the other way round by one press. */
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownKey } from '../../ui/keys'
import { useGlobalMuteNote } from './GlobalMute'
import type { OwnMicrophoneProps } from './OwnMicrophoneKeys'
import classes from './People.module.css'

/** The button; switched off while it is not known which way it stands. */
export const OwnMicrophoneButton = ({ snapshot, room }: OwnMicrophoneProps) => {
  const { t } = useTranslation('meeting')
  const key = useShownKey('Alt M')
  const id = useId()
  const globalNote = useGlobalMuteNote(snapshot)
  const { mute, trouble } = snapshot.microphone
  const isOpen = mute === 'unmuted'
  const Shape = isOpen ? IconMicrophone : IconMicrophoneOff
  const does = t(isOpen ? 'microphone.turnOff' : 'microphone.turnOn')
  return (
    <>
      <button
        type="button"
        className={classes.microphone}
        data-open={isOpen}
        aria-describedby={trouble === null ? undefined : `${id}-note`}
        aria-keyshortcuts={key.aria}
        title={`${does} (${key.shown})`}
        disabled={snapshot.stage.kind !== 'inRoom' || mute === 'unknown'}
        onClick={room.flipMicrophone}
      >
        <Shape size={22} aria-hidden />
        <span className={classes.microphoneWords}>{t(`microphone.button.${mute}`)}</span>
      </button>
      {trouble === null ? null : (
        <span id={`${id}-note`} className={classes.trouble}>
          {t(`microphone.trouble.${trouble}`)}
        </span>
      )}
      {globalNote === null ? null : <span className={classes.keyNote}>{globalNote}</span>}
    </>
  )
}
