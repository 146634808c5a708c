/**
 * @file Turns, for whoever holds the room: raised hands in their order, a round in which anyone may pass, one's own
 * turn, and what the speaker asks for. Nothing of it is sent to anybody or kept.
 */
import { Button } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useGroupLanguage, useGroupWords } from '../../words/group-language'
import { handsInLine, passedInRound, stillToAsk } from '../floor/turns'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import type { Person } from '../roster/person'
import classes from './Floor.module.css'
import type { MarkOf } from './name-marks'
import rail from './Rail.module.css'
import { TurnNow } from './TurnNow'
import { TurnOptions } from './TurnOptions'
import { useMarkWords } from './use-name-marks'

/** The room's floor, and what changes it. */
export interface TurnsProps {
  snapshot: RoomSnapshot
  room: Pick<LiveRoomModel, 'turn' | 'askToUnmute' | 'nowMs'>
  markOf: MarkOf
}

/** The section. */
export const Turns = ({ snapshot, room, markOf }: TurnsProps) => {
  const { t } = useTranslation('meeting')
  const { nameWith } = useMarkWords()
  const id = useId()
  const { turns, people } = snapshot
  const language = useGroupLanguage()
  const toGroup = useGroupWords('meeting')
  const nameOf = (person: Person): string => (person.isSelf ? t('you') : nameWith(person, markOf))
  const mine = people.find(({ isSelf }) => isSelf)
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={rail.small}>
        {t('turns.label')}
      </h2>
      {turns.turn === null ? null : (
        <TurnNow key={turns.turn.id} turn={turns.turn} snapshot={snapshot} room={room} nameOf={nameOf} />
      )}
      {turns.isHandingBack ? (
        <div className={classes.card}>
          <h3>{t('turns.handBack.title')}</h3>
          <p className={rail.aloud} lang={language}>
            {toGroup('turns.handBack.line')}
          </p>
          <Button onClick={() => room.turn({ kind: 'handedBack' })}>{t('turns.handBack.done')}</Button>
        </div>
      ) : null}
      <Hands snapshot={snapshot} room={room} nameOf={nameOf} />
      <RoundState snapshot={snapshot} room={room} nameOf={nameOf} />
      <div className={rail.actions}>
        {turns.round === null && people.length > 1 ? (
          <Button variant="default" onClick={() => room.turn({ kind: 'startRound' })}>
            {t('turns.startRound')}
          </Button>
        ) : null}
        {mine && turns.turn?.id !== mine.id ? (
          <Button variant="default" onClick={() => room.turn({ kind: 'give', id: mine.id })}>
            {t('turns.mine')}
          </Button>
        ) : null}
      </div>
      <TurnOptions turns={turns} room={room} />
    </section>
  )
}

interface PartProps {
  snapshot: RoomSnapshot
  room: Pick<LiveRoomModel, 'turn'>
  nameOf: (person: Person) => string
}

const Hands = ({ snapshot: { turns, people }, room, nameOf }: PartProps) => {
  const { t } = useTranslation('meeting')
  const hands = handsInLine(turns, people)
  if (hands.length === 0) return <p className={rail.aside}>{t('turns.noHands')}</p>
  return (
    <ol className={classes.hands} aria-label={t(turns.isQuietFirst ? 'turns.handsQuiet' : 'turns.hands')}>
      {hands.map((person) => (
        <li key={person.id} className={classes.hand}>
          <bdi className={classes.name}>{nameOf(person)}</bdi>
          <Button
            variant="default"
            px={12}
            aria-label={t('turns.giveTo', { name: nameOf(person) })}
            onClick={() => room.turn({ kind: 'give', id: person.id })}
          >
            {t('turns.give')}
          </Button>
        </li>
      ))}
    </ol>
  )
}

/** How the round stands, and what may follow it. */
const RoundState = ({ snapshot: { turns, people }, room, nameOf }: PartProps) => {
  const { t } = useTranslation('meeting')
  if (turns.round === null) return null
  const open = stillToAsk(turns, people)
  const passed = passedInRound(turns, people)
  const [first] = open
  return (
    <div className={classes.round}>
      <p role="status" className={rail.aside}>
        {t('turns.stillToAsk', { count: open.length })}{' '}
        {turns.turn === null && first ? <bdi>{t('turns.nextIs', { name: nameOf(first) })}</bdi> : null}
      </p>
      <div className={rail.actions}>
        {turns.turn === null && first ? (
          <Button onClick={() => room.turn({ kind: 'next' })}>{t('turns.goOn')}</Button>
        ) : null}
        {open.length === 0 && passed.length > 0 ? (
          <Button variant="default" onClick={() => room.turn({ kind: 'askPassed' })}>
            {t('turns.askPassed', { count: passed.length })}
          </Button>
        ) : null}
        <Button variant="default" onClick={() => room.turn({ kind: 'endRound' })}>
          {t('turns.endRound')}
        </Button>
      </div>
    </div>
  )
}
