/** @file Our own words that did not leave: they stay, above everything else, until they were sent or are put away. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice'
import type { LiveRoomModel } from '../live/live-room'
import type { RoomSnapshot } from '../live/snapshot'

/** One notice per message, each with the words, to whom, and the way on. */
export const NotSentMessages = ({
  snapshot,
  room,
}: {
  snapshot: Pick<RoomSnapshot, 'outgoing' | 'people' | 'stage'>
  room: Pick<LiveRoomModel, 'sendAgain' | 'dismissOutgoing'>
}) => {
  const { t } = useTranslation('meeting')
  const here = new Set(snapshot.people.map(({ id }) => id))
  return snapshot.outgoing.map(({ key, to, text, status }) => {
    if (status.kind !== 'notSent') return null
    const isPossible = snapshot.stage.kind === 'inRoom' && (to.kind === 'everyone' || here.has(to.id))
    return (
      <Notice
        key={key}
        tone="problem"
        title={to.kind === 'everyone' ? t('notSent.everyone') : t('notSent.person', { name: to.name })}
        actions={
          <>
            {isPossible ? <Button onClick={() => room.sendAgain(key)}>{t('tryAgain')}</Button> : null}
            <Button variant="default" onClick={() => room.dismissOutgoing(key)}>
              {t('notSent.putAway')}
            </Button>
          </>
        }
      >
        <p>
          <bdi>{text}</bdi>
        </p>
        <p>{t(`notSent.why.${status.why}`)}</p>
      </Notice>
    )
  })
}
