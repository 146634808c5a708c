/**
 * @file What wants the facilitator's answer, above everything else in the rail: three cards at most, the others behind
 * a count that opens them. Silent and without a place while nothing does.
 */
import { Button, VisuallyHidden } from '@mantine/core'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import type { Session } from '../../../../contract/sessions'
import { Notice } from '../../ui/Notice'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { AlarmList } from './AlarmList'
import { EndQuestion } from './EndQuestion'
import { MessageCards } from './MessageCards'
import { NewsCount } from './NewsCount'
import { NotSentMessages } from './NotSentMessages'
import type { MarkOf } from './name-marks'
import { CARDS_MAX, cardsInSight, type NewsCard, newsCardsOf } from './news-cards'
import classes from './Rail.module.css'
import { RoomWithoutUs } from './RoomWithoutUs'
import { MoveButton, NewWayIn } from './ServerMoveCards'
import { StageNotice } from './StageNotice'
import type { Drafts } from './use-drafts'
import { useToldName } from './use-name-marks'
import type { ServerMove } from './use-server-move'
import { WaitingList } from './WaitingList'

/** What waits, and what answers it. */
export interface NewsZoneProps {
  snapshot: RoomSnapshot
  room: LiveRoomModel
  pack: CharterPack | null
  drafts: Drafts
  markOf: MarkOf
  /** For the ways that lead here. */
  newsRef: RefObject<HTMLElement | null>
  isAskingEnd: boolean
  onEnd: (isYes: boolean) => void
  session: Session
  /** Puts away the new way in, after the session came here from its other server; null: there is none to be sent. */
  onWayInSent: (() => void) | null
  serverMove: ServerMove
  /** Leads to the closing step; undefined where one is there already. */
  onClosing: (() => void) | undefined
}

/** The zone. */
export const NewsZone = (props: NewsZoneProps) => {
  const { t } = useTranslation('meeting')
  const { snapshot, room, newsRef } = props
  const { stage } = snapshot
  const [heldKey, setHeldKey] = useState<string | null>(null)
  const [areAllOpen, setAreAllOpen] = useState(false)
  const isUnanswered = snapshot.isSilent || snapshot.isRosterStale || snapshot.doubtedSinceMs !== null
  const cards = newsCardsOf(snapshot)
  const isOverfull = cards.length > CARDS_MAX
  const shown = areAllOpen ? cards : cardsInSight(cards, heldKey)
  const isHeldAnswered = heldKey !== null && !cards.some(({ key }) => key === heldKey)
  // The card went with its answer, and the keyboard with the card: it goes on from here.
  useEffect(() => {
    if (!isHeldAnswered) return
    setHeldKey(null)
    if (document.activeElement === document.body) newsRef.current?.focus({ preventScroll: true })
  }, [isHeldAnswered, newsRef])
  const hasNews =
    props.isAskingEnd ||
    props.onWayInSent !== null ||
    snapshot.isEndRefused ||
    stage.kind !== 'inRoom' ||
    isUnanswered ||
    cards.length > 0
  return (
    <section
      ref={newsRef}
      tabIndex={-1}
      className={classes.news}
      aria-label={t('news.heading')}
      data-empty={!hasNews}
      onFocus={({ target }) =>
        setHeldKey(target.closest('[data-news-card]')?.getAttribute('data-news-card') ?? null)
      }
      // Where the keyboard goes nowhere else, as with a window left for a moment, the card is still in use.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setHeldKey(null)
      }}
    >
      <NewsCount snapshot={snapshot} />
      {props.isAskingEnd ? (
        <EndQuestion onYes={() => props.onEnd(true)} onNo={() => props.onEnd(false)} />
      ) : null}
      {snapshot.isEndRefused && stage.kind === 'inRoom' ? (
        <Notice tone="alarm" title={t('end.refused')} />
      ) : null}
      {/* What somebody wrote stands above a line in doubt; where we are out of the room, that comes first (Rail.module.css). */}
      <Messages {...props} shown={shown} />
      <div className={classes.whereWeAre} data-first={stage.kind !== 'inRoom'}>
        <StageNotice
          stage={stage}
          isUnanswered={isUnanswered}
          room={room}
          onClosing={props.onClosing}
          moveButton={<MoveButton serverMove={props.serverMove} />}
        />
      </div>
      <RoomWithoutUs snapshot={snapshot} isUnanswered={isUnanswered} />
      {props.onWayInSent && stage.kind === 'inRoom' ? (
        <NewWayIn session={props.session} onDone={props.onWayInSent} />
      ) : null}
      <OtherCards {...props} shown={shown} />
      <HiddenAlarms snapshot={snapshot} shown={shown} />
      {isOverfull ? (
        <div className={classes.others}>
          <Button
            fullWidth
            variant="subtle"
            aria-expanded={areAllOpen}
            onClick={() => setAreAllOpen((now) => !now)}
          >
            {areAllOpen ? t('news.showFewer') : t('news.showOthers', { count: cards.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

type CardsProps = NewsZoneProps & { shown: readonly NewsCard[] }

const aboutOf = (shown: readonly NewsCard[], kind: NewsCard['kind']) =>
  new Set(shown.filter((card) => card.kind === kind).map(({ about }) => about))

const held = (shown: readonly NewsCard[], kind: NewsCard['kind'], draw: (about: string) => ReactNode) =>
  [...aboutOf(shown, kind)].map((about) => (
    <div key={`${kind} ${about}`} tabIndex={-1} data-news-card={`${kind} ${about}`}>
      {draw(about)}
    </div>
  ))

const Messages = ({ snapshot, room, pack, drafts, shown }: CardsProps) =>
  held(shown, 'message', (about) => (
    <MessageCards
      snapshot={{ ...snapshot, messages: snapshot.messages.filter(({ fromId }) => fromId === about) }}
      canned={pack?.cannedMessages ?? []}
      drafts={drafts}
      room={room}
    />
  ))

const OtherCards = ({ snapshot, room, markOf, shown }: CardsProps) => {
  const knocks = aboutOf(shown, 'knock')
  return (
    <>
      {held(shown, 'alarm', (about) => (
        <AlarmList
          snapshot={{ ...snapshot, alarms: snapshot.alarms.filter(({ key }) => key === about) }}
          room={room}
        />
      ))}
      {held(shown, 'notSent', (about) => (
        <NotSentMessages
          snapshot={{ ...snapshot, outgoing: snapshot.outgoing.filter(({ key }) => String(key) === about) }}
          room={room}
        />
      ))}
      <WaitingList
        knocks={snapshot.knocks.filter(({ id }) => knocks.has(id))}
        removals={snapshot.removals}
        markOf={markOf}
        room={room}
      />
    </>
  )
}

/** An alarm behind the count is said to a screen reader all the same. */
const HiddenAlarms = ({ snapshot, shown }: { snapshot: RoomSnapshot; shown: readonly NewsCard[] }) => {
  const { t } = useTranslation('meeting')
  const told = useToldName(snapshot.people)
  const inSight = new Set(shown.filter(({ kind }) => kind === 'alarm').map(({ about }) => about))
  return (
    <VisuallyHidden role="alert">
      {snapshot.alarms
        .filter(({ key }) => !inSight.has(key))
        .map(({ key, kind, name }) => (
          <p key={key}>{t(`alarm.${kind}.title`, { name: told(name) })}</p>
        ))}
    </VisuallyHidden>
  )
}
