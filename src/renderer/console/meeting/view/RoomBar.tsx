/**
 * @file The bar above every page but the live view while a room is open: its state, what waits in it, the way back,
 * and the controls that must work from everywhere. It never scrolls away.
 */
import { Button } from '@mantine/core'
import { IconLifebuoy, IconLock, IconMicrophoneOff, IconPlayerPause } from '@tabler/icons-react'
import { useCallback, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownKey } from '../../ui/keys'
import { Pill } from '../../ui/Pill'
import { useGroupWords } from '../../words/group-language'
import { useRoomCover } from '../cover'
import {
  type OpenRoom,
  openCrisisCards,
  useAreCrisisCardsOpen,
  useOpenRoom,
  useRoomSnapshot,
  useSteppedOut,
} from '../open-room'
import '../words'
import { useBlockSize } from '../../ui/use-block-size'
import { BarAct } from './BarAct'
import classes from './Bars.module.css'
import { CardsSlot } from './CardsSlot'
import { NewsLines } from './NewsLines'
import { newsOf } from './news'
import { OwnMicrophonePill } from './OwnMicrophonePill'
import { RoomKey } from './RoomKey'
import { RoomPills } from './RoomPills'
import { whyNot } from './why-not'

/** Leads back to the live view. */
export interface RoomBarProps {
  onBack: () => void
}

/** The bar; nothing where no room is open. */
export const RoomBar = ({ onBack }: RoomBarProps) => {
  const opened = useOpenRoom()
  return opened ? <Bar opened={opened} onBack={onBack} /> : null
}

const Bar = ({ opened, onBack }: { opened: OpenRoom; onBack: () => void }) => {
  const { t } = useTranslation('meeting')
  const toGroup = useGroupWords('meeting')
  const backKey = useShownKey('Alt R')
  const { room, cardsPlace } = opened
  const snapshot = useRoomSnapshot(room)
  const areCardsOpen = useAreCrisisCardsOpen()
  const steppedOutCount = useSteppedOut()
  const isCovered = useRoomCover() !== null
  const why = whyNot(snapshot)
  const whyId = useId()
  const newsSize = useBlockSize('--news-height')
  const pause = useRef<HTMLButtonElement>(null)
  // It tells everyone why: found by its name, it is only shown.
  const showPause = useCallback(() => pause.current?.focus(), [])
  const acts = [
    { letter: 'L', name: t('shelf.lock'), Icon: IconLock, act: room.lock },
    { letter: 'Q', name: t('shelf.quiet'), Icon: IconMicrophoneOff, act: room.quiet },
    {
      letter: 'U',
      name: t('shelf.pause'),
      Icon: IconPlayerPause,
      act: () => room.pause(toGroup('pause.line')),
    },
  ]
  return (
    // Covered, it reads nothing aloud either: it may hold names.
    <section className={`${classes.bar} no-print`} aria-label={t('bar.label')} inert={isCovered}>
      <RoomKey code="KeyR" letter="R" does={t('bar.back')} act={onBack} />
      {acts.map(({ letter, name, act }) => (
        <RoomKey
          key={letter}
          code={`Key${letter}`}
          letter={letter}
          does={name}
          act={act}
          why={why === null ? null : t(`shelf.${why}`)}
          show={letter === 'U' ? showPause : undefined}
        />
      ))}
      <RoomKey code="KeyC" letter="C" does={t('shelf.crisis')} act={openCrisisCards} />
      <div className={classes.state}>
        {snapshot.stage.kind === 'left' ? null : (
          <span className={classes.isOpen}>
            <Pill state="quiet">{t('bar.isOpen')}</Pill>
          </span>
        )}
        <div role="status" aria-label={t('status.label')} className={classes.pills}>
          <RoomPills snapshot={snapshot} />
        </div>
        <OwnMicrophonePill snapshot={snapshot} />
      </div>
      <div ref={newsSize} className={`${classes.news} ${classes.withBack}`}>
        <NewsLines lines={newsOf(snapshot, steppedOutCount)} people={snapshot.people} isPrivate={false} />
        <Button onClick={onBack} aria-keyshortcuts={backKey.aria}>
          {t('bar.back')}
        </Button>
      </div>
      <div className={classes.acts}>
        {acts.map(({ letter, name, Icon, act }) => (
          <BarAct
            key={letter}
            letter={letter}
            name={name}
            Icon={Icon}
            buttonRef={letter === 'U' ? pause : undefined}
            describedBy={why === null ? undefined : whyId}
            isDisabled={why !== null}
            onPress={act}
          />
        ))}
        <BarAct
          letter="C"
          name={t('shelf.crisis')}
          Icon={IconLifebuoy}
          isDisabled={false}
          onPress={openCrisisCards}
        />
        {why === null ? null : (
          <p id={whyId} className={classes.why}>
            {t(`shelf.${why}`)}
          </p>
        )}
      </div>
      {areCardsOpen ? <CardsInBar place={cardsPlace} /> : null}
    </section>
  )
}

/** The crisis cards. Where the bar itself scrolls they come up at once, below what stays, with the number first. */
const CardsInBar = ({ place }: { place: HTMLElement }) => {
  const cards = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const bar = cards.current?.parentElement
    const news = bar?.querySelector(`.${classes.news}`)
    if (!cards.current || !bar || !news) return
    const top =
      getComputedStyle(news).position === 'sticky'
        ? news.getBoundingClientRect().bottom
        : bar.getBoundingClientRect().top
    bar.scrollTop += cards.current.getBoundingClientRect().top - top
  }, [])
  return (
    <div ref={cards} className={classes.cards}>
      <CardsSlot place={place} />
    </div>
  )
}
