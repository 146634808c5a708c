/**
 * @file The charter and what is kept, read with the group: one piece at a time, large, to be said aloud, or sent to
 * everyone piece by piece. Assent is the group's own, aloud: nothing is signed, ticked or kept.
 */
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { useOpenerFocus } from '../../ui/use-opener-focus'
import { useGroupLanguage, useGroupWords } from '../../words/group-language'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { clockTime } from './clock-time'
import classes from './Floor.module.css'
import rail from './Rail.module.css'
import { type Piece, readThrough } from './read-through'

/** The charter, and the room it may be sent to. */
export interface ReadThroughProps {
  pack: CharterPack
  snapshot: Pick<RoomSnapshot, 'stage' | 'outgoing'>
  room: Pick<LiveRoomModel, 'sendToEveryone'>
}

const usePieces = (pack: CharterPack): readonly Piece[] => {
  const toGroup = useGroupWords('meeting')
  const { interventions, debrief, debriefRetentionDays } = pack.settings
  return readThrough(pack, {
    intro: toGroup('readThrough.intro', { organization: pack.organization }),
    kept: [
      toGroup('readThrough.kept.none'),
      toGroup('readThrough.kept.record'),
      ...(interventions.value === 'monthlyCounters' ? [toGroup('readThrough.kept.counters')] : []),
      ...(debrief.value === 'off'
        ? []
        : [toGroup('readThrough.kept.debrief', { count: debriefRetentionDays.value })]),
      toGroup('readThrough.kept.report'),
      toGroup('readThrough.kept.others'),
    ],
    assent: toGroup('readThrough.assent'),
  })
}

/** Closed until it is wanted. */
export const ReadThrough = (props: ReadThroughProps) => {
  const { t } = useTranslation('meeting')
  const [isOpen, setIsOpen] = useState(false)
  const opener = useOpenerFocus(isOpen)
  return isOpen ? (
    <Pieces {...props} onClose={() => setIsOpen(false)} />
  ) : (
    <Button ref={opener} variant="default" aria-expanded={false} onClick={() => setIsOpen(true)}>
      {t('readThrough.open')}
    </Button>
  )
}

const Pieces = ({ pack, snapshot, room, onClose }: ReadThroughProps & { onClose: () => void }) => {
  const { t } = useTranslation('meeting')
  const language = useGroupLanguage()
  const pieces = usePieces(pack)
  const [index, setIndex] = useState(0)
  /** Our message with a piece, by the piece's number. */
  const [sentKeys, setSentKeys] = useState<ReadonlyMap<number, number>>(new Map())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const piece = pieces[index]
  if (!piece) return null
  const message = snapshot.outgoing.find(({ key }) => key === sentKeys.get(index))
  const send = (): void => {
    const key = room.sendToEveryone(piece.text)
    if (key !== null) setSentKeys((now) => new Map(now).set(index, key))
  }
  return (
    <section className={classes.card} aria-label={t('readThrough.open')}>
      <h3 ref={heading} tabIndex={-1}>
        {t(`readThrough.title.${piece.kind}`)}
      </h3>
      <p className={rail.aside}>{t('readThrough.place', { number: index + 1, count: pieces.length })}</p>
      <p role="status" className={rail.aloud} lang={language}>
        {piece.text}
      </p>
      <div className={rail.actions}>
        {index + 1 < pieces.length ? (
          <Button px={14} onClick={() => setIndex(index + 1)}>
            {t('readThrough.next')}
          </Button>
        ) : null}
        {index > 0 ? (
          <Button px={14} variant="default" onClick={() => setIndex(index - 1)}>
            {t('readThrough.before')}
          </Button>
        ) : null}
        <Button
          px={14}
          variant="default"
          disabled={
            snapshot.stage.kind !== 'inRoom' ||
            message?.status.kind === 'sent' ||
            message?.status.kind === 'sending'
          }
          onClick={send}
        >
          {t('readThrough.send')}
        </Button>
        <Button px={14} variant="default" onClick={onClose}>
          {t('readThrough.close')}
        </Button>
      </div>
      <p role="status" className={rail.aside}>
        {message?.status.kind === 'sent'
          ? t('readThrough.sent', { time: clockTime(message.status.sentAtMs) })
          : message?.status.kind === 'notSent'
            ? t('readThrough.notSent')
            : null}
      </p>
    </section>
  )
}
