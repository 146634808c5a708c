/** @file Alarms at the rail's top: announced at once, never over the room. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'

/** What stands, each with its way on. */
export const AlarmList = ({ snapshot, room }: { snapshot: RoomSnapshot; room: LiveRoomModel }) => {
  const { t } = useTranslation('meeting')
  return snapshot.alarms.map((alarm) => (
    <Notice
      key={alarm.key}
      tone="alarm"
      title={t(`alarm.${alarm.kind}.title`, { name: alarm.name })}
      actions={
        alarm.canDismiss ? (
          <Button variant="default" onClick={() => room.dismissAlarm(alarm.key)}>
            {t('alarm.dismiss')}
          </Button>
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
