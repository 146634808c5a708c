/**
 * @file The facilitator's own microphone by key, on every page of an open room: one press turns it round, and another key
 * opens it for as long as it is held. What did not happen is said.
 */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../announcer'
import { useHeldKey, useKey } from '../../ui/keys'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'

/** The room, and how the microphone stands in it. */
export interface OwnMicrophoneProps {
  snapshot: Pick<RoomSnapshot, 'stage' | 'microphone'>
  room: Pick<LiveRoomModel, 'flipMicrophone' | 'wishMicrophone'>
}

/** Renders nothing. Its keys act only while we are in the room. */
export const OwnMicrophoneKeys = ({ snapshot, room }: OwnMicrophoneProps) => {
  const { t } = useTranslation('meeting')
  const { trouble, mute } = snapshot.microphone
  const isInRoom = snapshot.stage.kind === 'inRoom'
  useKey(
    { code: 'KeyM', isAlt: true, shownAs: 'Alt M' },
    t('microphone.key'),
    isInRoom ? room.flipMicrophone : undefined,
    { refuse: () => announce(`${t('microphone.key')}: ${t('shelf.notInRoom')}`, 'assertive') },
  )
  useHeldKey(
    { code: 'KeyT', isAlt: true, shownAs: 'Alt T' },
    t('microphone.holdKey'),
    isInRoom ? room.wishMicrophone : undefined,
  )
  const before = useRef({ trouble, mute })
  useEffect(() => {
    const was = before.current
    before.current = { trouble, mute }
    if (trouble !== null && trouble !== was.trouble) announce(t(`microphone.trouble.${trouble}`), 'assertive')
    else if (mute !== was.mute && mute !== 'unknown' && was.mute !== 'unknown')
      announce(t(`microphone.is.${mute}`))
  }, [trouble, mute, t])
  return null
}
