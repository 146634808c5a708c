/** @file What the server has shown of lock, quiet, cameras and a pause, in pills: the same words wherever they stand. */
import { useTranslation } from 'react-i18next'
import { Pill, type PillState } from '../../ui/Pill'
import type { CommandStatus } from '../guard/command-status'
import { sayCameras, sayLock, sayPause, sayQuiet } from '../guard/sentences'
import type { RoomSnapshot } from '../live/snapshot'

/** The shape of a status: dashed until shown; green only with proof. */
export const pillOf = (kind: CommandStatus['kind']): PillState => {
  switch (kind) {
    case 'idle':
      return 'quiet'
    case 'queued':
    case 'sending':
    case 'sent':
    case 'notShown':
      return 'sent'
    case 'confirmed':
      return 'held'
    case 'lapsed':
    case 'notSent':
      return 'wait'
  }
}

const releasedPill = (kind: CommandStatus['kind']): PillState =>
  kind === 'confirmed' ? 'quiet' : pillOf(kind)

const lockPillOf = ({ wish, status, isLobbyShownOn }: RoomSnapshot['lock']): PillState => {
  switch (wish) {
    case 'none':
    case 'unknown':
      return isLobbyShownOn === true ? 'held' : 'quiet'
    case 'locked':
      return pillOf(status.kind)
    case 'unlocked':
      return releasedPill(status.kind)
  }
}

const heldPill = ({ wish, status }: RoomSnapshot['quiet']): PillState =>
  wish === 'quiet' ? pillOf(status.kind) : releasedPill(status.kind)

/**
 * What is said of the lock, and of quiet and cameras once anything was wished of them, each with its state.
 *
 * @returns one to three of them.
 */
export const partsOf = ({ lock, quiet, cameras }: Pick<RoomSnapshot, 'lock' | 'quiet' | 'cameras'>) => {
  const [quietKey, camerasKey] = [sayQuiet(quiet), sayCameras(cameras)]
  return [
    { key: sayLock(lock), state: lockPillOf(lock) },
    ...(quietKey === null ? [] : [{ key: quietKey, state: heldPill(quiet) }]),
    ...(camerasKey === null ? [] : [{ key: camerasKey, state: heldPill(cameras) }]),
  ]
}

/** What the server has shown of lock, quiet and cameras; of a pause, which is all three, in one. */
export const StatePills = ({ snapshot }: { snapshot: RoomSnapshot }) => {
  const { t } = useTranslation('meeting')
  const said = sayPause(snapshot)
  if (said !== null) {
    const state =
      said === 'status.pause.confirmed'
        ? 'held'
        : said === 'status.pause.sent' || said === 'status.pause.sending'
          ? 'sent'
          : 'wait'
    return <Pill state={state}>{t(said)}</Pill>
  }
  return (
    <>
      {partsOf(snapshot).map(({ key, state }) => (
        <Pill key={key} state={state}>
          {t(key)}
        </Pill>
      ))}
    </>
  )
}
