/** @file While the room is paused: how each part of it stands, who had the floor, and the way on. Then what was given back. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/Card'
import { Pill } from '../../ui/Pill'
import { useGroupWords } from '../../words/group-language'
import { cutInMiddle } from '../../words/names-in-text'
import type { PauseState } from '../guard/pause'
import { sayPause } from '../guard/sentences'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import { clockTime } from './clock-time'
import classes from './Rail.module.css'
import { partsOf, useSaid } from './StatePills'
import { whyNot } from './why-not'

/** Characters of a name on a line with other words. */
const NAME_MAX = 20

/** Nothing where the room was not paused. */
export const PauseCard = ({ snapshot, room }: { snapshot: RoomSnapshot; room: LiveRoomModel }) => {
  const { pause, stage } = snapshot
  const place = useRef<HTMLDivElement>(null)
  // Below what the rail was scrolled to, nobody would see that it began or ended.
  useEffect(() => {
    if (pause.kind !== 'none') place.current?.scrollIntoView({ block: 'nearest' })
  }, [pause.kind])
  if (pause.kind === 'none' || stage.kind === 'left' || stage.kind === 'leaving') return null
  return (
    <div ref={place}>
      {pause.kind === 'paused' ? (
        <Paused pause={pause} snapshot={snapshot} room={room} />
      ) : (
        <Resumed pause={pause} snapshot={snapshot} room={room} />
      )}
    </div>
  )
}

const Paused = ({
  pause,
  snapshot,
  room,
}: {
  pause: Extract<PauseState, { kind: 'paused' }>
  snapshot: RoomSnapshot
  room: LiveRoomModel
}) => {
  const { t } = useTranslation('meeting')
  const toGroup = useGroupWords('meeting')
  const told = snapshot.pauseTold
  const [first] = pause.floor
  const canAct = whyNot(snapshot) === null
  const said = sayPause(snapshot)
  const isWhole = said === 'status.pause.confirmed' || said === 'status.pause.sending'
  return (
    <Card tone="asks" label={t('pause.label')}>
      <h2 className={classes.small}>{t('pause.title', { time: clockTime(pause.pausedAtMs) })}</h2>
      <div className={classes.actions}>
        <Button
          variant="default"
          disabled={!canAct}
          aria-describedby="resume-hint"
          onClick={() => room.resume(toGroup('pause.lineResumed'))}
        >
          {t('pause.resume')}
        </Button>
        {isWhole ? null : (
          <Button variant="default" disabled={!canAct} onClick={() => room.pause(toGroup('pause.line'))}>
            {t('pause.again')}
          </Button>
        )}
      </div>
      <p id="resume-hint" className={classes.aside}>
        {t('pause.resumeHint')}
      </p>
      <ul className={classes.plainList} aria-label={t('pause.label')}>
        {pause.isKnown ? null : (
          <li>
            <Pill state="wait">{t('status.pause.notKnown')}</Pill>
          </li>
        )}
        <Parts snapshot={snapshot} />
      </ul>
      <p>
        {told === null
          ? t('pause.told.putAway')
          : t(`pause.told.${told.kind}`, { time: told.kind === 'sent' ? clockTime(told.sentAtMs) : '' })}{' '}
        {t('pause.aloud')}
      </p>
      {first ? (
        <p>
          {t('pause.floor', {
            count: pause.floor.length,
            name: cutInMiddle(first.name, NAME_MAX),
            others: pause.floor.length - 1,
          })}
        </p>
      ) : null}
    </Card>
  )
}

/** Each part as the server has shown it. */
const Parts = ({ snapshot }: { snapshot: RoomSnapshot }) => {
  const say = useSaid(snapshot)
  return partsOf(snapshot).map(({ key, state }) => (
    <li key={key}>
      <Pill state={state}>{say(key)}</Pill>
    </li>
  ))
}

const Resumed = ({
  pause,
  snapshot,
  room,
}: {
  pause: Extract<PauseState, { kind: 'resumed' }>
  snapshot: RoomSnapshot
  room: LiveRoomModel
}) => {
  const { t, i18n } = useTranslation('meeting')
  const list = new Intl.ListFormat(i18n.language, { style: 'short', type: 'unit' })
  const named = (people: typeof pause.asked): string =>
    list.format(people.map(({ name }) => `\u2068${cutInMiddle(name, NAME_MAX)}\u2069`))
  const isNotAsked = ({ id }: { id: string }) => snapshot.acts.get(id)?.ask.kind === 'notSent'
  const asked = pause.asked.filter((person) => !isNotAsked(person))
  const notAsked = pause.asked.filter(isNotAsked)
  return (
    <Card label={t('pause.resumedLabel')}>
      <h2 className={classes.small}>{t('pause.resumedTitle', { time: clockTime(pause.resumedAtMs) })}</h2>
      <p>{t('pause.resumed')}</p>
      <ul className={classes.plainList} aria-label={t('pause.resumedLabel')}>
        <Parts snapshot={snapshot} />
      </ul>
      {asked.length > 0 ? <p>{t('pause.asked', { names: named(asked) })}</p> : null}
      {notAsked.length > 0 ? <p role="alert">{t('pause.askNotSent', { names: named(notAsked) })}</p> : null}
      {pause.isDoorLeftShut ? <p role="status">{t('pause.doorLeftShut')}</p> : null}
      <div className={classes.actions}>
        <Button variant="default" onClick={room.settlePause}>
          {t('pause.done')}
        </Button>
      </div>
    </Card>
  )
}
