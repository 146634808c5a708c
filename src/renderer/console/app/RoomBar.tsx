/** @file The strip above a page while the room is open: where the room is, one press away. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKey } from '../ui/keys'
import { Pill } from '../ui/Pill'
import classes from './RoomBar.module.css'

/** Says that the room is open and leads back to it. */
export const RoomBar = ({ onBack }: { onBack: () => void }) => {
  const { t } = useTranslation('app')
  useKey({ code: 'KeyR', isAlt: true, shownAs: 'Alt R' }, t('room.back'), onBack)
  return (
    <div className={`${classes.bar} no-print`}>
      <Pill state="quiet">{t('room.isOpen')}</Pill>
      <Button onClick={onBack} aria-keyshortcuts="Alt+R">
        {t('room.back')}
      </Button>
    </div>
  )
}
