/**
 * @file The bar above the lock screen while a room is open. Somebody else may be looking at it: it says that there
 * is a room, what waits in it by kind and number, and no name and no word. The way back is unlocking.
 */
import { IconDoorExit, IconLock, IconMicrophoneOff, IconPlayerPause } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import { Pill } from '../../ui/Pill'
import { useGroupWords } from '../../words/group-language'
import { leaveEnteredSession } from '../entered-session'
import { type OpenRoom, useOpenRoom, useRoomSnapshot, useSteppedOut } from '../open-room'
import '../words'
import { useBlockSize } from '../../ui/use-block-size'
import { BarAct } from './BarAct'
import classes from './Bars.module.css'
import { EndQuestion } from './EndQuestion'
import { NewsLines } from './NewsLines'
import { newsOf } from './news'
import { OwnMicrophonePill } from './OwnMicrophonePill'
import { RoomKey } from './RoomKey'
import { RoomPills } from './RoomPills'
import { whyNot } from './why-not'

/** The bar; nothing where no room is open. */
export const LockedRoom = () => {
  const opened = useOpenRoom()
  return opened ? <Locked opened={opened} /> : null
}

const Locked = ({ opened: { room } }: { opened: OpenRoom }) => {
  const { t } = useTranslation('meeting')
  const toGroup = useGroupWords('meeting')
  const snapshot = useRoomSnapshot(room)
  const [isAsking, setIsAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const newsSize = useBlockSize('--news-height')
  const why = whyNot(snapshot)
  const lines = newsOf(snapshot, useSteppedOut())
  const answer = async (isYes: boolean): Promise<void> => {
    setIsAsking(false)
    opener.current?.focus()
    // The console is locked: who was there is forgotten at once, and the session is written down as closed later.
    if (isYes && (await room.endForEveryone())) leaveEnteredSession()
  }
  const acts = [
    { letter: 'L', name: t('shelf.lock'), Icon: IconLock, act: room.lock },
    { letter: 'Q', name: t('shelf.quiet'), Icon: IconMicrophoneOff, act: room.quiet },
    {
      letter: 'U',
      name: t('shelf.pause'),
      Icon: IconPlayerPause,
      act: () => room.pause(toGroup('pause.line')),
    },
    { letter: 'E', name: t('shelf.end'), Icon: IconDoorExit, act: () => setIsAsking(true) },
  ]
  return (
    <section className={`${classes.bar} no-print`} data-locked="true" aria-label={t('bar.label')}>
      <div className={classes.state}>
        <Pill state="quiet">{t('bar.isOpen')}</Pill>
        <div role="status" aria-label={t('status.label')} className={classes.pills}>
          <RoomPills snapshot={snapshot} />
        </div>
        <OwnMicrophonePill snapshot={snapshot} />
      </div>
      <div ref={newsSize} className={classes.news}>
        <NewsLines lines={lines} people={snapshot.people} isPrivate />
        <p className={classes.why}>{t(lines.length > 0 ? 'locked.unlockToAnswer' : 'locked.goesOn')}</p>
      </div>
      <div className={classes.acts}>
        {acts.map(({ letter, name, Icon, act }) => (
          <span key={letter}>
            <RoomKey
              code={`Key${letter}`}
              letter={letter}
              does={name}
              act={act}
              why={why === null ? null : t(`shelf.${why}`)}
            />
            <BarAct
              letter={letter}
              name={name}
              Icon={Icon}
              buttonRef={letter === 'E' ? opener : undefined}
              isWide
              isDisabled={why !== null}
              onPress={act}
            />
          </span>
        ))}
        {why === null ? null : <p className={classes.why}>{t(`shelf.${why}`)}</p>}
      </div>
      {isAsking ? <EndQuestion onYes={() => void answer(true)} onNo={() => void answer(false)} /> : null}
      {snapshot.isEndRefused && snapshot.stage.kind === 'inRoom' ? (
        <Notice tone="alarm" title={t('end.refused')} />
      ) : null}
    </section>
  )
}
