/**
 * @file The screen blanked: somebody came into the room behind the laptop, or nobody touched it. The meeting goes on, with its sound;
 * what waits in it is said by kind and number, and no name, no word and no picture is seen.
 */
import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useShownKey } from '../../ui/keys'
import type { RoomSnapshot } from '../live/snapshot'
import { useSteppedOut } from '../open-room'
import classes from './BlankScreen.module.css'
import { NewsLines } from './NewsLines'
import { newsOf } from './news'
import { OwnMicrophonePill } from './OwnMicrophonePill'

/** Over everything while it is open. */
export const BlankScreen = ({
  isOpen,
  idleMinutes = null,
  snapshot,
  onShow,
}: {
  isOpen: boolean
  /** After how long without a touch it opened by itself, in minutes; null where somebody opened it. */
  idleMinutes?: number | null
  snapshot: RoomSnapshot
  onShow: () => void
}) => {
  const { t } = useTranslation('meeting')
  const steppedOutCount = useSteppedOut()
  const { shown } = useShownKey('Alt B')
  return (
    <Modal
      opened={isOpen}
      onClose={onShow}
      fullScreen
      withCloseButton={false}
      title={t('blank.title')}
      zIndex={10_000}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 1 }}
    >
      <div className={classes.page}>
        {idleMinutes === null ? null : <p>{t('blank.idle', { count: idleMinutes })}</p>}
        <p>{t('blank.goesOn')}</p>
        <div>
          <OwnMicrophonePill snapshot={snapshot} />
        </div>
        <div>
          <NewsLines lines={newsOf(snapshot, steppedOutCount)} people={snapshot.people} isPrivate />
        </div>
        <Button data-autofocus onClick={onShow}>
          {t('blank.show')} ({shown})
        </Button>
      </div>
    </Modal>
  )
}
