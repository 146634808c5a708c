/** @file The room is going to be locked by itself, as its charter asks: in how many minutes, and the way to put it off. */
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../announcer'
import { PUT_OFF_MS } from '../guard/lock-time'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Rail.module.css'

const MINUTE_MS = 60_000
/** How often it is looked at again, in milliseconds: only minutes are said. */
const LOOK_EVERY_MS = 5000

/** Nothing where nothing is planned. */
export const LockCountdown = ({
  snapshot,
  room,
}: {
  snapshot: Pick<RoomSnapshot, 'locksAtMs'>
  room: Pick<LiveRoomModel, 'putOffLock' | 'nowMs'>
}) => {
  const { t } = useTranslation('meeting')
  const { locksAtMs } = snapshot
  const [nowMs, setNowMs] = useState(room.nowMs)
  useEffect(() => {
    if (locksAtMs === null) return
    setNowMs(room.nowMs())
    const timer = setInterval(() => setNowMs(room.nowMs()), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [locksAtMs, room])
  const leftMs = locksAtMs === null ? null : locksAtMs - nowMs
  const isNear = leftMs !== null && leftMs > 0 && leftMs <= MINUTE_MS
  useEffect(() => {
    if (isNear) announce(t('lockTime.near'))
  }, [isNear, t])
  if (leftMs === null) return null
  return (
    <div className={classes.lockTime}>
      <p className={classes.aside}>
        {leftMs <= 0
          ? t('lockTime.waits')
          : leftMs <= MINUTE_MS
            ? t('lockTime.near')
            : t('lockTime.in', { count: Math.ceil(leftMs / MINUTE_MS) })}
      </p>
      <Button px={14} variant="default" onClick={room.putOffLock}>
        {t('lockTime.putOff', { count: PUT_OFF_MS / MINUTE_MS })}
      </Button>
    </div>
  )
}
