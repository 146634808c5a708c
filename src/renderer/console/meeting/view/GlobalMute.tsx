/**
 * @file The key that turns our own microphone off from any other window: listed where the system gave it, and said where
 * it did not. Offered to the shell while a room is open.
 */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { GLOBAL_MUTE_NAME, type GlobalMute } from '../../../../contract/global-mute'
import { announce } from '../../announcer'
import { queries } from '../../queries'
import { isMac } from '../../ui/key-match'
import { useFixedKey, useShownKey } from '../../ui/keys'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'

/** What is used of the room. */
type MutedRoom = Pick<LiveRoomModel, 'wishMicrophone' | 'subscribe' | 'snapshot'>

/** Wishes our microphone off. True once the meeting shows that it is; false where it was not sent, or is not shown. */
export const muteUntilShown = (room: MutedRoom): Promise<boolean> =>
  new Promise((resolve) => {
    // A wish is always followed by a new snapshot: the one before it says nothing of it.
    const stop = room.subscribe(() => {
      const { stage, microphone } = room.snapshot()
      const isOver = stage.kind !== 'inRoom' || microphone.trouble !== null
      if (!isOver && (microphone.isChanging || microphone.mute !== 'muted')) return
      stop()
      resolve(!isOver)
    })
    room.wishMicrophone(false)
  })

/** How the key stands; null while that is not known, and where we are not in the room. */
const useGlobalMute = ({ stage }: Pick<RoomSnapshot, 'stage'>): GlobalMute | null => {
  const isInRoom = stage.kind === 'inRoom'
  const { data } = useQuery(queries.device.globalMute.queryOptions({ enabled: isInRoom }))
  return isInRoom ? (data ?? null) : null
}

const keyName = (): string => `${isMac() ? 'Command' : 'Ctrl'}+Shift+F9`

const Listed = () => {
  const { t } = useTranslation('meeting')
  useFixedKey(keyName(), t('microphone.everywhere.key'))
  return null
}

/** Renders nothing. */
export const GlobalMuteKey = ({
  snapshot,
  room,
}: {
  snapshot: Pick<RoomSnapshot, 'stage'>
  room: MutedRoom
}) => {
  const state = useGlobalMute(snapshot)
  const note = useGlobalMuteNote(snapshot)
  useEffect(() => {
    Object.defineProperty(globalThis, GLOBAL_MUTE_NAME, {
      value: () => muteUntilShown(room),
      configurable: true,
    })
    return () => {
      Reflect.deleteProperty(globalThis, GLOBAL_MUTE_NAME)
    }
  }, [room])
  useEffect(() => {
    if (note !== null) announce(note)
  }, [note])
  return state === 'acts' ? <Listed /> : null
}

/** What to say where the key was to be had and is not; null: nothing. A browser has none, and nobody waits for it. */
export const useGlobalMuteNote = (snapshot: Pick<RoomSnapshot, 'stage'>): string | null => {
  const { t } = useTranslation('meeting')
  const own = useShownKey('Alt M').shown
  const state = useGlobalMute(snapshot)
  return state === 'taken' || state === 'notOnWayland'
    ? t(`microphone.everywhere.${state}`, { key: keyName().replaceAll('+', ' '), own })
    : null
}
