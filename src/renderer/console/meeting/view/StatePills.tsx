/** @file What the server has shown of lock, quiet, cameras and a pause, in pills: the same words wherever they stand. */
import { useTranslation } from 'react-i18next'
import { Pill, type PillState } from '../../ui/Pill'
import type { CommandStatus } from '../guard/command-status'
import { sayCameras, sayLock, sayPause, sayQuiet, sentences } from '../guard/sentences'
import type { RoomSnapshot } from '../live/snapshot'
import { clockTime } from './clock-time'

type SaidKey =
  | ReturnType<typeof sayLock>
  | NonNullable<ReturnType<typeof sayQuiet | typeof sayCameras | typeof sayPause>>

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

/** What was shown stands as of when the room was heard last, where its line may be dead: it is no proof of now. */
const asOfThen = <Part extends { state: PillState }>(part: Part, doubtedSinceMs: number | null): Part =>
  doubtedSinceMs !== null && part.state === 'held' ? { ...part, state: 'sent' } : part

/** The words of a sentence about the room, with the time as of which they hold where the line may be dead. */
export const useSaid = ({ doubtedSinceMs }: Pick<RoomSnapshot, 'doubtedSinceMs'>) => {
  const { t } = useTranslation('meeting')
  return (key: SaidKey): string =>
    doubtedSinceMs !== null && Object.hasOwn(sentences, key)
      ? t('status.asOf', { time: clockTime(doubtedSinceMs), said: t(key) })
      : t(key)
}

/**
 * What is said of the lock, and of quiet and cameras once anything was wished of them, each with its state.
 *
 * @returns one to three of them.
 */
export const partsOf = ({
  lock,
  quiet,
  cameras,
  doubtedSinceMs,
}: Pick<RoomSnapshot, 'lock' | 'quiet' | 'cameras' | 'doubtedSinceMs'>) => {
  const [quietKey, camerasKey] = [sayQuiet(quiet), sayCameras(cameras)]
  return [
    { key: sayLock(lock), state: lockPillOf(lock) },
    ...(quietKey === null ? [] : [{ key: quietKey, state: heldPill(quiet) }]),
    ...(camerasKey === null ? [] : [{ key: camerasKey, state: heldPill(cameras) }]),
  ].map((part) => asOfThen(part, doubtedSinceMs))
}

const pausePart = (said: NonNullable<ReturnType<typeof sayPause>>) => {
  switch (said) {
    case 'status.pause.confirmed':
      return { key: said, state: 'held' as const }
    case 'status.pause.sent':
    case 'status.pause.sending':
      return { key: said, state: 'sent' as const }
    default:
      return { key: said, state: 'wait' as const }
  }
}

/** What the server has shown of lock, quiet and cameras; of a pause, which is all three, in one. */
export const StatePills = ({ snapshot }: { snapshot: RoomSnapshot }) => {
  const { t } = useTranslation('meeting')
  const say = useSaid(snapshot)
  const paused = sayPause(snapshot)
  const { doubtedSinceMs } = snapshot
  const parts = paused === null ? partsOf(snapshot) : [asOfThen(pausePart(paused), doubtedSinceMs)]
  return (
    <>
      {doubtedSinceMs === null ? null : <Pill state="wait">{t('status.doubted')}</Pill>}
      {parts.map(({ key, state }) => (
        <Pill key={key} state={state}>
          {say(key)}
        </Pill>
      ))}
    </>
  )
}
