/** @file Alarms at the rail's top: announced at once, never over the room. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import type { Alarm } from '../guard/alarms'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Rail.module.css'
import { useToldName } from './use-name-marks'
import { whyNot } from './why-not'

/** The fitting act where a machine seems to take notes: as immediate as anywhere, and named in full. */
const RemoveNamed = ({
  alarm: { kind, personId },
  snapshot,
  room,
}: {
  alarm: Alarm
  snapshot: RoomSnapshot
  room: LiveRoomModel
}) => {
  const { t } = useTranslation('meeting')
  const person = snapshot.people.find(({ id }) => id === personId)
  if (kind !== 'noteTaker' || !person || whyNot(snapshot) !== null) return null
  return (
    <Button variant="default" onClick={() => room.remove(person.id)}>
      <span className={classes.wrapped}>
        {t('person.remove')} <bdi>{person.name}</bdi>
      </span>
    </Button>
  )
}

/** What stands, each with its way on. */
export const AlarmList = ({ snapshot, room }: { snapshot: RoomSnapshot; room: LiveRoomModel }) => {
  const { t } = useTranslation('meeting')
  const told = useToldName(snapshot.people)
  return snapshot.alarms.map((alarm) => (
    <Notice
      key={alarm.key}
      tone="alarm"
      title={t(`alarm.${alarm.kind}.title`, { name: told(alarm.name) })}
      actions={
        alarm.canDismiss ? (
          <>
            <RemoveNamed alarm={alarm} snapshot={snapshot} room={room} />
            <Button variant="default" onClick={() => room.dismissAlarm(alarm.key)}>
              {t('alarm.dismiss')}
            </Button>
          </>
        ) : alarm.kind === 'roleLost' || alarm.kind === 'notModerator' ? (
          <Button variant="default" onClick={() => void room.rejoin()}>
            {t('tryAgain')}
          </Button>
        ) : null
      }
    >
      {t(`alarm.${alarm.kind}.body`)}
    </Notice>
  ))
}
