/** @file The live view's head: whose room, under which charter, what the server has shown of lock and quiet. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../../../contract/sessions'
import { useNamedAct } from '../../ui/keys'
import { Pill } from '../../ui/Pill'
import type { CommandStatus } from '../guard/command-status'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { Clock } from './Clock'
import classes from './Header.module.css'
import { StatePills } from './StatePills'

/** What the head shows. */
export interface HeaderProps {
  session: Session
  groupName: string
  charterName: string
  snapshot: RoomSnapshot
  room: LiveRoomModel
  /** The live view is what is shown. */
  isShown: boolean
  frameHasKeys: boolean
  onTakeKeys: () => void
  /** Shuts the vault; the room stays open. */
  onLockConsole: () => void
}

const canTryAgain = (kind: CommandStatus['kind']) =>
  kind === 'notShown' || kind === 'notSent' || kind === 'lapsed'

/** Names, states, the small unlock, and the clock. */
export const Header = ({
  session,
  groupName,
  charterName,
  snapshot,
  room,
  isShown,
  frameHasKeys,
  onTakeKeys,
  onLockConsole,
}: HeaderProps) => {
  const { t } = useTranslation('meeting')
  const { lock, quiet, cameras } = snapshot
  const isPaused = snapshot.pause.kind === 'paused'
  const canAct = snapshot.control === 'moderator' && snapshot.stage.kind === 'inRoom'
  const isLeft = snapshot.stage.kind === 'left'
  const unanswered = [
    ...(lock.wish !== 'none' && canTryAgain(lock.status.kind)
      ? [lock.wish === 'unlocked' ? room.unlock : room.lock]
      : []),
    ...(quiet.wish !== 'none' && canTryAgain(quiet.status.kind)
      ? [quiet.wish === 'released' ? room.releaseQuiet : room.quiet]
      : []),
    ...(cameras.wish !== 'none' && canTryAgain(cameras.status.kind)
      ? [cameras.wish === 'released' ? room.releaseCameras : room.quietCameras]
      : []),
  ]
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        <h1 className={classes.name} dir="auto">
          <bdi>{groupName}</bdi>
        </h1>
        <p className={classes.charter}>
          {session.isRehearsal ? <strong>{t('rehearsal')}</strong> : null}
          {charterName}
        </p>
      </div>
      <div role="status" aria-label={t('status.label')} className={classes.status}>
        {frameHasKeys ? <Pill state="wait">{t('status.frameHasKeys')}</Pill> : null}
        {snapshot.isSilent ? <Pill state="wait">{t('status.silent')}</Pill> : null}
        {isLeft ? <Pill state="quiet">{t('stage.left')}</Pill> : <StatePills snapshot={snapshot} />}
      </div>
      <div className={classes.small}>
        {frameHasKeys ? <Small onPress={onTakeKeys}>{t('status.takeKeys')}</Small> : null}
        {canAct && !isPaused && unanswered.length > 0 ? (
          <Small
            onPress={() => {
              for (const again of unanswered) again()
            }}
          >
            {t('tryAgain')}
          </Small>
        ) : null}
        {quiet.wish === 'quiet' && !isLeft && !isPaused ? (
          <Small onPress={room.releaseQuiet} isDisabled={!canAct} isFound={isShown}>
            {t('endQuiet')}
          </Small>
        ) : null}
        {cameras.wish === 'quiet' && !isLeft && !isPaused ? (
          <Small onPress={room.releaseCameras} isDisabled={!canAct} isFound={isShown}>
            {t('releaseCameras')}
          </Small>
        ) : null}
        {!isLeft && !isPaused && canBeLocked(lock) ? (
          <Small onPress={room.unlock} isDisabled={!canAct} isFound={isShown}>
            {t('unlock')}
          </Small>
        ) : null}
        <Small onPress={onLockConsole}>{t('lockConsole')}</Small>
      </div>
      <Clock openedAt={session.openedAt} plannedMinutes={session.plannedMinutes} />
    </header>
  )
}

/** The lock is known to be on, or may be: somebody of ours locked it. Else there is nothing to unlock. */
const canBeLocked = ({ wish, status, isLobbyShownOn }: RoomSnapshot['lock']): boolean => {
  if (isLobbyShownOn === true) return true
  switch (wish) {
    case 'none':
      return false
    case 'unknown':
      return true
    case 'locked':
      return status.kind === 'lapsed'
        ? status.why !== 'shownOtherwise'
        : status.kind !== 'idle' && status.kind !== 'notSent'
    case 'unlocked':
      return status.kind === 'notSent' || status.kind === 'lapsed'
  }
}

interface SmallProps {
  children: string
  onPress: () => void
  isDisabled?: boolean
  /** It gives something back to the room: found by its name it is led to, and a press of its own does it. */
  isFound?: boolean
}

const Small = ({ children, onPress, isDisabled = false, isFound = false }: SmallProps) => {
  const button = useRef<HTMLButtonElement>(null)
  return (
    <button ref={button} type="button" className={classes.button} disabled={isDisabled} onClick={onPress}>
      {isFound ? (
        <Found called={children} lead={isDisabled ? undefined : () => button.current?.focus()} />
      ) : null}
      {children}
    </button>
  )
}

const Found = ({ called, lead }: { called: string; lead: (() => void) | undefined }) => {
  useNamedAct(called, lead, true)
  return null
}
