/** @file The turn that is on: who, about how long, what they ask for, and what comes next. No alarm, no red, no sound. */
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cutInMiddle } from '../../words/names-in-text'
import { type ShareMode, stillToAsk, type Turn } from '../floor/turns'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import type { Person } from '../roster/person'
import classes from './Floor.module.css'
import rail from './Rail.module.css'

/** How often the minutes are looked at, in milliseconds. */
const LOOK_EVERY_MS = 10_000
/** Characters of a name on a button that has a verb too. */
const NAME_ON_BUTTON_MAX = 20
const modes: readonly ShareMode[] = ['justListening', 'feedbackWelcome']

/** The turn and the room it is in. */
export interface TurnNowProps {
  turn: Turn
  snapshot: RoomSnapshot
  room: Pick<LiveRoomModel, 'turn' | 'askToUnmute' | 'nowMs'>
  nameOf: (person: Person) => string
}

/** Mounted anew with each turn, and takes the keyboard: the button that began it may be gone. */
export const TurnNow = ({ turn, snapshot, room, nameOf }: TurnNowProps) => {
  const { t } = useTranslation('meeting')
  const { turns, people } = snapshot
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const person = people.find(({ id }) => id === turn.id)
  const [next] = stillToAsk(turns, people)
  const isInRound = turns.round !== null
  return (
    <div className={classes.card}>
      <h3 ref={heading} tabIndex={-1}>
        <bdi>
          {person === undefined
            ? t('turns.speakerGone')
            : person.isSelf
              ? t('turns.yourTurn')
              : t('turns.theirTurn', { name: nameOf(person) })}
        </bdi>
      </h3>
      <SoftTime turn={turn} minutes={turns.minutes} room={room} />
      <fieldset className={classes.modes} aria-label={t('turns.mode.label')}>
        {modes.map((mode) => (
          <button
            key={mode}
            type="button"
            className={classes.modeButton}
            aria-pressed={turn.mode === mode}
            onClick={() => room.turn({ kind: 'setMode', mode: turn.mode === mode ? null : mode })}
          >
            {t(`turns.mode.${mode}`)}
          </button>
        ))}
      </fieldset>
      <div className={rail.actions}>
        {isInRound && next ? (
          <Button px={14} onClick={() => room.turn({ kind: 'next' })}>
            {t('turns.next', { name: cutInMiddle(nameOf(next), NAME_ON_BUTTON_MAX) })}
          </Button>
        ) : (
          <Button px={14} onClick={() => room.turn({ kind: 'end' })}>
            {t('turns.end')}
          </Button>
        )}
        {isInRound ? (
          <Button px={14} variant="default" onClick={() => room.turn({ kind: 'pass' })}>
            {t(person?.isSelf === true ? 'turns.iPass' : 'turns.pass')}
          </Button>
        ) : null}
        {person && !person.isSelf && person.mute === 'muted' && snapshot.control === 'moderator' ? (
          <Button px={14} variant="default" onClick={() => room.askToUnmute(person.id)}>
            {t('person.ask', { name: cutInMiddle(person.name, NAME_ON_BUTTON_MAX) })}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** Minutes in words, never counting down. */
const SoftTime = ({
  turn,
  minutes,
  room,
}: {
  turn: Turn
  minutes: number | null
  room: Pick<LiveRoomModel, 'nowMs'>
}) => {
  const { t } = useTranslation('meeting')
  const [nowMs, setNowMs] = useState(room.nowMs)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(room.nowMs()), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [room])
  const past = Math.max(0, Math.floor((nowMs - turn.sinceMs) / 60_000))
  const spoken = t('turns.minutesPast', { count: past })
  if (minutes === null) return <p className={rail.aside}>{spoken}</p>
  return (
    <p className={rail.aside}>
      {spoken} {past < minutes ? t('turns.ofAbout', { count: minutes }) : t('turns.timeIsFull')}
    </p>
  )
}
