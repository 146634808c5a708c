/** @file The shelf: its controls are always in the same places. */
import { IconDoorExit, IconLifebuoy, IconLock, IconMicrophoneOff, IconPlayerPause } from '@tabler/icons-react'
import { type ComponentType, type Ref, useCallback, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownKey } from '../../ui/keys'
import { useBlockSize } from '../../ui/use-block-size'
import type { CommandStatus } from '../guard/command-status'
import { sayPause } from '../guard/sentences'
import type { RoomSnapshot } from '../live/snapshot'
import { clockTime } from './clock-time'
import { RoomKey } from './RoomKey'
import classes from './Shelf.module.css'
import { whyNot } from './why-not'

/** What the shelf's controls do. */
export interface ShelfProps {
  snapshot: RoomSnapshot
  /** The live view is what is shown: only then do its keys act. */
  isShown: boolean
  onLock: () => void
  onQuiet: () => void
  onPause: () => void
  onCrisis: () => void
  onEnd: () => void
}

/** Lock, Quiet, Pause, Crisis cards, End: always in this order, always here. */
export const Shelf = ({ snapshot, isShown, onLock, onQuiet, onPause, onCrisis, onEnd }: ShelfProps) => {
  const { t } = useTranslation('meeting')
  const { lock, quiet } = snapshot
  const reason = whyNot(snapshot)
  const why = reason === null ? null : t(`shelf.${reason}`)
  const isDoubted = snapshot.doubtedSinceMs !== null
  const lockLine = lock.wish === 'locked' ? statusLine(lock.status, isDoubted) : null
  const quietLine = quiet.wish === 'quiet' ? statusLine(quiet.status, isDoubted) : null
  const pauseLine = pauseLineOf(snapshot)
  const pause = useRef<HTMLButtonElement>(null)
  const measured = useBlockSize('--shelf-height')
  // It tells everyone why: found by its name, it is only shown.
  const showPause = useCallback(() => pause.current?.focus(), [])
  return (
    <section ref={measured} className={classes.shelf} aria-label={t('shelf.label')}>
      {isShown ? (
        <>
          <RoomKey code="KeyL" letter="L" does={t('shelf.lock')} act={onLock} why={why} />
          <RoomKey code="KeyQ" letter="Q" does={t('shelf.quiet')} act={onQuiet} why={why} />
          <RoomKey code="KeyU" letter="U" does={t('shelf.pause')} act={onPause} why={why} show={showPause} />
          <RoomKey code="KeyC" letter="C" does={t('shelf.crisis')} act={onCrisis} />
          <RoomKey code="KeyE" letter="E" does={t('shelf.end')} act={onEnd} why={why} />
        </>
      ) : null}
      <Control
        Icon={IconLock}
        letter="L"
        name={t('shelf.lock')}
        line={why ?? (lockLine ? t(`shelf.${lockLine.key}`, lockLine) : t('shelf.lockHint'))}
        isDisabled={why !== null}
        onPress={onLock}
      />
      <Control
        Icon={IconMicrophoneOff}
        letter="Q"
        name={t('shelf.quiet')}
        line={why ?? (quietLine ? t(`shelf.${quietLine.key}`, quietLine) : t('shelf.quietHint'))}
        isDisabled={why !== null}
        onPress={onQuiet}
      />
      <Control
        Icon={IconPlayerPause}
        letter="U"
        name={t('shelf.pause')}
        line={why ?? (pauseLine ? t(`shelf.${pauseLine.key}`, pauseLine) : t('shelf.pauseHint'))}
        isDisabled={why !== null}
        onPress={onPause}
        buttonRef={pause}
      />
      <Control
        Icon={IconLifebuoy}
        letter="C"
        name={t('shelf.crisis')}
        line={t('shelf.crisisHint')}
        isDisabled={false}
        onPress={onCrisis}
      />
      <Control
        Icon={IconDoorExit}
        letter="E"
        name={t('shelf.end')}
        line={why ?? t('shelf.endHint')}
        isDisabled={why !== null}
        onPress={onEnd}
      />
    </section>
  )
}

/** @param isDoubted - the line to the meeting may be dead: that it was sent is all that is sure now. */
const statusLine = (status: CommandStatus, isDoubted: boolean) => {
  switch (status.kind) {
    case 'idle':
      return null
    case 'queued':
    case 'sending':
      return { key: 'queued', time: '' } as const
    case 'sent':
      return { key: 'sentAt', time: clockTime(status.sentAtMs) } as const
    case 'confirmed':
      return { key: isDoubted ? 'sentAt' : 'confirmedAt', time: clockTime(status.sentAtMs) } as const
    case 'notShown':
      return { key: 'notShown', time: clockTime(status.sentAtMs) } as const
    case 'lapsed':
      return { key: 'lapsed', time: clockTime(status.sentAtMs) } as const
    case 'notSent':
      return { key: 'notSent', time: '' } as const
  }
}

const pauseLineOf = (snapshot: RoomSnapshot) => {
  const { pause } = snapshot
  if (pause.kind !== 'paused') return null
  const time = clockTime(pause.pausedAtMs)
  switch (sayPause(snapshot)) {
    case 'status.pause.confirmed':
      return { key: snapshot.doubtedSinceMs === null ? 'pauseConfirmed' : 'sentAt', time } as const
    case 'status.pause.sending':
      return { key: 'queued', time } as const
    case 'status.pause.notSent':
      return { key: 'pauseNotSent', time } as const
    case 'status.pause.notShown':
      return { key: 'pauseNotShown', time } as const
    case 'status.pause.partly':
      return { key: 'pausePartly', time } as const
    case 'status.pause.notKnown':
      return { key: 'pauseNotKnown', time } as const
    default:
      return { key: 'sentAt', time } as const
  }
}

const Control = ({
  Icon,
  letter,
  name,
  line,
  isDisabled,
  onPress,
  buttonRef,
}: {
  Icon: ComponentType<{ size: number; 'aria-hidden'?: boolean }>
  letter: string
  name: string
  line: string
  isDisabled: boolean
  onPress: () => void
  buttonRef?: Ref<HTMLButtonElement>
}) => {
  const id = useId()
  const { shown, aria } = useShownKey(`Alt ${letter}`)
  return (
    <button
      ref={buttonRef}
      type="button"
      className={classes.control}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-line`}
      aria-keyshortcuts={aria}
      title={`${name} (${shown})`}
      disabled={isDisabled}
      onClick={onPress}
    >
      <Icon size={26} aria-hidden />
      <span className={classes.words}>
        <kbd aria-hidden className={classes.key}>
          {shown}
        </kbd>
        <span id={`${id}-name`} className={classes.name}>
          {name}
        </span>
        <span id={`${id}-line`} className={classes.line}>
          {line}
        </span>
      </span>
    </button>
  )
}
