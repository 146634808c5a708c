/** @file What we wrote to one person tonight, each with what became of it: nothing that was sent is out of sight. */
import { useTranslation } from 'react-i18next'
import type { OutgoingMessage } from '../guard/outgoing'
import type { LiveRoomModel } from '../live/live-room'
import { clockTime } from './clock-time'
import classes from './Person.module.css'

/** Oldest first; nothing where nothing was written. */
export const SentList = ({
  personId,
  outgoing,
  canSend,
  room,
}: {
  personId: string
  outgoing: readonly OutgoingMessage[]
  canSend: boolean
  room: Pick<LiveRoomModel, 'sendAgain'>
}) => {
  const { t } = useTranslation('meeting')
  const theirs = outgoing.filter(({ to }) => to.kind === 'person' && to.id === personId)
  if (theirs.length === 0) return null
  return (
    <ul className={classes.sentList} aria-label={t('person.written')}>
      {theirs.map(({ key, text, status }) => (
        <li key={key} className={classes.sent} data-status={status.kind}>
          <bdi className={classes.sentWords}>{text}</bdi>
          <span className={classes.sentState}>
            {status.kind === 'sent'
              ? t('person.sentAt', { time: clockTime(status.sentAtMs) })
              : t(`person.${status.kind}`)}
          </span>
          {status.kind === 'notSent' && canSend ? (
            <button type="button" className={classes.again} onClick={() => room.sendAgain(key)}>
              {t('tryAgain')}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
