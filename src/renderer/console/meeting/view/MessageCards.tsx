/** @file What people asked privately: it stays until answered. A ready answer goes to that person only. */
import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CharterPack } from '../../../../contract/charters'
import { Card } from '../../ui/Card'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'
import classes from './Rail.module.css'

/** One card per message, oldest first. */
export const MessageCards = ({
  snapshot,
  canned,
  room,
  onAnswer,
}: {
  snapshot: RoomSnapshot
  canned: CharterPack['cannedMessages']
  room: LiveRoomModel
  /** Opens that person's own box. */
  onAnswer: (id: string) => void
}) => {
  const { t } = useTranslation('meeting')
  const here = new Set(snapshot.people.map(({ id }) => id))
  const canSend = snapshot.stage.kind === 'inRoom'
  return snapshot.messages.map(({ key, fromId, fromName, text }) => (
    <Card key={key} tone="asks" label={t('message.label', { name: fromName })}>
      <p className={classes.from}>
        <bdi>{t('message.from', { name: fromName })}</bdi>
      </p>
      <p className={classes.asked}>
        <bdi>{text}</bdi>
      </p>
      {canSend && here.has(fromId) ? (
        <NativeSelect
          aria-label={t('message.canned')}
          value=""
          onChange={(event) => {
            const answer = canned.find(({ id }) => id === event.currentTarget.value)
            if (answer) room.sendPrivateMessage(fromId, answer.text)
          }}
        >
          <option value="">{t('message.chooseCanned')}</option>
          {canned.map((message) => (
            <option key={message.id} value={message.id}>
              {message.text}
            </option>
          ))}
        </NativeSelect>
      ) : null}
      {canSend && !here.has(fromId) ? (
        <p className={classes.aside}>{t('message.left', { name: fromName })}</p>
      ) : null}
      <div className={classes.actions}>
        {canSend && here.has(fromId) ? (
          <Button px={14} onClick={() => onAnswer(fromId)}>
            {t('message.answer')}
          </Button>
        ) : null}
        <Button px={14} variant="default" onClick={() => room.settleMessage(key)}>
          {t('message.answered')}
        </Button>
      </div>
    </Card>
  ))
}
