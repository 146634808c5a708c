/** @file The crisis cards of an open room: who can be written to from them, and what became of the words that were sent. */
import { useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { CrisisCards, type Recipient } from '../../conduct'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { closeCrisisCards, useAskedCrisisCard } from '../open-room'
import type { Practice } from '../practice'
import { clockTime } from './clock-time'
import type { MarkOf } from './name-marks'
import { useMarkWords } from './use-name-marks'
import { whyNot } from './why-not'

/** What was sent from the crisis cards since they were opened. */
type CardSent = { kind: 'none' } | { kind: 'notSent' } | { kind: 'written'; key: number }

/** Props of the cards. */
export interface RoomCrisisCardsProps {
  snapshot: RoomSnapshot
  room: Pick<LiveRoomModel, 'lock' | 'sendToEveryone' | 'sendPrivateLine'>
  pack: CharterPack | null
  /** The organization's contact for everyone, read aloud as a group is closed. */
  contact: string
  markOf: MarkOf
  practice: Practice | undefined
  /** An element of their own, which moves to the page where they are wanted. */
  place: HTMLElement
}

/** Mounted while they are open. */
export const RoomCrisisCards = ({
  snapshot,
  room,
  pack,
  contact,
  markOf,
  practice,
  place,
}: RoomCrisisCardsProps) => {
  const { t } = useTranslation('meeting')
  const { nameWith } = useMarkWords()
  const askedCardId = useAskedCrisisCard()
  const [card, setCard] = useState<CardSent>({ kind: 'none' })
  const sawCard = useCallback(
    (cardId: string | null) =>
      practice?.opened(cardId === null ? { kind: 'cards' } : { kind: 'card', cardId }),
    [practice],
  )
  const send = (recipient: Recipient, text: string): void => {
    const key =
      recipient.kind === 'room' ? room.sendToEveryone(text) : room.sendPrivateLine(recipient.id, text)
    setCard(key === null ? { kind: 'notSent' } : { kind: 'written', key })
  }
  const said = ((): string | null => {
    if (card.kind === 'none') return null
    const written = card.kind === 'written' ? snapshot.outgoing.find(({ key }) => key === card.key) : null
    if (written === null) return t('crisis.notSent')
    // Left a moment ago and not drawn yet, or put away since.
    if (written === undefined) return null
    const { to, status } = written
    if (status.kind === 'sending') return t('crisis.sending')
    if (status.kind === 'notSent') return t('crisis.notSent')
    const time = clockTime(status.sentAtMs)
    return to.kind === 'everyone'
      ? t('crisis.sentToRoom', { time })
      : t('crisis.sentTo', { time, name: to.name })
  })()
  // Two of the same name are told apart where a name is all there is.
  const people = snapshot.people
    .filter(({ isSelf }) => !isSelf)
    .map((person) => ({ id: person.id, name: nameWith(person, markOf) }))
  const isInRoom = snapshot.stage.kind === 'inRoom'
  const lock = whyNot(snapshot) === null ? room.lock : undefined
  return createPortal(
    <CrisisCards
      cards={pack?.crisisCards ?? []}
      askedCardId={askedCardId}
      reportsAbout={pack?.reportTriggers.flatMap(({ persons = [] }) => persons)}
      conductCards={pack?.conductCards ?? []}
      clauses={pack?.clauses ?? []}
      groupClosing={pack ? { words: pack.groupClosing, contact } : undefined}
      sending={isInRoom ? { people, send, said, lock } : undefined}
      onCard={sawCard}
      onClose={closeCrisisCards}
    />,
    place,
  )
}
